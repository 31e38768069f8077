"""Answers the four questions of the program for a boete."""

from __future__ import annotations

from collections.abc import Mapping

from hardship_desk.plugin_api import (
    AssessmentContext,
    Computation,
    Consideration,
    Finding,
    LetterBlock,
    LetterView,
    hookimpl,
)

from .calculation import calculate, computation_of
from .considerations import draft_all
from .facts import read_facts
from .findings import find_all
from .law import Law
from .letter import write_letter
from .view import BOETE, View
from .wording import Wording


class BoeteRules:
    """The national rules on fines; silent on decisions of another type."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    @hookimpl
    def hardship_computations(self, context: AssessmentContext) -> tuple[Computation, ...]:
        """The calculation of the fine, line by line."""
        if context.decision_type != BOETE:
            return ()
        view = _view(context)
        return (computation_of(view.calculation, view.facts, self._wording),)

    @hookimpl
    def hardship_findings(
        self, context: AssessmentContext, computations: tuple[Computation, ...]
    ) -> tuple[Finding, ...]:
        """What the facts mean under the rules on fines."""
        if context.decision_type != BOETE:
            return ()
        return find_all(_view(context), computations, self._wording)

    @hookimpl
    def hardship_considerations(
        self, context: AssessmentContext, findings: tuple[Finding, ...]
    ) -> tuple[Consideration, ...]:
        """Draft paragraphs of the motivation."""
        if context.decision_type != BOETE:
            return ()
        return draft_all(_view(context), findings, self._wording)

    @hookimpl
    def hardship_letter(
        self, context: AssessmentContext, decision: LetterView
    ) -> tuple[LetterBlock, ...]:
        """Paragraphs for the letter to the resident."""
        if context.decision_type != BOETE:
            return ()
        return write_letter(_view(context), decision, self._wording)


def _view(context: AssessmentContext) -> View:
    facts, law = read_facts(context), Law(context.parameters)
    return View(context=context, facts=facts, law=law, calculation=calculate(facts, law))


def create(texts: Mapping[str, str]) -> BoeteRules:
    """The rules with their sentences; the program calls this once, at the start."""
    return BoeteRules(Wording(texts))
