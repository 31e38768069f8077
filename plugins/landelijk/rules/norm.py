"""The norm of a household on a day, when nobody shares costs (Participatiewet 20 to 23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hardship_desk.plugin_api import AssessmentContext, Money, Period

from .law import DatedValue, Law
from .step import Input, Step, dutch_day, euros

OWN_NORM = "anders"
EXTRA_IN_INSTITUTION = {
    "inrichting_alleenstaande": "norm.inrichting_ophoging_alleenstaande",
    "inrichting_gehuwden": "norm.inrichting_ophoging_gehuwden",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """The norm on one day: `amount` is None where no source gives it and nobody filled it in."""

    variant: str
    leefvorm: str | None
    amount: Money | None = None
    values: tuple[DatedValue, ...] = ()


def norm_on(context: AssessmentContext, law: Law, day: date) -> Norm:
    """The norm of that day; what the caseworker filled in wins over the table."""
    leefvorm, own = context.choice("norm.leefvorm"), context.amount("norm.bedrag")
    if own is not None:
        return Norm(variant="eigen", leefvorm=leefvorm, amount=own)
    if leefvorm is None or leefvorm == OWN_NORM:
        return Norm(variant="onbekend", leefvorm=leefvorm)
    amount, values = table_norm(leefvorm, law, day)
    if amount is None:
        return Norm(variant="onbekend", leefvorm=leefvorm, values=values)
    variant = "inrichting" if leefvorm in EXTRA_IN_INSTITUTION else "tabel"
    return Norm(variant=variant, leefvorm=leefvorm, amount=amount, values=values)


def table_norm(leefvorm: str, law: Law, day: date) -> tuple[Money | None, tuple[DatedValue, ...]]:
    """The norm of the law for a leefvorm, in an institution with its increase; None if unknown."""
    extra = EXTRA_IN_INSTITUTION.get(leefvorm)
    values = tuple(law.on(day, name) for name in (f"norm.{leefvorm}", extra) if name)
    known = [value.money.cents for value in values if value.money is not None]
    return (Money(sum(known)) if len(known) == len(values) else None), values


def norm_step(norm: Norm, period: Period, part: int = 0) -> Step:
    """The norm as a line of the calculation, for the days in which it holds."""
    return Step(
        rule="norm",
        variant=norm.variant,
        basis="pw_20_23",
        amount=norm.amount.fraction if norm.amount is not None else None,
        inputs=(
            days_of(period),
            Input(name="leefvorm", word=norm.leefvorm or ""),
            Input(name="norm", value=euros(norm.amount)),
        ),
        values=norm.values,
        part=part,
    )


def days_of(period: Period) -> Input:
    """The stretch of days as an input of a line."""
    start, end = dutch_day(period.start), dutch_day(period.end)
    return Input(name="periode", value=f"{start} - {end}" if end else f"{start} -")


def rounded(amount: Fraction) -> Fraction:
    """Half up to the cent, as exact cents: what is paid each month is a whole number of cents."""
    return Fraction((amount + Fraction(1, 2)).__floor__())
