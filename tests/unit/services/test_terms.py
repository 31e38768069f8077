"""The days that dossiers ask for: set by the law, by the decision, and by the caseworker."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState
from hardship_desk.domain.case import Case, CaseDates
from hardship_desk.domain.decision import CaseWeight, DecisionFile, FollowUp
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.ids import (
    CaseId,
    CaseNumber,
    DecisionId,
    DecisionTypeId,
    Gemeentecode,
    QuestionId,
)
from hardship_desk.domain.term import TermKind
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.terms import terms_of

ROOT = Path(__file__).resolve().parents[3]
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@cache
def questionnaire() -> Questionnaire:
    return load_questionnaire(ROOT / "resources" / "questionnaires")


def a_case(kind: str, *, melding: date | None = None, **decision: object) -> Case:
    answers = decision.pop("answers", {})
    assert isinstance(answers, dict)
    made = DecisionFile(
        id=DecisionId("besluit"),
        type=DecisionTypeId(kind),
        weight=CaseWeight.GEWOON,
        answers=AnswerSet.of(
            tuple(
                item if isinstance(item, Answer) else Answer(question=QuestionId(name), value=item)
                for name, item in answers.items()
            )
        ),
    )
    return Case(
        id=CaseId("c"),
        number=CaseNumber("Z-1"),
        gemeentecode=Gemeentecode("landelijk"),
        dates=CaseDates(melding=melding),
        decisions=(replace(made, **decision),),  # type: ignore[arg-type]  # fields of a decision
    )


def found(case: Case) -> list[tuple[TermKind, date | None]]:
    return [(item.kind, item.day) for item in terms_of(case, questionnaire())]


def test_that_an_application_is_decided_within_eight_weeks_on_a_working_day() -> None:
    # Eight weeks after Friday 31 October 2025 is the second day of Christmas.
    case = a_case("bijzondere_bijstand", melding=date(2025, 10, 31))
    assert found(case) == [(TermKind.BESLISSEN, date(2025, 12, 29))]


def test_that_a_day_the_caseworker_named_goes_before_the_eight_weeks() -> None:
    answers = {"intake.uiterste_beslisdag": date(2026, 2, 2)}
    case = a_case("bijzondere_bijstand", melding=date(2025, 10, 31), answers=answers)
    assert found(case) == [(TermKind.ANDERE_DAG, date(2026, 2, 2))]


def test_that_an_application_without_a_day_has_no_term() -> None:
    assert found(a_case("bijzondere_bijstand")) == []


def test_that_a_voorschot_has_four_weeks_and_a_decision_over_earlier_eight() -> None:
    asked = {"voorschot_terugwerkend.aanvraag": date(2026, 3, 2)}
    subject = "voorschot_terugwerkend.onderwerp"
    one = a_case("voorschot_terugwerkend", answers={**asked, subject: "voorschot"})
    other = a_case(
        "voorschot_terugwerkend",
        melding=date(2026, 3, 2),
        answers={**asked, subject: "terugwerkend"},
    )
    assert found(one) == [(TermKind.VOORSCHOT, date(2026, 3, 30))]
    assert found(other) == [(TermKind.BESLISSEN, date(2026, 4, 28))]  # 27 April is a holiday


@pytest.mark.parametrize(
    ("answers", "day"),
    [
        ({}, date(2026, 5, 6)),
        ({"bezwaar.commissie": False}, date(2026, 3, 25)),
        ({"bezwaar.commissie": False, "bezwaar.verlengd": "zes_weken"}, date(2026, 5, 6)),
        ({"bezwaar.verlengd": "met_instemming"}, None),
    ],
)
def test_that_the_term_of_an_objection_depends_on_committee_and_extension(
    answers: dict[str, object], day: date | None
) -> None:
    sent = {"bezwaar.primair_verzonden": date(2025, 12, 31)}
    case = a_case("bezwaar", answers={**sent, **answers})
    assert found(case) == ([] if day is None else [(TermKind.BESLISSEN, day)])


def test_that_a_report_sets_thirteen_weeks_unless_the_prosecutor_has_the_case() -> None:
    reported = {"intake.rapport_datum": date(2026, 8, 24)}
    assert found(a_case("boete", answers=reported)) == [(TermKind.BESLISSEN, date(2026, 11, 23))]


def test_that_what_is_to_find_out_is_named_with_who_and_when() -> None:
    open_one = Answer(
        question=QuestionId("intake.fase"),
        state=AnswerState.TO_INVESTIGATE,
        actor="de jurist",
        due=date(2026, 12, 1),
    )
    (term,) = terms_of(a_case("boete", answers={"x": open_one}), questionnaire())
    assert (term.kind, term.day, term.who) == (TermKind.UITZOEKEN, date(2026, 12, 1), "de jurist")
    sealed = a_case("boete", answers={"x": open_one}, state=DecisionState.VASTGESTELD)
    assert terms_of(sealed, questionnaire()) == ()


def test_that_a_decision_that_was_sent_can_be_objected_to_for_six_weeks() -> None:
    case = a_case(
        "boete",
        state=DecisionState.BEKENDGEMAAKT,
        sending_date=date(2026, 11, 13),
        answers={"opvolging.datum": date(2027, 1, 11)},
    )
    assert found(case) == [
        (TermKind.BEZWAAR, date(2026, 12, 28)),
        (TermKind.OPNIEUW_KIJKEN, date(2027, 1, 11)),
    ]


def test_that_a_decision_waits_to_be_sent_from_the_day_it_was_adopted() -> None:
    day = date(2026, 11, 30)
    case = a_case("boete", state=DecisionState.VASTGESTELD, decision_date=day)
    assert found(case) == [(TermKind.VERZENDEN, day)]


def test_that_looking_again_takes_the_term_away() -> None:
    seen = FollowUp(kind="gesprek", text="Het gaat goed.", on=date(2027, 1, 5), at=NOON)
    early = replace(seen, on=date(2026, 11, 20))
    for follow_up, left in ((seen, 0), (early, 1)):
        case = a_case(
            "boete",
            state=DecisionState.VASTGESTELD,
            follow_ups=(follow_up,),
            answers={"opvolging.datum": date(2027, 1, 11)},
        )
        assert len(found(case)) == left


@pytest.mark.parametrize(
    ("kind", "outcome", "terms"),
    [
        ("andere_plicht", "verlaging", [(TermKind.HEROVERWEGING, date(2027, 2, 28))]),
        ("andere_plicht", "waarschuwing", []),
        ("arbeidsplicht", "verlaging", []),
    ],
)
def test_that_only_a_lowering_under_paragraph_2_is_looked_at_again(
    kind: str, outcome: str, terms: list[tuple[TermKind, date]]
) -> None:
    case = a_case(
        "maatregel",
        state=DecisionState.BEKENDGEMAAKT,
        decision_date=date(2026, 11, 30),
        answers={"maatregel.soort": kind, "conclusie.uitkomst": outcome},
    )
    assert found(case) == terms
