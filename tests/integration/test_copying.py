"""A new dossier from an earlier one, and a decision looked at again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.domain.answers import AnswerState, StatementTag
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.evidence import EvidenceStatus, Verification
from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.answering import Answering
from hardship_desk.presenters.copying import known_from, look_again, possible_changes
from hardship_desk.presenters.drafts import Drafts
from hardship_desk.presenters.new_case import NewCasePage, NewCasePresenter
from hardship_desk.presenters.open_case import OpenCase, earlier_decision
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.model import Question
from tests.integration.desks import Work, example, new_work, open_desk_in
from tests.unit.presenters.screens import Frame, Screen, window_texts


@pytest.fixture
def source(tmp_path: Path) -> Work:
    return example(open_desk_in(tmp_path))


def opened(work: Work) -> OpenCase:
    case = OpenCase(work.desk, work.case_id)
    case.switch_to(work.decision_id)
    return case


def copied(source: Work) -> Work:
    made = new_work(source.desk)
    source.desk.copying.copy_facts(source.case_id, made.case, "overgenomen uit VB-2026-001")
    return made


def test_that_facts_go_along_and_say_where_they_are_from(source: Work) -> None:
    made = copied(source)
    was, now = source.case, made.case
    assert {item.question for item in now.facts} == {
        item.question for item in was.facts if item.state is AnswerState.GIVEN
    }
    assert all(item.derived_from == "overgenomen uit VB-2026-001" for item in now.facts)
    assert all(item.origin == () for item in now.facts)
    assert len(now.persons) == len(was.persons)
    assert now.number != was.number


def test_that_evidence_goes_along_unchecked(source: Work) -> None:
    pieces = copied(source).case.evidence
    assert [item.title for item in pieces] == [item.title for item in source.case.evidence]
    for item in pieces:
        assert item.verification is Verification.NIET
        assert item.status is EvidenceStatus.ONBEKEND
        assert (item.dated, item.verified_on, item.verified_by, item.covers) == (
            None,
            None,
            "",
            None,
        )


def test_that_nothing_of_the_decision_is_left_in_the_copy(source: Work) -> None:
    decision = copied(source).decision
    asked = {
        question.id: question
        for step in source.desk.questionnaire.steps
        for question in step.questions
    }
    assert {asked[item.question].step for item in decision.answers} <= {4}
    for item in decision.answers:
        tags = asked[item.question].tags
        assert item.tag is StatementTag.FEIT or StatementTag.OORDEEL not in tags
    assert decision.state is DecisionState.CONCEPT
    assert (decision.weighing, decision.flag_responses, decision.reviews) == ((), (), ())
    assert (decision.versions, decision.follow_ups, decision.sending_date) == ((), (), None)
    assert copied(source).case.conversations == ()


def test_that_the_form_begins_with_what_stays_the_same(source: Work) -> None:
    texts, frame = window_texts(source.desk), Frame()
    known = known_from(opened(source), texts)
    assert opened(source).case.number in known.before
    screen = Screen[NewCasePage]()
    presenter = NewCasePresenter(source.desk, screen, texts, frame)
    presenter.start(known)
    assert screen.page.known is not None
    assert (screen.page.known.number, screen.page.known.type) == ("", "boete")
    presenter.create(replace(known.form, number="Z-7", weight="gewoon", weight_reason="Gewoon."))
    assert frame.messages[-1].text.startswith("De feiten en de lijst met bewijs zijn overgenomen")
    made = next(item for item in source.desk.cases.list_cases() if item.number == "Z-7")
    assert len(source.desk.cases.current(made.id).facts)


def test_that_looking_again_asks_what_changed_and_judges_anew(source: Work) -> None:
    case = opened(source)
    choices = {choice.id: choice.text for choice in possible_changes(case)}
    assert "omstandigheden.schulden" in choices
    assert "conclusie.uitkomst" not in choices
    assert "\n" in choices["omstandigheden.schulden"], "the old answer stands below the question"
    made = look_again(case, ("omstandigheden.schulden",), window_texts(source.desk))
    again = source.case.decision(made)
    assert again.answers.get(QuestionId("omstandigheden.schulden")) is None
    kept = again.answers.get(QuestionId("doenvermogen.kennen"))
    assert kept is not None
    assert kept.derived_from == "als in het besluit van 12-10-2026"
    assert again.answers.get(QuestionId("evenredigheid.slotsom")) is None
    assert (again.weighing, again.reviews, again.versions) == ((), (), ())
    assert again.weight is case.decision.weight


def test_that_a_lowering_looked_at_again_says_so(tmp_path: Path) -> None:
    work = example(open_desk_in(tmp_path), "VB-2026-004", "maatregel")
    made = look_again(opened(work), (), window_texts(work.desk))
    moment = work.case.decision(made).answers.get(QuestionId("maatregel.moment"))
    assert moment is not None
    assert moment.value == "heroverweging"


def test_that_the_old_answer_stands_beside_a_question_that_is_asked_again(source: Work) -> None:
    case, texts = opened(source), window_texts(source.desk)
    assert answering(case, texts).item(the_question(source)).notes == ()
    assert source.desk.decisions.adopt(
        source.case_id, source.decision_id, "A. Beslisser", "mandaat"
    ).version
    made = look_again(case, ("omstandigheden.schulden",), texts)
    case.reload()
    case.switch_to(made)
    (note,) = answering(case, texts).item(the_question(source)).notes
    assert note.startswith("In het eerdere besluit: Er is een schuld")
    source.desk.interview.answer(
        source.case_id, made, QuestionId("omstandigheden.schulden"), "De schuld is weg."
    )
    case.reload()
    assert note in answering(case, texts).item(the_question(source)).notes
    kept = source.desk.questionnaire.question(QuestionId("doenvermogen.kennen"))
    assert not any("eerdere" in item for item in answering(case, texts).item(kept).notes)
    case.switch_to(source.decision_id)
    assert earlier_decision(case) is None


def answering(case: OpenCase, texts: WindowTexts) -> Answering:
    return Answering(case, texts, Drafts(case, texts, Frame()))


def the_question(work: Work) -> Question:
    return work.desk.questionnaire.question(QuestionId("omstandigheden.schulden"))
