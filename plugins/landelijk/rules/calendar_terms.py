"""Terms in years, months and weeks, counted from a legal day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


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
