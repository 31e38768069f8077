"""Contact cards: with which keys a colleague signs and receives packages, and whether that was checked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from hardship_desk.domain.overriding import override

ContactId = NewType("ContactId", str)
LONGEST_NAME = 80
GROUPS, GROUP = 8, 5
_PURPOSE = b"hardship-desk-vingerafdruk-1\0"
_MARK_LETTERS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKeys:
    """What others may know: the key a signature is checked with, and the one to encrypt for.

    `signing` is Ed25519 in hexadecimal, `receiving` an age recipient. Keys of a practice store have
    other digits than the same keys of a real one would have.
    """

    signing: str
    receiving: str
    is_practice: bool = False

    @property
    def digits(self) -> str:
        """Forty digits in groups, to be read out over the telephone."""
        number = int.from_bytes(self._hash(), "big") % 10 ** (GROUPS * GROUP)
        text = f"{number:0{GROUPS * GROUP}d}"
        return " ".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))

    @property
    def id(self) -> ContactId:
        """A name for these keys that says nothing of a person, for the log."""
        return ContactId(self._hash().hex()[:_MARK_LETTERS])

    def fits(self, typed: str) -> bool:
        """Whether these are the digits that were read out, however they were typed."""
        return "".join(typed.split()) == self.digits.replace(" ", "")

    def _hash(self) -> bytes:
        kind = b"oefening" if self.is_practice else b"echt"
        parts = (kind, self.signing.encode(), self.receiving.encode())
        return hashlib.sha256(_PURPOSE + b"\0".join(parts)).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """Keys, and how their owner is called by the card itself."""

    name: str
    keys: PublicKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A card that was kept. Only one whose digits were compared by telephone counts as checked."""

    card: ContactCard
    added_at: datetime
    added_by: str
    checked_at: datetime | None = None
    checked_by: str = ""

    @property
    def id(self) -> ContactId:
        """The name of its keys."""
        return self.card.keys.id

    @property
    def is_checked(self) -> bool:
        """Whether somebody compared the digits by telephone."""
        return self.checked_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretKeys:
    """What signs and opens: 32 bytes of Ed25519, and an age identity. Never shown or written out."""

    signing: bytes
    receiving: str

    @override
    def __repr__(self) -> str:
        return "SecretKeys(...)"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKeys:
    """The keys of who has the store open."""

    secret: SecretKeys
    public: PublicKeys
