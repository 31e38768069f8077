"""What the window holds, from top to bottom: bar, messages, page, and the bar about locking."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hardship_desk.domain.overriding import override
from hardship_desk.ui.locking.talk_bar import TalkBar
from hardship_desk.ui.widgets.parts import label
from hardship_desk.ui.widgets.tab_regions import panels_of, tab_by

ROOMY, TITLE_BAR = QSize(1280, 800), QSize(0, 40)


class WindowFrame(QWidget):
    """Shows or hides parts as a whole."""

    def __init__(self, bar: QWidget, messages: QWidget, page: QWidget, talk_bar: TalkBar) -> None:
        super().__init__()
        self._bar = bar
        self._messages = messages
        self._page = page
        self.talk_bar = talk_bar
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(messages)
        layout.addWidget(page, 1)
        layout.addWidget(talk_bar)
        self.clipboard_note = label("", "strip-warning", wrap=False)
        self.clipboard_note.hide()
        layout.addWidget(self.clipboard_note)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # as Qt calls it
        parts = (self._bar, self._messages, self._page, self.talk_bar)
        inner = panels_of(self._page)
        return tab_by(parts, forward=next, inner=inner) or super().focusNextPrevChild(next)

    def cover(self) -> None:
        """Put everything out of sight, for the eye and for a screen reader."""
        self.hide()

    def uncover(self, *, only_page: bool) -> None:
        """Show everything again, or only the page where others look along."""
        self.show()
        self.show_only_page(on=only_page)

    def show_only_page(self, *, on: bool) -> None:
        """Take away what leads to other pages, or put it back."""
        self._bar.setVisible(not on)
        if on:
            self._messages.hide()


def first_size(screen: QScreen) -> QSize:
    """A roomy window, but never larger than the screen: what is below it cannot be clicked."""
    return ROOMY.boundedTo(screen.availableSize() - TITLE_BAR)
