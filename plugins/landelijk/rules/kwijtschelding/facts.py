"""The answers that the rules on kwijtschelding look at, read from the context once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hardship_desk.plugin_api import AssessmentContext, Money

WAIVING = ("kwijtschelden", "kwijtschelden_deels")
REFUSING = ("afwijzen", "nog_niet")


@dataclass(frozen=True, slots=True, kw_only=True)
class KwijtscheldingFacts:
    """What is known of a debt and how it was paid. None means unknown or not answered."""

    kind: str | None = None
    ground: str | None = None
    asked: bool | None = None
    decided_on: date | None = None
    debt: Money | None = None
    began_on: date | None = None
    payments: str | None = None
    prospect: bool | None = None
    at_once: Money | None = None
    grade: str | None = None
    fined_on: date | None = None
    repeated: bool | None = None
    schuldregeling: bool | None = None
    waived_on: date | None = None
    new_breach_on: date | None = None
    same_breach: bool | None = None
    outcome: str | None = None

    @property
    def is_breach(self) -> bool:
        """Whether the debt comes from a breach of the duty to inform (58 lid 1)."""
        return self.kind == "schending"


def read_facts(context: AssessmentContext) -> KwijtscheldingFacts:
    """The facts of a case on its route."""
    return KwijtscheldingFacts(
        kind=context.choice("kwijtschelding.soort"),
        ground=context.choice("kwijtschelding.grond"),
        asked=context.yes("kwijtschelding.verzocht"),
        decided_on=context.dates.besluit,
        debt=context.amount("kwijtschelding.schuld"),
        began_on=context.day("kwijtschelding.begin"),
        payments=context.choice("kwijtschelding.betaald"),
        prospect=context.yes("kwijtschelding.uitzicht"),
        at_once=context.amount("kwijtschelding.ineens"),
        grade=context.choice("schuldregeling.graad"),
        fined_on=context.day("kwijtschelding.boete_op"),
        repeated=context.yes("kwijtschelding.herhaling"),
        schuldregeling=context.yes("kwijtschelding.schuldregeling"),
        waived_on=context.day("kwijtschelding.kwijtgescholden_op"),
        new_breach_on=context.day("kwijtschelding.nieuwe_schending_op"),
        same_breach=context.yes("kwijtschelding.zelfde_overtreding"),
        outcome=context.choice("conclusie.uitkomst"),
    )
