"""Recidive: an earlier sanction for the same conduct (Participatiewet 18a lid 5 and 6)."""

from __future__ import annotations

from fractions import Fraction

from ..calendar_terms import add_years
from ..law import DatedValue, Law
from ..step import Input, Step, dutch_day, euros, percent, yes_no
from .facts import NO_BENADELING, BoeteFacts


def _window(facts: BoeteFacts, law: Law) -> DatedValue | None:
    """Participatiewet 18a lid 5 and 6: five years, or ten after an unconditional prison term."""
    if facts.offence_day is None:
        return None
    tail = "tijdvak_na_gevangenisstraf" if facts.recidive.prison else "tijdvak"
    return law.on(facts.offence_day, f"boete.recidive.{tail}")


def counts_as_recidive(facts: BoeteFacts, law: Law) -> bool | None:
    """Participatiewet 18a lid 5: same conduct, final, imposed in the window before the new breach.

    None while something needed is unknown; what is unknown never raises a fine.
    """
    past = facts.recidive
    if False in (past.earlier, past.same_conduct, past.final):
        return False
    window = _window(facts, law)
    if None in (past.earlier, past.same_conduct, past.final) or past.imposed_on is None:
        return None
    if window is None or window.count is None or facts.offence_day is None:
        return None
    begin = add_years(facts.offence_day, -window.count)
    return begin <= past.imposed_on < facts.offence_day


def raised(facts: BoeteFacts, law: Law, amount: Fraction) -> Fraction:
    """Participatiewet 18a lid 5: the amount times the factor in force on the day of the breach."""
    factor = _factor(facts, law)
    return amount * factor.fraction if factor and factor.fraction is not None else amount


def _factor(facts: BoeteFacts, law: Law) -> DatedValue | None:
    if facts.offence_day is None:
        return None
    return law.on(facts.offence_day, "boete.recidive.factor")


def apply_recidive(facts: BoeteFacts, law: Law, benadeling: Fraction | None) -> Step:
    """Participatiewet 18a lid 5: on recidive the benadelingsbedrag counts for half as much again."""
    found = counts_as_recidive(facts, law)
    inputs: tuple[Input, ...] = (
        yes_no("eerdere_sanctie", facts.recidive.earlier),
        yes_no("zelfde_gedraging", facts.recidive.same_conduct),
        yes_no("onherroepelijk", facts.recidive.final),
        Input(name="opgelegd_op", value=dutch_day(facts.recidive.imposed_on)),
        Input(name="overtreding_op", value=dutch_day(facts.offence_day)),
    )
    if facts.recidive.earlier is False:
        inputs = inputs[:1]
    if benadeling is None or benadeling == NO_BENADELING.fraction:
        variant = "niet_van_toepassing" if benadeling is not None else "zonder_bedrag"
        return Step(rule="07_recidive", variant=variant, basis="pw_18a_5", inputs=inputs)
    factor = _factor(facts, law)
    if not found or factor is None or factor.fraction is None:
        variant = "onbekend" if found is None else "nee"
        return Step(
            rule="07_recidive", variant=variant, basis="pw_18a_5", amount=benadeling, inputs=inputs
        )
    window = _window(facts, law)
    return Step(
        rule="07_recidive",
        variant="ja",
        basis="pw_18a_5",
        amount=benadeling * factor.fraction,
        inputs=(*inputs, Input(name="benadelingsbedrag", value=euros(benadeling))),
        values=(factor, *([window] if window else [])),
        slots={"procent": percent(factor.fraction)},
    )
