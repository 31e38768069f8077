"""Dossiers found by the days in them, without reading them whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hardship_desk.domain.answers import Answer, AnswerState
from hardship_desk.domain.ids import CaseId, CaseNumber, QuestionId
from hardship_desk.services.ports.agenda import DueWindow
from hardship_desk.storage import OpenVault
from hardship_desk.storage.migrations import m0004_days as days
from tests.unit.storage.case_samples import CASE, DAY, case, empty_case

TODAY = date(2026, 11, 25)
FOLLOW = QuestionId("opvolging.datum")
WINDOW = DueWindow(
    start=TODAY - timedelta(days=30),
    end=TODAY + timedelta(days=30),
    questions=(FOLLOW,),
    adopted_since=TODAY - timedelta(days=30),
    types=("niets",),
    most=10,
)


def put(vault: OpenVault, *names: str) -> None:
    for name in names:
        vault.cases.add_case(replace(empty_case(name), number=CaseNumber(name)))


def found(vault: OpenVault, window: DueWindow = WINDOW) -> list[str]:
    return [item.id for item in vault.cases.due_cases(window).cases]


def test_that_a_day_in_the_window_brings_its_dossier_and_no_other(vault: OpenVault) -> None:
    put(vault, "c-2", "c-3", "c-4")
    for name, day in (("c-2", TODAY), ("c-3", TODAY + timedelta(days=31))):
        vault.cases.save_answer(CaseId(name), None, Answer(question=FOLLOW, value=day))
    other = Answer(question=QuestionId("horen.datum"), value=TODAY)
    vault.cases.save_answer(CaseId("c-4"), None, other)
    assert found(vault) == ["c-2"]


def test_that_what_is_to_find_out_brings_its_dossier(vault: OpenVault) -> None:
    put(vault, "c-2", "c-3")
    open_one = Answer(question=FOLLOW, state=AnswerState.TO_INVESTIGATE)
    vault.cases.save_answer(CaseId("c-3"), None, open_one)
    assert found(vault) == ["c-3"]


def test_that_more_dossiers_than_asked_for_are_cut(vault: OpenVault) -> None:
    put(vault, "c-2", "c-3")
    for name in ("c-2", "c-3"):
        vault.cases.save_answer(CaseId(name), None, Answer(question=FOLLOW, value=TODAY))
    assert not vault.cases.due_cases(WINDOW).is_cut
    less = vault.cases.due_cases(replace(WINDOW, most=1))
    assert (len(less.cases), less.is_cut) == (1, True)


def test_that_a_concept_and_a_decision_of_late_are_found_by_kind_and_day(vault: OpenVault) -> None:
    vault.cases.add_case(case())
    later = replace(WINDOW, adopted_since=DAY + timedelta(days=1))
    assert found(vault, later) == []
    assert found(vault, replace(WINDOW, adopted_since=DAY)) == [CASE]
    kind = replace(later, types=("boete",))
    assert found(vault, kind) == [CASE]


def test_that_answers_from_a_file_are_no_place_where_work_stopped(vault: OpenVault) -> None:
    vault.cases.add_case(case())
    assert vault.cases.last_answer(CASE) is None


@pytest.mark.parametrize(
    ("condition", "table", "index"),
    [
        (f"{days.ANSWER_DAY} BETWEEN '2026-01-01' AND '2026-02-01'", "answer", "answer_day"),
        (days.TO_FIND_OUT, "answer", "answer_to_find_out"),
        (
            f"state <> 'concept' AND {days.DECISION_DAY} >= '2026-01-01'",
            "decision",
            "decision_day",
        ),
        ("state = 'concept' AND type IN ('boete')", "decision", "decision_concept"),
    ],
)
def test_that_a_search_by_day_goes_by_its_index(
    vault: OpenVault, condition: str, table: str, index: str
) -> None:
    plan = vault.cases._session.database.rows(
        f"EXPLAIN QUERY PLAN SELECT dossier FROM {table} WHERE {condition}"
    )
    assert index in str(plan)
