"""Asks every plugin in turn and writes down who said what; a failing one harms no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from hardship_desk.assessment.plugins.loader import LoadedPlugin
from hardship_desk.assessment.plugins.own_code import Asked, PluginBusyError, PluginFailedError
from hardship_desk.assessment.stated.rules import (
    StatedCase,
    stated_considerations,
    stated_findings,
    stated_letter,
)
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.decision import Consideration
from hardship_desk.domain.finding import Finding, Provenance
from hardship_desk.domain.ids import FindingId
from hardship_desk.plugin_api.context import AssessmentContext
from hardship_desk.plugin_api.letter import LetterBlock, LetterView
from hardship_desk.plugin_api.manifest import PluginProblem, ProblemEffect
from hardship_desk.questionnaire.model import LAST_STEP

T = TypeVar("T", Computation, Finding, Consideration, LetterBlock)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Everything the plugins said in one run."""

    computations: tuple[Computation, ...]
    findings: tuple[Finding, ...]
    considerations: tuple[Consideration, ...]
    letter_blocks: tuple[LetterBlock, ...]


@dataclass(slots=True)
class RuleRun:
    """One run over the plugins that hold; `problems` gathers what failed, `busy` what still runs.

    Who is `patient` waits for rules in other processes; who is not goes on without them.
    """

    plugins: tuple[LoadedPlugin, ...]
    context: AssessmentContext
    case: StatedCase
    patient: bool = True
    problems: list[PluginProblem] = field(default_factory=list)
    busy: list[str] = field(default_factory=list)
    _out: set[str] = field(default_factory=set)

    def everything(self, view: LetterView | None) -> Said:
        """Ask all hooks, each after the ones whose answers it is given."""
        computations = self.computations()
        findings = self.findings(computations)
        return Said(
            computations=computations,
            findings=findings,
            considerations=self.considerations(findings),
            letter_blocks=self.letter(view),
        )

    @property
    def busy_plugins(self) -> tuple[str, ...]:
        """The plugins whose rules still run, each once."""
        return tuple(dict.fromkeys(self.busy))

    def computations(self) -> tuple[Computation, ...]:
        """Every calculation, marked with the plugin that made it; each id and line once."""
        found: dict[str, Computation] = {}
        lines: set[str] = set()
        for plugin, made in self._asked("hardship_computations", Computation, {}):
            for item in made:
                own = [line.id for line in item.lines]
                fits = len(set(own)) == len(own) and lines.isdisjoint(own)
                if fits and item.id not in found and not _is_below_zero(item):
                    found[item.id] = replace(item, provenance=_provenance(plugin))
                    lines.update(own)
                else:
                    self._refuse(plugin, "berekening_onjuist", item.id)
        return tuple(found.values())

    def findings(self, computations: tuple[Computation, ...]) -> tuple[Finding, ...]:
        """Every finding, marked with its plugin; each id once, each line that it cites known."""
        lines = {line.id for item in computations for line in item.lines}
        provisions = tuple(item for plugin in self.plugins for item in plugin.provisions)
        found: dict[str, Finding] = {}
        arguments = {"computations": computations}
        for plugin, made in self._asked("hardship_findings", Finding, arguments):
            stated = stated_findings(plugin.stated, provisions, self.case)
            for item in (*stated, *made):
                fits = 1 <= item.step <= LAST_STEP and lines.issuperset(item.lines)
                if fits and item.id not in found:
                    found[item.id] = replace(item, provenance=_provenance(plugin))
                else:
                    self._refuse(plugin, "bevinding_onjuist", item.id)
        return tuple(sorted(found.values(), key=lambda finding: finding.step))

    def considerations(self, findings: tuple[Finding, ...]) -> tuple[Consideration, ...]:
        """Every drafted paragraph that cites findings which are there, in the order of steps."""
        known = {finding.id for finding in findings}
        found: list[Consideration] = []
        arguments = {"findings": findings}
        for plugin, made in self._asked("hardship_considerations", Consideration, arguments):
            for item in (*self._stated_considerations(plugin, known), *made):
                taken = plugin.manifest.gemeentecodes and any(item.id == o.id for o in found)
                if taken or not item.findings or not known.issuperset(item.findings):
                    self._refuse(plugin, "overweging_zonder_bevinding", item.id)
                else:
                    found.append(replace(item, own_text=""))
        return tuple(sorted(found, key=lambda item: item.step))

    def letter(self, view: LetterView | None) -> tuple[LetterBlock, ...]:
        """Every paragraph for the letter; none while there is no outcome."""
        if view is None:
            return ()
        found: list[LetterBlock] = []
        for plugin, made in self._asked("hardship_letter", LetterBlock, {"decision": view}):
            found += stated_letter(plugin.stated, view.outcome, self.case)
            found += made
        return tuple(found)

    def _stated_considerations(
        self, plugin: LoadedPlugin, known: set[FindingId]
    ) -> tuple[Consideration, ...]:
        """What a plugin states; of a municipality under its own name, beside national ones."""
        stated = stated_considerations(plugin.stated, known, self.case)
        if not plugin.manifest.gemeentecodes:
            return stated
        return tuple(replace(item, id=f"{plugin.manifest.id}.{item.id}") for item in stated)

    def _asked(
        self, hook: str, item: type[T], arguments: Mapping[str, object]
    ) -> Iterator[tuple[LoadedPlugin, tuple[T, ...]]]:
        """Each plugin with its answer; all were asked before the first answer is read."""
        everything = {"context": self.context, **arguments}
        waiting = [(plugin, self._begin(plugin, hook, item, everything)) for plugin in self.plugins]
        for plugin, asked in waiting:
            yield plugin, tuple(self._answer(plugin, asked))

    def _begin(
        self, plugin: LoadedPlugin, hook: str, item: type[T], arguments: Mapping[str, object]
    ) -> Asked | None:
        if plugin.rules is None or plugin.manifest.id in self._out:
            return None
        return plugin.rules.begin(hook, item, arguments, patient=self.patient)

    def _answer(self, plugin: LoadedPlugin, asked: Asked | None) -> Iterable[T]:
        if asked is None:
            return ()
        try:
            return asked.result()
        except PluginBusyError:
            self.busy.append(plugin.manifest.id)
        except PluginFailedError as error:
            self._fail(plugin, error.kind)
        self._out.add(plugin.manifest.id)
        return ()

    def _fail(self, plugin: LoadedPlugin, kind: str) -> None:
        """A plugin that is off asks for a reason to go on without it; a failure stops adopting."""
        is_off = plugin.rules is not None and plugin.rules.is_off
        self.problems.append(
            PluginProblem(
                plugin=plugin.manifest.id,
                code="plugin_uitgezet" if is_off else "regels_uitgevallen",
                detail=kind,
                effect=ProblemEffect.ASKS_REASON if is_off else ProblemEffect.STOPS,
            )
        )

    def _refuse(self, plugin: LoadedPlugin, code: str, detail: str) -> None:
        if plugin.rules is not None:
            plugin.rules.blame(code)
        self.problems.append(PluginProblem(plugin=plugin.manifest.id, code=code, detail=detail))


def _is_below_zero(computation: Computation) -> bool:
    """Whether a calculation ends below zero: nobody has to pay less than nothing."""
    return computation.total is not None and computation.total.cents < 0


def _provenance(plugin: LoadedPlugin) -> Provenance:
    return Provenance(
        plugin=plugin.manifest.id, version=plugin.manifest.version, sha256=plugin.use.sha256
    )
