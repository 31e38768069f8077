"""What an answer was before can be seen and put back, and the last change can be undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.domain.answers import AnswerState, StatementTag
from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.decision import DecisionPresenter
from hardship_desk.presenters.decision_page import DecisionPage
from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.work import WorkPage
from tests.integration.desks import new_work, open_desk_in
from tests.unit.presenters.screens import Screen, open_example, open_work, window_texts
from tests.unit.presenters.test_work import Stage, stage

REASON, DAY, CHOICE = "intake.aanleiding", "intake.meldplicht_dag", "regel.kenbaar"


@pytest.fixture
def fresh(tmp_path: Path) -> Stage:
    return stage(open_work(new_work(open_desk_in(tmp_path))))


def item(screen: Screen[WorkPage], question: str) -> QuestionItem:
    return next(q for group in screen.page.groups for q in group.questions if q.id == question)


def test_that_undoing_gives_the_answer_before_and_says_at_which_question(fresh: Stage) -> None:
    _, presenter, screen, frame = fresh
    presenter.answer(REASON, "Er werd niet gemeld.", final=True)
    presenter.answer(REASON, "Er werd te laat gemeld.", final=True)
    assert item(screen, REASON).text in screen.page.undo
    presenter.past.undo()
    assert item(screen, REASON).raw == "Er werd niet gemeld."
    assert item(screen, REASON).text in frame.messages[-1].text
    assert "Er werd niet gemeld." in frame.messages[-1].advice
    assert (screen.focused[-1], screen.anew[-1]) == (REASON, REASON)
    presenter.past.undo()
    assert item(screen, REASON).raw == ""
    assert screen.page.undo == ""


def test_that_nothing_to_undo_is_said_and_changes_nothing(fresh: Stage) -> None:
    _, presenter, _, frame = fresh
    presenter.past.undo()
    assert "niets om ongedaan" in frame.messages[-1].text


def test_that_what_is_saved_while_typing_is_undone_as_one_change(fresh: Stage) -> None:
    _, presenter, screen, _ = fresh
    for text in ("Er", "Er werd", "Er werd niet gemeld."):
        presenter.answer(REASON, text, final=False)
    presenter.answer(REASON, "Er werd niet gemeld.", final=True)
    presenter.answer(REASON, "Er werd niet gemeld. Toch wel.", final=False)
    presenter.past.undo()
    assert item(screen, REASON).raw == "Er werd niet gemeld."
    presenter.past.undo()
    assert item(screen, REASON).raw == ""


def test_that_undoing_goes_to_the_step_of_the_question(fresh: Stage) -> None:
    case, presenter, _, frame = fresh
    presenter.answer(DAY, "08-06-2026", final=True)
    presenter.go_to(case.route.steps[2])
    presenter.past.undo()
    assert frame.went_to == [f"step 1 {DAY}"]
    assert case.answers.get(QuestionId(DAY)) is None


def test_that_undoing_a_clear_brings_back_answer_tag_and_reason(fresh: Stage) -> None:
    case, presenter, _, _ = fresh
    presenter.answer(REASON, "Er werd niet gemeld.", final=True)
    presenter.set_tag(REASON, StatementTag.FEIT)
    before = case.answers.get(QuestionId(REASON))
    presenter.clear(REASON)
    presenter.past.undo()
    assert case.answers.get(QuestionId(REASON)) == before
    presenter.not_applicable(DAY, "Er is geen meldplicht.")
    presenter.clear(DAY)
    presenter.past.undo()
    state = case.answers.get(QuestionId(DAY))
    assert state is not None
    assert (state.state, state.explanation) == (
        AnswerState.NOT_APPLICABLE,
        "Er is geen meldplicht.",
    )


def test_that_history_tells_before_and_after_of_each_writing(fresh: Stage) -> None:
    _, presenter, _, _ = fresh
    presenter.answer(DAY, "08-06-2026", final=True)
    page = presenter.past.history(DAY)
    assert [(line.before, line.after, line.is_now) for line in page.lines] == [
        ("geen antwoord", "08-06-2026", True)
    ]
    presenter.answer(DAY, "09-06-2026", final=True)
    lines = presenter.past.history(DAY).lines
    assert [(line.before, line.after) for line in lines] == [
        ("08-06-2026", "09-06-2026"),
        ("geen antwoord", "08-06-2026"),
    ]


def test_that_what_is_typed_on_end_is_one_writing(fresh: Stage) -> None:
    _, presenter, _, _ = fresh
    for text in ("Er", "Er werd", "Er werd niet gemeld."):
        presenter.answer(REASON, text, final=False)
    assert [line.after for line in presenter.past.history(REASON).lines] == ["Er werd niet gemeld."]


def test_that_an_answer_without_history_says_so(fresh: Stage) -> None:
    assert fresh[1].past.history(REASON).lines == ()


def test_that_an_earlier_answer_is_put_back_and_that_can_be_undone(fresh: Stage) -> None:
    _, presenter, screen, _ = fresh
    presenter.answer(DAY, "08-06-2026", final=True)
    state = presenter.past.history(DAY).lines[0].state
    presenter.answer(DAY, "09-06-2026", final=True)
    presenter.past.restore(DAY, state)
    assert item(screen, DAY).raw == "08-06-2026"
    presenter.past.undo()
    assert item(screen, DAY).raw == "09-06-2026"


def test_that_a_choice_that_is_gone_is_not_put_back(fresh: Stage) -> None:
    case, presenter, screen, _ = fresh
    presenter.go_to(3)
    asked = next(
        q for g in screen.page.groups for q in g.questions if q.kind == "one_of" and q.choices
    )
    presenter.answer(asked.id, asked.choices[0].id, final=True)
    state = case.answers.get(QuestionId(asked.id))
    assert state is not None
    presenter.past.restore(asked.id, replace(state, value="niet_meer_te_kiezen"))
    assert item(screen, asked.id).raw == asked.choices[0].id
    assert "geen keuze meer" in item(screen, asked.id).error


def test_that_of_an_adopted_decision_history_is_shown_and_nothing_put_back(tmp_path: Path) -> None:
    case = open_example(tmp_path)
    _, presenter, screen, frame = stage(case)
    presenter.go_to(1)
    before = item(screen, REASON).raw
    presenter.answer(REASON, "Dit stond er even.", final=True)
    presenter.past.undo()
    adopting = DecisionPresenter(case, Screen[DecisionPage](), window_texts(case.desk), frame)
    adopting.adopt("A. Behandelaar", "Mandaat 1")
    assert case.decision.is_sealed
    page = presenter.past.history(REASON)
    assert page.locked
    assert page.lines[0].state is not None
    presenter.past.restore(REASON, None)
    presenter.past.undo()
    assert item(screen, REASON).raw == before
