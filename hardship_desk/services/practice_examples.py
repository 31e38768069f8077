"""The example dossiers as they lie on the desk of who practises: still a concept, and in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hardship_desk.domain.case import Case
from hardship_desk.domain.period import Period
from hardship_desk.services.terms import ON_APPLICATION

APPLIED = timedelta(weeks=6)
"""How long ago an application came in at most: a decision is due within eight weeks."""


def for_practice(case: Case, today: date) -> Case:
    """The example without a day of sending, which a concept has not; what was applied for came lately.

    Only a dossier about an application moves: it holds no other days, and its amount hangs on none.
    The days of the others decide which law holds, and stay as they are.
    """
    unsent = (replace(item, sending_date=None) for item in case.decisions)
    case = replace(case, decisions=tuple(unsent))
    melding = case.dates.melding
    if melding is None or not all(item.type in ON_APPLICATION for item in case.decisions):
        return case
    late = today - APPLIED - melding
    return _moved(case, late, today) if late > timedelta() else case


def _moved(case: Case, days: timedelta, today: date) -> Case:
    """The dossier with its application so much later, to be decided today."""
    melding, period = case.dates.melding, case.dates.rechtperiode
    dates = replace(
        case.dates,
        melding=melding + days if melding is not None else None,
        rechtperiode=_later(period, days) if period is not None else None,
    )
    decisions = tuple(replace(item, decision_date=today) for item in case.decisions)
    return replace(case, dates=dates, decisions=decisions)


def _later(period: Period, days: timedelta) -> Period:
    return Period(period.start + days, period.end + days if period.end is not None else None)
