"""Draagkracht: what can be paid within the months that belong to the grade (Awb 5:46 lid 2)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hardship_desk.plugin_api import Money, round_half_up_to_cent

from ..law import Law
from ..means import Means, room_of
from ..step import Input, Step, euros, percent
from .facts import BoeteFacts
from .verwijtbaarheid import Verwijtbaarheid


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
