"""Opening a store: the practice store without a passphrase, the own vault with one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.users import UserId, VaultUser
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.services.ports.upkeep import BackupInfo

SHORTEST_PASSPHRASE = 12
_MENDED_BY_A_COPY = frozenset(
    {
        "kluis_beschadigd",
        "kluis_leeg",
        "kluis_ontbreekt",
        "kluis_onbekend_bestand",
        "kluis_gewone_database",
        "kluis_sleutel_ontbreekt",
        "kluis_anders",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerEntry:
    """What one officer gives: the file with the key, and its passphrase."""

    file: str
    passphrase: str


class DeskOpener(Protocol):
    """Opens the stores of this machine; raises VaultError where it cannot."""

    def read(self) -> None:
        """Read questions and rules, which every store shares; for a thread beside the window."""
        ...

    def practice(self) -> Desk:
        """The practice store, made where it is not there."""
        ...

    def has_own_vault(self) -> bool:
        """Whether a vault with real dossiers was made on this machine."""
        ...

    def own_users(self) -> tuple[VaultUser, ...]:
        """Who can open it."""
        ...

    def open_own(self, passphrase: str, user: UserId | None = None) -> Desk:
        """The vault with real dossiers, for a user; the first where none is named."""
        ...

    def open_with_code(self, code: str) -> Desk:
        """The vault with real dossiers, by the recovery code."""
        ...

    def open_with_officers(self, first: OfficerEntry, second: OfficerEntry) -> Desk:
        """The vault with real dossiers, by two officers of the organisation together."""
        ...

    def create_own(self, passphrase: str, name: str = "") -> Desk:
        """A new, empty vault for real dossiers; `name` is of who makes it."""
        ...

    def close(self, *, only_own: bool = False) -> None:
        """Close every store that was opened, or only the vault with real dossiers."""
        ...

    def own_backups(self) -> tuple[BackupInfo, ...]:
        """The copies of the vault with real dossiers, newest first."""
        ...

    def restore_own(self, backup: str) -> None:
        """Put a copy in the place of the vault with real dossiers, which is closed for it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseProblem:
    """What is wrong with one of the two fields: its name, and the key of the sentence."""

    field: str
    key: str


def check_passphrase(passphrase: str, again: str, *, is_new: bool) -> PassphraseProblem | None:
    """What keeps the passphrase from being used; of an existing one only that it is empty.

    A long passphrase is asked and no mix of signs: length is what slows a guesser.
    """
    if not passphrase:
        return PassphraseProblem(field="passphrase", key="kluis.leeg")
    if not is_new:
        return None
    if len(passphrase) < SHORTEST_PASSPHRASE:
        return PassphraseProblem(field="passphrase", key="kluis.te_kort")
    if passphrase != again:
        return PassphraseProblem(field="again", key="kluis.niet_gelijk")
    return None


def user_choices(opener: DeskOpener, texts: WindowTexts) -> tuple[Choice, ...]:
    """The users to choose from; none where the key file cannot be read, which opening will tell."""
    try:
        users = opener.own_users()
    except HardshipDeskError:
        return ()
    return tuple(Choice(id=item.id, text=name_of(item, texts)) for item in users)


def name_of(user: VaultUser, texts: WindowTexts) -> str:
    """The name of a user, or that the vault has none yet."""
    return user.name or texts.get("kluis.zonder_naam")


def is_mended_by_a_copy(error: HardshipDeskError, opener: DeskOpener) -> bool:
    """Whether putting a copy back helps against this, and there is one."""
    return error.code in _MENDED_BY_A_COPY and bool(opener.own_backups())
