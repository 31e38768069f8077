"""The time on a Dutch clock, computed here, since Windows brings no table of time zones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


def dutch_time(moment: datetime) -> datetime:
    """The moment as a clock in the Netherlands shows it, with summer time (Directive 2000/84/EC)."""
    utc = moment.astimezone(UTC)
    starts, ends = _change(utc.year, 3), _change(utc.year, 10)
    return (utc + (_SUMMER if starts <= utc < ends else _WINTER)).replace(tzinfo=None)


def _change(year: int, month: int) -> datetime:
    """One o'clock UTC on the last Sunday of a month of 31 days."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
