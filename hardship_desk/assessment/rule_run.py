"""Asks each plugin its questions, alone; what one does wrong harms only its own part."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeVar

from hardship_desk.assessment.plugin_code import PluginFailedError
from hardship_desk.assessment.plugin_loader import LoadedPlugin
from hardship_desk.assessment.stated import (
    StatedCase,
    stated_considerations,
    stated_findings,
    stated_letter,
)
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.decision import Consideration
from hardship_desk.domain.finding import Finding, Provenance
from hardship_desk.plugin_api.context import AssessmentContext
from hardship_desk.plugin_api.letter import LetterBlock, LetterView
from hardship_desk.plugin_api.manifest import PluginProblem
from hardship_desk.questionnaire.model import LAST_STEP

T = TypeVar("T", Computation, Finding, Consideration, LetterBlock)


@dataclass(slots=True)
class RuleRun:
    """One run over the plugins that hold; `problems` gathers what failed."""

    plugins: tuple[LoadedPlugin, ...]
    context: AssessmentContext
    case: StatedCase
    problems: list[PluginProblem] = field(default_factory=list)

    def computations(self) -> tuple[Computation, ...]:
        """Every calculation, marked with the plugin that made it."""
        found: list[Computation] = []
        for plugin in self.plugins:
            made = self._ask(plugin, "hardship_computations", Computation)
            found += (replace(item, provenance=_provenance(plugin)) for item in made)
        return tuple(found)

    def findings(self, computations: tuple[Computation, ...]) -> tuple[Finding, ...]:
        """Every finding, marked with its plugin; each id once, each line that it cites known."""
        lines = {line.id for item in computations for line in item.lines}
        provisions = tuple(item for plugin in self.plugins for item in plugin.provisions)
        found: dict[str, Finding] = {}
        for plugin in self.plugins:
            stated = stated_findings(plugin.stated, provisions, self.case)
            made = self._ask(plugin, "hardship_findings", Finding, computations=computations)
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
        for plugin in self.plugins:
            stated = stated_considerations(plugin.stated, known, self.case)
            made = self._ask(plugin, "hardship_considerations", Consideration, findings=findings)
            for item in (*stated, *made):
                if item.findings and known.issuperset(item.findings):
                    found.append(item)
                else:
                    self._refuse(plugin, "overweging_zonder_bevinding", item.id)
        return tuple(sorted(found, key=lambda item: item.step))

    def letter(self, view: LetterView | None) -> tuple[LetterBlock, ...]:
        """Every paragraph for the letter; none while there is no outcome."""
        if view is None:
            return ()
        found: list[LetterBlock] = []
        for plugin in self.plugins:
            found += stated_letter(plugin.stated, view.outcome, self.case)
            found += self._ask(plugin, "hardship_letter", LetterBlock, decision=view)
        return tuple(found)

    def _ask(
        self, plugin: LoadedPlugin, hook: str, item: type[T], **arguments: object
    ) -> tuple[T, ...]:
        if plugin.rules is None:
            return ()
        try:
            return plugin.rules.ask(hook, item, context=self.context, **arguments)
        except PluginFailedError as error:
            self._refuse(plugin, "regels_uitgevallen", error.kind)
            return ()

    def _refuse(self, plugin: LoadedPlugin, code: str, detail: str) -> None:
        self.problems.append(PluginProblem(plugin=plugin.manifest.id, code=code, detail=detail))


def _provenance(plugin: LoadedPlugin) -> Provenance:
    return Provenance(
        plugin=plugin.manifest.id, version=plugin.manifest.version, sha256=plugin.use.sha256
    )
