"""The dossier on screen, shared by its pages: the case, the decision and what the rules say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.answers import Answer, AnswerSet
from hardship_desk.domain.case import Case
from hardship_desk.domain.decision import CaseWeight, DecisionFile
from hardship_desk.domain.ids import CaseId, DecisionId, DecisionTypeId
from hardship_desk.presenters.choice import Choice
from hardship_desk.questionnaire.answer_showing import show_value
from hardship_desk.questionnaire.model import DecisionType, Question, Route
from hardship_desk.questionnaire.route import questions_of_step
from hardship_desk.services.agenda import Stop
from hardship_desk.services.desk import Desk


class OpenCase:
    """Holds one dossier and one of its decisions; `reload` and `assess` bring it up to date.

    `when_pending` is given the work of waiting for rules that are not ready yet.
    """

    def __init__(self, desk: Desk, case_id: CaseId) -> None:
        self.desk = desk
        self.case_id = case_id
        self.case: Case = desk.cases.open_case(case_id)
        self.stopped: Stop = desk.agenda.stopped_at(self.case)
        """Where the work on it stopped when it was opened."""
        self.decision_id: DecisionId = self.stopped.decision
        self.assessment: Assessment = desk.assessments.assess(case_id, self.decision_id)
        self.saved_at: datetime | None = self.case.changed_at
        self.when_pending: Callable[[Callable[[], object]], None] = _wait_for_nothing
        self.step_shown = 0
        """The step on screen, which is saved a moment after it is shown."""
        self.trouble = ""
        """Why something is not saved yet, as a code."""
        self.pending: dict[str, Callable[[], object]] = {}
        """What is not saved yet, by its place; doing it saves it."""
        self._asked_of: tuple[Case, DecisionId] | None = None
        self._asked: dict[int, tuple[Question, ...]] = {}
        self._answers: AnswerSet | None = None

    def reload(self) -> None:
        """Read the dossier again."""
        self.case = self.desk.cases.current(self.case_id)

    def assess(self) -> None:
        """Run the rules on the decision, without waiting for those in other processes."""
        self.assessment = self.desk.assessments.assess(self.case_id, self.decision_id)
        if self.assessment.pending:
            self.when_pending(self.desk.assessments.waiting(self.case_id, self.decision_id))

    def saved(self) -> None:
        """Note that something was just saved, and read the dossier again."""
        self.saved_at = self.desk.clock.now()
        self.reload()

    def switch_to(self, decision_id: DecisionId) -> None:
        """Work on another decision of the dossier."""
        self.decision_id = self.case.decision(decision_id).id
        self.assess()

    @property
    def decision(self) -> DecisionFile:
        """The decision worked on."""
        return self.case.decision(self.decision_id)

    @property
    def type(self) -> DecisionType:
        """The kind of decision worked on."""
        return self.desk.questionnaire.decision_type(self.decision.type)

    @property
    def route(self) -> Route:
        """The steps this decision walks through."""
        return self.type.route(self.decision.weight)

    @property
    def answers(self) -> AnswerSet:
        """Facts and answers together."""
        self._begin_anew()
        if self._answers is None:
            self._answers = self.case.answers_for(self.decision_id)
        return self._answers

    @property
    def on_one_page(self) -> bool:
        """Whether all questions stand on one page: the kort route."""
        return self.decision.weight is CaseWeight.KORT

    def questions(self, number: int) -> tuple[Question, ...]:
        """The questions that are asked now in a step."""
        self._begin_anew()
        if number not in self._asked:
            decision = self.decision
            here = self.desk.questionnaire.of(self.case.gemeentecode)
            self._asked[number] = questions_of_step(
                here, number, decision.type, decision.weight, self.answers
            )
        return self._asked[number]

    def _begin_anew(self) -> None:
        """Forget what was worked out for another state of the dossier, or another decision."""
        of = self._asked_of
        if of is None or of[0] is not self.case or of[1] != self.decision_id:
            self._asked_of, self._asked = (self.case, self.decision_id), {}
            self._answers = None

    def asked_choices(self) -> Iterator[Choice]:
        """Every question on the route as a choice, in order."""
        for number in self.route.steps:
            title = self.desk.questionnaire.step(number).title
            for question in self.questions(number):
                yield Choice(id=question.id, text=f"{number}. {question.text}", detail=title)

    def shown(self, answer: Answer) -> str:
        """An answer in words, as the report prints it."""
        question = self.desk.questionnaire.question(answer.question)
        return show_value(question, answer, self.desk.texts.under("engine.woorden"))


def _wait_for_nothing(_work: Callable[[], object]) -> None:
    """Nobody looks on while there are no pages."""


def add_decision(case: OpenCase, type_id: DecisionTypeId) -> DecisionId:
    """A further decision on the same facts, about the same person."""
    person = case.case.decision(case.decision_id).person
    made = case.desk.cases.add_decision(case.case_id, type_id, person)
    case.reload()
    return made


def earlier_decision(case: OpenCase) -> DecisionFile | None:
    """The adopted decision of the same kind that came before a concept; None without one."""
    if case.decision.is_sealed:
        return None
    found: DecisionFile | None = None
    for item in case.case.decisions:
        if item.id == case.decision_id:
            break
        if item.type == case.decision.type and item.is_sealed:
            found = item
    return found
