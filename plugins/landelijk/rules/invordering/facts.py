"""The answers that the rules on invordering look at, read from the context once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hardship_desk.plugin_api import AssessmentContext, Money

from ..means import Means, read_means

PAYING = ("verrekenen", "betalingsregeling", "ander_bedrag")
OWN_REASON = ("inlichtingen", "vrijwillig", "herhaling")
"""Reasons to go below the floor that have a flag of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvorderingFacts:
    """What is known of a debt and of what can be paid. None means unknown, never zero."""

    kind: str | None = None
    gets_bijstand: bool | None = None
    debt: Money | None = None
    decided_on: date | None = None
    means: Means = field(default_factory=Means)
    other_deductions: Money | None = None
    monthly: Money | None = None
    starts_on: date | None = None
    below_floor: str | None = None
    outcome: str | None = None

    @property
    def is_paid_monthly(self) -> bool:
        """Whether the caseworker chose an outcome with an amount each month."""
        return self.outcome in PAYING


def read_facts(context: AssessmentContext) -> InvorderingFacts:
    """The facts of a case on its route."""
    return InvorderingFacts(
        kind=context.choice("invordering.soort"),
        gets_bijstand=context.yes("invordering.krijgt_bijstand"),
        debt=context.amount("invordering.schuld"),
        decided_on=context.dates.besluit,
        means=read_means(context),
        other_deductions=context.amount("invordering.andere_inhoudingen"),
        monthly=context.amount("invordering.per_maand"),
        starts_on=context.day("invordering.eerste_maand"),
        below_floor=context.choice("invordering.onder_voet"),
        outcome=context.choice("conclusie.uitkomst"),
    )
