"""The legal maximum (Participatiewet 18a lid 1 and 3; Boetebesluit 2; Wetboek van Strafrecht 23)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hardship_desk.plugin_api import Money

from ..law import DatedValue, Law
from ..step import Input, Step, euros
from .facts import NO_BENADELING, BoeteFacts
from .verwijtbaarheid import Verwijtbaarheid


def category_of(facts: BoeteFacts) -> str:
    """Participatiewet 18a lid 1 and 3: category 5 for opzet, 2 without benadeling, otherwise 3."""
    if facts.benadeling == NO_BENADELING:
        return "boete.categorie_2"
    if facts.verwijtbaarheid is Verwijtbaarheid.OPZET:
        return "boete.categorie_5"
    return "boete.categorie_3"


def _share(facts: BoeteFacts, law: Law, day: date) -> tuple[Fraction, tuple[DatedValue, ...]]:
    """Boetebesluit 2: the part of the category that is the ceiling, with the values it came from.

    For a normal or lesser grade that is 50/75 or 25/75 of category 3; otherwise the whole.
    """
    grade = facts.verwijtbaarheid
    lesser = grade in (
        Verwijtbaarheid.NORMALE_VERWIJTBAARHEID,
        Verwijtbaarheid.VERMINDERDE_VERWIJTBAARHEID,
    )
    if grade is None or not lesser or facts.benadeling == NO_BENADELING:
        return Fraction(1), ()
    part = law.on(day, f"boete.percentage.{grade.value}")
    divisor = law.on(day, "boete.plafond.deler")
    if part.fraction is None or divisor.fraction is None:
        return Fraction(1), ()
    return part.fraction / divisor.fraction, (part, divisor)


def apply_maximum(facts: BoeteFacts, law: Law, day: date) -> Step:
    """Participatiewet 18a lid 1 and 3: the ceiling; without amount where no source gives it."""
    category = law.on(day, category_of(facts))
    share, values = _share(facts, law, day)
    name = category_of(facts).removeprefix("boete.")
    if category.money is None:
        return Step(
            rule="09_maximum",
            variant="onbekend",
            basis="sr_23",
            inputs=(Input(name=name),),
            values=(category,),
            slots={"dag": f"{day:%d-%m-%Y}"},
        )
    return Step(
        rule="09_maximum",
        variant="plafond" if values else "categorie",
        basis="sr_23",
        amount=category.money.fraction * share,
        inputs=(Input(name=name, value=euros(category.money)),),
        values=(category, *values),
        slots={"deel": f"{share.numerator}/{share.denominator}"},
    )


def nearest_maximum(facts: BoeteFacts, law: Law, day: date) -> Fraction | None:
    """The ceiling by the known category amount nearest to the day, to see how far off it is."""
    known: Money | None = law.nearest_known(category_of(facts), day)
    return known.fraction * _share(facts, law, day)[0] if known is not None else None
