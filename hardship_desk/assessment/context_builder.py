"""Makes the context that rules see: answers on the route, without names or free text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerValue, Row
from hardship_desk.domain.case import Case, PersonRole
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.ids import DecisionTypeId, PersonId, QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.plugin_api.context import (
    AssessmentContext,
    ContextAnswer,
    ContextDates,
    ContextEvidence,
    HasText,
)
from hardship_desk.questionnaire.model import AnswerType, Question

_FREE_TEXT = (AnswerType.SHORT_TEXT, AnswerType.LONG_TEXT)


def build_context(
    case: Case,
    decision: DecisionFile,
    questions: tuple[Question, ...],
    parameters: ParameterTable,
    linked: Mapping[DecisionTypeId, Money] = MappingProxyType({}),
) -> AssessmentContext:
    """The context of one decision.

    `questions` are those asked on its route, `linked` the amounts of other decisions by type.
    """
    answers = case.facts.merged_with(decision.answers)
    return AssessmentContext(
        decision_type=decision.type,
        weight=decision.weight,
        dates=ContextDates(
            gedraging=case.dates.gedraging,
            rechtperiode=case.dates.rechtperiode,
            melding=case.dates.melding,
            besluit=decision.decision_date,
        ),
        person_role=_role(case, decision.person),
        roles_in_dossier=tuple(person.role for person in case.persons),
        answers=MappingProxyType(dict(_context_answers(questions, answers))),
        evidence=tuple(_context_evidence(item) for item in case.evidence),
        linked_amounts=MappingProxyType(dict(linked)),
        parameters=parameters,
    )


def _role(case: Case, person_id: PersonId | None) -> PersonRole | None:
    for person in case.persons:
        if person.id == person_id:
            return person.role
    return None


def _context_answers(
    questions: tuple[Question, ...], answers: AnswerSet
) -> list[tuple[QuestionId, ContextAnswer]]:
    found = []
    for question in questions:
        answer = answers.get(question.id)
        if answer is not None:
            found.append((question.id, _context_answer(question, answer)))
    return found


def _context_answer(question: Question, answer: Answer) -> ContextAnswer:
    value = answer.value
    if question.type in _FREE_TEXT and isinstance(value, str):
        return ContextAnswer(
            state=answer.state, value=HasText(len(value)), evidence=answer.evidence
        )
    return ContextAnswer(
        state=answer.state,
        value=_without_words(question, value),
        derived=bool(answer.derived_from),
        evidence=answer.evidence,
    )


def _without_words(question: Question, value: AnswerValue | None) -> AnswerValue | None:
    """Of a table, the cells with free text say only that something was written."""
    words = {column.id for column in question.columns if column.type in _FREE_TEXT}
    if not words or not isinstance(value, tuple):
        return value
    return tuple(
        replace(item, cells=tuple((name, name in words or cell) for name, cell in item.cells))
        for item in value
        if isinstance(item, Row)
    )


def _context_evidence(item: Evidence) -> ContextEvidence:
    return ContextEvidence(
        id=item.id,
        kind=item.kind,
        verification=item.verification,
        status=item.status,
        covers=item.covers,
        supports=item.supports,
        incriminating=item.incriminating,
        contradicted=item.contradicted,
    )
