"""The editor for a short text."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.ui.widgets.editors.base import Editor
from hardship_desk.ui.widgets.growing_line import GrowingLine
from hardship_desk.ui.widgets.parts import restyle


class ShortTextEditor(Editor):
    """One line, which grows where more is written in it."""

    def __init__(self, item: QuestionItem, texts: WindowTexts) -> None:
        super().__init__(item)
        self._line = GrowingLine()
        self._line.setAccessibleName(item.text)
        self._line.setPlaceholderText(texts.get_or(f"voorbeeld.{item.kind}", ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)
        self._line.edited.connect(self.touch)
        self._line.done.connect(self.flush)
        self.show_raw(item.raw)

    @override
    def raw(self) -> RawAnswer:
        return self._line.text()

    @override
    def show_raw(self, raw: RawAnswer) -> None:
        self._line.show_text(raw if isinstance(raw, str) else "")

    @override
    def fields(self) -> tuple[QWidget, ...]:
        return (self._line,)

    @override
    def show_error(self, *, wrong: bool) -> None:
        restyle(self._line, "state", "error" if wrong else "")
