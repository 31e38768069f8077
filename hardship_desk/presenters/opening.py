"""Opening a store: the practice store without a passphrase, the own vault with one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hardship_desk.services.desk import Desk

SHORTEST_PASSPHRASE = 12


class DeskOpener(Protocol):
    """Opens the stores of this machine; raises VaultError where it cannot."""

    def practice(self) -> Desk:
        """The practice store, made where it is not there."""
        ...

    def has_own_vault(self) -> bool:
        """Whether a vault with real dossiers was made on this machine."""
        ...

    def open_own(self, passphrase: str) -> Desk:
        """The vault with real dossiers."""
        ...

    def create_own(self, passphrase: str) -> Desk:
        """A new, empty vault for real dossiers."""
        ...

    def close(self) -> None:
        """Close every store that was opened."""
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
