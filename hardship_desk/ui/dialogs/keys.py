"""Who can open the vault: the own passphrase, users and roles, the recovery code."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from hardship_desk.domain.users import Role, VaultUser
from hardship_desk.presenters.keys import (
    NEW_USER,
    KeysPage,
    KeysPresenter,
    Passphrases,
    UserForm,
)
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.ports.keys import VaultKeys
from hardship_desk.ui.dialogs.recovery_code import RecoveryCodeDialog
from hardship_desk.ui.running.taking_down import open_once
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.check import CheckBox
from hardship_desk.ui.widgets.field import choice_field, line_field
from hardship_desk.ui.widgets.parts import action_row, button, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.secret_field import secret_field, show_box
from hardship_desk.ui.widgets.sheet import Sheet


class KeysDialog(QDialog):
    """Fulfils `KeysView`."""

    def __init__(
        self, parent: QWidget | None, keys: VaultKeys, user: VaultUser, texts: WindowTexts
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setWindowTitle(texts.get("sleutels.titel"))
        self.fields = {
            "earlier": secret_field(texts.get("sleutels.huidige")),
            "new": secret_field(texts.get("sleutels.nieuwe")),
            "again": secret_field(texts.get("kluis.nog_eens")),
            "name": line_field(texts.get("sleutels.naam")),
            "passphrase": secret_field(texts.get("sleutels.wachtzin_gebruiker")),
            "passphrase_again": secret_field(texts.get("kluis.nog_eens")),
        }
        self.user = choice_field(texts.get("sleutels.gebruiker"))
        self.roles = {
            role.value: CheckBox(texts.get(f"sleutels.rol.{role.value}")) for role in Role
        }
        self._roles_error = label("", "error")
        self._code = label("", "muted")
        self._organisation = label("", "muted")
        self._said = label("", "muted")
        self._manage: list[QWidget] = []
        self._presenter = KeysPresenter(keys, user, self, texts, TaskRunner(self, self._wait))
        self._lay_out()
        self._box().activated.connect(lambda _at: self._presenter.choose(self.user.text()))
        self._presenter.start()
        give_room(self, 110, 40)

    def show_page(self, page: KeysPage) -> None:
        """Show who can open the vault."""
        box = self._box()
        with QSignalBlocker(box):
            box.clear()
            box.addItem(self._texts.get("sleutels.nieuwe_gebruiker"), NEW_USER)
            for choice in page.users:
                box.addItem(choice.text, choice.id)
            box.setCurrentIndex(max(box.findData(page.chosen), 0))
        for field in self.fields.values():
            field.show_error("")
        self.fields["name"].clear()
        self.fields["name"].show_text(page.name)
        for role, tick in self.roles.items():
            tick.setChecked(role in page.roles)
        self._roles_error.hide()
        self._code.setText(page.recovery)
        self._organisation.setText(page.organisation)
        for part in self._manage:
            part.setEnabled(page.may_manage)

    def show_problem(self, field: str, text: str) -> None:
        """What is wrong with a field; an empty name means the whole."""
        if field == "roles":
            self._roles_error.setText(f"⚠ {text}")
            self._roles_error.show()
        elif field:
            self.fields[field].show_error(text)
            self.fields[field].widget.setFocus()
        self._said.setText("" if field else f"⚠ {text}")

    def show_done(self, text: str) -> None:
        """That something was done; fields for secrets are emptied."""
        for name in ("earlier", "new", "again", "passphrase", "passphrase_again"):
            self.fields[name].clear()
        self._said.setText(f"✓ {text}")

    def show_code(self, code: str) -> None:
        """Show a new recovery code, this once."""
        open_once(RecoveryCodeDialog(self, self._texts, code))

    def change_passphrase(self) -> None:
        """Change one's own passphrase as typed."""
        self._clear_errors()
        earlier, new, again = (self.fields[name].text() for name in ("earlier", "new", "again"))
        self._presenter.change_passphrase(Passphrases(earlier=earlier, new=new, again=again))

    def save_user(self) -> None:
        """Add or change a user as typed."""
        self._clear_errors()
        self._presenter.save_user(
            UserForm(
                name=self.fields["name"].text(),
                roles=tuple(role for role, tick in self.roles.items() if tick.isChecked()),
                passphrase=self.fields["passphrase"].text(),
                again=self.fields["passphrase_again"].text(),
            )
        )

    def _wait(self, busy: bool) -> None:
        self._sheet.setEnabled(not busy)
        if busy:
            self._said.setText(self._texts.get("sleutels.even_geduld"))

    def _clear_errors(self) -> None:
        for field in self.fields.values():
            field.show_error("")
        self._roles_error.hide()
        self._said.setText("")

    def _lay_out(self) -> None:
        texts = self._texts
        self._sheet = Sheet(texts.get("sleutels.titel"), texts.get("sleutels.uitleg"))
        _, own = self._sheet.add_card(texts.get("sleutels.kaart_eigen"))
        own_fields = [self.fields[name] for name in ("earlier", "new", "again")]
        for field in own_fields:
            own.addWidget(field)
        own.addWidget(show_box(texts.get("kluis.tonen"), own_fields))
        own.addLayout(action_row(button(texts.get("sleutels.wijzig"), self.change_passphrase)))
        self._lay_out_users()
        frame, code = self._sheet.add_card(
            texts.get("sleutels.kaart_code"), texts.get("sleutels.kaart_code_uitleg")
        )
        code.addWidget(self._code)
        code.addLayout(
            action_row(button(texts.get("sleutels.nieuwe_code"), self._presenter.new_code))
        )
        self._manage.append(frame)
        _, organisation = self._sheet.add_card(texts.get("sleutels.kaart_organisatie"))
        organisation.addWidget(self._organisation)
        self._sheet.fill(self, self._said, button(texts.get("organisatie.sluiten"), self.accept))

    def _lay_out_users(self) -> None:
        texts = self._texts
        frame, users = self._sheet.add_card(
            texts.get("sleutels.kaart_gebruikers"), texts.get("sleutels.kaart_gebruikers_uitleg")
        )
        users.addWidget(self.user)
        users.addWidget(self.fields["name"])
        users.addWidget(label(texts.get("sleutels.rollen"), "label"))
        for tick in self.roles.values():
            users.addWidget(tick)
        users.addWidget(self._roles_error)
        secrets = [self.fields[name] for name in ("passphrase", "passphrase_again")]
        for field in secrets:
            users.addWidget(field)
        users.addWidget(show_box(texts.get("kluis.tonen"), secrets))
        users.addLayout(
            action_row(
                button(texts.get("sleutels.bewaar"), self.save_user),
                button(texts.get("sleutels.verwijder"), self._presenter.remove_user, "quiet"),
            )
        )
        self._manage.append(frame)

    def _box(self) -> QComboBox:
        if not isinstance(self.user.widget, QComboBox):
            raise TypeError("not_a_list")
        return self.user.widget
