"""Voorschot and an earlier start: last day, least amount, and how far back it may go."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.plugin_api import AssessmentContext, Money
from tests.unit.plugins.bijstand_cases import (
    Answers,
    Dates,
    case,
    drafted,
    found,
    letter,
    lines,
    total,
)

V = "voorschot_terugwerkend"
ADVANCE: Answers = {
    f"{V}.onderwerp": "voorschot",
    f"{V}.aanvraag": date(2026, 8, 3),
    f"{V}.bijstand": Money(140150),
}
EARLIER: Answers = {f"{V}.onderwerp": "terugwerkend"}


def advance(changes: Answers | None = None, decided: date | None = None) -> AssessmentContext:
    """An application of 3 August 2026 for 1.401,50 a month, with these changes."""
    return case(V, {**ADVANCE, **(changes or {})}, Dates(decided=decided))


def earlier(
    start: date | None, melding: date | None = date(2026, 5, 31), outcome: str | None = None
) -> AssessmentContext:
    """A start before the melding."""
    answers: Answers = {**EARLIER, f"{V}.ingang": start, "conclusie.uitkomst": outcome}
    return case(V, answers, Dates(melding=melding))


def test_that_the_voorschot_is_there_after_four_weeks() -> None:
    assert "31-08-2026" in lines(advance())["01_uiterste_dag"].outcome
    assert "te_laat" not in found(advance(decided=date(2026, 8, 31)))
    assert "te_laat" in found(advance(decided=date(2026, 9, 1)))
    assert "te_laat" not in found(advance())


@pytest.mark.parametrize(
    ("applied", "least"), [(date(2025, 12, 31), 126135), (date(2026, 1, 1), 133143)]
)
def test_that_the_day_of_the_application_decides_the_percentage(applied: date, least: int) -> None:
    # 90 percent of 1.401,50 is 1.261,35; 95 percent is 1.331,425, and cents go up.
    assert total(advance({f"{V}.aanvraag": applied})) == Money(least)


@pytest.mark.parametrize("missing", ["aanvraag", "bijstand"])
def test_that_nothing_is_reckoned_with_what_is_unknown(missing: str) -> None:
    assert total(advance({f"{V}.{missing}": None})) is None


def test_that_before_the_recorded_law_no_day_is_given() -> None:
    long_ago = advance({f"{V}.aanvraag": date(2014, 1, 1)})
    assert total(long_ago) is None
    assert "ontbreekt" in lines(long_ago)["01_uiterste_dag"].outcome


@pytest.mark.parametrize(("chosen", "noticed"), [(133142, True), (133143, False)])
def test_that_less_than_the_least_is_noticed(chosen: int, noticed: bool) -> None:
    answers: Answers = {"conclusie.uitkomst": "voorschot", "conclusie.bedrag": Money(chosen)}
    assert ("te_laag" in found(advance(answers))) == noticed
    assert "minimum" in drafted(advance(answers))


def test_that_the_least_is_not_named_where_none_is_given() -> None:
    assert "minimum" not in found(advance({"conclusie.uitkomst": "geen_voorschot"}))


@given(cents=st.integers(0, 300_000))
def test_that_the_least_amount_is_never_below_the_percentage(cents: int) -> None:
    amount = total(advance({f"{V}.bijstand": Money(cents)}))
    assert amount is not None
    assert amount.cents * 100 >= cents * 95
    assert amount.cents <= cents


def test_that_three_months_back_ends_with_the_month() -> None:
    # 31 May less three months is 28 February.
    assert "28-02-2026" in lines(earlier(date(2026, 3, 1)))["11_vroegste_dag"].outcome


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (date(2026, 2, 28), "begindag_binnen"),
        (date(2026, 2, 27), "begindag_te_ver"),
        (date(2026, 5, 30), "begindag_binnen"),
        (date(2026, 5, 31), "begindag_niet_eerder"),
    ],
)
def test_that_the_start_lies_within_or_outside_the_term(start: date, name: str) -> None:
    assert set(found(earlier(start))) == {name}


def test_that_a_start_too_far_back_may_not_be_granted() -> None:
    too_far = earlier(date(2026, 2, 27), outcome="terugwerkend")
    assert set(found(too_far)) == {"toegekend_te_ver"}
    refused = earlier(date(2026, 2, 27), outcome="niet_terugwerkend")
    assert "28-02-2026" in drafted(refused)["begindag_te_ver"].text


def test_that_before_2026_the_act_knew_no_exception() -> None:
    old = earlier(date(2025, 11, 1), melding=date(2025, 12, 31))
    assert set(found(old)) == {"begindag_oud_recht"}
    assert "bijzondere" in lines(old)["11_vroegste_dag"].outcome


@pytest.mark.parametrize(
    ("start", "melding"), [(None, date(2026, 5, 31)), (date(2026, 5, 1), None), (None, None)]
)
def test_that_an_open_day_leaves_the_rest_open(start: date | None, melding: date | None) -> None:
    assert found(earlier(start, melding=melding)) == {}


def test_that_without_a_subject_there_is_nothing() -> None:
    assert lines(case(V, {})) == {}
    assert letter(case(V, {}), "voorschot") == []
