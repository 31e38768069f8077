"""Asks the passphrase of the own vault, or makes the vault the first time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.users import UserId
from hardship_desk.presenters.opening import (
    DeskOpener,
    check_passphrase,
    is_mended_by_a_copy,
    user_choices,
)
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.dialogs.asking import AskingDialog
from hardship_desk.ui.dialogs.other_way import OtherWayDialog
from hardship_desk.ui.dialogs.restore import RestoreDialog
from hardship_desk.ui.running.background import Task
from hardship_desk.ui.widgets.field import choice_field, line_field
from hardship_desk.ui.widgets.parts import button, label
from hardship_desk.ui.widgets.secret_field import secret_field, show_box


class VaultDialog(AskingDialog):
    """Tells `opened` with the desk; stays open while something is wrong."""

    opened = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        texts: WindowTexts,
        opener: DeskOpener,
        *,
        or_practise: bool = False,
    ) -> None:
        """With `or_practise`, as the first window of the program, going back leads to the practice store."""
        self._is_new = not opener.has_own_vault()
        kind = "nieuw" if self._is_new else "bestaand"
        super().__init__(
            parent, texts.get(f"kluis.titel_{kind}"), texts.get(f"kluis.uitleg_{kind}")
        )
        self._texts = texts
        self._opener = opener
        self.code = ""
        self.name = line_field(texts.get("kluis.naam"))
        self.name.setVisible(self._is_new)
        self.user = choice_field(texts.get("kluis.gebruiker"))
        self.passphrase = secret_field(texts.get("kluis.wachtzin"))
        self.again = secret_field(texts.get("kluis.nog_eens"))
        self.again.setVisible(self._is_new)
        self._state = label("", "muted")
        self._accept = button(texts.get(f"kluis.knop_{kind}"), self.submit, "primary")
        back = "kluis.oefenen" if or_practise else "kluis.annuleren"
        self._cancel = button(texts.get(back), self.reject)
        self._forgotten = button(texts.get("kluis.vergeten"), self.ask_other_way, "quiet")
        self._forgotten.setVisible(not self._is_new)
        self.restore = button(texts.get("terugzetten.aanbod"), self.ask_restore)
        self.restore.hide()
        self._lay_out()
        self._show_users()
        (self.name if self._is_new else self.passphrase).widget.setFocus()

    def submit(self) -> None:
        """Try the passphrase; the fields say what is wrong."""
        passphrase, again = self.passphrase.text(), self.again.text()
        problem = check_passphrase(passphrase, again, is_new=self._is_new)
        for name, field in (("passphrase", self.passphrase), ("again", self.again)):
            wrong = problem is not None and problem.field == name
            field.show_error(self._texts.get(problem.key) if problem and wrong else "")
            if wrong:
                field.widget.setFocus()
        if problem is not None:
            return
        self._wait(busy=True)
        name, user = (
            self.name.text().strip(),
            UserId(self.user.text()) if self.user.text() else None,
        )

        is_new, opener = self._is_new, self._opener

        def open_it() -> Desk:
            if not is_new:
                return opener.open_own(passphrase, user)
            desk = opener.create_own(passphrase, name)
            self.code = desk.keys.new_recovery_code() if desk.keys else ""
            return desk

        Task(self, open_it, self._on_done, self._on_failed).start()

    def ask_other_way(self) -> None:
        """Ask for the code on paper, or for two officers."""
        other = OtherWayDialog(self, self._texts, self._opener)
        other.opened.connect(self._on_done)
        other.open()

    def ask_restore(self) -> None:
        """Ask which copy to put back in the place of a vault that does not open."""
        dialog = RestoreDialog(self, self._texts, self._opener)
        dialog.restored.connect(self._on_restored)
        dialog.open()

    @override
    def reject(self) -> None:
        """Close, unless the vault is being opened."""
        if self._accept.isEnabled():
            super().reject()

    def _on_done(self, desk: object) -> None:
        self._wait(busy=False)
        self.passphrase.clear()
        self.again.clear()
        self.accept()
        self.opened.emit(desk)

    def _on_failed(self, error: object) -> None:
        self._wait(busy=False)
        if isinstance(error, HardshipDeskError):
            message = message_of(error, self._texts)
            self.passphrase.show_error(f"{message.text} {message.advice}")
            self.restore.setVisible(is_mended_by_a_copy(error, self._opener))
        self.passphrase.widget.setFocus()

    def _on_restored(self) -> None:
        self.restore.hide()
        self.passphrase.show_error("")
        self._say(f"✓ {self._texts.get('terugzetten.klaar')}")
        self.passphrase.widget.setFocus()

    def _wait(self, *, busy: bool) -> None:
        for widget in (self._accept, self._cancel, self.passphrase, self.again):
            widget.setEnabled(not busy)
        self._say(self._texts.get("kluis.even_geduld") if busy else "")

    def _say(self, text: str) -> None:
        self._state.setText(text)
        self._state.setVisible(bool(text))
        if text:
            self.bring_in_sight(self._state)

    def _lay_out(self) -> None:
        shown = show_box(self._texts.get("kluis.tonen"), (self.passphrase, self.again))
        self._state.hide()
        for part in (self.name, self.user, self.passphrase, self.again, shown, self.restore):
            self.body.addWidget(part)
        self.body.addWidget(self._state)
        self.body.addStretch(1)
        self.foot.addWidget(self._forgotten)
        self.foot.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._accept)
        self._accept.setDefault(True)

    def _show_users(self) -> None:
        """Ask who it is where more than one person has a passphrase."""
        choices = () if self._is_new else user_choices(self._opener, self._texts)
        self.user.setVisible(len(choices) > 1)
        if len(choices) > 1:
            self.user.show_choices(self._texts.get("algemeen.kies"), choices)
            self.user.show_text(choices[0].id)
