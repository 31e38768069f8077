"""A text field that marks what is still to be filled in, and walks from one slot to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from hardship_desk.domain.stock_text import Slot, open_slots, slot_after
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import label
from hardship_desk.ui.widgets.text_area import TextArea

NEXT_SLOT = Qt.Key.Key_F8


class SlotArea(TextArea):
    """F8 goes to the next open slot, and round. Tab does so only while slots are being filled in.

    Tab is never trapped: each press goes on to a later slot, and after the last one it leaves.
    """

    written = Signal()
    """Something was put in from outside, as if it was typed."""

    def __init__(
        self, texts: WindowTexts, least: int = 3, said: str = "tekstblok.open", most: int = 14
    ) -> None:
        super().__init__(least, most)
        self._texts = texts
        self._said = said
        self._filling = False
        self.open_line = label("", "small")
        """Says which slots are open; whoever shows the area puts it below."""
        self.open_line.hide()
        self.textChanged.connect(self.show_slots)

    def insert_text(self, text: str) -> None:
        """Put a text at the cursor, apart from what stands around it, and begin at its first slot."""
        cursor = self.textCursor()
        start = cursor.selectionStart()
        before, after = self._beside(cursor)
        lead = " " if before and not before.isspace() else ""
        tail = " " if after and not after.isspace() else ""
        cursor.insertText(f"{lead}{text}{tail}")
        self.setTextCursor(cursor)
        self.written.emit()
        if open_slots(text):
            self.begin_filling(start)

    def begin_filling(self, place: int = 0) -> bool:
        """Select the first open slot from a place on; whether there was one."""
        self._filling = self._select(slot_after(self.toPlainText(), self._characters(place)))
        return self._filling

    def next_slot(self) -> bool:
        """Select the next open slot, and after the last one the first; whether there was one."""
        text = self.toPlainText()
        here = self._characters(self.textCursor().selectionEnd())
        self._filling = self._select(slot_after(text, here) or slot_after(text, 0))
        return self._filling

    def show_slots(self) -> None:
        """Mark the slots, and say below which there are, for colour alone does not tell everyone."""
        slots = open_slots(self.toPlainText())
        if not slots and self.open_line.isHidden():
            return
        self.mark("slots", [self._marked(slot) for slot in slots])
        named = "; ".join(slot.what for slot in slots if slot.what)
        key = f"{self._said}_een" if len(slots) == 1 else self._said
        self.open_line.setText(
            self._texts.get(key, aantal=str(len(slots)), wat=named) if slots else ""
        )
        self.open_line.setVisible(bool(slots))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == NEXT_SLOT and not self.isReadOnly() and self.next_slot():
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape:
            self._filling = False
        super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:  # named as Qt names it: next or earlier
        if forward and self._filling:
            here = self._characters(self.textCursor().selectionEnd())
            if self._select(slot_after(self.toPlainText(), here)):
                return True
        self._filling = False
        return super().focusNextPrevChild(forward)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.MouseFocusReason):
            self._filling = False
        super().focusOutEvent(event)

    def _select(self, slot: Slot | None) -> bool:
        if slot is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(self._units(slot.start))
        cursor.setPosition(self._units(slot.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _marked(self, slot: Slot) -> QTextEdit.ExtraSelection:
        marked, form = QTextEdit.ExtraSelection(), QTextCharFormat()
        colour = QColor(self.palette().highlight().color())
        colour.setAlpha(60)
        form.setBackground(colour)
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        marked.cursor = self.textCursor()
        marked.cursor.setPosition(self._units(slot.start))
        marked.cursor.setPosition(self._units(slot.end), QTextCursor.MoveMode.KeepAnchor)
        marked.format = form
        return marked

    def _beside(self, cursor: QTextCursor) -> tuple[str, str]:
        """The characters before and after what is selected; empty at either end."""
        document = self.document()
        before = document.characterAt(cursor.selectionStart() - 1)
        after = document.characterAt(cursor.selectionEnd())
        return (before if before != "\0" else "", after if after not in "\0\u2029" else "")

    def _characters(self, units: int) -> int:
        """Qt counts in UTF-16, where an emoji is two; the slots count characters."""
        data = self.toPlainText().encode("utf-16-le", "surrogatepass")[: units * 2]
        return len(data.decode("utf-16-le", "ignore"))

    def _units(self, characters: int) -> int:
        text = self.toPlainText()[:characters]
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
