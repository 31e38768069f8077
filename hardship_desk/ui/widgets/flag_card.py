"""One flag: what it says, what to do, and the field to answer or pass it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.domain.stock_text import open_slots
from hardship_desk.presenters.kompas import FlagItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, dutch_label, label, rename
from hardship_desk.ui.widgets.slot_area import SlotArea

_CHIPS = {"B": "chip-error", "W": "chip-warning", "A": "chip"}


class FlagCard(QFrame):
    """Shows a flag; `answered` tells its id, the text and the second reader."""

    answered = Signal(str, str, str)
    step_wanted = Signal(int, str)

    def __init__(self, item: FlagItem, texts: WindowTexts, *, with_step: bool = False) -> None:
        super().__init__()
        self.item = item
        self._texts = texts
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self._layout.setSpacing(5)
        self._status = label("", "small", wrap=False)
        self._layout.addLayout(self._head(with_step=with_step))
        self._layout.addWidget(dutch_label(item.text))
        if item.advice:
            self._layout.addWidget(dutch_label(item.advice, "small"))
        if item.basis:
            self._layout.addWidget(dutch_label(item.basis, "small"))
        self._form = self._make_form()
        self._layout.addWidget(self._form)
        self.show_item(item)

    def show_item(self, item: FlagItem) -> None:
        """Bring the card up to date; what is being typed stays."""
        self.item = item
        rename(self, f"flag-{item.severity}" if item.open or not item.status else "done")
        self._status.setText(item.status)
        untouched = not self.is_in_use() and not self._text.document().isModified()
        if untouched:
            self._text.setPlainText(item.response)
            self._reader.setText(item.reader)
        self._form.setVisible(item.can_answer)
        self._reader.setVisible(item.needs_reader)
        for field in (self._text, self._reader):
            field.setReadOnly(item.locked)
        self._show_save()

    @property
    def takes_words(self) -> bool:
        """Whether there are fields to fill in here."""
        return self.item.can_answer

    def is_in_use(self) -> bool:
        """Whether the user is typing here."""
        return self._text.hasFocus() or self._reader.hasFocus()

    def focus_first(self) -> bool:
        """Put the focus in the field; tell whether there is one."""
        if self.item.can_answer:
            self._text.setFocus()
        return self.item.can_answer

    def flush(self) -> None:
        """Tell what was typed where it is whole and changed."""
        text, reader = self._text.toPlainText().strip(), self._reader.text().strip()
        whole = bool(text) and (bool(reader) or not self.item.needs_reader)
        if (
            whole
            and not open_slots(text)
            and (text, reader) != (self.item.response, self.item.reader)
        ):
            self._text.document().setModified(False)
            self.answered.emit(self.item.id, text, reader)

    def half(self) -> list[str]:
        """What was typed and is not whole or not saved; empty where all is."""
        typed = [self._text.toPlainText().strip(), self._reader.text().strip()]
        return [] if typed == [self.item.response, self.item.reader] else typed

    def put_half(self, typed: list[str]) -> None:
        """Put back what was typed before."""
        text, reader = typed
        self._text.setPlainText(text)
        self._text.document().setModified(True)
        self._reader.setText(reader)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _head(self, *, with_step: bool) -> QHBoxLayout:
        item = self.item
        row = QHBoxLayout()
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(label(item.label, _CHIPS[item.severity], wrap=False), 0, middle)
        if with_step:
            words = self._texts.get("vlag.naar_stap", stap=str(item.step))
            if item.question:
                words = self._texts.get("vlag.naar_veld")
            to_step = button(
                words, lambda: self.step_wanted.emit(item.step, item.question), "quiet"
            )
            to_step.setAccessibleName(f"{words}: {item.text}")
            row.addWidget(to_step)
        row.addStretch(1)
        row.addWidget(self._status)
        return row

    def _make_form(self) -> QWidget:
        texts = self._texts
        form = QWidget()
        layout = QVBoxLayout(form)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(5)
        key = "vlag.reden" if self.item.needs_reader else "vlag.antwoord"
        self._text = SlotArea(texts, least=1, said="tekstblok.antwoord", most=6)
        self._text.setPlaceholderText(texts.get(key))
        self._text.setAccessibleName(f"{texts.get(key)}: {self.item.text}")
        self._text.installEventFilter(self)
        self._reader = QLineEdit()
        self._reader.setPlaceholderText(texts.get("vlag.tweede_lezer"))
        self._reader.setAccessibleName(f"{texts.get('vlag.tweede_lezer')}: {self.item.text}")
        self._reader.installEventFilter(self)
        key = "vlag.passeren" if self.item.needs_reader else "vlag.beantwoorden"
        self._save = button(texts.get(key), self._on_save_clicked, "quiet")
        self._save.setAccessibleName(f"{texts.get(key)}: {self.item.text}")
        for field in (self._text, self._reader):
            field.textChanged.connect(self._show_save)
        layout.addWidget(self._text)
        layout.addWidget(self._text.open_line)
        layout.addWidget(self._reader)
        layout.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        return form

    def _show_save(self) -> None:
        """What is answered and stands as it was needs no button."""
        self._save.setVisible(not self.item.locked and (self.item.open or bool(self.half())))

    def _on_save_clicked(self) -> None:
        if open_slots(self._text.toPlainText()):
            self._text.setFocus()
            self._text.begin_filling()
            return
        text, reader = self._text.toPlainText().strip(), self._reader.text().strip()
        if (text, reader) != (self.item.response, self.item.reader) or not text:
            self._text.document().setModified(False)
            self.answered.emit(self.item.id, text, reader)
