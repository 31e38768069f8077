"""One paragraph of the motivation: the draft with what it leans on, and the own text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from hardship_desk.presenters.decision_page import ConsiderationItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, dutch_label, label
from hardship_desk.ui.widgets.slot_area import SlotArea
from hardship_desk.ui.widgets.tab_regions import walk_in_order
from hardship_desk.ui.widgets.writing_hint import WritingHint


class ConsiderationCard(QFrame):
    """`text_written` tells the id and the own text, when the user leaves the field.

    Most paragraphs stay as they were drafted: the field for an own text is made when it is wanted.
    """

    text_written = Signal(str, str)

    def __init__(self, item: ConsiderationItem, texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("inset")
        self.item, self._texts = item, texts
        self._draft = dutch_label(item.draft)
        self._draft.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._leans = dutch_label("", "small")
        self._used = label(texts.get("besluit.eigen_tekst_gebruikt"), "chip-good", wrap=False)
        self._area: SlotArea | None = None
        self._hint: WritingHint | None = None
        self._locked = False
        self._write = button(texts.get("besluit.eigen_tekst"), self.write, "quiet")
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(5)
        head = QHBoxLayout()
        step = texts.get("besluit.stap", nummer=str(item.step))
        head.addWidget(label(step, "chip", wrap=False))
        head.addWidget(self._used)
        head.addStretch(1)
        layout.addLayout(head)
        for part in (self._draft, self._leans):
            layout.addWidget(part)
        layout.addWidget(self._write, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_item(item, locked=False)

    def show_item(self, item: ConsiderationItem, *, locked: bool) -> None:
        """Bring the card up to date; the own text is left alone while it is being written."""
        self.item, self._locked = item, locked
        self._draft.setText(item.draft)
        self._leans.setText(item.leans_on)
        self._leans.setVisible(bool(item.leans_on))
        self._used.setVisible(bool(item.own_text))
        area = self._own_area() if item.own_text else self._area
        if area is not None:
            if not area.hasFocus():
                if area.toPlainText() != item.own_text:
                    area.setPlainText(item.own_text)
                area.setVisible(bool(item.own_text))
            area.setReadOnly(locked)
        self._write.setVisible((area is None or area.isHidden()) and not locked)

    def flush(self) -> None:
        """Tell the own text where it changed."""
        text = self._area.toPlainText().strip() if self._area is not None else self.item.own_text
        if text != self.item.own_text:
            self.text_written.emit(self.item.id, text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def write(self) -> None:
        """Show the field for the own text and put the focus in it."""
        area = self._own_area()
        area.show()
        self._write.hide()
        area.setFocus()
        area.begin_filling()

    def _own_area(self) -> SlotArea:
        """The field for an own text, above the button that asks for it, for Tab as well."""
        if self._area is None:
            words = self._texts.get("besluit.eigen_tekst")
            area = self._area = SlotArea(self._texts, least=2)
            area.setAccessibleName(f"{words}: {self.item.draft[:80]}")
            area.setPlaceholderText(words)
            area.setReadOnly(self._locked)
            area.installEventFilter(self)
            place = self._column.indexOf(self._write)
            before = self._write.previousInFocusChain() or self
            self._hint = WritingHint(area, self._texts)
            for part in (self._hint, area.open_line, area):
                self._column.insertWidget(place, part)
            walk_in_order((before, area, self._write))
        return self._area
