"""What the lowering comes to: percentage of the norm, month by month, per half year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from hardship_desk.plugin_api import AssessmentContext, Money, Period, round_down_to_cent

from ..calendar_terms import add_months, half_years
from ..law import Law
from ..norm import Norm, days_of, norm_on, norm_step
from ..step import Input, Step, dutch_day, euros
from .facts import MaatregelFacts

SPREAD_OVER = 3
"""Months over which lid 5 lets a first lowering be spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """The lines of the amount; `total` is None while a norm is unknown."""

    steps: tuple[Step, ...] = ()
    total: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """The months that fall in one half year, with the norm of that half year."""

    period: Period
    months: int
    norm: Norm
    percentage: int

    @property
    def monthly(self) -> Money | None:
        """What goes off each month, rounded down: no article says how."""
        if self.norm.amount is None:
            return None
        return round_down_to_cent(self.norm.amount.fraction * self.percentage / 100)

    @property
    def total(self) -> Fraction | None:
        """What goes off in all these months."""
        return self.monthly.fraction * self.months if self.monthly is not None else None


def amount_of(context: AssessmentContext, facts: MaatregelFacts, law: Law) -> Amount:
    """Percentage times the norm of each month; nothing while height, duration or start is open."""
    if facts.percentage is None or not facts.months or facts.starts_on is None:
        return Amount()
    stretches = _stretches(context, law, facts.starts_on, facts.months, facts.percentage)
    steps: list[Step] = []
    for number, stretch in enumerate(stretches, start=1):
        steps += [norm_step(stretch.norm, stretch.period, number), _lowering(stretch, number)]
    total = _sum([stretch.total for stretch in stretches])
    steps.append(_total(total, facts))
    if facts.is_spread:
        steps.append(_spread(total))
    return Amount(steps=tuple(steps), total=Money(int(total)) if total is not None else None)


def _stretches(
    context: AssessmentContext, law: Law, start: date, months: int, percentage: int
) -> tuple[_Stretch, ...]:
    days = [add_months(start, number) for number in range(months)]
    whole = Period(start, add_months(start, months) - timedelta(days=1))
    return tuple(
        _Stretch(
            period=period,
            months=sum(period.contains(day) for day in days),
            norm=norm_on(context, law, period.start),
            percentage=percentage,
        )
        for period in half_years(whole)
        if any(period.contains(day) for day in days)
    )


def _lowering(stretch: _Stretch, number: int) -> Step:
    return Step(
        rule="02_verlaging",
        variant="onbekend" if stretch.total is None else "berekend",
        basis="pw_18_2",
        amount=stretch.total,
        inputs=(
            days_of(stretch.period),
            Input(name="norm", value=euros(stretch.norm.amount)),
            Input(name="percentage", value=str(stretch.percentage)),
            Input(name="maanden", value=str(stretch.months)),
        ),
        values=stretch.norm.values,
        slots={"per_maand": euros(stretch.monthly) or ""},
        part=number,
    )


def _total(total: Fraction | None, facts: MaatregelFacts) -> Step:
    return Step(
        rule="03_totaal",
        variant="onbekend" if total is None else "berekend",
        basis="pw_18_2",
        amount=total,
        inputs=(
            Input(name="percentage", value=str(facts.percentage)),
            Input(name="maanden", value=str(facts.months)),
            Input(name="ingang", value=dutch_day(facts.starts_on)),
        ),
    )


def _spread(total: Fraction | None) -> Step:
    """Lid 5: in the first month at least a third; here in three equal parts, the rest first."""
    if total is None:
        return Step(rule="04_verdeling", variant="onbekend", basis="pw_18_4_8")
    each = Money(int(total) // SPREAD_OVER)
    first = Money(int(total) - each.cents * (SPREAD_OVER - 1))
    return Step(
        rule="04_verdeling",
        variant="berekend",
        basis="pw_18_4_8",
        inputs=(Input(name="totaal", value=euros(total)),),
        slots={"eerste": first.dutch(), "daarna": each.dutch()},
    )


def _sum(parts: list[Fraction | None]) -> Fraction | None:
    known = [part for part in parts if part is not None]
    return sum(known, Fraction(0)) if len(known) == len(parts) else None
