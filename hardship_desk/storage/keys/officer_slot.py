"""What a key file holds for the officers of the organisation."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.domain.users import Officer


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerPair:
    """The wrapped key for two officers, by their places in the list."""

    first: int
    second: int
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSlot:
    """The key for every two of these officers; `ours` is the public key of this slot."""

    officers: tuple[Officer, ...]
    ours: bytes
    pairs: tuple[OfficerPair, ...]
