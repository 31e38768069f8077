"""Terms in years, months and weeks, counted from a legal day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from hardship_desk.plugin_api import Period


def add_months(day: date, months: int) -> date:
    """The same day so many months later (or earlier); the last of the month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The same day so many years later; 28 February for 29 February."""
    return add_months(day, 12 * years)


def add_weeks(day: date, weeks: int) -> date:
    """The same weekday so many weeks later."""
    return day + timedelta(weeks=weeks)


def half_years(period: Period) -> tuple[Period, ...]:
    """The period cut on 1 January and 1 July, the days on which norms change; an open end stays."""
    return cut(period, _half_year_starts(period))


def cut(period: Period, days: Iterable[date]) -> tuple[Period, ...]:
    """The period in pieces that begin on these days, as far as they lie in it."""
    inside = sorted({day for day in days if period.start < day and period.contains(day)})
    starts = (period.start, *inside)
    ends = (*(day - timedelta(days=1) for day in inside), period.end)
    return tuple(Period(start, end) for start, end in zip(starts, ends, strict=True))


def _half_year_starts(period: Period) -> tuple[date, ...]:
    years = range(period.start.year, period.last_day.year + 1)
    return tuple(date(year, month, 1) for year in years for month in (1, 7))
