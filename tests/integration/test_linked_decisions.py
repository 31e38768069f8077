"""Decisions in one dossier that lean on each other: amounts that change, and an objection."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.assessment.links import RECHECK
from hardship_desk.domain.answers import AnswerState
from hardship_desk.domain.ids import DecisionId, DecisionTypeId, QuestionId
from tests.integration.desks import Work, example, open_desk_in

BY, MANDAAT = "V. Vaststeller (verzonnen)", "Mandaatlijst (verzonnen)"
BOETE, ELDERS = DecisionId("boete"), DecisionId("terugvordering")
AMOUNT = QuestionId("terugvordering_elders.bedrag")


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return example(open_desk_in(tmp_path))


def set_amount(work: Work, amount: str) -> None:
    assert work.desk.interview.answer(work.case_id, ELDERS, AMOUNT, amount) is None


def touch_fine(work: Work, text: str) -> None:
    question = QuestionId("conclusie.schuurt")
    assert work.desk.interview.answer(work.case_id, BOETE, question, text) is None


def rechecks(work: Work) -> list[str]:
    flags = work.desk.assessments.assess(work.case_id, BOETE).flags
    return [flag.text for flag in flags if flag.id == RECHECK]


def test_that_a_changed_amount_asks_to_judge_the_fine_again(work: Work) -> None:
    touch_fine(work, "Het blijft een fout van ons allebei.")
    assert rechecks(work) == []
    set_amount(work, "1.900,00")
    [text] = rechecks(work)
    assert "2.130,00" in text
    assert "1.900,00" in text
    touch_fine(work, "Verder werken haalt de vlag niet weg.")
    assert len(rechecks(work)) == 1
    set_amount(work, "2.130,00")
    assert rechecks(work) == []


def test_that_judging_again_is_noted_and_a_next_change_asks_again(work: Work) -> None:
    touch_fine(work, "Eerst gezien.")
    set_amount(work, "1.900,00")
    decisions = work.desk.decisions
    assert decisions.respond_to_flag(work.case_id, BOETE, RECHECK, "Opnieuw berekend.") is None
    assert rechecks(work) == []
    [note] = work.desk.cases.open_case(work.case_id).decision(BOETE).follow_ups
    assert (note.kind, note.text) == ("opnieuw_beoordeeld", "Opnieuw berekend.")
    set_amount(work, "1.800,00")
    assert len(rechecks(work)) == 1


def test_that_an_objection_begins_with_what_it_is_about(work: Work) -> None:
    assert work.desk.decisions.adopt(work.case_id, BOETE, BY, MANDAAT).version is not None
    made = work.desk.cases.add_decision(work.case_id, DecisionTypeId("bezwaar"), None)
    answers = work.desk.cases.open_case(work.case_id).decision(made).answers
    taken = {item.question: item.value for item in answers}
    assert taken[QuestionId("bezwaar.soort")] == "boete"
    assert taken[QuestionId("bezwaar.primair_beslisser")] == BY
    assert QuestionId("bezwaar.gronden") not in taken
    assert all(item.state is AnswerState.GIVEN for item in answers)


def test_that_an_objection_without_a_sealed_decision_begins_empty(work: Work) -> None:
    made = work.desk.cases.add_decision(work.case_id, DecisionTypeId("bezwaar"), None)
    assert len(work.desk.cases.open_case(work.case_id).decision(made).answers) == 0


def test_that_the_first_decider_does_not_decide_on_the_objection(work: Work) -> None:
    assert work.desk.decisions.adopt(work.case_id, BOETE, BY, MANDAAT).version is not None
    made = work.desk.cases.add_decision(work.case_id, DecisionTypeId("bezwaar"), None)
    assert work.desk.cases.set_decision_date(work.case_id, made, "01-12-2026") is None
    same = work.desk.decisions.adopt(work.case_id, made, f" {BY.upper()} ", MANDAAT)
    assert same.problem is not None
    assert same.problem.code == "zelfde_beslisser_in_bezwaar"
    other = work.desk.decisions.adopt(work.case_id, made, "A. Ander (verzonnen)", MANDAAT)
    assert other.problem is None
    assert other.blocking
