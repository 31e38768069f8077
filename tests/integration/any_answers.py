"""Any answers at all to the questions of a decision type, for properties that must always hold."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState, AnswerValue, Row, Scalar
from hardship_desk.domain.case import Case, CaseDates, Person, PersonRole
from hardship_desk.domain.decision import CaseWeight, DecisionFile
from hardship_desk.domain.ids import (
    CaseId,
    CaseNumber,
    DecisionId,
    DecisionTypeId,
    Gemeentecode,
    PersonId,
)
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.questionnaire.model import (
    AnswerType,
    Column,
    DecisionType,
    Question,
    Questionnaire,
)
from hardship_desk.questionnaire.route import with_outcomes

DAYS = st.dates(date(2012, 1, 1), date(2028, 12, 31))
MONEY = st.integers(0, 10_000_000).map(Money)
TEXTS = st.sampled_from(["x", "Een zin.", "{draagkracht.inkomen}", "€ 1.234,56 & <b>", "é" * 500])
DECISION = DecisionId("besluit")


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """A period of at most some years; sometimes without an end."""
    start = draw(DAYS)
    end = draw(st.none() | st.dates(start, date(2029, 12, 31)))
    return Period(start, end)


def scalars(item: Question | Column) -> st.SearchStrategy[Scalar]:
    """Any value of a question or column that holds one."""
    match item.type:
        case AnswerType.YES_NO | AnswerType.YES_NO_UNKNOWN:
            return st.booleans()
        case AnswerType.ONE_OF:
            return st.sampled_from([option.id for option in item.options])
        case AnswerType.DATE:
            return DAYS
        case AnswerType.AMOUNT:
            return MONEY
        case AnswerType.NUMBER:
            return st.integers(0, 200)
        case _:
            return TEXTS


def values(question: Question) -> st.SearchStrategy[AnswerValue]:
    """Any value that may be given as an answer to the question."""
    match question.type:
        case AnswerType.MANY_OF:
            names = [option.id for option in question.options]
            return st.lists(st.sampled_from(names), min_size=1, unique=True).map(tuple)
        case AnswerType.PERIOD:
            return periods()
        case AnswerType.ROWS:
            return st.lists(rows(question.columns), min_size=1, max_size=3).map(tuple)
        case _:
            return scalars(question)


@st.composite
def rows(draw: st.DrawFn, columns: tuple[Column, ...]) -> Row:
    """One row; cells that need not be filled may be empty."""
    cells = tuple(
        (column.id, draw(scalars(column)))
        for column in columns
        if column.required or draw(st.booleans())
    )
    return Row(id=draw(st.uuids()).hex, cells=cells)


@st.composite
def answers(draw: st.DrawFn, question: Question) -> Answer:
    """A given answer, unknown, or not applicable."""
    state = draw(st.sampled_from([AnswerState.GIVEN] * 4 + [AnswerState.UNKNOWN]))
    if state is not AnswerState.GIVEN:
        return Answer(question=question.id, state=state)
    return Answer(question=question.id, value=draw(values(question)))


@st.composite
def cases(draw: st.DrawFn, questionnaire: Questionnaire, kind: DecisionType) -> Case:
    """A dossier with one decision of the type and any answers to any of its questions."""
    asked = [
        with_outcomes(question, kind)
        for step in questionnaire.steps
        for question in step.questions
        if not question.types or kind.id in question.types
    ]
    given = tuple(
        draw(answers(question))
        for question in asked
        if (question.options or not question.options_from) and draw(st.integers(0, 3))
    )
    decision = DecisionFile(
        id=DECISION,
        type=DecisionTypeId(kind.id),
        person=PersonId("inwoner"),
        weight=draw(st.sampled_from(CaseWeight)),
        decision_date=draw(st.none() | DAYS),
        answers=AnswerSet.of(given),
    )
    return Case(
        id=CaseId("z"),
        number=CaseNumber("Z-1"),
        gemeentecode=draw(st.sampled_from([Gemeentecode("landelijk"), Gemeentecode("GM0363")])),
        dates=CaseDates(
            gedraging=draw(st.none() | periods()),
            rechtperiode=draw(st.none() | periods()),
            melding=draw(st.none() | DAYS),
        ),
        persons=(Person(id=PersonId("inwoner"), role=PersonRole.INWONER),),
        decisions=(decision,),
    )
