"""The answers that the rules on gifts and means look at, read from the context once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hardship_desk.plugin_api import AssessmentContext, Money, Period

THEME = "giften_middelen"
GIFTS = ("gift_geld", "gift_natura", "kostenbesparing")
ITEM_S_SEEN = date(2026, 7, 1)
"""From this text on onderdeel s is about gifts; whether it was before, no text that was read says."""
COUNTING = ("deels_meetellen", "meetellen")


@dataclass(frozen=True, slots=True, kw_only=True)
class MiddelenFacts:
    """Everything the rules need. None means unknown or not answered, never "no"."""

    period: Period | None = None
    day: date | None = None
    soort: str | None = None
    within_reach: bool | None = None
    amount: Money | None = None
    before: Money | None = None
    justified: bool | None = None
    household: str | None = None
    possessions: Money | None = None
    free_possessions: Money | None = None
    debts: Money | None = None
    room_at_start: Money | None = None
    outcome: str | None = None
    chosen: Money | None = None

    @property
    def basis_of_gifts(self) -> str:
        """The ground of 31 as it stood on the day: onderdeel s is read from July 2026 only."""
        return "pw_31_s" if self.day is not None and self.day >= ITEM_S_SEEN else "pw_31"

    @property
    def is_gift(self) -> bool:
        """Whether it is a gift or a contribution to costs."""
        return self.soort in GIFTS

    @property
    def is_assets(self) -> bool:
        """Whether it is about assets (34)."""
        return self.soort == "vermogen"

    @property
    def counts(self) -> bool:
        """Whether the caseworker lets it count, whole or in part."""
        return self.outcome in COUNTING


def read_facts(context: AssessmentContext) -> MiddelenFacts:
    """The facts of a case on its route."""
    period = context.dates.rechtperiode
    return MiddelenFacts(
        period=period,
        day=period.last_day if period else context.dates.besluit,
        soort=context.choice(f"{THEME}.soort"),
        within_reach=context.yes(f"{THEME}.beschikken"),
        amount=context.amount(f"{THEME}.waarde"),
        before=context.amount(f"{THEME}.eerder"),
        justified=context.yes(f"{THEME}.verantwoord"),
        household=context.choice(f"{THEME}.huishouden"),
        possessions=context.amount(f"{THEME}.bezit"),
        free_possessions=context.amount(f"{THEME}.vrij_bezit"),
        debts=context.amount(f"{THEME}.schulden"),
        room_at_start=context.amount(f"{THEME}.ruimte_start"),
        outcome=context.choice("conclusie.uitkomst"),
        chosen=context.amount(f"{THEME}.telt_mee"),
    )
