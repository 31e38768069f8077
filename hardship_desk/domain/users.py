"""Who works in a vault, and what their roles allow. Of a user only a name and roles are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NewType

UserId = NewType("UserId", str)


class Role(StrEnum):
    """The work someone does in a vault; one person may do more than one kind."""

    BEHANDELAAR = "behandelaar"
    TWEEDE_LEZER = "tweede_lezer"
    JURIDISCH_ADVISEUR = "juridisch_adviseur"
    TRAINER = "trainer"
    BEHEERDER = "beheerder"


class Right(StrEnum):
    """What can be done in a vault."""

    LEZEN = "lezen"
    BEHANDELEN = "behandelen"
    TOETSEN = "toetsen"
    BEHEREN = "beheren"
    RECHT = "recht"
    """Setting what the organisation looked up, and going back to earlier law."""


RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {
        Role.BEHANDELAAR: frozenset({Right.LEZEN, Right.BEHANDELEN, Right.TOETSEN}),
        Role.TWEEDE_LEZER: frozenset({Right.LEZEN, Right.TOETSEN}),
        Role.JURIDISCH_ADVISEUR: frozenset({Right.LEZEN, Right.TOETSEN, Right.RECHT}),
        # A trainer works in the practice store, and a beheerder keeps keys: neither needs a dossier.
        Role.TRAINER: frozenset(),
        Role.BEHEERDER: frozenset({Right.BEHEREN, Right.RECHT}),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultUser:
    """Someone with a passphrase of their own."""

    id: UserId
    name: str
    roles: tuple[Role, ...]

    def may(self, right: Right) -> bool:
        """Whether one of the roles allows it."""
        return any(right in RIGHTS[role] for role in self.roles)


FIRST_ROLES = (Role.BEHANDELAAR, Role.BEHEERDER)
"""The roles of who makes a vault: there must be someone to work in it and to keep it."""

NOBODY = VaultUser(id=UserId(""), name="", roles=FIRST_ROLES)
"""Who works in a practice store, which asks no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Someone who may open vaults together with another; `public` is their public key."""

    name: str
    public: bytes
