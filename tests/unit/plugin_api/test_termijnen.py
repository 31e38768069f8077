"""The terms for bezwaar and review, with the holidays of the Algemene termijnenwet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.plugin_api.termijnen import last_day_for_bezwaar, review_deadline


@pytest.mark.parametrize(
    ("sent", "last"),
    [
        (date(2026, 11, 13), date(2026, 12, 28)),
        (date(2026, 11, 20), date(2027, 1, 4)),
        (date(2026, 11, 24), date(2027, 1, 5)),
        (date(2027, 2, 12), date(2027, 3, 30)),
        (date(2027, 3, 16), date(2027, 4, 28)),
        (date(2027, 3, 26), date(2027, 5, 10)),
        (date(2025, 11, 21), date(2026, 1, 5)),
        (date(2026, 4, 3), date(2026, 5, 18)),
    ],
)
def test_that_the_term_ends_on_a_working_day(sent: date, last: date) -> None:
    assert last_day_for_bezwaar(sent) == last


@given(st.dates(min_value=date(2013, 1, 1), max_value=date(2040, 12, 31)))
def test_that_the_term_is_six_weeks_and_at_most_a_few_days_more(sent: date) -> None:
    last = last_day_for_bezwaar(sent)
    assert timedelta(weeks=6) <= last - sent <= timedelta(weeks=6, days=5)
    assert last.weekday() < 5


@pytest.mark.parametrize(
    ("decided", "deadline"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 10, 12), date(2027, 1, 12)),
        (date(2026, 3, 31), date(2026, 6, 30)),
    ],
)
def test_that_the_review_is_within_three_months(decided: date, deadline: date) -> None:
    assert review_deadline(decided) == deadline
