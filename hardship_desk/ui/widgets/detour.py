"""The ways to settle a question without an answer: n.v.t. with a reason, to find out, unknown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hardship_desk.presenters.question_item import Mode, QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.field import Field, line_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.parts import button


class Detour(QWidget):
    """Fields for "n.v.t., omdat …" and for "wie zoekt dit uit, voor welke dag"."""

    reason_given = Signal(str)
    investigation_given = Signal(str, str)
    left = Signal()

    def __init__(self, item: QuestionItem, texts: WindowTexts) -> None:
        super().__init__()
        self._item = item
        self._mode = Mode.ANSWER
        self._reason = self._field(texts.get("vraag.nvt_omdat"))
        self._actor = self._field(texts.get("vraag.uitzoeken_wie"))
        self._due = self._field(texts.get("vraag.uitzoeken_wanneer"), texts.get("voorbeeld.date"))
        self._both = Columns(self._actor, self._due, most=2, letters=22)
        self._back = button(texts.get("vraag.toch_antwoorden"), self.left.emit, "quiet")
        self._back.setAccessibleName(f"{item.text}: {texts.get('vraag.toch_antwoorden')}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._reason)
        layout.addWidget(self._both)
        layout.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)

    def show_item(self, item: QuestionItem) -> None:
        """Fill the fields, but never the one with the focus."""
        self._item = item
        pairs = ((self._reason, item.reason), (self._actor, item.actor), (self._due, item.due))
        for field, text in pairs:
            if text or item.mode is not Mode.ANSWER:
                field.show_text(text)

    def show_mode(self, mode: Mode) -> None:
        """Show the fields of one way, or none."""
        self._mode = mode
        self.setVisible(mode is not Mode.ANSWER)
        self._reason.setVisible(mode is Mode.NOT_APPLICABLE)
        self._both.setVisible(mode is Mode.INVESTIGATE)

    def focus_first(self) -> None:
        """Put the focus in the first field."""
        first = {
            Mode.NOT_APPLICABLE: self._reason.widget,
            Mode.INVESTIGATE: self._actor.widget,
        }
        first.get(self._mode, self._back).setFocus()

    def fields(self) -> tuple[QWidget, ...]:
        """The widgets that take the focus, in order."""
        return (self._reason.widget, self._actor.widget, self._due.widget, self._back)

    def flush(self) -> None:
        """Tell what was typed where it changed and is whole."""
        item = self._item
        if self._mode is Mode.NOT_APPLICABLE:
            if self._reason.text().strip() not in ("", item.reason):
                self.reason_given.emit(self._reason.text())
        elif self._mode is Mode.INVESTIGATE:
            typed = (self._actor.text().strip(), self._due.text().strip())
            if typed[0] and typed != (item.actor, item.due):
                self.investigation_given.emit(*typed)

    def _field(self, caption: str, hint: str = "") -> Field:
        made = line_field(caption, hint)
        made.widget.setAccessibleName(f"{self._item.text}: {caption}")
        if isinstance(made.widget, QLineEdit):
            made.widget.editingFinished.connect(self.flush)
        return made
