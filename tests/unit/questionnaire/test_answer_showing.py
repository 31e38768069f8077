"""Answers as Dutch text, in words and as a table."""

from __future__ import annotations

from datetime import date

import pytest

from hardship_desk.domain.answers import Answer, AnswerState, AnswerValue, Row
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.questionnaire.answer_showing import show_table, show_value
from hardship_desk.questionnaire.model import AnswerType
from tests.unit.questionnaire.builders import COLUMNS, WORDS, question

ROWS = (
    Row(id="r1", cells=(("wie", "post"), ("bedrag", Money(500)))),
    Row(id="r2", cells=(("wie", "anders"), ("sinds", date(2025, 1, 2)))),
)


def given(kind: AnswerType, value: AnswerValue) -> Answer:
    return Answer(question=question(kind).id, value=value)


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (AnswerType.YES_NO, True, "ja"),
        (AnswerType.YES_NO_UNKNOWN, False, "nee"),
        (AnswerType.ONE_OF, "post", "Per brief"),
        (AnswerType.ONE_OF, "fax", "fax"),
        (AnswerType.MANY_OF, ("post", "telefoon"), "Per brief; Per telefoon"),
        (AnswerType.DATE, date(2026, 1, 2), "02-01-2026"),
        (AnswerType.AMOUNT, Money(124950), "€ 1.249,50"),
        (AnswerType.NUMBER, 12, "12"),
        (AnswerType.LONG_TEXT, "een\ntwee", "een\ntwee"),
        (AnswerType.PERIOD, Period(date(2025, 1, 1)), "vanaf 01-01-2025"),
        (
            AnswerType.PERIOD,
            Period(date(2025, 1, 1), date(2025, 3, 31)),
            "01-01-2025 tot en met 31-03-2025",
        ),
        (AnswerType.ROWS, ROWS, "Per brief, € 5,00; anders, 02-01-2025"),
    ],
)
def test_that_a_given_answer_is_shown_in_words(
    kind: AnswerType, value: AnswerValue, shown: str
) -> None:
    assert show_value(question(kind), given(kind, value), WORDS) == shown


def test_that_an_answer_without_value_says_why() -> None:
    asked = question(AnswerType.AMOUNT)
    unknown = Answer(question=asked.id, state=AnswerState.UNKNOWN)
    reason = Answer(question=asked.id, state=AnswerState.NOT_APPLICABLE, explanation="er geen is")
    later = Answer(
        question=asked.id,
        state=AnswerState.TO_INVESTIGATE,
        actor="team inkomen",
        due=date(2026, 12, 1),
    )
    some_day = Answer(question=asked.id, state=AnswerState.TO_INVESTIGATE, actor="team inkomen")
    assert show_value(asked, unknown, WORDS) == "onbekend"
    assert show_value(asked, reason, WORDS) == "n.v.t., omdat er geen is"
    assert show_value(asked, later, WORDS) == "nog uit te zoeken door team inkomen voor 01-12-2026"
    assert show_value(asked, some_day, WORDS) == "nog uit te zoeken door team inkomen voor onbekend"


def test_that_rows_are_shown_as_a_table_with_empty_cells() -> None:
    table = show_table(question(AnswerType.ROWS), given(AnswerType.ROWS, ROWS), WORDS)
    assert table is not None
    assert table.header == tuple(column.text for column in COLUMNS)
    assert table.rows == (("Per brief", "€ 5,00", ""), ("anders", "", "02-01-2025"))


def test_that_other_answers_are_no_table() -> None:
    asked = question(AnswerType.ROWS)
    unknown = Answer(question=asked.id, state=AnswerState.UNKNOWN)
    assert show_table(asked, unknown, WORDS) is None
    many = question(AnswerType.MANY_OF)
    assert show_table(many, given(AnswerType.MANY_OF, ("post",)), WORDS) is None
