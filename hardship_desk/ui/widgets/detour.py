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
    """Fields for "n.v.t., omdat …" and for "wie zoekt dit uit"; made when first wanted."""

    reason_given = Signal(str)
    investigation_given = Signal(str, str)
    left = Signal()

    def __init__(self, item: QuestionItem, texts: WindowTexts) -> None:
        super().__init__()
        self._item = item
        self._texts = texts
        self._mode = Mode.ANSWER
        self._parts: _Parts | None = None

    def show_item(self, item: QuestionItem) -> None:
        """Fill the fields, but never the one with the focus."""
        self._item = item
        if self._parts is not None and item.mode is not Mode.ANSWER:
            self._parts.fill(item)

    def show_mode(self, mode: Mode) -> None:
        """Show the fields of one way, or none."""
        self._mode = mode
        if mode is not Mode.ANSWER:
            if self._parts is None:
                self._parts = self._make()
            self._parts.reason.setVisible(mode is Mode.NOT_APPLICABLE)
            self._parts.both.setVisible(mode is Mode.INVESTIGATE)
        self.setVisible(mode is not Mode.ANSWER)

    def focus_first(self) -> None:
        """Put the focus in the first field."""
        if self._parts is not None:
            self._parts.first(self._mode).setFocus()

    def fields(self) -> tuple[QWidget, ...]:
        """The widgets that take the focus, in order; none while they are not made."""
        return self._parts.stops() if self._parts is not None else ()

    def flush(self) -> None:
        """Tell what was typed where it changed and is whole."""
        item, parts = self._item, self._parts
        if parts is None:
            return
        if self._mode is Mode.NOT_APPLICABLE:
            if parts.reason.text().strip() not in ("", item.reason):
                self.reason_given.emit(parts.reason.text())
        elif self._mode is Mode.INVESTIGATE:
            typed = (parts.actor.text().strip(), parts.due.text().strip())
            if typed[0] and typed != (item.actor, item.due):
                self.investigation_given.emit(*typed)

    def _make(self) -> _Parts:
        parts = _Parts(self._item, self._texts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(parts.reason)
        layout.addWidget(parts.both)
        layout.addWidget(parts.back, 0, Qt.AlignmentFlag.AlignLeft)
        for field in (parts.reason, parts.actor, parts.due):
            if isinstance(field.widget, QLineEdit):
                field.widget.editingFinished.connect(self.flush)
        parts.back.clicked.connect(lambda _checked=False: self.left.emit())
        parts.fill(self._item)
        return parts


class _Parts:
    """The fields and the way back."""

    def __init__(self, item: QuestionItem, texts: WindowTexts) -> None:
        self.reason = _field(item, texts.get("vraag.nvt_omdat"))
        self.actor = _field(item, texts.get("vraag.uitzoeken_wie"))
        when = texts.get("vraag.uitzoeken_wanneer")
        self.due = _field(item, when, texts.get("voorbeeld.date"))
        self.both = Columns(self.actor, self.due, most=2, letters=22)
        self.back = button(texts.get("vraag.toch_antwoorden"), lambda: None, "quiet")
        self.back.setAccessibleName(f"{item.text}: {texts.get('vraag.toch_antwoorden')}")

    def fill(self, item: QuestionItem) -> None:
        """Show what is saved; what is wrong stays as it was typed."""
        if item.error:
            return
        pairs = ((self.reason, item.reason), (self.actor, item.actor), (self.due, item.due))
        for field, text in pairs:
            field.show_text(text)

    def first(self, mode: Mode) -> QWidget:
        """The widget where this way begins."""
        first = {Mode.NOT_APPLICABLE: self.reason.widget, Mode.INVESTIGATE: self.actor.widget}
        return first.get(mode, self.back)

    def stops(self) -> tuple[QWidget, ...]:
        """The widgets that take the focus, in order."""
        return (self.reason.widget, self.actor.widget, self.due.widget, self.back)


def _field(item: QuestionItem, caption: str, hint: str = "") -> Field:
    made = line_field(caption, hint)
    made.widget.setAccessibleName(f"{item.text}: {caption}")
    return made
