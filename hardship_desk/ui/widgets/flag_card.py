"""One flag: what it says, what to do, and the field to answer or pass it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hardship_desk.presenters.kompas import FlagItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.editors.text import TextArea
from hardship_desk.ui.widgets.parts import button, label

_CHIPS = {"B": "chip-error", "W": "chip-warning", "A": "chip"}


class FlagCard(QFrame):
    """Shows a flag; `answered` tells its id, the text and the second reader."""

    answered = Signal(str, str, str)

    def __init__(self, item: FlagItem, texts: WindowTexts) -> None:
        super().__init__()
        self.item = item
        self._texts = texts
        self.setObjectName(f"flag-{item.severity}" if item.open else "done")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(5)
        chips = QHBoxLayout()
        self._label = label(item.label, _CHIPS[item.severity], wrap=False)
        self._status = label(item.status, "small", wrap=False)
        chips.addWidget(self._label)
        chips.addStretch(1)
        chips.addWidget(self._status)
        layout.addLayout(chips)
        layout.addWidget(label(item.text))
        small = "\n".join(part for part in (item.advice, item.basis) if part)
        layout.addWidget(label(small, "small"))
        self._form = self._make_form()
        layout.addWidget(self._form)
        self.show_item(item)

    def show_item(self, item: FlagItem) -> None:
        """Bring the card up to date."""
        self.item = item
        self._status.setText(item.status)
        if not self.is_in_use():
            self._text.setPlainText(item.response)
            self._reader.setText(item.reader)
        self._form.setVisible(item.can_answer)
        self._reader.setVisible(item.needs_reader)

    def is_in_use(self) -> bool:
        """Whether the user is typing here."""
        return self._text.hasFocus() or self._reader.hasFocus()

    def focus_first(self) -> bool:
        """Put the focus in the field; tell whether there is one."""
        if self.item.can_answer:
            self._text.setFocus()
        return self.item.can_answer

    def _make_form(self) -> QWidget:
        form = QWidget()
        layout = QVBoxLayout(form)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(5)
        key = "vlag.reden" if self.item.needs_reader else "vlag.antwoord"
        self._text = TextArea(least=1, most=6)
        self._text.setPlaceholderText(self._texts.get(key))
        self._text.setAccessibleName(f"{self._texts.get(key)}: {self.item.text}")
        self._reader = QLineEdit()
        self._reader.setPlaceholderText(self._texts.get("vlag.tweede_lezer"))
        self._reader.setAccessibleName(
            f"{self._texts.get('vlag.tweede_lezer')}: {self.item.text}"
        )
        key = "vlag.passeren" if self.item.needs_reader else "vlag.beantwoorden"
        save = button(self._texts.get(key), self._on_save_clicked, "quiet")
        save.setAccessibleName(f"{self._texts.get(key)}: {self.item.text}")
        layout.addWidget(self._text)
        layout.addWidget(self._reader)
        layout.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        return form

    def _on_save_clicked(self) -> None:
        self.answered.emit(self.item.id, self._text.toPlainText(), self._reader.text())
