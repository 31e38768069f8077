"""Gifts and contributions to costs (Participatiewet 31 lid 2 m and s): which regime, what is free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from hardship_desk.plugin_api import Money

from ..law import DatedValue, Law
from ..step import Input, Step, euros, yes_no
from .facts import MiddelenFacts

BY_LAW = "giften.vrij_per_kalenderjaar"
BY_POLICY = "giften_en_middelen.giften_vrij_per_kalenderjaar"


class Regime(StrEnum):
    """Which version of the law holds: a fixed amount, policy beside a judgement, or neither."""

    WET = "wet"
    BELEID = "beleid"
    AFWEGING = "afweging"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class Limit:
    """The regime of a day with its amount; without an amount there is only a judgement.

    `wider` is local policy that names more than the Act: where the judgement begins.
    """

    regime: Regime
    value: DatedValue | None = None
    wider: DatedValue | None = None

    @property
    def amount(self) -> Money | None:
        """What stays free in a calendar year."""
        return self.value.money if self.value else None


def fixed_by_law(law: Law, day: date | None) -> bool:
    """Whether the Act of 2026 holds on that day: since then it names a fixed amount."""
    return day is not None and law.table.latest_known(BY_LAW, day) is not None


def limit_on(law: Law, day: date | None) -> Limit:
    """Participatiewet 31 lid 2 m: 1.200 euros from 2026; before that policy, or the case alone."""
    if day is None:
        return Limit(Regime.UNKNOWN)
    value, policy = law.on(day, BY_LAW), law.on(day, BY_POLICY)
    if value.money is not None:
        own = policy.now_or_before
        wider = own.money is not None and own.money > value.money
        return Limit(Regime.WET, value, own if wider else None)
    if fixed_by_law(law, day):
        return Limit(Regime.UNKNOWN)
    return Limit(Regime.BELEID, policy) if policy.money is not None else Limit(Regime.AFWEGING)


def gift_steps(facts: MiddelenFacts, limit: Limit) -> tuple[Step, ...]:
    """The regime, the room, what falls within and above it, and what counts."""
    room = _room(facts, limit)
    within = min(facts.amount.fraction, room) if facts.amount and room is not None else None
    above = facts.amount.fraction - within if facts.amount and within is not None else None
    return (
        Step(
            rule="01_regime",
            variant=limit.regime.value,
            basis=facts.basis_of_gifts,
            values=(limit.value,) if limit.value else (),
            slots={"grens": euros(limit.amount) or ""},
        ),
        _line(facts, "02_ruimte", room, Input(name="eerder", value=euros(facts.before))),
        _line(facts, "03_binnen", within, Input(name="gift", value=euros(facts.amount))),
        _line(facts, "04_boven", above),
        counted_step(facts, above),
    )


def _room(facts: MiddelenFacts, limit: Limit) -> Fraction | None:
    if limit.regime is Regime.AFWEGING:
        return Fraction(0)
    if limit.amount is None or facts.before is None:
        return None
    return max(limit.amount - facts.before, Money(0)).fraction


def _line(facts: MiddelenFacts, rule: str, amount: Fraction | None, *inputs: Input) -> Step:
    variant = "bekend" if amount is not None else "onbekend"
    basis = facts.basis_of_gifts
    return Step(rule=rule, variant=variant, basis=basis, amount=amount, inputs=inputs)


def counted_step(facts: MiddelenFacts, above: Fraction | None) -> Step:
    """Participatiewet 31 lid 1 and 2 s: what counts; above the limit it takes a judgement."""
    variant, amount = _counted(facts, above)
    return Step(
        rule="05_telt_mee",
        variant=variant,
        basis=facts.basis_of_gifts,
        amount=amount,
        inputs=(yes_no("verantwoord", facts.justified),),
    )


def _counted(facts: MiddelenFacts, above: Fraction | None) -> tuple[str, Fraction | None]:
    if facts.within_reach is False:
        return "geen_middel", Fraction(0)
    if above is None:
        return "onbekend", None
    if above == 0:
        return "binnen_grens", Fraction(0)
    if facts.justified is None:
        return "vraagt_oordeel", None
    return ("vrijgelaten", Fraction(0)) if facts.justified else ("telt_mee", above)
