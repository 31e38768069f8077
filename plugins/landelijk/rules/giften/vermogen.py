"""Assets (Participatiewet 34): possessions less debts, beside the limit of the household."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hardship_desk.plugin_api import Money

from ..law import Law
from ..step import Input, Step, euros
from .facts import MiddelenFacts


def assets_steps(facts: MiddelenFacts, law: Law, *, is_old: bool) -> tuple[Step, ...]:
    """The assets, the limit of the day, and what lies above it; `is_old` is the law before 2026."""
    total, limit = _assets(facts), limit_step(facts, law, facts.day, is_old=is_old)
    basis = "pw_34_oud" if is_old else "pw_34"
    steps = (total, limit, above_step(total.amount, limit.amount))
    return tuple(replace(step, basis=basis) for step in steps)


def above_step(assets: Fraction | None, limit: Fraction | None) -> Step:
    """What of the assets lies above the limit; nothing is said while one of them is unknown."""
    if assets is None or limit is None:
        return Step(rule="13_boven", variant="onbekend", basis="pw_34")
    above = max(assets - limit, Fraction(0))
    return Step(rule="13_boven", variant="boven" if above else "onder", basis="pw_34", amount=above)


def _assets(facts: MiddelenFacts) -> Step:
    inputs = (
        Input(name="bezit", value=euros(facts.possessions)),
        Input(name="vrij_bezit", value=euros(facts.free_possessions)),
        Input(name="schulden", value=euros(facts.debts)),
    )
    if facts.possessions is None or facts.free_possessions is None or facts.debts is None:
        return Step(rule="11_vermogen", variant="onbekend", basis="pw_34", inputs=inputs)
    left = max(facts.possessions - facts.free_possessions - facts.debts, Money(0))
    return Step(
        rule="11_vermogen", variant="bekend", basis="pw_34", amount=left.fraction, inputs=inputs
    )


def limit_step(facts: MiddelenFacts, law: Law, day: date | None, *, is_old: bool) -> Step:
    """34 lid 3: the limit of the year; before 2026 what was left of it at the start (lid 4 old)."""
    if is_old and facts.room_at_start is not None:
        return Step(
            rule="12_grens",
            variant="ruimte_start",
            basis="pw_34",
            amount=facts.room_at_start.fraction,
        )
    if day is None or facts.household is None:
        return Step(rule="12_grens", variant="onbekend", basis="pw_34")
    value = law.on(day, f"vermogensgrens.{facts.household}")
    known = "oud" if is_old else "tabel"
    return Step(
        rule="12_grens",
        variant=known if value.money else "onbekend",
        basis="pw_34",
        amount=value.money.fraction if value.money else None,
        values=(value,),
    )
