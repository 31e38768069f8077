"""Answers the four questions of the program for bijzondere bijstand."""

from __future__ import annotations

from hardship_desk.plugin_api import (
    AssessmentContext,
    Computation,
    Consideration,
    Finding,
    LetterBlock,
    LetterSection,
    LetterView,
    Money,
)

from ..caution import cautions
from ..drafting import considerations_of, findings_of
from ..law import Law
from ..wording import Wording
from .calculation import calculate, computation_of
from .facts import read_facts
from .findings import REFUSED, View, find_all, on_draagkracht

PAGE = 7
"""The step that asks for the means, and tells what to look up about local values."""

TOLD = (("draagkracht_deel", False), ("draagkracht_dekt", True))
"""What the letter says of the draagkracht, and whether the outcome is then a refusal."""


class BijzondereBijstandRules:
    """The national rules on bijzondere bijstand."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def computations(self, context: AssessmentContext) -> tuple[Computation, ...]:
        """Costs, threshold, draagkracht and bijstand, or what the inkomenstoeslag comes to."""
        view = _view(context)
        return (computation_of(view.calculation, view.facts, self._wording),)

    def findings(
        self, context: AssessmentContext, computations: tuple[Computation, ...]
    ) -> tuple[Finding, ...]:
        """What the amounts mean beside the tests and the outcome."""
        view = _view(context)
        noticed = find_all(view)
        noticed = (*noticed, *cautions(view.calculation.steps, noticed, PAGE))
        return findings_of(noticed, computations, self._wording, view.facts.day)

    def considerations(
        self, context: AssessmentContext, findings: tuple[Finding, ...]
    ) -> tuple[Consideration, ...]:
        """Draft paragraphs of the motivation."""
        noticed = find_all(_view(context))
        return considerations_of(noticed, findings, self._wording, context.weight)

    def letter(self, context: AssessmentContext, decision: LetterView) -> tuple[LetterBlock, ...]:
        """Why the resident pays a part, or all: the sentence with the amount."""
        view = _view(context)
        found = on_draagkracht(view)
        name = found.name if found is not None else ""
        if (name, decision.outcome == REFUSED) not in TOLD:
            return ()
        room = view.calculation.draagkracht or Money(0)
        text = self._wording.get(f"brief.{name}", draagkracht=room.dutch())
        cites = ("bijzondere_bijstand.08_draagkracht",)
        return (LetterBlock(section=LetterSection.WAAROM, text=text, cites=cites),)


def _view(context: AssessmentContext) -> View:
    facts = read_facts(context)
    return View(facts=facts, calculation=calculate(facts, Law(context.parameters)))
