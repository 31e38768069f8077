"""Who can open the vault: passphrases, users and roles, the recovery code, the organisation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.users import Right, Role, UserId, VaultUser
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.opening import check_passphrase, name_of
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.ports.keys import VaultKeys

NEW_USER = ""
T = TypeVar("T")


class Runner(Protocol):
    """Does slow work beside the window; making a key takes most of a second."""

    def __call__(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        """Begin, and tell later what came of it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysPage:
    """What the dialog shows; a user is chosen, or none for a new one."""

    users: tuple[Choice, ...]
    chosen: str
    name: str
    roles: tuple[str, ...]
    may_manage: bool
    recovery: str
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passphrases:
    """What was typed to change one's own passphrase."""

    earlier: str
    new: str
    again: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UserForm:
    """What was typed about a user; the passphrase only where it is to be set."""

    name: str
    roles: tuple[str, ...]
    passphrase: str
    again: str


class KeysView(Protocol):
    """The dialog."""

    def show_page(self, page: KeysPage) -> None:
        """Show who can open the vault."""
        ...

    def show_problem(self, field: str, text: str) -> None:
        """What is wrong with a field; an empty name means the whole."""
        ...

    def show_done(self, text: str) -> None:
        """That something was done; fields for secrets are emptied."""
        ...

    def show_code(self, code: str) -> None:
        """Show a new recovery code, this once."""
        ...


class KeysPresenter:
    """Between the dialog and the keys of the open vault."""

    def __init__(
        self, keys: VaultKeys, user: VaultUser, view: KeysView, texts: WindowTexts, run: Runner
    ) -> None:
        self._run = run
        self._keys = keys
        self._user = user
        self._view = view
        self._texts = texts
        self._chosen = user.id

    def start(self) -> None:
        """Show the user who has the vault open."""
        known = {item.id for item in self._keys.users()}
        self._chosen = self._user.id if self._user.id in known else UserId(NEW_USER)
        self.refresh()

    def refresh(self) -> None:
        """Show the page as it stands."""
        users = {item.id: item for item in self._keys.users()}
        chosen = users.get(self._chosen)
        officers = ", ".join(item.name for item in self._keys.officers())
        texts = self._texts
        self._view.show_page(
            KeysPage(
                users=tuple(
                    Choice(id=item.id, text=name_of(item, texts)) for item in users.values()
                ),
                chosen=self._chosen,
                name=chosen.name if chosen else "",
                roles=tuple(role.value for role in chosen.roles) if chosen else (),
                may_manage=self._user.may(Right.BEHEREN),
                recovery=texts.get(
                    "sleutels.code_er" if self._keys.has_recovery_code() else "sleutels.code_geen"
                ),
                organisation=(
                    texts.get("sleutels.organisatie_er", namen=officers)
                    if officers
                    else texts.get("sleutels.organisatie_geen")
                ),
            )
        )

    def choose(self, user_id: str) -> None:
        """Show a user, or the form for a new one."""
        self._chosen = UserId(user_id)
        self.refresh()

    def change_passphrase(self, typed: Passphrases) -> None:
        """Change the passphrase of who has the vault open."""
        if not typed.earlier:
            self._view.show_problem("earlier", self._texts.get("kluis.leeg"))
            return
        if not self._is_good(typed.new, typed.again, "new", "again"):
            return
        self._do(
            lambda: self._keys.change_passphrase(self._user.id, typed.earlier, typed.new),
            "sleutels.wachtzin_klaar",
            field="earlier",
        )

    def save_user(self, form: UserForm) -> None:
        """Add a user, or change the chosen one; a passphrase that is typed replaces theirs."""
        name, roles = form.name.strip(), tuple(Role(role) for role in form.roles)
        if not name:
            self._view.show_problem("name", self._texts.get("sleutels.naam_leeg"))
        elif not roles:
            self._view.show_problem("roles", self._texts.get("sleutels.rol_leeg"))
        elif self._chosen == NEW_USER:
            self._add(name, roles, form)
        else:
            self._change(VaultUser(id=self._chosen, name=name, roles=roles), form)

    def remove_user(self) -> None:
        """Keep the chosen user out from now on."""
        if self._chosen == self._user.id:
            self._view.show_problem("", self._texts.get("sleutels.niet_uzelf"))
        elif self._chosen != NEW_USER:
            chosen = self._chosen
            self._do(
                lambda: self._keys.remove_user(chosen),
                "sleutels.gebruiker_weg",
                then=lambda _none: self.choose(NEW_USER),
            )

    def new_code(self) -> None:
        """Make a recovery code and show it."""
        self._do(self._keys.new_recovery_code, "sleutels.code_klaar", then=self._view.show_code)

    def _add(self, name: str, roles: tuple[Role, ...], form: UserForm) -> None:
        if not self._is_good(form.passphrase, form.again, "passphrase", "passphrase_again"):
            return
        self._do(
            lambda: self._keys.add_user(name, roles, form.passphrase),
            "sleutels.gebruiker_erbij",
            field="name",
            then=lambda user: self.choose(user.id),
        )

    def _change(self, user: VaultUser, form: UserForm) -> None:
        wants_passphrase = bool(form.passphrase)
        if wants_passphrase and not self._is_good(
            form.passphrase, form.again, "passphrase", "passphrase_again"
        ):
            return

        def change() -> None:
            self._keys.change_user(user)
            if wants_passphrase:
                self._keys.set_passphrase(user.id, form.passphrase)

        self._do(change, "sleutels.gebruiker_klaar")

    def _is_good(self, passphrase: str, again: str, field: str, again_field: str) -> bool:
        problem = check_passphrase(passphrase, again, is_new=True)
        if problem is None:
            return True
        name = {"passphrase": field, "again": again_field}[problem.field]
        self._view.show_problem(name, self._texts.get(problem.key))
        return False

    def _do(
        self,
        work: Callable[[], T],
        done: str,
        *,
        field: str = "",
        then: Callable[[T], object] = lambda _result: None,
    ) -> None:
        def on_done(result: T) -> None:
            self.refresh()
            self._view.show_done(self._texts.get(done))
            then(result)

        def on_failed(error: HardshipDeskError) -> None:
            message = message_of(error, self._texts)
            self._view.show_problem(field, f"{message.text} {message.advice}")

        self._run(work, on_done, on_failed)
