"""Remembers in the vault at which step the work is, after the step is on screen."""

from __future__ import annotations

from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Shell, told
from hardship_desk.presenters.window_texts import WindowTexts


class StepMemory:
    """Saving takes longer than showing: the step is shown first, and saved a moment later."""

    def __init__(self, case: OpenCase, texts: WindowTexts, shell: Shell) -> None:
        self._case, self._texts, self._shell = case, texts, shell
        self._wanted: int | None = None

    def want(self, step: int) -> None:
        """Remember this step at the next `save`."""
        decision = self._case.decision
        differs = not decision.is_sealed and decision.current_step != step
        self._wanted = step if differs else None

    def save(self) -> None:
        """Save where the work is, where that changed."""
        if self._wanted is None:
            return
        case, step, self._wanted = self._case, self._wanted, None
        with told(self._shell, self._texts):
            case.desk.cases.set_current_step(case.case_id, case.decision_id, step)
            case.reload()
