"""The whole calculation of a fine: gates, then both regimes, then lines in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hardship_desk.plugin_api import CalculationLine, Computation, Money

from ..law import DatedValue, Law
from ..step import Step
from ..wording import Wording
from .facts import BoeteFacts
from .poorten import SHUT, check_beletsel, check_schending, check_vervaltermijn, check_verwijt
from .regimes import Compared, compare_regimes
from .waarschuwing import check_waarschuwing


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """The outcome of the rules, before and after it is put into words."""

    gates: tuple[Step, ...]
    compared: Compared | None
    total: Money | None
    has_regime: bool = True

    def variant(self, rule: str) -> str:
        """What one gate said."""
        return next(step.variant for step in self.gates if step.rule == rule)

    @property
    def is_shut(self) -> bool:
        """Whether a gate is shut."""
        return any(step.variant in SHUT for step in self.gates)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, in the order of the lines."""
        if self.compared is None:
            return self.gates
        return (*self.gates, *self.compared.used.steps, self.compared.step)

    @property
    def values(self) -> tuple[DatedValue, ...]:
        """Every dated value that was used."""
        return tuple(value for step in self.steps for value in step.values)


def law_day(basis: str, facts: BoeteFacts) -> date | None:
    """The day whose text of law counts: that of the decision for the Awb, else of the conduct."""
    return facts.decided_on if basis.startswith("awb_") else facts.last_day


def calculate(facts: BoeteFacts, law: Law) -> Calculation:
    """Run the gates and, where they are open and both dates are known, both regimes."""
    gates = (
        check_schending(facts),
        check_verwijt(facts),
        check_beletsel(facts, law),
        check_vervaltermijn(facts, law),
        check_waarschuwing(facts, law),
    )
    shut = [step.variant for step in gates if step.variant in SHUT]
    if shut:
        total = Money(0) if shut == ["geen_verwijt"] else None
        return Calculation(gates=gates, compared=None, total=total)
    if facts.last_day is None or facts.decided_on is None:
        return Calculation(gates=gates, compared=None, total=None)
    if not law.has_regime(facts.last_day):
        return Calculation(gates=gates, compared=None, total=None, has_regime=False)
    compared = compare_regimes(facts, law, facts.last_day, facts.decided_on)
    return Calculation(gates=gates, compared=compared, total=compared.used.total)


def lines_of(
    calculation: Calculation, facts: BoeteFacts, wording: Wording
) -> tuple[CalculationLine, ...]:
    """The calculation as lines."""
    return tuple(wording.line(step, law_day(step.basis, facts)) for step in calculation.steps)


def computation_of(calculation: Calculation, facts: BoeteFacts, wording: Wording) -> Computation:
    """The calculation as the program prints it."""
    return Computation(
        id="boete",
        title=wording.get("titel.boete"),
        lines=lines_of(calculation, facts, wording),
        total=calculation.total,
    )
