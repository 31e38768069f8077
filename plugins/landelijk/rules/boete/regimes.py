"""The law of the conduct and the law of today, and which is milder (Awb 5:46 lid 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hardship_desk.plugin_api import Money

from ..law import Law
from ..step import Input, Step, euros
from .draagkracht import apply_draagkracht
from .evenredigheid import apply_evenredigheid, binding_of, show_dringende_reden, take_lowest
from .facts import BoeteFacts
from .graad import apply_percentage, find_benadeling
from .maximum import apply_maximum
from .recidive import apply_recidive
from .termijn import apply_redelijke_termijn, apply_rounding

NOT_AGAIN = (
    "06_benadelingsbedrag",
    "07_recidive",
    "08_percentage",
    "09_maximum",
    "10_draagkracht",
    "11_evenredigheid",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The steps from benadelingsbedrag to end amount under the law of one day."""

    day: date
    steps: tuple[Step, ...]
    total: Money | None
    binding: str | None = None

    def step(self, rule: str) -> Step:
        """One step of the chain."""
        return next(step for step in self.steps if step.rule == rule)

    @property
    def has_unknown_maximum(self) -> bool:
        """Whether no source gives the legal maximum of that day."""
        return self.step("09_maximum").variant == "onbekend"


def run_chain(facts: BoeteFacts, law: Law, day: date, decided_on: date) -> Chain:
    """Every step under the regime of the day; the means are those of the decision."""
    if facts.set_before is not None:
        return _from_set_amount(facts, law, day, facts.set_before)
    benadeling = find_benadeling(facts)
    recidive = apply_recidive(facts, law, benadeling.amount)
    start = apply_percentage(facts, law, day, recidive.amount)
    ceiling = apply_maximum(facts, law, day)
    room = apply_draagkracht(facts, law, decided_on)
    candidates = {
        "percentage": start.amount,
        "maximum": ceiling.amount,
        "draagkracht": room.amount,
    }
    computed = binding_of(candidates)
    fair = apply_evenredigheid(facts, candidates[computed] if computed else None)
    candidates["evenredigheid"] = fair.amount
    lowest = take_lowest(candidates)
    steps = (benadeling, recidive, start, ceiling, room, fair, show_dringende_reden(facts), lowest)
    return _finish(facts, law, day, steps, binding_of(candidates))


def _from_set_amount(facts: BoeteFacts, law: Law, day: date, amount: Money) -> Chain:
    """Awb 7:11: start from an amount set before; what lies before it is not computed again."""
    skipped = tuple(
        Step(rule=rule, variant="niet_opnieuw_berekend", basis="awb_7_11") for rule in NOT_AGAIN
    )
    start = Step(
        rule="13_laagste",
        variant="eerder_vastgesteld",
        basis="awb_7_11",
        amount=amount.fraction,
        inputs=(Input(name="eerder_vastgesteld", value=euros(amount)),),
    )
    steps = (*skipped, show_dringende_reden(facts), start)
    return _finish(facts, law, day, steps, None)


def _finish(
    facts: BoeteFacts, law: Law, day: date, steps: tuple[Step, ...], binding: str | None
) -> Chain:
    late = apply_redelijke_termijn(facts, steps[-1].amount)
    end = apply_rounding(law, day, late.amount)
    total = Money(end.amount.numerator) if end.amount is not None else None
    return Chain(day=day, steps=(*steps, late, end), total=total, binding=binding)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Both regimes side by side: the one that is used, and what the line says about it."""

    used: Chain
    of_conduct: Chain
    of_decision: Chain
    step: Step

    @property
    def differ(self) -> bool:
        """Whether the law changed the amount between conduct and decision."""
        return self.of_conduct.total != self.of_decision.total


def compare_regimes(facts: BoeteFacts, law: Law, conduct_day: date, decided_on: date) -> Compared:
    """Awb 5:46 lid 4: the law of the conduct, unless the later law is milder."""
    old = run_chain(facts, law, conduct_day, decided_on)
    new = run_chain(facts, law, decided_on, decided_on)
    used, variant = _milder(old, new)
    step = Step(
        rule="16_gunstigste_recht",
        variant=variant,
        basis="awb_5_46_4",
        amount=used.total.fraction if used.total is not None else None,
        inputs=(
            Input(name="recht_van_gedraging", value=euros(old.total)),
            Input(name="recht_van_besluit", value=euros(new.total)),
        ),
        slots={"gedraging": f"{conduct_day:%d-%m-%Y}", "besluit": f"{decided_on:%d-%m-%Y}"},
    )
    return Compared(used=used, of_conduct=old, of_decision=new, step=step)


def _milder(old: Chain, new: Chain) -> tuple[Chain, str]:
    if old.total is None or new.total is None:
        return old, "onbekend"
    if old.total == new.total:
        return old, "gelijk"
    used, variant = (new, "nieuw_recht") if new.total < old.total else (old, "oud_recht")
    if old.has_unknown_maximum or new.has_unknown_maximum:
        return used, "maximum_onbekend"
    return used, variant
