"""Periods: both ends belong to them, and an open one runs on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.domain.period import Period

DAY = date(2025, 3, 1)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2050, 12, 31))


def test_that_a_period_ends_no_earlier_than_it_starts() -> None:
    assert Period(DAY, DAY).contains(DAY)
    with pytest.raises(ValueError, match="period_ends_before_it_starts"):
        Period(DAY, DAY - timedelta(days=1))


def test_that_both_ends_belong_to_the_period() -> None:
    period = Period(DAY, date(2025, 3, 31))
    assert [
        period.contains(day)
        for day in (date(2025, 2, 28), DAY, date(2025, 3, 31), date(2025, 4, 1))
    ] == [False, True, True, False]


def test_that_an_open_period_runs_on() -> None:
    period = Period(DAY)
    assert period.contains(date(2099, 1, 1))
    assert not period.contains(DAY - timedelta(days=1))


def test_that_the_last_day_of_an_open_period_is_its_first() -> None:
    assert Period(DAY, date(2025, 3, 31)).last_day == date(2025, 3, 31)
    assert Period(DAY).last_day == DAY


@given(DAYS, DAYS)
def test_that_a_period_contains_its_own_ends(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))
    assert period.contains(period.start)
    assert period.contains(period.last_day)
