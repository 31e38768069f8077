"""From benadelingsbedrag and grade to the starting amount (Participatiewet 18a; Boetebesluit 2)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ..law import Law
from ..step import Input, Step, euros, percent
from .facts import NO_BENADELING, BoeteFacts


def find_benadeling(facts: BoeteFacts) -> Step:
    """Participatiewet 18a lid 2: what was paid too much because of the breach."""
    kind = facts.benadeling_kind
    if facts.benadeling is None or kind is None:
        variant = "zonder_terugvordering" if kind == "uit_terugvordering" else "onbekend"
        return Step(
            rule="06_benadelingsbedrag",
            variant=variant,
            basis="pw_18a_2",
            inputs=(Input(name="benadelingsbedrag"),),
        )
    return Step(
        rule="06_benadelingsbedrag",
        variant="geen" if facts.benadeling == NO_BENADELING else kind,
        basis="pw_18a_2",
        amount=facts.benadeling.fraction,
        inputs=(Input(name="benadelingsbedrag", value=euros(facts.benadeling)),),
    )


def apply_percentage(facts: BoeteFacts, law: Law, day: date, base: Fraction | None) -> Step:
    """Boetebesluit 2: the percentage of the grade, or the starting amount without benadeling."""
    grade = facts.verwijtbaarheid
    if grade is None:
        return _without_amount("zonder_graad")
    if facts.benadeling == NO_BENADELING:
        return _starting_amount(law, day)
    value = law.on(day, f"boete.percentage.{grade.value}")
    if base is None or value.fraction is None:
        return _without_amount("onbekend")
    return Step(
        rule="08_percentage",
        variant="percentage",
        basis="boetebesluit_2",
        amount=base * value.fraction,
        inputs=(
            Input(name="grondslag", value=euros(base)),
            Input(name="graad", word=grade.value),
        ),
        values=(value,),
        slots={"procent": percent(value.fraction)},
    )


def _starting_amount(law: Law, day: date) -> Step:
    """Boetebesluit 2: without benadelingsbedrag the fine starts at a fixed amount."""
    value = law.on(day, "boete.geen_benadeling.uitgangspunt")
    return Step(
        rule="08_percentage",
        variant="uitgangspunt",
        basis="boetebesluit_2",
        amount=value.money.fraction if value.money else None,
        inputs=(Input(name="uitgangspunt", value=euros(value.money)),),
        values=(value,),
    )


def _without_amount(variant: str) -> Step:
    return Step(rule="08_percentage", variant=variant, basis="boetebesluit_2")
