"""Which steps to have ready while the caseworker reads: those nearest to the step on screen first."""

from __future__ import annotations

from collections.abc import Callable

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.answers import AnswerSet
from hardship_desk.presenters.open_case import OpenCase


class StepsAhead:
    """Asks for one step at a time, each once until the dossier or what the rules say changed."""

    def __init__(self, case: OpenCase, prepare: Callable[[int], object]) -> None:
        self._case, self._prepare = case, prepare
        self._step = 0
        self._ready: set[int] = set()
        self._coming: int | None = None
        """The step that is being made ready; another page on screen cuts that off."""
        self._made_of: tuple[Assessment, AnswerSet] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether there is a step that is not ready."""
        return not self._case.on_one_page and not self._ready.issuperset(self._case.route.steps)

    def begin(self, step: int) -> None:
        """Note which step is on screen now, and whether the others still show what counts."""
        self._step, self._coming = step, None
        now, before = (self._case.assessment, self._case.answers), self._made_of
        if before is None or now != before:
            self.outdate()
        self._made_of = now
        self._ready.add(step)

    def outdate(self) -> None:
        """Note that every step but the one on screen is to be made ready again."""
        self._ready, self._coming = {self._step}, None

    def go_on(self) -> None:
        """The last step is ready: make the nearest one ready that is not; nothing where all are."""
        if self._case.on_one_page:
            return
        if self._coming is not None:
            self._ready.add(self._coming)
        left = [step for step in self._case.route.steps if step not in self._ready]
        self._coming = min(left, key=self._how_far, default=None)
        if self._coming is not None:
            self._prepare(self._coming)

    def _how_far(self, step: int) -> tuple[int, bool]:
        """The next step counts before the earlier one: most people go on."""
        return abs(step - self._step), step < self._step
