"""What the caseworker does with flags and findings, on the work page and at the decision."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hardship_desk.domain.ids import FindingId, FlagId
from hardship_desk.domain.weighing import Weight
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.saving import Saver
from hardship_desk.presenters.shell import Message, MessageKind, Shell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.problems import DecisionProblem


class JudgingPresenter:
    """Saves answers to flags and the weighing of findings, then lets the page look again."""

    def __init__(
        self, case: OpenCase, texts: WindowTexts, shell: Shell, changed: Callable[[], None]
    ) -> None:
        self._case = case
        self._texts = texts
        self._shell = shell
        self._changed = changed
        self._saver = Saver(case, shell, texts)

    def respond_to_flag(self, flag: str, text: str, reader: str) -> None:
        """Answer a flag, or pass it with a reason and a second reader."""
        case = self._case
        again = partial(self.respond_to_flag, flag, text, reader)
        with self._saver.saving(f"vlag/{flag}", again):
            self._after(
                case.desk.decisions.respond_to_flag(
                    case.case_id, case.decision_id, FlagId(flag), text, reader
                )
            )

    def weigh(self, finding: str, weight: str, reason: str) -> None:
        """Say how heavily a finding counts, and why."""
        case = self._case
        again = partial(self.weigh, finding, weight, reason)
        with self._saver.saving(f"weging/{finding}", again):
            self._after(
                case.desk.decisions.weigh(
                    case.case_id, case.decision_id, FindingId(finding), Weight(weight), reason
                )
            )

    def answer_remark(self, remark: str, text: str) -> None:
        """Say what was done with a remark of a second reader."""
        case = self._case
        again = partial(self.answer_remark, remark, text)
        with self._saver.saving(f"opmerking/{remark}", again):
            self._after(
                case.desk.decisions.answer_remark(case.case_id, case.decision_id, remark, text)
            )

    def _after(self, problem: DecisionProblem | None) -> None:
        if problem is not None:
            sentence = self._texts.problem(problem.code, problem.parameters)
            self._shell.show_message(Message(kind=MessageKind.WARNING, text=sentence))
            return
        self._case.saved()
        self._changed()
