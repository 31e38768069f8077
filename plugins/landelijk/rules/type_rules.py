"""What the national rules on one kind of decision answer to the four questions of the program."""

from __future__ import annotations

from typing import Protocol

from hardship_desk.plugin_api import (
    AssessmentContext,
    Computation,
    Consideration,
    Finding,
    LetterBlock,
    LetterView,
)


class TypeRules(Protocol):
    """The rules of one theme. Each method is pure: the same context gives the same answer."""

    def computations(self, context: AssessmentContext) -> tuple[Computation, ...]:
        """The calculations, line by line."""
        ...

    def findings(
        self, context: AssessmentContext, computations: tuple[Computation, ...]
    ) -> tuple[Finding, ...]:
        """What the facts mean under the rules."""
        ...

    def considerations(
        self, context: AssessmentContext, findings: tuple[Finding, ...]
    ) -> tuple[Consideration, ...]:
        """Draft paragraphs of the motivation."""
        ...

    def letter(self, context: AssessmentContext, decision: LetterView) -> tuple[LetterBlock, ...]:
        """Paragraphs for the letter to the resident."""
        ...
