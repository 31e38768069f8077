"""Takes pages down that are left: thousands of widgets at once would hold the window."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

from hardship_desk.ui.idle_work import IdleWork


class TakingDown(QObject):
    """Destroys the cards of what is left one by one in idle time, and then the rest."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: deque[QWidget] = deque()
        self._idle = IdleWork(self)

    def take(self, widget: QWidget) -> None:
        """Take down a hidden widget that nobody uses any more."""
        self._left.append(widget)
        self._idle.start(self._pieces())

    def _pieces(self) -> Iterator[None]:
        from hardship_desk.ui.widgets.finding_card import FindingCard
        from hardship_desk.ui.widgets.flag_card import FlagCard
        from hardship_desk.ui.widgets.question_card import QuestionCard

        cards: tuple[type[QWidget], ...] = (QuestionCard, FindingCard, FlagCard)
        while self._left:
            widget = self._left[0]
            for kind in cards:
                for card in widget.findChildren(kind) if isValid(widget) else ():
                    if isValid(card):
                        delete(card)
                    yield
            self._left.popleft()
            if isValid(widget):
                widget.deleteLater()
            yield
