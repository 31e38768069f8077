"""Pieces of evidence: what they are, where they lie and how they were checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hardship_desk.domain.ids import EvidenceId, QuestionId
from hardship_desk.domain.period import Period


class EvidenceKind(StrEnum):
    """Where a statement leans on."""

    STUK = "stuk"
    GESPREK = "gesprek"
    REGISTER = "register"
    DESKUNDIGE = "deskundige"
    WAARNEMING = "waarneming"
    VERKLARING = "verklaring"


class Verification(StrEnum):
    """How a piece of evidence was checked."""

    ORIGINEEL_GEZIEN = "origineel_gezien"
    REGISTER = "register"
    DERDE_BEVESTIGT = "derde_bevestigt"
    ALLEEN_VERKLARING = "alleen_verklaring"
    NIET = "niet"

    @property
    def is_verified(self) -> bool:
        """Whether something outside the statement itself confirms it."""
        return self in (
            Verification.ORIGINEEL_GEZIEN,
            Verification.REGISTER,
            Verification.DERDE_BEVESTIGT,
        )


class EvidenceStatus(StrEnum):
    """How firmly the fact stands."""

    VASTSTAAND = "vaststaand"
    AANNEMELIJK = "aannemelijk"
    BETWIST = "betwist"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A reference to one piece of evidence; the piece itself stays in the zaaksysteem.

    `location` is a DMS id or a place; `sha256` the hash of a dropped file, of which nothing is
    kept. `supports` names the questions it carries, `covers` the days it speaks of.
    """

    id: EvidenceId
    title: str
    kind: EvidenceKind
    dated: date | None = None
    location: str = ""
    sha256: str = ""
    verification: Verification = Verification.NIET
    verified_by: str = ""
    verified_on: date | None = None
    contradicted: bool | None = None
    covers: Period | None = None
    status: EvidenceStatus = EvidenceStatus.ONBEKEND
    supports: tuple[QuestionId, ...] = ()
    incriminating: bool | None = None
