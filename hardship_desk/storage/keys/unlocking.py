"""The ways into a vault: a user's passphrase, the recovery code, two officers of the organisation."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.users import FIRST_ROLES, UserId, VaultUser
from hardship_desk.storage.keys.guesses import counted_guess
from hardship_desk.storage.keys.passphrase import DataKey, unwrap_key
from hardship_desk.storage.keys.recovery_code import read_recovery_code
from hardship_desk.storage.keys.slot_file import check_key_file, read_key_file
from hardship_desk.storage.keys.slots import KeyFile, UserSlot

if TYPE_CHECKING:
    from hardship_desk.storage.keys.officers import OfficerKey

RECOVERY_USER = UserId("herstelcode")
ORGANISATION_USER = UserId("organisatie")
WITHOUT_ACCOUNT = (RECOVERY_USER, ORGANISATION_USER)
"""Who may have the vault open without being one of its users."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """The key, who came in, and how long the passphrase took.

    `event` is logged where it is not the usual way.
    """

    key: DataKey
    user: VaultUser
    event: str = ""
    seconds: float = 0


Unlock = Callable[[], Unlocked]


def by_passphrase(vault: Path, passphrase: str, clock: Clock, user_id: UserId | None) -> Unlock:
    """With the passphrase of a user; of the first where none is named."""

    def unlock() -> Unlocked:
        file = read_key_file(vault)
        held = slot_of(file, user_id)
        with counted_guess(vault, clock):
            started = time.perf_counter()
            key = unwrap_key(held.slot, passphrase, file.vault_salt)
            seconds = time.perf_counter() - started
            check_key_file(file, key)
        return Unlocked(key=key, user=held.user, seconds=seconds)

    return unlock


def by_recovery_code(vault: Path, code: str, clock: Clock) -> Unlock:
    """With the code on paper; whoever has it may do all that whoever made the vault may."""

    def unlock() -> Unlocked:
        file = read_key_file(vault)
        read = read_recovery_code(code)
        if file.recovery is None:
            raise VaultError("geen_herstelcode")
        if read is None:
            raise VaultError("herstelcode_typefout")
        with counted_guess(vault, clock):
            key = unwrap_key(file.recovery, read, file.vault_salt)
            check_key_file(file, key)
        user = VaultUser(id=RECOVERY_USER, name="", roles=FIRST_ROLES)
        return Unlocked(key=key, user=user, event="geopend_met_herstelcode")

    return unlock


def by_officers(vault: Path, keys: tuple[OfficerKey, OfficerKey], clock: Clock) -> Unlock:
    """With the keys of two officers; their names go into the log before anything is shown."""

    def unlock() -> Unlocked:
        file = read_key_file(vault)
        if file.organisation is None:
            raise VaultError("geen_organisatiesleutel")
        from hardship_desk.storage.keys.officers import open_for_officers

        with counted_guess(vault, clock):
            key, names = open_for_officers(file.organisation, keys, file.vault_salt)
            check_key_file(file, key)
        user = VaultUser(id=ORGANISATION_USER, name=" en ".join(names), roles=FIRST_ROLES)
        return Unlocked(key=key, user=user, event="geopend_door_organisatie")

    return unlock


def slot_of(file: KeyFile, user_id: UserId | None) -> UserSlot:
    """The slot of a user, or of the first; VaultError `gebruiker_onbekend` where there is none."""
    try:
        return file.users[0] if user_id is None else file.user_slot(user_id)
    except KeyError:
        raise VaultError("gebruiker_onbekend") from None
