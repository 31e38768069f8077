"""Changes who can open a vault; the dossiers are not written again. Every change is logged."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.users import Officer, Right, Role, UserId, VaultUser
from hardship_desk.storage.errors import vault_errors
from hardship_desk.storage.keys.guesses import counted_guess
from hardship_desk.storage.keys.passphrase import (
    SECONDS_TO_OPEN,
    DataKey,
    KeyCost,
    cost_of_about,
    unwrap_key,
    wrap_key,
)
from hardship_desk.storage.keys.recovery_code import new_recovery_code, read_recovery_code
from hardship_desk.storage.keys.slot_file import read_key_file, write_key_file
from hardship_desk.storage.keys.slots import KeyFile, UserSlot
from hardship_desk.storage.keys.unlocking import slot_of
from hardship_desk.storage.records.contacts import forget_user
from hardship_desk.storage.session import Session
from hardship_desk.storage.write_ahead_log import empty_write_ahead_log

_TOO_FAST = 0.5


class KeyRing:
    """Fulfils `VaultKeys` on one open vault; raises VaultError, and then nothing has changed."""

    def __init__(
        self, vault: Path, key: DataKey, session: Session, cost: KeyCost | None = None
    ) -> None:
        self._vault = vault
        self._key = key
        self._session = session
        self._cost = cost

    def users(self) -> tuple[VaultUser, ...]:
        """Who can open the vault."""
        return tuple(item.user for item in read_key_file(self._vault).users)

    def officers(self) -> tuple[Officer, ...]:
        """Of whom any two can open it together."""
        slot = read_key_file(self._vault).organisation
        return () if slot is None else slot.officers

    def has_recovery_code(self) -> bool:
        """Whether there is a code on paper."""
        return read_key_file(self._vault).recovery is not None

    def add_user(self, name: str, roles: tuple[Role, ...], passphrase: str) -> VaultUser:
        """Let someone else in, with a passphrase of their own."""
        file = read_key_file(self._vault)
        if any(item.user.name.casefold() == name.casefold() for item in file.users):
            raise VaultError("naam_bestaat")
        # Never the id of someone who left: the log would then mix up two people.
        user = VaultUser(id=UserId(f"gebruiker-{secrets.token_hex(4)}"), name=name, roles=roles)
        slot = UserSlot(user=user, slot=wrap_key(self._key, passphrase, self._new_cost()))
        self._change("gebruiker_toegevoegd", user.id, lambda old: old.with_user(slot))
        return user

    def change_user(self, user: VaultUser) -> None:
        """Give a user another name or other roles."""

        def changed(old: KeyFile) -> KeyFile:
            return _with_keeper(old.with_user(replace(slot_of(old, user.id), user=user)))

        self._change("gebruiker_gewijzigd", user.id, changed)

    def remove_user(self, user_id: UserId) -> None:
        """Keep a user out from now on; the keys with which they signed go as well."""

        def changed(old: KeyFile) -> KeyFile:
            return _with_keeper(old.without_user(slot_of(old, user_id).user.id))

        def forget() -> None:

            forget_user(self._session, user_id)

        self._change("gebruiker_verwijderd", user_id, changed, also=forget)
        empty_write_ahead_log(self._session)

    def verify(self, user_id: UserId, passphrase: str) -> None:
        """Return where the passphrase is the user's; each wrong one makes the next guess slower.

        Whoever came in by another way gives the passphrase of the first user.
        """
        file = read_key_file(self._vault)
        known = {item.user.id for item in file.users}
        held = slot_of(file, user_id if user_id in known else None)
        with counted_guess(self._vault, self._session.clock):
            unwrap_key(held.slot, passphrase, file.vault_salt)

    def change_passphrase(self, user_id: UserId, earlier: str, new: str) -> None:
        """Give a user another passphrase; VaultError `wachtwoord_onjuist`: the earlier one fits."""
        self.verify(user_id, earlier)
        self._put_passphrase("wachtzin_gewijzigd", user_id, new, right=None)

    def set_passphrase(self, user_id: UserId, new: str) -> None:
        """Give a user who forgot it a new passphrase."""
        self._put_passphrase("wachtzin_vervangen", user_id, new, right=Right.BEHEREN)

    def new_recovery_code(self) -> str:
        """A new code to print; the earlier one opens nothing any more. It is shown this once."""
        code = new_recovery_code()
        slot = wrap_key(self._key, read_recovery_code(code) or "", self._new_cost())
        self._change("herstelcode_gemaakt", "", lambda old: replace(old, recovery=slot))
        return code

    def set_officers(self, officers: tuple[Officer, ...]) -> bool:
        """Let any two of these in, or nobody where there are none; whether that is a change."""
        from hardship_desk.storage.keys.officers import wrap_for_officers

        if officers == self.officers():
            return False
        slot = wrap_for_officers(self._key, officers) if officers else None
        event = "organisatiesleutel_gemaakt" if slot else "organisatiesleutel_verwijderd"
        # The policy of the organisation asks for this, whoever has the vault open.
        self._change(event, "", lambda old: replace(old, organisation=slot), right=None)
        return True

    def strengthen(self, passphrase: str, seconds: float) -> bool:
        """Make guessing dearer where opening took so little, or the slot is of an earlier day.

        Whether that was needed.
        """
        slot = slot_of(read_key_file(self._vault), self._session.user.id).slot
        if seconds >= _TOO_FAST and not slot.cost.is_less_than(KeyCost()):
            return False
        if not slot.cost.is_less_than(self._new_cost()):
            return False
        self._put_passphrase("sleutel_versterkt", self._session.user.id, passphrase, right=None)
        return True

    def _put_passphrase(
        self, event: str, user_id: UserId, passphrase: str, *, right: Right | None
    ) -> None:
        if not passphrase:
            raise ValueError("empty_passphrase")
        slot = wrap_key(self._key, passphrase, self._new_cost())

        def changed(old: KeyFile) -> KeyFile:
            return old.with_user(replace(slot_of(old, user_id), slot=slot))

        self._change(event, user_id, changed, right=right)

    def _change(
        self,
        event: str,
        subject: str,
        changed: Callable[[KeyFile], KeyFile],
        *,
        right: Right | None = Right.BEHEREN,
        also: Callable[[], object] = lambda: None,
    ) -> None:
        """Write the file as the last thing before the line in the log becomes final."""
        if right is not None:
            self._session.ask(right)
        with vault_errors():
            file = changed(read_key_file(self._vault))
            with self._session.writing() as at:
                self._session.log(at, event, CaseId(""), subject)
                also()
                write_key_file(self._vault, file, self._key)

    def _new_cost(self) -> KeyCost:
        """What this machine can do is measured once, as long as the vault is open."""
        if self._cost is None:
            self._cost = cost_of_about(SECONDS_TO_OPEN)
        return self._cost


def _with_keeper(file: KeyFile) -> KeyFile:
    """The slots; VaultError `laatste_beheerder` where nobody could change them any more."""
    if not any(item.user.may(Right.BEHEREN) for item in file.users):
        raise VaultError("laatste_beheerder")
    return file
