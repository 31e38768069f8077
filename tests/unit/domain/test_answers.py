"""Answers and sets of answers: what settles a question, and that a change gives a new set."""

from __future__ import annotations

from datetime import date

import pytest

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState, Row
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.money import Money

INCOME, ASSETS = QuestionId("draagkracht.inkomen"), QuestionId("draagkracht.vermogen")


def amount(question: QuestionId, cents: int) -> Answer:
    return Answer(question=question, value=Money(cents))


@pytest.mark.parametrize("value", [False, 0, "", ()])
def test_that_a_given_answer_may_hold_an_empty_value(value: bool | int | str | tuple[()]) -> None:
    assert Answer(question=INCOME, value=value).state is AnswerState.GIVEN


def test_that_a_given_answer_has_a_value() -> None:
    with pytest.raises(ValueError, match="only_a_given_answer_has_a_value"):
        Answer(question=INCOME)


@pytest.mark.parametrize(
    "state", [AnswerState.UNKNOWN, AnswerState.NOT_APPLICABLE, AnswerState.TO_INVESTIGATE]
)
def test_that_an_answer_that_is_not_given_has_no_value(state: AnswerState) -> None:
    with pytest.raises(ValueError, match="only_a_given_answer_has_a_value"):
        Answer(question=INCOME, state=state, value=Money(0))


def test_that_a_given_or_unknown_answer_settles_its_question() -> None:
    assert amount(INCOME, 0).settles
    assert Answer(question=INCOME, state=AnswerState.UNKNOWN).settles


@pytest.mark.parametrize(("reason", "settles"), [("", False), ("  ", False), ("woont in", True)])
def test_that_not_applicable_settles_only_with_a_reason(reason: str, settles: bool) -> None:
    answer = Answer(question=INCOME, state=AnswerState.NOT_APPLICABLE, explanation=reason)
    assert answer.settles is settles


def test_that_what_is_still_looked_into_settles_nothing() -> None:
    answer = Answer(
        question=INCOME,
        state=AnswerState.TO_INVESTIGATE,
        explanation="loket",
        actor="team inkomen",
        due=date(2026, 12, 1),
    )
    assert not answer.settles


def test_that_a_row_gives_its_cells_and_none_where_it_is_empty() -> None:
    row = Row(id="r1", cells=(("wie", "inwoner"), ("bedrag", Money(100))))
    assert row.cell("bedrag") == Money(100)
    assert row.cell("zwaarte") is None


def test_that_the_last_answer_to_a_question_counts() -> None:
    answers = AnswerSet.of((amount(INCOME, 1), amount(INCOME, 2)))
    assert answers.get(INCOME) == amount(INCOME, 2)
    assert len(answers) == 1


def test_that_a_question_without_answer_gives_none() -> None:
    assert AnswerSet().get(INCOME) is None
    assert len(AnswerSet()) == 0


def test_that_a_change_leaves_the_earlier_set_as_it_was() -> None:
    before = AnswerSet.of((amount(INCOME, 1),))
    after = before.with_answer(amount(INCOME, 2)).with_answer(amount(ASSETS, 3))
    assert list(before) == [amount(INCOME, 1)]
    assert list(after) == [amount(INCOME, 2), amount(ASSETS, 3)]


def test_that_an_answer_can_be_taken_away() -> None:
    both = AnswerSet.of((amount(INCOME, 1), amount(ASSETS, 3)))
    assert list(both.without(INCOME)) == [amount(ASSETS, 3)]
    assert list(both.without(QuestionId("horen.tolk"))) == list(both)


def test_that_the_other_set_wins_where_both_answer() -> None:
    facts = AnswerSet.of((amount(INCOME, 1), amount(ASSETS, 3)))
    merged = facts.merged_with(AnswerSet.of((amount(INCOME, 2),)))
    assert merged.get(INCOME) == amount(INCOME, 2)
    assert merged.get(ASSETS) == amount(ASSETS, 3)
