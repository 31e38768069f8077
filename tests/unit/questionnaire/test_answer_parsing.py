"""What a user types becomes an answer, or a problem at its field; it never raises."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.domain.answers import Answer, AnswerState, AnswerValue, Row
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.questionnaire.answer_parsing import (
    MAX_CHARACTERS,
    AnswerProblem,
    RawAnswer,
    parse_answer,
    parse_date,
)
from hardship_desk.questionnaire.answer_showing import show_value
from hardship_desk.questionnaire.model import AnswerType
from tests.unit.questionnaire.builders import WORDS, question


def refusal(kind: AnswerType, raw: RawAnswer) -> tuple[str, dict[str, str]]:
    found = parse_answer(question(kind, minimum=1, maximum=60), raw)
    assert isinstance(found, AnswerProblem)
    assert found.question == "horen.proef"
    return found.code, dict(found.parameters)


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (AnswerType.YES_NO, "ja", True),
        (AnswerType.YES_NO, "nee", False),
        (AnswerType.YES_NO_UNKNOWN, "nee", False),
        (AnswerType.ONE_OF, "post", "post"),
        (AnswerType.MANY_OF, ("telefoon", "post", "post"), ("post", "telefoon")),
        (AnswerType.DATE, " 24-11-2026 ", date(2026, 11, 24)),
        (AnswerType.AMOUNT, "1.249,50", Money(124950)),
        (AnswerType.NUMBER, " 12 ", 12),
        (AnswerType.SHORT_TEXT, " kort ", "kort"),
        (AnswerType.LONG_TEXT, "een\ntwee", "een\ntwee"),
        (AnswerType.PERIOD, "1-1-2025|31-3-2025", Period(date(2025, 1, 1), date(2025, 3, 31))),
        (AnswerType.PERIOD, ("1-1-2025", ""), Period(date(2025, 1, 1))),
    ],
)
def test_that_what_fits_becomes_the_value(
    kind: AnswerType, raw: RawAnswer, value: AnswerValue
) -> None:
    found = parse_answer(question(kind), raw)
    assert found == Answer(question=question(kind).id, value=value)


def test_that_unknown_is_an_answer_only_where_it_can_be_chosen() -> None:
    known = question(AnswerType.YES_NO_UNKNOWN)
    assert parse_answer(known, "onbekend") == Answer(question=known.id, state=AnswerState.UNKNOWN)
    assert refusal(AnswerType.YES_NO, "onbekend") == ("choose_yes_or_no", {})


@pytest.mark.parametrize(
    ("kind", "raw", "code", "parameters"),
    [
        (AnswerType.SHORT_TEXT, ("a",), "text_expected", {}),
        (
            AnswerType.LONG_TEXT,
            "x" * (MAX_CHARACTERS + 1),
            "too_long",
            {"maximum": str(MAX_CHARACTERS)},
        ),
        (AnswerType.SHORT_TEXT, "  ", "empty", {}),
        (AnswerType.YES_NO, "", "choose_yes_or_no", {}),
        (AnswerType.ONE_OF, "fax", "unknown_option", {"given": "fax"}),
        (AnswerType.DATE, "31-2-2025", "not_a_date", {"given": "31-2-2025"}),
        (AnswerType.AMOUNT, "12.5", "not_an_amount", {"given": "12.5"}),
        (AnswerType.AMOUNT, "9" * 5000, "not_an_amount", {"given": "9" * 80}),
        (AnswerType.AMOUNT, "-5", "negative_amount", {}),
        (AnswerType.NUMBER, "-5", "not_a_number", {"given": "-5"}),
        (AnswerType.NUMBER, "²", "not_a_number", {"given": "²"}),
        (AnswerType.NUMBER, "1234567890", "not_a_number", {"given": "1234567890"}),
        (AnswerType.NUMBER, "0", "too_small", {"minimum": "1"}),
        (AnswerType.NUMBER, "61", "too_large", {"maximum": "60"}),
        (AnswerType.MANY_OF, "post", "list_expected", {}),
        (AnswerType.MANY_OF, ("fax",), "unknown_option", {"given": "fax"}),
        (AnswerType.MANY_OF, (), "empty", {}),
        (AnswerType.MANY_OF, ({"id": "post"},), "unknown_option", {"given": "{'id': 'post'}"}),
        (AnswerType.PERIOD, "1-1-2025", "period_expected", {}),
        (AnswerType.PERIOD, "|", "not_a_date", {"given": " "}),
        (AnswerType.PERIOD, "1-1-2025|ooit", "not_a_date", {"given": "1-1-2025 ooit"}),
        (AnswerType.PERIOD, "2-1-2025|1-1-2025", "period_ends_before_it_starts", {}),
        (AnswerType.ROWS, "r1", "rows_expected", {}),
        (AnswerType.ROWS, ("r1",), "rows_expected", {}),
        (AnswerType.ROWS, (), "empty", {}),
        (AnswerType.ROWS, ({"x": "1"},), "unknown_column", {"column": "x", "row": "1"}),
        (AnswerType.ROWS, ({"wie": " "},), "empty_cell", {"column": "Wie", "row": "1"}),
        (
            AnswerType.ROWS,
            ({"wie": "post"}, {"wie": "post", "bedrag": "veel"}),
            "not_an_amount",
            {"given": "veel", "column": "Bedrag", "row": "2"},
        ),
    ],
)
def test_that_what_does_not_fit_is_a_problem_with_its_code(
    kind: AnswerType, raw: RawAnswer, code: str, parameters: dict[str, str]
) -> None:
    assert refusal(kind, raw) == (code, parameters)


def test_that_a_bound_belongs_to_the_answer() -> None:
    bounded = question(AnswerType.NUMBER, minimum=1, maximum=60)
    assert isinstance(parse_answer(bounded, "1"), Answer)
    assert isinstance(parse_answer(bounded, "60"), Answer)


def test_that_rows_become_typed_cells_without_the_empty_ones() -> None:
    raw = ({"id": "k7", "wie": "post", "bedrag": "5", "sinds": ""}, {"wie": "telefoon"})
    found = parse_answer(question(AnswerType.ROWS), raw)
    assert isinstance(found, Answer)
    assert found.value == (
        Row(id="k7", cells=(("wie", "post"), ("bedrag", Money(500)))),
        Row(id="r1", cells=(("wie", "telefoon"),)),
    )


def test_that_a_new_row_never_takes_the_id_of_one_that_was_kept() -> None:
    raw = ({"id": "r2", "wie": "post"}, {"wie": "post"}, {"wie": "post"})
    found = parse_answer(question(AnswerType.ROWS), raw)
    assert isinstance(found, Answer)
    assert isinstance(found.value, tuple)
    assert [row.id for row in found.value if isinstance(row, Row)] == ["r2", "r1", "r3"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24-11-2026", date(2026, 11, 24)),
        ("4/8/2020", date(2020, 8, 4)),
        ("2020-08-04", date(2020, 8, 4)),
        ("29-2-2024", date(2024, 2, 29)),
        ("29-2-2025", None),
        ("2025-13-01", None),
        ("1-1-0000", None),
        ("24-11-26", None),
        ("gisteren", None),
        ("", None),
    ],
)
def test_that_a_date_is_read_as_dutch_or_iso(text: str, day: date | None) -> None:
    assert parse_date(text) == day


raws: st.SearchStrategy[RawAnswer] = st.one_of(
    st.text(),
    st.from_regex(r"[-0-9.,/|€ ]{0,25}"),
    st.lists(st.text() | st.sampled_from(["post", "telefoon"]), max_size=4).map(tuple),
    st.lists(
        st.dictionaries(st.sampled_from(["id", "wie", "bedrag", "sinds", "x"]), st.text()),
        max_size=3,
    ).map(tuple),
)


@given(st.sampled_from(AnswerType), raws)
def test_that_no_input_raises_and_no_answer_is_half(kind: AnswerType, raw: RawAnswer) -> None:
    asked = question(kind)
    found = parse_answer(asked, raw)
    if isinstance(found, Answer):
        assert found.question == asked.id
        assert show_value(asked, found, WORDS)
    else:
        assert found.code


@given(st.dates(min_value=date(1000, 1, 1)))
def test_that_a_shown_date_reads_back_as_itself(day: date) -> None:
    asked = question(AnswerType.DATE)
    shown = show_value(asked, Answer(question=asked.id, value=day), WORDS)
    assert parse_answer(asked, shown) == Answer(question=asked.id, value=day)
