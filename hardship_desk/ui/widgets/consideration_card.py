"""One paragraph of the motivation: the draft with what it leans on, and the own text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from hardship_desk.presenters.decision_page import ConsiderationItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, dutch_label, label
from hardship_desk.ui.widgets.slot_area import SlotArea
from hardship_desk.ui.widgets.writing_hint import WritingHint


class ConsiderationCard(QFrame):
    """`text_written` tells the id and the own text, when the user leaves the field."""

    text_written = Signal(str, str)

    def __init__(self, item: ConsiderationItem, texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("inset")
        self.item = item
        self._draft = dutch_label(item.draft)
        self._draft.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._leans = dutch_label("", "small")
        self._used = label(texts.get("besluit.eigen_tekst_gebruikt"), "chip-good", wrap=False)
        self._area = SlotArea(texts, least=2)
        self._area.setAccessibleName(f"{texts.get('besluit.eigen_tekst')}: {item.draft[:80]}")
        self._area.setPlaceholderText(texts.get("besluit.eigen_tekst"))
        self._area.installEventFilter(self)
        self._write = button(texts.get("besluit.eigen_tekst"), self.write, "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(5)
        head = QHBoxLayout()
        step = texts.get("besluit.stap", nummer=str(item.step))
        head.addWidget(label(step, "chip", wrap=False))
        head.addWidget(self._used)
        head.addStretch(1)
        layout.addLayout(head)
        self.hint = WritingHint(self._area, texts)
        for part in (self._draft, self._leans, self._area, self._area.open_line, self.hint):
            layout.addWidget(part)
        layout.addWidget(self._write, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_item(item, locked=False)

    def show_item(self, item: ConsiderationItem, *, locked: bool) -> None:
        """Bring the card up to date; the own text is left alone while it is being written."""
        self.item = item
        self._draft.setText(item.draft)
        self._leans.setText(item.leans_on)
        self._leans.setVisible(bool(item.leans_on))
        self._used.setVisible(bool(item.own_text))
        if not self._area.hasFocus():
            if self._area.toPlainText() != item.own_text:
                self._area.setPlainText(item.own_text)
            self._area.setVisible(bool(item.own_text))
        self._area.setReadOnly(locked)
        self._write.setVisible(self._area.isHidden() and not locked)

    def flush(self) -> None:
        """Tell the own text where it changed."""
        text = self._area.toPlainText().strip()
        if text != self.item.own_text:
            self.text_written.emit(self.item.id, text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def write(self) -> None:
        """Show the field for the own text and put the focus in it."""
        self._area.show()
        self._write.hide()
        self._area.setFocus()
        self._area.begin_filling()
