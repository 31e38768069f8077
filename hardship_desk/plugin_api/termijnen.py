"""Terms counted in days and months, with the rests of the Algemene termijnenwet."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache

BEZWAAR = timedelta(weeks=6)
REVIEW_MONTHS = 3
DECIDE_ON_APPLICATION = timedelta(weeks=8)
DECIDE_ON_REPORT = timedelta(weeks=13)
OBJECTION_WEEKS, OBJECTION_WEEKS_WITH_COMMITTEE, OBJECTION_WEEKS_MORE = 6, 12, 6
_SATURDAY = 5
_EQUATED = frozenset(
    [
        date(2023, 4, 28),
        date(2023, 5, 19),
        date(2024, 5, 10),
        date(2024, 12, 27),
        date(2025, 5, 30),
        date(2026, 1, 2),
        date(2026, 5, 15),
        date(2027, 5, 7),
        date(2028, 4, 28),
        date(2028, 5, 26),
    ]
)
"""Days that a royal decree equates with holidays (art. 3 lid 3); known up to and including 2028."""


def last_day_for_bezwaar(sent: date) -> date:
    """The last day to object to a decision that was sent on a day (Awb 6:7 and 6:8).

    The six weeks begin the day after. A Saturday, Sunday or holiday moves the end to the next
    working day (Algemene termijnenwet art. 1 lid 1).
    """
    return end_of_term(sent + BEZWAAR)


def end_of_term(day: date) -> date:
    """The day on which a legal term that would end on `day` really ends.

    A Saturday, Sunday or holiday moves the end to the next working day (Algemene termijnenwet art.
    1 lid 1).
    """
    while not _is_working_day(day):
        day += timedelta(days=1)
    return day


def application_deadline(asked: date) -> date:
    """The last day to decide on an application where no other term was set (Awb 4:13 lid 2)."""
    return end_of_term(asked + DECIDE_ON_APPLICATION)


def objection_deadline(sent: date, *, committee: bool | None, longer: bool = False) -> date:
    """The last day to decide on an objection to what was sent on a day (Awb 7:10).

    Six weeks after the last day to object, twelve where a committee advises; while that is not
    known the longer term counts. `longer` adds the six weeks of paragraph 3.
    """
    weeks = OBJECTION_WEEKS if committee is False else OBJECTION_WEEKS_WITH_COMMITTEE
    weeks += OBJECTION_WEEKS_MORE if longer else 0
    return end_of_term(last_day_for_bezwaar(sent) + timedelta(weeks=weeks))


def fine_deadline(reported: date) -> date:
    """The last day to decide on a fine of which a report was drawn up (Awb 5:51 lid 1).

    A weekend or holiday does not move it: it is a term for the municipality itself, counted on
    the safe side, as the rule on the fine does.
    """
    return reported + DECIDE_ON_REPORT


def review_deadline(decided: date) -> date:
    """The last day to look again: three months after the decision, at most (Participatiewet 18).

    A month without that day gives its last day: 30 November gives 28 or 29 February.
    """
    months = decided.month - 1 + REVIEW_MONTHS
    year, month = decided.year + months // 12, months % 12 + 1
    return date(year, month, min(decided.day, calendar.monthrange(year, month)[1]))


def is_equated(day: date) -> bool:
    """Whether a royal decree made the day count as a holiday."""
    return day in _EQUATED


def equated_days_known_for(year: int) -> bool:
    """Whether the royal decrees for that year were looked up."""
    return min(_EQUATED).year <= year <= max(_EQUATED).year


def _is_working_day(day: date) -> bool:
    return day.weekday() < _SATURDAY and day not in _EQUATED and day not in _holidays(day.year)


@cache
def _holidays(year: int) -> frozenset[date]:
    """The holidays of art. 3 lid 1 and 2; Good Friday and 5 May are "optional" in the library."""
    import holidays  # noqa: PLC0415  # takes a third of the time of a start, and few need it

    return frozenset(holidays.country_holidays("NL", years=year, categories=("public", "optional")))
