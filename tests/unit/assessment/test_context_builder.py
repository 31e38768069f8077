"""What rules are told: typed answers and dates, never names or free text."""

from __future__ import annotations

from datetime import date

from hardship_desk.assessment.context_builder import build_context
from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState, Row
from hardship_desk.domain.case import Case, CaseDates, Person, PersonRole
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.evidence import Evidence, EvidenceKind
from hardship_desk.domain.ids import (
    CaseId,
    CaseNumber,
    DecisionId,
    DecisionTypeId,
    EvidenceId,
    Gemeentecode,
    PersonId,
    QuestionId,
)
from hardship_desk.domain.legal_basis import Anchor
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.plugin_api.context import HasText
from hardship_desk.questionnaire.model import AnswerType, Column, Question

TEXT = Question(id=QuestionId("a.tekst"), step=1, type=AnswerType.LONG_TEXT, text="?")
CHOICE = Question(id=QuestionId("a.ja"), step=1, type=AnswerType.YES_NO, text="?")
SECRET = "Geheim verhaal"


def decision(name: str, kind: str, *answers: Answer) -> DecisionFile:
    return DecisionFile(
        id=DecisionId(name),
        type=DecisionTypeId(kind),
        person=PersonId("p"),
        decision_date=date(2026, 6, 1),
        answers=AnswerSet.of(answers),
    )


def amount(cents: int | None) -> Answer:
    question = QuestionId("terugvordering.bedrag")
    if cents is None:
        return Answer(question=question, state=AnswerState.UNKNOWN)
    return Answer(question=question, value=Money(cents))


def dossier(*others: DecisionFile) -> Case:
    boete = decision(
        "b",
        "boete",
        Answer(question=TEXT.id, value=SECRET),
        Answer(question=CHOICE.id, value=True, derived_from="dossier"),
        Answer(question=QuestionId("elders.x"), value=True),
    )
    return Case(
        id=CaseId("z"),
        number=CaseNumber("Z-1"),
        gemeentecode=Gemeentecode("GM0363"),
        dates=CaseDates(gedraging=Period(date(2026, 1, 1), date(2026, 3, 31))),
        persons=(Person(id=PersonId("p"), role=PersonRole.INWONER, label="Mevrouw Verzonnen"),),
        evidence=(
            Evidence(id=EvidenceId("e"), title="Loonstrook Verzonnen", kind=EvidenceKind.STUK),
        ),
        decisions=(boete, *others),
    )


def test_that_no_name_and_no_free_text_reaches_a_rule() -> None:
    case = dossier()
    context = build_context(case, case.decisions[0], (TEXT, CHOICE), ParameterTable())
    answer = context.answer("a.tekst")
    assert answer is not None
    assert answer.value == HasText(len(SECRET))
    assert context.has_text("a.tekst")
    assert "Verzonnen" not in repr(context)
    assert SECRET not in repr(context)
    assert context.person_role is PersonRole.INWONER


def test_that_only_answers_on_the_route_are_told() -> None:
    case = dossier()
    context = build_context(case, case.decisions[0], (CHOICE,), ParameterTable())
    assert set(context.answers) == {CHOICE.id}
    given = context.answer("a.ja")
    assert given is not None
    assert given.derived


def test_that_dates_are_anchors() -> None:
    case = dossier()
    dates = build_context(case, case.decisions[0], (), ParameterTable()).dates
    assert dates.anchor(Anchor.GEDRAGING) == date(2026, 3, 31)
    assert dates.anchor(Anchor.BESLUIT) == date(2026, 6, 1)
    assert dates.anchor(Anchor.RECHTPERIODE) is None
    assert dates.anchor(Anchor.MELDING) is None


def test_that_amounts_of_other_decisions_are_told() -> None:
    linked = {DecisionTypeId("terugvordering"): Money(350)}
    case = dossier()
    context = build_context(case, case.decisions[0], (), ParameterTable(), linked)
    assert context.linked_amounts == linked


def test_that_a_person_who_is_not_there_has_no_role() -> None:
    case = dossier()
    context = build_context(
        case, DecisionFile(id=DecisionId("x"), type=DecisionTypeId("boete")), (), ParameterTable()
    )
    assert context.person_role is None


def test_that_a_table_tells_no_words_either() -> None:
    table = Question(
        id=QuestionId("a.rijen"),
        step=1,
        type=AnswerType.ROWS,
        text="?",
        columns=(
            Column(id="naam", type=AnswerType.SHORT_TEXT, text="Naam"),
            Column(id="bedrag", type=AnswerType.AMOUNT, text="Bedrag"),
        ),
    )
    rows = (Row(id="r1", cells=(("naam", SECRET), ("bedrag", Money(5)))),)
    case = dossier()
    told = case.decision(DecisionId("b")).with_answer(Answer(question=table.id, value=rows))
    context = build_context(case.with_decision(told), told, (table,), ParameterTable())
    [row] = context.rows("a.rijen")
    assert row.cell("naam") is True
    assert row.cell("bedrag") == Money(5)
    assert SECRET not in str(context)
