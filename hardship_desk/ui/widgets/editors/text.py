"""Editors for what is typed and always short: a date, an amount, a number, a period."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.ui.widgets.editors.base import Editor
from hardship_desk.ui.widgets.parts import label, restyle

NARROW_LETTERS = {"date": 14, "amount": 16, "number": 10}


class LineEditor(Editor):
    """One line: a date, an amount or a number."""

    def __init__(self, item: QuestionItem, texts: WindowTexts) -> None:
        super().__init__(item)
        self._line = QLineEdit()
        self._line.setAccessibleName(item.text)
        self._line.setPlaceholderText(texts.get_or(f"voorbeeld.{item.kind}", ""))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        if item.kind == "amount":
            layout.addWidget(label("€", wrap=False))
            self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        letters = NARROW_LETTERS.get(item.kind)
        if letters:
            self._line.setFixedWidth(self._line.fontMetrics().averageCharWidth() * letters + 32)
        layout.addWidget(self._line)
        if letters:
            layout.addStretch(1)
        self._line.textEdited.connect(self._on_line_text_edited)
        self._line.editingFinished.connect(self.flush)
        self.show_raw(item.raw)

    @override
    def raw(self) -> RawAnswer:
        return self._line.text()

    @override
    def show_raw(self, raw: RawAnswer) -> None:
        self._line.setText(raw if isinstance(raw, str) else "")
        self._show_begin()

    @override
    def fields(self) -> tuple[QWidget, ...]:
        return (self._line,)

    @override
    def show_error(self, *, wrong: bool) -> None:
        restyle(self._line, "state", "error" if wrong else "")

    def _show_begin(self) -> None:
        """Of a text that is longer than its field one reads the beginning, unless one is writing it."""
        if not self._line.hasFocus():
            self._line.setCursorPosition(0)

    def _on_line_text_edited(self, _text: str) -> None:
        self.touch()


class PeriodEditor(Editor):
    """The first and the last day of a period."""

    def __init__(self, item: QuestionItem, texts: WindowTexts) -> None:
        super().__init__(item)
        self._start, self._end = QLineEdit(), QLineEdit()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for line, key in ((self._start, "periode.van"), (self._end, "periode.tot_en_met")):
            word = texts.get(key)
            line.setAccessibleName(f"{item.text}: {word}")
            line.setPlaceholderText(texts.get("voorbeeld.date"))
            line.setFixedWidth(line.fontMetrics().averageCharWidth() * 14 + 32)
            line.textEdited.connect(self._on_line_text_edited)
            line.installEventFilter(self)
            caption = label(word, wrap=False)
            caption.setBuddy(line)
            layout.addWidget(caption)
            layout.addWidget(line)
        layout.addStretch(1)
        self.show_raw(item.raw)

    @override
    def raw(self) -> RawAnswer:
        both = (self._start.text(), self._end.text())
        return both if any(both) else ""

    @override
    def show_raw(self, raw: RawAnswer) -> None:
        start, end = raw if isinstance(raw, tuple) and len(raw) == 2 else ("", "")
        self._start.setText(str(start))
        self._end.setText(str(end))

    @override
    def fields(self) -> tuple[QWidget, ...]:
        return (self._start, self._end)

    @override
    def show_error(self, *, wrong: bool) -> None:
        for line in (self._start, self._end):
            restyle(line, "state", "error" if wrong else "")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = event.type() == QEvent.Type.FocusOut
        if left and watched is self._end:
            self.flush()
        return super().eventFilter(watched, event)

    def _on_line_text_edited(self, _text: str) -> None:
        self.touch()
