"""Rules of a theme that work a whole case out in one go: lines, what was noticed, the total."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hardship_desk.plugin_api import (
    AssessmentContext,
    Computation,
    Consideration,
    Finding,
    LetterBlock,
    LetterView,
    Money,
)

from .caution import cautions
from .drafting import considerations_of, findings_of
from .law import Law
from .noticed import Noticed
from .step import Step
from .told import Told, block_of
from .wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What the rules of one theme make of a case; `day` is that whose text of law counts.

    `page` is the step that shows what is to be looked up about local values.
    """

    day: date | None
    steps: tuple[Step, ...] = ()
    noticed: tuple[Noticed | None, ...] = ()
    total: Money | None = None
    page: int = 7


class PlainRules:
    """The four answers of a theme, from what its `work` makes of a case.

    A finding whose sentence stands under `overweging` gives a paragraph of the motivation. The
    letter is data (letters/<theme>.toml), but for what `tell` says of the calculation.
    """

    def __init__(
        self,
        wording: Wording,
        work: Callable[[AssessmentContext, Law], Worked],
        tell: Callable[[Worked, LetterView], tuple[Told, ...]] | None = None,
    ) -> None:
        self._wording, self._work, self._tell = wording, work, tell

    def computations(self, context: AssessmentContext) -> tuple[Computation, ...]:
        """The calculation, line by line; none where the theme has nothing to compute."""
        worked = self._worked(context)
        if not worked.steps:
            return ()
        lines = tuple(self._wording.line(step, worked.day) for step in worked.steps)
        title = self._wording.get(f"titel.{self._wording.theme}")
        return (Computation(id=self._wording.theme, title=title, lines=lines, total=worked.total),)

    def findings(
        self, context: AssessmentContext, computations: tuple[Computation, ...]
    ) -> tuple[Finding, ...]:
        """What was noticed, in the order of the steps; each cites lines that are there."""
        worked = self._worked(context)
        noticed = (*worked.noticed, *cautions(worked.steps, worked.noticed, worked.page))
        return findings_of(noticed, computations, self._wording, worked.day)

    def considerations(
        self, context: AssessmentContext, findings: tuple[Finding, ...]
    ) -> tuple[Consideration, ...]:
        """A paragraph for each thing noticed that has a sentence for the motivation."""
        noticed = self._worked(context).noticed
        return considerations_of(noticed, findings, self._wording, context.weight)

    def letter(self, context: AssessmentContext, decision: LetterView) -> tuple[LetterBlock, ...]:
        """What the calculation means for the resident; nothing where the letter is data alone."""
        told = self._tell(self._worked(context), decision) if self._tell is not None else ()
        return tuple(block_of(item, self._wording) for item in told)

    def _worked(self, context: AssessmentContext) -> Worked:
        return self._work(context, Law(context.parameters))
