"""The four questions the program asks a plugin."""

from __future__ import annotations

import pluggy

from hardship_desk.domain.computation import Computation
from hardship_desk.domain.decision import Consideration
from hardship_desk.domain.finding import Finding
from hardship_desk.plugin_api.context import AssessmentContext
from hardship_desk.plugin_api.letter import LetterBlock, LetterView

PROJECT = "hardship_desk"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class HardshipHooks:
    """The hooks, since API version 1. Each plugin is asked alone; a failure harms only itself."""

    @hookspec
    def hardship_findings(
        self, context: AssessmentContext, computations: tuple[Computation, ...]
    ) -> tuple[Finding, ...]:
        """Say what the facts mean under the rules.

        Asked each time rules run, after all computations. Must be pure: the same context gives
        the same findings. Returns findings in the order in which they are shown. On failure the
        findings of this plugin are missing, and the page says so.

        Example: ``return (Finding(id=FindingId("boete.geen_verwijt"), ...),)``
        """
        return ()

    @hookspec
    def hardship_computations(self, context: AssessmentContext) -> tuple[Computation, ...]:
        """Compute amounts, line by line, each line with its article and certainty.

        Asked each time rules run, before the findings. On failure the calculation is missing,
        and adopting is refused until it is there.

        Example: ``return (Computation(id="boete", title="...", lines=lines, total=total),)``
        """
        return ()

    @hookspec
    def hardship_considerations(
        self, context: AssessmentContext, findings: tuple[Finding, ...]
    ) -> tuple[Consideration, ...]:
        """Draft paragraphs of the motivation, each citing at least one finding.

        Asked when a motivation is drafted. A consideration that cites an unknown finding is
        refused. On failure the draft lacks them.

        Example: ``return (Consideration(id="graad", step=6, text="...", findings=(found.id,)),)``
        """
        return ()

    @hookspec
    def hardship_letter(
        self, context: AssessmentContext, decision: LetterView
    ) -> tuple[LetterBlock, ...]:
        """Write paragraphs for the letter to the resident, in plain Dutch.

        Asked when a letter is drafted. On failure the letter lacks them.

        Example: ``return (LetterBlock(section=LetterSection.HULP, text="..."),)``
        """
        return ()
