"""The answers that the rules on a maatregel look at, read from the context once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hardship_desk.plugin_api import AssessmentContext, CaseWeight

ARBEIDSPLICHT = "arbeidsplicht"
TAALEIS = "taaleis"
ANDERE_PLICHT = "andere_plicht"
BESEF = "tekortschietend_besef"
MISDRAGING = "misdraging"
OF_LID_2 = (ANDERE_PLICHT, BESEF, MISDRAGING)
"""Kinds of lowering under lid 2: those that lid 3 has looked at again."""

FIRST, LATER = "eerste", ("derde", "vierde_of_later")
LOWERING = ("verlaging", "verlaging_aangepast")
BURDENING = (*LOWERING, "verlaging_voortgezet")
NO_BLAME = "geen_verwijtbaarheid"


@dataclass(frozen=True, slots=True, kw_only=True)
class MaatregelFacts:
    """Everything the rules need. None means unknown or not answered, never "no"."""

    weight: CaseWeight
    soort: str | None = None
    category: str | None = None
    misconduct: str | None = None
    time: str | None = None
    earlier_on: date | None = None
    blame: str | None = None
    percentage: int | None = None
    months: int | None = None
    starts_on: date | None = None
    is_spread: bool = False
    review_on: date | None = None
    conduct_from: date | None = None
    conduct_until: date | None = None
    decided_on: date | None = None
    outcome: str | None = None
    is_proven: bool = False

    @property
    def lowers(self) -> bool:
        """Whether the caseworker chose to lower the bijstand."""
        return self.outcome in LOWERING

    @property
    def has_size(self) -> bool:
        """Whether percentage and months were filled in."""
        return self.percentage is not None and self.months is not None


def read_facts(context: AssessmentContext) -> MaatregelFacts:
    """The facts of a case on its route."""
    conduct = context.dates.gedraging
    return MaatregelFacts(
        weight=context.weight,
        soort=context.choice("maatregel.soort"),
        category=context.choice("maatregel.categorie"),
        misconduct=context.choice("maatregel.misdraging"),
        time=context.choice("maatregel.keer"),
        earlier_on=context.day("maatregel.eerder_datum"),
        blame=context.choice("maatregel.verwijt"),
        percentage=context.number("maatregel.percentage"),
        months=context.number("maatregel.maanden"),
        starts_on=context.day("maatregel.ingang"),
        is_spread=context.yes("maatregel.verdelen") is True,
        review_on=context.day("opvolging.datum"),
        conduct_from=conduct.start if conduct else None,
        conduct_until=conduct.last_day if conduct else None,
        decided_on=context.dates.besluit,
        outcome=context.choice("conclusie.uitkomst"),
        is_proven=any(
            item.incriminating and item.verification.is_verified for item in context.evidence
        ),
    )
