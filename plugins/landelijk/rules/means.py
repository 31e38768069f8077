"""The means of a household and the room they leave for paying, each month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hardship_desk.plugin_api import AssessmentContext, Money

from .calendar_terms import add_months
from .law import DatedValue, Law
from .norm import table_norm
from .step import Input, euros

HIGHER_INCOME = "hoger"
NORM_OF_OWN = "anders"
MAX_AGE_OF_MEANS = 3
"""Months after which data on income are old (a norm of this program, not of the law)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What is known of the means of the household, on the day of the decision."""

    leefvorm: str | None = None
    own_norm: Money | None = None
    level: str | None = None
    income: Money | None = None
    beslagvrije_voet: Money | None = None
    beslagvrije_voet_on: date | None = None
    assets: Money | None = None
    peildatum: date | None = None
    rounds_each_month: bool = False


def read_means(context: AssessmentContext) -> Means:
    """The means of the household as answered."""
    return Means(
        leefvorm=context.choice("draagkracht.leefvorm"),
        own_norm=context.amount("draagkracht.norm_bedrag"),
        level=context.choice("draagkracht.niveau"),
        income=context.amount("draagkracht.inkomen"),
        beslagvrije_voet=context.amount("draagkracht.beslagvrije_voet"),
        beslagvrije_voet_on=context.day("draagkracht.beslagvrije_voet_datum"),
        assets=context.amount("draagkracht.vermogen"),
        peildatum=context.day("draagkracht.peildatum"),
        rounds_each_month=context.choice("draagkracht.afronding") == "per_maand",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draagkracht:
    """The room for payment each month; `monthly` is None while it is unknown."""

    variant: str
    monthly: Fraction | None = None
    inputs: tuple[Input, ...] = ()
    values: tuple[DatedValue, ...] = ()
    percentage: Fraction | None = None


def bijstandsnorm_on(
    means: Means, law: Law, day: date
) -> tuple[Money | None, tuple[DatedValue, ...]]:
    """Participatiewet 20-23: the norm of the household; an own entry wins over the table."""
    if means.own_norm is not None:
        return means.own_norm, ()
    if means.leefvorm is None or means.leefvorm == NORM_OF_OWN:
        return None, ()
    return table_norm(means.leefvorm, law, day)


def draagkrachtpercentage_on(law: Law, day: date) -> DatedValue:
    """Rv 475dc: ten percent of the norm until 3 August 2020, five from the day after."""
    return law.on(day, "draagkracht.percentage")


def room_of(means: Means, law: Law, day: date) -> Draagkracht:
    """The monthly room: a part of the norm, or what a higher income has above its floor."""
    return _above_floor(means) if means.level == HIGHER_INCOME else _of_norm(means, law, day)


def _above_floor(means: Means) -> Draagkracht:
    """Rv 475da: only what lies above the beslagvrije voet is room to pay."""
    inputs = (
        Input(name="inkomen", value=euros(means.income)),
        Input(name="beslagvrije_voet", value=euros(means.beslagvrije_voet)),
    )
    if means.income is None or means.beslagvrije_voet is None:
        return Draagkracht(variant="niet_onderzocht", inputs=inputs)
    room = max(means.income - means.beslagvrije_voet, Money(0))
    return Draagkracht(variant="boven_voet", monthly=room.fraction, inputs=inputs)


def _of_norm(means: Means, law: Law, day: date) -> Draagkracht:
    """Rv 475dc: on bijstand level the room is a percentage of the norm."""
    if means.level is None:
        return Draagkracht(variant="niet_onderzocht", inputs=(Input(name="niveau"),))
    norm, values = bijstandsnorm_on(means, law, day)
    part = draagkrachtpercentage_on(law, day)
    inputs = (Input(name="norm", value=euros(norm)),)
    if norm is None or part.fraction is None:
        return Draagkracht(variant="norm_onbekend", inputs=inputs)
    return Draagkracht(
        variant="van_norm" if values else "van_eigen_norm",
        monthly=norm.fraction * part.fraction,
        inputs=inputs,
        values=(part, *values),
        percentage=part.fraction,
    )


def data_is_old(means: Means, on: date | None) -> bool:
    """ECLI:NL:CRVB:2016:12: draagkracht is that of now, so data may not be old."""
    if means.peildatum is None or on is None:
        return False
    return on > add_months(means.peildatum, MAX_AGE_OF_MEANS)


def voet_is_old(means: Means, law: Law, on: date | None) -> bool:
    """Rv 475d: a calculation of the beslagvrije voet holds for twelve months."""
    if means.beslagvrije_voet_on is None or on is None:
        return False
    months = law.on(on, "beslagvrije_voet.geldigheid").count
    return months is not None and on > add_months(means.beslagvrije_voet_on, months)
