"""The editor for a longer text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.ui.widgets.editors.base import Editor
from hardship_desk.ui.widgets.parts import restyle
from hardship_desk.ui.widgets.slot_area import SlotArea
from hardship_desk.ui.widgets.writing_hint import WritingHint


class LongTextEditor(Editor):
    """A longer text."""

    def __init__(self, item: QuestionItem, texts: WindowTexts) -> None:
        super().__init__(item)
        self._area = SlotArea(texts)
        self._area.setAccessibleName(item.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        layout.addWidget(self._area.open_line)
        self.hint = WritingHint(self._area, texts, in_letter=item.in_letter)
        layout.addWidget(self.hint)
        self.show_raw(item.raw)
        self._area.textChanged.connect(self._on_area_text_changed)
        self._area.written.connect(self.touch)
        self._area.installEventFilter(self)

    @override
    def raw(self) -> RawAnswer:
        return self._area.toPlainText()

    @override
    def show_raw(self, raw: RawAnswer) -> None:
        with QSignalBlocker(self._area):
            self._area.setPlainText(raw if isinstance(raw, str) else "")
        # Who comes back to a text goes on with it.
        self._area.moveCursor(QTextCursor.MoveOperation.End)
        self._area.show_slots()

    @override
    def fields(self) -> tuple[QWidget, ...]:
        return (self._area,)

    @override
    def focus_first(self) -> None:
        """Put the focus in the field, at what is still to be filled in where there is something."""
        super().focus_first()
        if self.isEnabled():
            self._area.begin_filling()

    @override
    def show_error(self, *, wrong: bool) -> None:
        restyle(self._area, "state", "error" if wrong else "")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self.flush()
        return super().eventFilter(watched, event)

    def _on_area_text_changed(self) -> None:
        if self._area.hasFocus():
            self.touch()
