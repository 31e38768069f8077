"""The whole calculation: costs, threshold, draagkracht, and what is left for bijstand."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.plugin_api import Computation, Money, round_half_up_to_cent

from ..law import Law
from ..step import Input, Step, euros, yes_no
from ..wording import Wording
from .draagkracht import POLICY, ZERO, draagkracht_steps
from .facts import THEME, BijstandFacts
from .toeslag import AMOUNT as TOESLAG
from .toeslag import toeslag_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """The lines before they are put into words."""

    steps: tuple[Step, ...]

    def step(self, rule: str) -> Step:
        """The line of a rule."""
        return next(item for item in self.steps if item.rule == rule)

    @property
    def is_toeslag(self) -> bool:
        """Whether it is that of the individuele inkomenstoeslag."""
        return any(item.rule == TOESLAG for item in self.steps)

    @property
    def draagkracht(self) -> Money | None:
        """What the resident can pay, or None where it is unknown."""
        amount = self.step("08_draagkracht").amount
        return round_half_up_to_cent(amount) if amount is not None else None

    @property
    def total(self) -> Money | None:
        """The bijstand or toeslag, if the other tests hold; None where it is unknown."""
        amount = self.step(TOESLAG if self.is_toeslag else "09_bijstand").amount
        return round_half_up_to_cent(amount) if amount is not None else None


def calculate(facts: BijstandFacts, law: Law) -> Calculation:
    """Every line, in order."""
    if facts.is_toeslag:
        return Calculation(steps=toeslag_steps(facts, law))
    room = draagkracht_steps(facts, law)
    return Calculation(
        steps=(_costs(facts), drempel_step(facts, law), *room, _bijstand(facts, room[-1]))
    )


def computation_of(calculation: Calculation, facts: BijstandFacts, wording: Wording) -> Computation:
    """The calculation as the program prints it."""
    return Computation(
        id=THEME,
        title=wording.get("titel_toeslag" if calculation.is_toeslag else "titel"),
        lines=tuple(wording.line(step, facts.day) for step in calculation.steps),
        total=calculation.total,
    )


def _costs(facts: BijstandFacts) -> Step:
    known = facts.costs is not None
    return Step(
        rule="01_kosten",
        variant="bekend" if known else "onbekend",
        basis="pw_35",
        amount=facts.costs.fraction if facts.costs else None,
    )


def drempel_step(facts: BijstandFacts, law: Law) -> Step:
    """Participatiewet 35 lid 2: below the threshold the municipality may refuse, it need not."""
    if not facts.applies_threshold or facts.day is None:
        variant = "niet_toegepast" if facts.applies_threshold is False else "onbekend"
        return Step(rule="02_drempel", variant=variant, basis="pw_35_2")
    value = law.on(facts.day, "bijzondere_bijstand.drempel")
    local = law.on(facts.day, f"{POLICY}.drempelbedrag_toegepast")
    in_policy = local.parameter.value if local.parameter else None
    return Step(
        rule="02_drempel",
        variant=_side(facts.costs_of_year, value.money, in_policy is False),
        basis="pw_35_2",
        inputs=(
            Input(name="kosten_jaar", value=euros(facts.costs_of_year)),
            Input(name="drempel", value=euros(value.money)),
            yes_no("drempel_in_beleid", in_policy if isinstance(in_policy, bool) else None),
        ),
        values=(value,),
    )


def _side(costs: Money | None, threshold: Money | None, excluded: bool) -> str:
    if excluded:
        return "niet_in_beleid"
    if costs is None or threshold is None:
        return "onbekend"
    return "onder" if costs < threshold else "boven"


def _bijstand(facts: BijstandFacts, room: Step) -> Step:
    """Participatiewet 35 lid 1: the costs, less what the resident can pay."""
    inputs = (
        Input(name="kosten", value=euros(facts.costs)),
        Input(name="draagkracht", value=euros(room.amount)),
    )
    if facts.costs is None or room.amount is None:
        return Step(rule="09_bijstand", variant="onbekend", basis="pw_35", inputs=inputs)
    left = max(facts.costs.fraction - room.amount, ZERO)
    variant = "niets" if left == ZERO else "deel" if room.amount else "geheel"
    return Step(rule="09_bijstand", variant=variant, basis="pw_35", amount=left, inputs=inputs)
