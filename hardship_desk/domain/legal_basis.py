"""Where a rule or value comes from, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How sure a fact of law is; stored values are never renamed."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    DERIVED = "derived"
    UNVERIFIED = "unverified"
    UNKNOWN = "onbekend"

    @property
    def may_be_default(self) -> bool:
        """Only what is verified, secondary or our own calculation may be used unasked."""
        return self in (Certainty.VERIFIED, Certainty.SECONDARY, Certainty.DERIVED)


class Anchor(StrEnum):
    """The date that decides which version of a rule holds (decisions, section 2)."""

    GEDRAGING = "gedraging"
    RECHTPERIODE = "rechtperiode"
    MELDING = "melding"
    BESLUIT = "besluit"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """An article of a law, or a ruling; at least one of `law` and `ecli` is filled."""

    law: str = ""
    article: str = ""
    paragraph: str = ""
    item: str = ""
    ecli: str = ""

    def __post_init__(self) -> None:
        if not self.law and not self.ecli:
            raise ValueError("legal_basis_without_law_or_ruling")

    def dutch(self) -> str:
        """The reference as printed: "Participatiewet art. 18a lid 4"."""
        parts = [self.law] if self.law else []
        if self.article:
            parts.append(f"art. {self.article}")
        if self.paragraph:
            parts.append(f"lid {self.paragraph}")
        if self.item:
            parts.append(f"onder {self.item}")
        words = " ".join(parts)
        if not self.ecli:
            return words
        return f"{words}; {self.ecli}" if words else self.ecli


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text that was read for a fact: its name and, where there is one, its place."""

    title: str
    url: str = ""
    note: str = ""
