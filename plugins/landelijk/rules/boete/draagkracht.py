"""Draagkracht: what can be paid within the months that belong to the grade (Awb 5:46 lid 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hardship_desk.plugin_api import Money, round_half_up_to_cent

from ..law import DatedValue, Law
from ..step import Input, Step, euros, percent
from .facts import BoeteFacts, Means
from .verwijtbaarheid import Verwijtbaarheid

HIGHER_INCOME = "hoger"
NORM_OF_OWN = "anders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draagkracht:
    """The room for payment each month; `monthly` is None while it is unknown."""

    variant: str
    monthly: Fraction | None = None
    inputs: tuple[Input, ...] = ()
    values: tuple[DatedValue, ...] = ()
    percentage: Fraction | None = None


def bijstandsnorm_on(means: Means, law: Law, day: date) -> tuple[Money | None, DatedValue | None]:
    """Participatiewet 20-23: the norm of the household; an own entry wins over the table."""
    if means.own_norm is not None:
        return means.own_norm, None
    if means.leefvorm is None or means.leefvorm == NORM_OF_OWN:
        return None, None
    value = law.on(day, f"norm.{means.leefvorm}")
    return value.money, value


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
    norm, value = bijstandsnorm_on(means, law, day)
    part = draagkrachtpercentage_on(law, day)
    inputs = (Input(name="norm", value=euros(norm)),)
    if norm is None or part.fraction is None:
        return Draagkracht(variant="norm_onbekend", inputs=inputs)
    return Draagkracht(
        variant="van_norm" if value else "van_eigen_norm",
        monthly=norm.fraction * part.fraction,
        inputs=inputs,
        values=(part, *([value] if value else [])),
        percentage=part.fraction,
    )


def apply_draagkracht(facts: BoeteFacts, law: Law, day: date) -> Step:
    """ECLI:NL:CRVB:2016:12: what can be paid in 24, 18, 12 or 6 months, with free assets."""
    grade = facts.verwijtbaarheid or Verwijtbaarheid.GEEN_VERWIJTBAARHEID
    term = law.on(day, f"boete.aflostermijn.{grade.value}")
    room = room_of(facts.means, law, day)
    if room.monthly is None or term.count is None:
        variant = room.variant if room.monthly is None else "zonder_graad"
        return Step(rule="10_draagkracht", variant=variant, basis="awb_5_46_2", inputs=room.inputs)
    monthly = room.monthly
    if facts.means.rounds_each_month:
        monthly = round_half_up_to_cent(monthly).fraction
    assets = facts.means.assets or Money(0)
    return Step(
        rule="10_draagkracht",
        variant=room.variant,
        basis="awb_5_46_2",
        amount=monthly * term.count + assets.fraction,
        inputs=(
            *room.inputs,
            Input(name="per_maand", value=euros(monthly)),
            Input(name="vermogen", value=euros(facts.means.assets)),
            Input(name="afronding", word=_rounding(facts.means)),
        ),
        values=(term, *room.values),
        slots={
            "maanden": str(term.count),
            "procent": percent(room.percentage or Fraction(0)),
        },
    )


def _rounding(means: Means) -> str:
    return "per_maand" if means.rounds_each_month else "eindbedrag"
