"""The individuele inkomenstoeslag (Participatiewet 36): what the verordening asks, and what it gives."""

from __future__ import annotations

from datetime import date

from ..law import DatedValue, Law
from ..step import Input, Step, percent
from .facts import BijstandFacts

LOCAL = "individuele_inkomenstoeslag"
CONDITIONS, AMOUNT = "10_toeslag_eisen", "11_toeslag"
NO_CHILD = "geen"


def toeslag_steps(facts: BijstandFacts, law: Law) -> tuple[Step, ...]:
    """What is long and low here, and the amount for this household; both are for the verordening."""
    if facts.day is None:
        unknown = (CONDITIONS, AMOUNT)
        return tuple(Step(rule=rule, variant="onbekend", basis="pw_36") for rule in unknown)
    return (conditions_step(law, facts.day), amount_step(facts, law, facts.day))


def conditions_step(law: Law, day: date) -> Step:
    """Participatiewet 36 lid 1, 8 lid 1 b and 2: the verordening says what is long and what is low."""
    months = law.on(day, f"{LOCAL}.referteperiode_maanden")
    part = law.on(day, f"{LOCAL}.inkomensgrens_pct_norm")
    variant = {
        (True, True): "bekend",
        (True, False): "grens_onbekend",
        (False, True): "duur_onbekend",
        (False, False): "onbekend",
    }[(months.count is not None, part.fraction is not None)]
    asked = ((months, months.count), (part, part.fraction))
    return Step(
        rule=CONDITIONS,
        variant=variant,
        basis="pw_36",
        values=tuple(value for value, known in asked if known is not None),
        slots={
            "maanden": str(months.count),
            "procent": percent(part.fraction) if part.fraction is not None else "",
        },
        sought=tuple(value for value, known in asked if known is None),
    )


def amount_step(facts: BijstandFacts, law: Law, day: date) -> Step:
    """Participatiewet 36: the amount for this household; more with a child where it says so."""
    household, child = facts.toeslag_household, facts.toeslag_child
    inputs = (Input(name="huishouden", word=household or ""), Input(name="kind", word=child or ""))
    if household is None or child is None:
        return Step(rule=AMOUNT, variant="onbekend", basis="pw_36", inputs=inputs)
    value = _amount(law, day, household, child)
    if value.money is None:
        return Step(
            rule=AMOUNT, variant="beleid_onbekend", basis="pw_36", inputs=inputs, sought=(value,)
        )
    return Step(
        rule=AMOUNT,
        variant="bekend",
        basis="pw_36",
        amount=value.money.fraction,
        inputs=inputs,
        values=(value,),
    )


def _amount(law: Law, day: date, household: str, child: str) -> DatedValue:
    """The amount with this child where there is one, else that of the household."""
    own = law.on(day, f"{LOCAL}.bedragen.{household}_met_kind_{child}")
    usual = law.on(day, f"{LOCAL}.bedragen.{household}")
    return own if child != NO_CHILD and own.money is not None else usual
