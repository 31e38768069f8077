"""The two ways to settle a question without an answer: n.v.t. with a reason, and to find out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from hardship_desk.presenters.question_item import Mode, QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, label


class Detour(QWidget):
    """Fields for "n.v.t., omdat …" and for "nog uit te zoeken door …, vóór …"."""

    reason_given = Signal(str)
    investigation_given = Signal(str, str)
    left = Signal()

    def __init__(self, item: QuestionItem, texts: WindowTexts) -> None:
        super().__init__()
        self._item = item
        self._texts = texts
        self._mode = Mode.ANSWER
        self._reason, self._actor, self._due = QLineEdit(), QLineEdit(), QLineEdit()
        self._due.setPlaceholderText(texts.get("voorbeeld.date"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._captions = []
        for field, key in (
            (self._reason, "vraag.nvt_omdat"),
            (self._actor, "vraag.uitzoeken_wie"),
            (self._due, "vraag.uitzoeken_wanneer"),
        ):
            caption = label(texts.get(key), wrap=False)
            caption.setBuddy(field)
            field.setAccessibleName(f"{item.text}: {texts.get(key)}")
            field.editingFinished.connect(self.flush)
            self._captions.append(caption)
            layout.addWidget(caption)
            layout.addWidget(field, 3 if field is self._reason else 1)
        self._back = button(texts.get("vraag.toch_antwoorden"), self.left.emit, "quiet")
        self._back.setAccessibleName(f"{item.text}: {texts.get('vraag.toch_antwoorden')}")
        layout.addWidget(self._back)
        self._spread = QWidget()
        layout.addWidget(self._spread, 1)

    def show_item(self, item: QuestionItem) -> None:
        """Fill the fields, but never the one with the focus."""
        self._item = item
        pairs = ((self._reason, item.reason), (self._actor, item.actor), (self._due, item.due))
        for field, text in pairs:
            if not field.hasFocus() and (text or item.mode is not Mode.ANSWER):
                field.setText(text)

    def show_mode(self, mode: Mode) -> None:
        """Show the fields of one way, or none."""
        self._mode = mode
        self.setVisible(mode is not Mode.ANSWER)
        self._spread.setVisible(mode is Mode.UNKNOWN)
        fields = (self._reason, self._actor, self._due)
        for field, caption in zip(fields, self._captions, strict=True):
            way = Mode.NOT_APPLICABLE if field is self._reason else Mode.INVESTIGATE
            wanted = mode is way
            field.setVisible(wanted)
            caption.setVisible(wanted)

    def focus_first(self) -> None:
        """Put the focus in the first field."""
        first = {Mode.NOT_APPLICABLE: self._reason, Mode.INVESTIGATE: self._actor}
        first.get(self._mode, self._back).setFocus()

    def fields(self) -> tuple[QWidget, ...]:
        """The widgets that take the focus, in order."""
        return (self._reason, self._actor, self._due, self._back)

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
