"""Answers the four questions of the program for a boete."""

from __future__ import annotations

from hardship_desk.plugin_api import (
    AssessmentContext,
    Computation,
    Consideration,
    Finding,
    LetterBlock,
    LetterView,
)

from ..law import Law
from ..wording import Wording
from .calculation import calculate, computation_of
from .considerations import draft_all
from .facts import read_facts
from .findings import find_all
from .letter import write_letter
from .view import View


class BoeteRules:
    """The national rules on fines."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def computations(self, context: AssessmentContext) -> tuple[Computation, ...]:
        """The calculation of the fine, line by line."""
        view = _view(context)
        return (computation_of(view.calculation, view.facts, self._wording),)

    def findings(
        self, context: AssessmentContext, computations: tuple[Computation, ...]
    ) -> tuple[Finding, ...]:
        """What the facts mean under the rules on fines."""
        return find_all(_view(context), computations, self._wording)

    def considerations(
        self, context: AssessmentContext, findings: tuple[Finding, ...]
    ) -> tuple[Consideration, ...]:
        """Draft paragraphs of the motivation."""
        return draft_all(_view(context), findings, self._wording)

    def letter(self, context: AssessmentContext, decision: LetterView) -> tuple[LetterBlock, ...]:
        """Paragraphs for the letter to the resident."""
        return write_letter(_view(context), decision, self._wording)


def _view(context: AssessmentContext) -> View:
    facts, law = read_facts(context), Law(context.parameters)
    return View(context=context, facts=facts, law=law, calculation=calculate(facts, law))
