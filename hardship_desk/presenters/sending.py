"""Asks the day of sending once more before it is recorded: that is for good."""

from __future__ import annotations

from typing import Protocol

from hardship_desk.presenters.day_words import long_day
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Shell, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import parse_date


class SendingView(Protocol):
    """The form with the day of sending."""

    def show_problem(self, text: str, field: int | None = None) -> None:
        """Show what is wrong, at its field where it has one; an empty text takes it away."""
        ...

    def ask(self, text: str) -> None:
        """Ask whether the day that is typed was the day."""
        ...


class SendingPresenter:
    """Looks at the day that was typed; nothing is recorded."""

    def __init__(self, case: OpenCase, view: SendingView, texts: WindowTexts, shell: Shell) -> None:
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell

    def check(self, sent_on: str) -> None:
        """Ask whether this was the day of sending, or say what is wrong with it."""
        case = self._case
        with told(self._shell, self._texts):
            problem = case.desk.decisions.why_not_announced(case.case_id, case.decision_id, sent_on)
            day = parse_date(sent_on)
            if problem is not None or day is None:
                self._view.show_problem(self._texts.problem(problem.code) if problem else "", 0)
                return
            self._view.show_problem("")
            shown = long_day(day, self._texts)
            self._view.ask(self._texts.get("besluit.bekendmaken_zeker", dag=shown))
