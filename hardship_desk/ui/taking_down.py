"""Takes pages down that are left: thousands of widgets at once would hold the window."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

from hardship_desk.ui.idle_work import IdleWork

MOST_LEFT = 2
"""Who goes from one dossier to the next without a pause leaves no idle time, and memory is not endless."""


class TakingDown(QObject):
    """Destroys cards and fields of what is left one by one in idle time, and then the rest."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: deque[QWidget] = deque()
        self._idle = IdleWork(self)

    def take(self, widget: QWidget) -> None:
        """Take down a hidden widget that nobody uses any more; where many wait, the first goes at once."""
        self._left.append(widget)
        while len(self._left) > MOST_LEFT:
            oldest = self._left.popleft()
            if isValid(oldest):
                oldest.deleteLater()
        self._idle.start(self._pieces())

    def _pieces(self) -> Iterator[None]:
        while self._left:
            widget = self._left[0]
            for kind in _parts():
                for part in widget.findChildren(kind) if isValid(widget) else ():
                    if isValid(part):
                        delete(part)
                    yield
            self._left.popleft()
            if isValid(widget):
                widget.deleteLater()
            yield


def _parts() -> tuple[type[QWidget], ...]:
    """What pages consist of, the smallest first; loaded by the pages themselves before they are left."""
    from hardship_desk.ui.widgets.field import Field
    from hardship_desk.ui.widgets.finding_card import FindingCard
    from hardship_desk.ui.widgets.flag_card import FlagCard
    from hardship_desk.ui.widgets.question_card import QuestionCard
    from hardship_desk.ui.widgets.read_parts import ReadPartCard

    return (
        QuestionCard,
        FindingCard,
        FlagCard,
        ReadPartCard,
        Field,
    )
