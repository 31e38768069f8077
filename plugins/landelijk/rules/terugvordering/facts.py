"""The answers that the rules on terugvordering look at, read from the context once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hardship_desk.plugin_api import AssessmentContext, Money, Period

SCHENDING = "schending"
KON_BEGRIJPEN = "kon_begrijpen"
CLAIMING = ("terugvorderen", "deels_terugvorderen")


@dataclass(frozen=True, slots=True, kw_only=True)
class TerugvorderingFacts:
    """What is known of what was paid too much. None means unknown or not answered, never zero."""

    ground: str | None = None
    decided_on: date | None = None
    period: Period | None = None
    paid: Money | None = None
    by_breach: Money | None = None
    gross: bool | None = None
    tax: Money | None = None
    signal_on: date | None = None
    after_signal: Money | None = None
    waived_percent: int | None = None
    waived: Money | None = None
    outcome: str | None = None
    chosen: Money | None = None

    @property
    def is_breach(self) -> bool:
        """Whether recovery rests on a breach of the duty to inform (58 lid 1)."""
        return self.ground == SCHENDING

    @property
    def is_claimed(self) -> bool:
        """Whether the caseworker chose to claim anything."""
        return self.outcome in CLAIMING


def read_facts(context: AssessmentContext) -> TerugvorderingFacts:
    """The facts of a case on its route."""
    gross = context.choice("terugvordering.bruto_netto")
    return TerugvorderingFacts(
        ground=context.choice("terugvordering.grond"),
        decided_on=context.dates.besluit,
        period=context.period("terugvordering.periode"),
        paid=context.amount("terugvordering.te_veel"),
        by_breach=context.amount("terugvordering.deel_schending"),
        gross=None if gross is None else gross == "bruto",
        tax=context.amount("terugvordering.loonheffing"),
        signal_on=context.day("terugvordering.signaal_op"),
        after_signal=context.amount("terugvordering.na_signaal"),
        waived_percent=context.number("terugvordering.afzien_procent"),
        waived=context.amount("terugvordering.afzien_bedrag"),
        outcome=context.choice("conclusie.uitkomst"),
        chosen=context.amount("conclusie.bedrag"),
    )
