"""After the amount: reasonable term and rounding (EVRM 6; Boetebesluit 2)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hardship_desk.plugin_api import Money, round_half_up_to_cent, round_up_to_ten_euros

from ..law import DatedValue, Law
from ..step import Input, Step, euros
from .facts import BoeteFacts

UP_TO_TEN = "omhoog_op_tien_euro"


def apply_redelijke_termijn(facts: BoeteFacts, amount: Fraction | None) -> Step:
    """EVRM 6: a fine goes down by a percentage where the procedure took too long."""
    percentage = facts.delay_percentage
    if not facts.in_review or not percentage:
        variant = "niet_verlaagd" if facts.in_review else "niet_van_toepassing"
        return Step(rule="14_redelijke_termijn", variant=variant, basis="evrm_6", amount=amount)
    return Step(
        rule="14_redelijke_termijn",
        variant="verlaagd",
        basis="evrm_6",
        amount=amount * Fraction(100 - percentage, 100) if amount is not None else None,
        inputs=(Input(name="voor_verlaging", value=euros(amount)),),
        slots={"procent": str(percentage)},
    )


def rounding_on(law: Law, day: date) -> DatedValue:
    """Boetebesluit 2: how the end amount was rounded in the regime of that day."""
    return law.on(day, "boete.afronding")


def round_off(amount: Fraction, rounding: DatedValue) -> Money:
    """Up to ten euros until the end of 2016; after that to the nearest cent (CRVB:2023:916)."""
    if rounding.choice == UP_TO_TEN:
        return round_up_to_ten_euros(amount)
    return round_half_up_to_cent(amount)


def apply_rounding(law: Law, day: date, amount: Fraction | None) -> Step:
    """Boetebesluit 2: the end amount, rounded once and by name."""
    if amount is None:
        return Step(rule="15_afronding", variant="onbekend", basis="boetebesluit_2")
    rounding = rounding_on(law, day)
    up = rounding.choice == UP_TO_TEN
    return Step(
        rule="15_afronding",
        variant=UP_TO_TEN if up else "op_de_cent",
        basis="boetebesluit_2",
        amount=round_off(amount, rounding).fraction,
        inputs=(Input(name="voor_afronding", value=euros(amount)),),
        values=(rounding,),
    )
