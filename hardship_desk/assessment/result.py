"""The result of running the rules on one decision of a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hardship_desk.domain.computation import Computation
from hardship_desk.domain.decision import Consideration
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.flag import Flag, Moment
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.plugin_api.catalogue import Parameter
from hardship_desk.plugin_api.context import AssessmentContext
from hardship_desk.plugin_api.letter import LetterBlock
from hardship_desk.plugin_api.manifest import PluginManifest, PluginProblem


class StepState(StrEnum):
    """How far a step is."""

    LEEG = "leeg"
    BEZIG = "bezig"
    COMPLEET = "compleet"
    VLAG = "vlag"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepProgress:
    """One step of the route: which questions are asked there, and which still need work."""

    step: int
    asked: tuple[QuestionId, ...]
    missing: tuple[QuestionId, ...]
    state: StepState


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginUse:
    """A plugin that took part, with the hash of its files."""

    manifest: PluginManifest
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionTreatment:
    """Where one criterion was treated, or why not; `where` is never empty."""

    id: str
    text: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything the rules said about one decision. It holds no outcome of its own.

    `unknown_parameters` are the values the organisation still has to fill in; `values_asked` the names
    that rules in this process looked for; `pending` the plugins whose rules are still at work: what
    they say is not in it yet.
    """

    context: AssessmentContext
    steps: tuple[StepProgress, ...]
    findings: tuple[Finding, ...]
    computations: tuple[Computation, ...]
    considerations: tuple[Consideration, ...]
    letter_blocks: tuple[LetterBlock, ...]
    flags: tuple[Flag, ...]
    criteria: tuple[CriterionTreatment, ...]
    plugins: tuple[PluginUse, ...]
    problems: tuple[PluginProblem, ...]
    values_asked: frozenset[str] = frozenset()
    unknown_parameters: tuple[Parameter, ...] = ()
    pending: tuple[str, ...] = ()

    @property
    def total(self) -> Money | None:
        """The total of the first calculation, or None."""
        return self.computations[0].total if self.computations else None

    def blocking(self, moment: Moment) -> tuple[Flag, ...]:
        """The flags that stand in the way of a moment."""
        return tuple(flag for flag in self.flags if flag.moment is moment and flag.blocks)

    def progress(self, step: int) -> StepProgress:
        """The progress of a step on the route; KeyError off the route."""
        for item in self.steps:
            if item.step == step:
                return item
        raise KeyError(step)
