"""A field for one line of text that grows, so that a longer text can be read whole."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor

from hardship_desk.domain.overriding import override
from hardship_desk.ui.widgets.text_area import TextArea

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GrowingLine(TextArea):
    """Works as a field of one line does: Enter ends it, and it holds no line breaks."""

    edited = Signal()
    """The user changed the text."""
    done = Signal()
    """Enter, or the focus went elsewhere."""

    def __init__(self) -> None:
        super().__init__(least=1, most=6)
        self._known = ""
        self.textChanged.connect(self._on_self_text_changed)

    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Fill it, which is no change by the user; who comes back to it goes on at its end."""
        self._known = _one_line(text)
        if text != self.text():
            with QSignalBlocker(self):
                self.setPlainText(self._known)
            self.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(_one_line(source.text()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.done.emit()

    def _on_self_text_changed(self) -> None:
        # Marking a word tells of a change too; a text that is put in without the focus is one.
        if self.text() != self._known:
            self._known = self.text()
            self.edited.emit()


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())
