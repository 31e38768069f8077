"""Opening a vault without the passphrase: by the code on paper, or by two officers together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from typing_extensions import override

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.opening import DeskOpener, OfficerEntry
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.running.background import Task
from hardship_desk.ui.widgets.field import Field, line_field
from hardship_desk.ui.widgets.parts import action_row, button, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.secret_field import secret_field
from hardship_desk.ui.widgets.sheet import Sheet


class OtherWayDialog(QDialog):
    """Tells `opened` with the desk; stays open while something is wrong."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None, texts: WindowTexts, opener: DeskOpener) -> None:
        super().__init__(parent)
        self._texts = texts
        self._opener = opener
        self.setWindowTitle(texts.get("anders.titel"))
        self.code = line_field(texts.get("anders.code"), texts.get("anders.code_voorbeeld"))
        self.files = (
            line_field(texts.get("anders.bestand", nummer="1")),
            line_field(texts.get("anders.bestand", nummer="2")),
        )
        self.secrets = (
            secret_field(texts.get("anders.wachtzin", nummer="1")),
            secret_field(texts.get("anders.wachtzin", nummer="2")),
        )
        self._state = label("", "muted")
        self._lay_out()
        give_room(self, 104, 37)
        self.code.widget.setFocus()

    def open_with_code(self) -> None:
        """Try the code on paper."""
        code = self.code.text()
        self._try(lambda: self._opener.open_with_code(code), self.code)

    def open_with_officers(self) -> None:
        """Try the keys of two officers."""
        first, second = (
            OfficerEntry(file=file.text(), passphrase=secret.text())
            for file, secret in zip(self.files, self.secrets, strict=True)
        )
        self._try(lambda: self._opener.open_with_officers(first, second), self.files[0])

    @override
    def reject(self) -> None:
        """Close, unless the vault is being opened: it would come up after all."""
        if self._sheet.isEnabled():
            super().reject()

    def _try(self, open_it: Callable[[], Desk], field: Field) -> None:
        for each in (self.code, *self.files, *self.secrets):
            each.show_error("")
        self._wait(busy=True)

        def failed(error: object) -> None:
            self._wait(busy=False)
            if isinstance(error, HardshipDeskError):
                message = message_of(error, self._texts)
                field.show_error(f"{message.text} {message.advice}")
            field.widget.setFocus()

        Task(self, open_it, self._on_done, failed).start()

    def _on_done(self, desk: object) -> None:
        self._wait(busy=False)
        for field in (self.code, *self.secrets):
            field.clear()
        self.accept()
        self.opened.emit(desk)

    def _wait(self, *, busy: bool) -> None:
        self._sheet.setEnabled(not busy)
        self._state.setText(self._texts.get("kluis.even_geduld") if busy else "")

    def _lay_out(self) -> None:
        texts = self._texts
        self._sheet = Sheet(texts.get("anders.titel"), texts.get("anders.uitleg"))
        _, code = self._sheet.add_card(
            texts.get("anders.kaart_code"), texts.get("anders.kaart_code_uitleg")
        )
        code.addWidget(self.code)
        code.addLayout(action_row(button(texts.get("anders.open"), self.open_with_code, "primary")))
        _, officers = self._sheet.add_card(
            texts.get("anders.kaart_twee"), texts.get("anders.kaart_twee_uitleg")
        )
        for number, (file, secret) in enumerate(zip(self.files, self.secrets, strict=True), 1):
            officers.addWidget(file)
            choose = button(
                texts.get("anders.kies", nummer=str(number)), self._chooser(file), "quiet"
            )
            officers.addLayout(action_row(choose))
            officers.addWidget(secret)
        officers.addLayout(
            action_row(button(texts.get("anders.open_samen"), self.open_with_officers))
        )
        self._sheet.fill(self, self._state, button(texts.get("kluis.annuleren"), self.reject))

    def _chooser(self, field: Field) -> Callable[[], None]:
        def choose() -> None:
            name, _ = QFileDialog.getOpenFileName(self, self._texts.get("anders.kies_titel"))
            if name:
                field.clear()
                field.show_text(name)

        return choose
