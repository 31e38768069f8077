"""Days that ask for something: the terms of a dossier, and what is still to find out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hardship_desk.domain.ids import CaseId, DecisionId, QuestionId


class TermKind(StrEnum):
    """What has to happen on the day, or ends with it."""

    BESLISSEN = "beslissen"
    ANDERE_DAG = "andere_dag"
    VOORSCHOT = "voorschot"
    VERZENDEN = "verzenden"
    BEZWAAR = "bezwaar"
    HEROVERWEGING = "heroverweging"
    OPNIEUW_KIJKEN = "opnieuw_kijken"
    OPSCHORTING = "opschorting"
    UITSTEL = "uitstel"
    ONTHEFFING = "ontheffing"
    AFSTEMMING = "afstemming"
    UITZOEKEN = "uitzoeken"

    @property
    def passes(self) -> bool:
        """Whether nothing is left to do when the day is over."""
        return self is TermKind.BEZWAAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One day of a dossier; `day` is None for what has to be found out without a day.

    `question` is where the day comes from, `basis` the provision that sets it, and `who` finds out
    what is UITZOEKEN.
    """

    case_id: CaseId
    decision_id: DecisionId
    kind: TermKind
    day: date | None
    question: QuestionId | None = None
    basis: str = ""
    who: str = ""
