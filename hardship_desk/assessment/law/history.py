"""Which law was in use when: the steps by which packages came and went, and the law with each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from hardship_desk.assessment.law.joining import is_overtaken, joined
from hardship_desk.assessment.law.package import LawPackage, ReadPackage
from hardship_desk.assessment.plugins.loader import ReadPlugin
from hardship_desk.plugin_api.manifest import PluginProblem, ProblemEffect

SHIPPED = ""
"""In place of the name of a package: the law as it comes with the program."""


class StepKind(StrEnum):
    """How the law in use changed."""

    TAKEN_IN = "ingevoerd"
    ROLLED_BACK = "teruggezet"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawStep:
    """This package was chosen; `SHIPPED` where none was.

    It counts from `begun`, the first start after it; None while that is still to come.
    """

    kind: StepKind
    package: str
    at: datetime
    begun: datetime | None = None


@dataclass(frozen=True, slots=True)
class LawSteps:
    """Every step on this machine, oldest first."""

    steps: tuple[LawStep, ...] = ()

    @property
    def active(self) -> str:
        """The package in use."""
        return self.steps[-1].package if self.steps else SHIPPED

    @property
    def before(self) -> str:
        """The package to which a rollback returns; `SHIPPED` where there was none."""
        pile: list[str] = []
        for step in self.steps:
            if step.kind is StepKind.TAKEN_IN:
                pile.append(step.package)
            elif pile:
                pile.pop()
        return pile[-2] if len(pile) > 1 else SHIPPED

    def at(self, moment: datetime) -> str:
        """The package with which the program worked at that moment."""
        past = [step.package for step in self.steps if step.begun and step.begun <= moment]
        return past[-1] if past else SHIPPED

    def begin(self, moment: datetime) -> LawSteps:
        """These steps after a start at that moment."""
        return LawSteps(tuple(replace(step, begun=step.begun or moment) for step in self.steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class LawInUse:
    """National law with what the package in use changes, if there is one that counts.

    `name` is what was chosen; `problem` is why that does not count, as a code, empty where all is well.
    """

    law: ReadPlugin
    name: str = SHIPPED
    package: LawPackage | None = None
    problem: str = ""

    def problems(self) -> tuple[PluginProblem, ...]:
        """What decisions have to know: newer law was taken in and cannot be read."""
        if self.problem != "wetspakket_onbruikbaar":
            return ()
        effect = ProblemEffect.ASKS_REASON
        return (PluginProblem(plugin="wetspakket", code=self.problem, effect=effect),)


LawSource = Callable[[ReadPlugin], LawInUse]
"""Given the shipped law, the law in use on this machine."""


def law_with(
    shipped: ReadPlugin, name: str, read: Callable[[str, ReadPlugin], ReadPackage]
) -> LawInUse:
    """The law with the package of that name, as far as it can be read and still counts."""
    if name == SHIPPED or shipped.problems:
        return LawInUse(law=shipped)
    package = read(name, shipped).package
    if package is None:
        return LawInUse(law=shipped, name=name, problem="wetspakket_onbruikbaar")
    if is_overtaken(package, shipped):
        return LawInUse(law=shipped, name=name, problem="wetspakket_ingehaald")
    return LawInUse(law=joined(shipped, package), name=name, package=package)
