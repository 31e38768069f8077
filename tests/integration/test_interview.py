"""Answers are saved when given, and refused with a code when they cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.domain.answers import AnswerState, StatementTag
from hardship_desk.domain.ids import EvidenceId, QuestionId
from hardship_desk.services.desk import Desk
from tests.integration.desks import Work, example, new_work, open_desk_in

REASONS = QuestionId("conclusie.redenen")
WHAT = QuestionId("intake.aanleiding")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk_in(tmp_path)


@pytest.fixture
def work(desk: Desk) -> Work:
    return new_work(desk)


def test_that_a_fact_belongs_to_the_dossier_and_the_rest_to_the_decision(work: Work) -> None:
    work.answer("intake.aanleiding", "Loon niet gemeld.")
    work.answer("conclusie.redenen", "Daarom.")
    assert work.case.facts.get(WHAT) is not None
    assert work.decision.answers.get(WHAT) is None
    assert work.decision.answers.get(REASONS) is not None


def test_that_tag_and_evidence_stay_with_the_answer(work: Work) -> None:
    problem = work.desk.interview.answer(
        work.case_id,
        work.decision_id,
        REASONS,
        "Daarom.",
        tag=StatementTag.OORDEEL,
        evidence=(EvidenceId("e1"),),
    )
    assert problem is None
    answer = work.decision.answers.get(REASONS)
    assert answer is not None
    assert (answer.tag, answer.evidence) == (StatementTag.OORDEEL, ("e1",))


def test_that_a_value_that_was_inferred_is_so_until_it_changes(desk: Desk) -> None:
    work = new_work(desk)
    work.answer("benadeling.soort", "ingevoerd")
    work.answer("benadeling.bedrag", "100,00")
    answer = work.decision.answers.get(QuestionId("benadeling.bedrag"))
    assert answer is not None
    assert answer.derived_from == ""


def test_that_a_wrong_answer_changes_nothing(work: Work) -> None:
    work.answer("intake.meldplicht_dag", "31-01-2026")
    question = QuestionId("intake.meldplicht_dag")
    problem = work.desk.interview.answer(work.case_id, work.decision_id, question, "31-02-2026")
    assert problem is not None
    assert problem.code == "not_a_date"
    answer = work.case.facts.get(question)
    assert answer is not None
    assert str(answer.value) == "2026-01-31"


def test_that_an_outcome_is_one_of_the_type(work: Work) -> None:
    outcome = QuestionId("conclusie.uitkomst")
    ids = (work.case_id, work.decision_id, outcome)
    assert work.desk.interview.answer(*ids, "waarschuwing") is None
    wrong = work.desk.interview.answer(*ids, "elders_vastgesteld")
    assert wrong is not None
    assert wrong.code == "unknown_option"


def test_that_not_applicable_takes_a_reason(work: Work) -> None:
    ids = (work.case_id, work.decision_id, REASONS)
    assert [
        problem.code if problem else None
        for problem in (
            work.desk.interview.not_applicable(*ids, " "),
            work.desk.interview.not_applicable(*ids, "x" * 100_001),
            work.desk.interview.not_applicable(*ids, "Speelt hier niet."),
        )
    ] == ["reden_ontbreekt", "too_long", None]
    answer = work.decision.answers.get(REASONS)
    assert answer is not None
    assert answer.state is AnswerState.NOT_APPLICABLE


def test_that_to_investigate_says_who_and_perhaps_when(work: Work) -> None:
    ids = (work.case_id, work.decision_id, REASONS)
    investigate = work.desk.interview.to_investigate
    assert [
        problem.code if problem else None
        for problem in (
            investigate(*ids, "", "01-07-2026"),
            investigate(*ids, "Klantmanager", "ooit"),
            investigate(*ids, "Klantmanager", ""),
            investigate(*ids, "Klantmanager", "01-07-2026"),
        )
    ] == ["wie_ontbreekt", "not_a_date", None, None]


def test_that_unknown_settles_and_clear_opens_again_with_its_history(work: Work) -> None:
    ids = (work.case_id, work.decision_id, REASONS)
    work.answer(REASONS, "Eerst.")
    assert work.desk.interview.unknown(*ids) is None
    assert work.desk.interview.clear(*ids) is None
    assert work.desk.interview.clear(*ids) is None
    assert work.decision.answers.get(REASONS) is None
    history = work.desk.interview.history(*ids)
    assert [change.answer.state for change in history if change.answer] == [
        AnswerState.GIVEN,
        AnswerState.UNKNOWN,
    ]


def test_that_the_same_answer_again_is_no_change(work: Work) -> None:
    work.answer(REASONS, "Daarom.")
    before = work.case.changed_at
    work.answer(REASONS, "Daarom.")
    ids = (work.case_id, work.decision_id, REASONS)
    assert len([c for c in work.desk.interview.history(*ids) if c.answer]) == 1
    assert work.case.changed_at == before


def test_that_after_adoption_only_steps_15_and_16_take_answers(desk: Desk) -> None:
    work = example(desk)
    desk.decisions.adopt(work.case_id, work.decision_id, "K. Beslisser", "mandaat")
    ids = (work.case_id, work.decision_id)
    interview = desk.interview
    for problem in (
        interview.answer(*ids, REASONS, "Anders."),
        interview.not_applicable(*ids, REASONS, "Reden."),
        interview.to_investigate(*ids, REASONS, "Wie", ""),
        interview.unknown(*ids, REASONS),
        interview.clear(*ids, REASONS),
    ):
        assert problem is not None
        assert problem.code == "besluit_vastgesteld"
    assert interview.answer(*ids, QuestionId("opvolging.waarop"), "Het betalen.") is None
