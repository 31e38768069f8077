"""Which questions a decision asks: by type, weight and the answers given so far."""

from __future__ import annotations

from dataclasses import replace

from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.questionnaire.conditions import holds
from hardship_desk.questionnaire.model import DecisionType, Option, Question, Questionnaire, Step
from hardship_desk.questionnaire.outcome import chosen_outcome, with_outcome_facts


def questions_of_step(
    questionnaire: Questionnaire,
    step: int,
    type_id: DecisionTypeId,
    weight: CaseWeight,
    answers: AnswerSet,
) -> tuple[Question, ...]:
    """The questions of one step, in order; none where the route leaves the step out."""
    kind = questionnaire.decision_type(type_id)
    if step not in kind.route(weight).steps:
        return ()
    known = with_outcome_facts(answers, chosen_outcome(kind, answers))
    return _of_step(questionnaire.step(step), kind, weight, known)


def asked(
    questionnaire: Questionnaire,
    type_id: DecisionTypeId,
    weight: CaseWeight,
    answers: AnswerSet,
) -> tuple[Question, ...]:
    """All questions on the route, in order."""
    kind = questionnaire.decision_type(type_id)
    known = with_outcome_facts(answers, chosen_outcome(kind, answers))
    return tuple(
        question
        for number in kind.route(weight).steps
        for question in _of_step(questionnaire.step(number), kind, weight, known)
    )


def _of_step(
    step: Step, kind: DecisionType, weight: CaseWeight, known: AnswerSet
) -> tuple[Question, ...]:
    return tuple(
        with_outcomes(question, kind)
        for question in step.questions
        if _belongs(question, kind, weight)
        and (question.when is None or holds(question.when, known))
    )


def answers_on_route(questions: tuple[Question, ...], answers: AnswerSet) -> AnswerSet:
    """The answers to these questions only: what is off the route does not count."""
    found = (answers.get(question.id) for question in questions)
    return AnswerSet.of(tuple(answer for answer in found if answer is not None))


def _belongs(question: Question, kind: DecisionType, weight: CaseWeight) -> bool:
    """Whether a route asks the question; where there is one outcome nobody is asked to choose."""
    if question.options_from == "outcomes" and len(kind.outcomes) == 1:
        return False
    return weight in question.weights and (not question.types or kind.id in question.types)


def with_outcomes(question: Question, kind: DecisionType) -> Question:
    """The question with the outcomes of the type as options, where it asks for one."""
    if question.options_from != "outcomes":
        return question
    options = tuple(Option(id=item.id, text=item.title) for item in kind.outcomes)
    return replace(question, options=options)
