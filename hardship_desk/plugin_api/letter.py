"""What a plugin may add to a letter, and what it is told for that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hardship_desk.domain.ids import OutcomeId
from hardship_desk.domain.money import Money


class LetterSection(StrEnum):
    """The sections of the letter to the resident, in order."""

    BESLUIT = "besluit"
    BETEKENIS = "betekenis"
    WAAROM = "waarom"
    UW_MENING = "uw_mening"
    WAT_DOEN = "wat_doen"
    HULP = "hulp"
    OPNIEUW = "opnieuw"
    BEZWAAR = "bezwaar"
    REGELS = "regels"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBlock:
    """One paragraph in plain Dutch for a section; `cites` are ids of considerations or lines."""

    section: LetterSection
    text: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """The decision as the letter hook sees it: outcome, amount and dates, no motivation text."""

    outcome: OutcomeId
    amount: Money | None
    decision_date: date | None
