"""A text to read, in which passages are marked by typing the number of an element."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from hardship_desk.domain.toets import Passage

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_DIGITS = 3


class MarkedText(QPlainTextEdit):
    """Read only. Digits gather a number; Enter marks the selection for it, a minus marks it thin."""

    number_typed = Signal(str)
    marked = Signal(int, bool)
    pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._typed = ""
        self._text = ""

    def show_text(self, text: str) -> None:
        """Show a text; the cursor stays where the same one is shown already."""
        if text != self._text:
            self._text = text
            self.setPlainText(text)

    def selection(self) -> tuple[int, int]:
        """Start and end of what is selected, in characters of the text."""
        cursor = self.textCursor()
        return self._place(cursor.selectionStart()), self._place(cursor.selectionEnd())

    def show_passages(self, passages: tuple[Passage, ...]) -> None:
        """Colour what is marked; what is too thin has a dotted line as well."""
        shown = []
        for passage in passages:
            extra = QTextEdit.ExtraSelection()
            extra.cursor = self._cursor(passage)
            extra.format = self._format(thin=passage.thin)
            shown.append(extra)
        self.setExtraSelections(shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if text.isdigit() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._gather((self._typed + text)[-_MOST_DIGITS:])
        elif self._typed and (key in _ENTER or text == "-"):
            number = int(self._typed)
            self._gather("")
            self.marked.emit(number, text == "-")
        elif self._typed and key == Qt.Key.Key_Escape:
            self._gather("")
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_text()
        else:
            super().keyPressEvent(event)

    def paste_text(self) -> None:
        """Take the plain text of the clipboard, without its make-up."""
        text = QApplication.clipboard().text()
        if text.strip():
            self.pasted.emit(text)

    def _gather(self, typed: str) -> None:
        self._typed = typed
        self.number_typed.emit(typed)

    def _cursor(self, passage: Passage) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(self._text[: passage.start]))
        cursor.setPosition(_units(self._text[: passage.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _place(self, units: int) -> int:
        """Qt counts in UTF-16, where an emoji is two; the text counts characters."""
        data = self._text.encode("utf-16-le")[: units * 2]
        return len(data.decode("utf-16-le", "ignore"))

    def _format(self, *, thin: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        colour = QColor(self.palette().highlight().color())
        colour.setAlpha(40 if thin else 90)
        made.setBackground(colour)
        if thin:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        return made


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
