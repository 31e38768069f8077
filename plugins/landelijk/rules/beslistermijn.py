"""The last day to decide on an application (Awb 4:13-4:15), beside the rules of its own type.

Eight weeks, where no statute says otherwise. The caseworker may name another last day: after a
notice with a new date (4:14), time that stood still (4:15), or another day of application.
"""

from __future__ import annotations

from datetime import date

from hardship_desk.plugin_api import AssessmentContext, end_of_term

from .calendar_terms import add_weeks
from .law import DatedValue, Law
from .noticed import Noticed
from .plain import Worked
from .step import Input, Step, dutch_day

THEME = "beslistermijn"
TYPES = (
    "bijzondere_bijstand",
    "kwijtschelding",
    "ontheffing",
    "voorschot_terugwerkend",
    "zeer_dringende_redenen",
)
"""Decisions on an application. A zoektermijn begins at the melding, before there is one."""
OTHER_DAY = "intake.uiterste_beslisdag"
SHORT = 7
LINE = "01_laatste_dag"


def work(context: AssessmentContext, law: Law) -> Worked:
    """The last day, where a day is known from which to count, and whether the decision meets it."""
    received, decided = context.dates.melding, context.dates.besluit
    named = context.day(OTHER_DAY)
    weeks = law.on(received, "beslistermijn.aanvraag") if received is not None else None
    last = named or _last_day(received, weeks)
    if last is None or _has_own_term(context):
        return Worked(day=None)
    step = Step(
        rule=LINE,
        variant="genoemd" if named else "acht_weken",
        basis="awb_4_14" if named else "awb_4_13",
        inputs=(Input(name="aanvraag", value=dutch_day(received)),),
        values=(weeks,) if weeks is not None and not named else (),
        slots={"dag": dutch_day(last) or ""},
    )
    return Worked(day=received or named, steps=(step,), noticed=(_noticed(last, decided),))


def days_left(last: date | None, decided: date | None) -> str | None:
    """What to say of the days that a decision leaves: `kort` below seven, `voorbij`, or None."""
    if last is None or decided is None or (last - decided).days >= SHORT:
        return None
    return "kort" if decided <= last else "voorbij"


def _has_own_term(context: AssessmentContext) -> bool:
    """A voorschot has four weeks of its own (Participatiewet 52)."""
    return context.choice("voorschot_terugwerkend.onderwerp") == "voorschot"


def _last_day(received: date | None, weeks: DatedValue | None) -> date | None:
    if received is None or weeks is None or weeks.count is None:
        return None
    return end_of_term(add_weeks(received, weeks.count))


def _noticed(last: date, decided: date | None) -> Noticed | None:
    name = days_left(last, decided)
    if name is None:
        return None
    slots = {"dag": dutch_day(last) or ""}
    return Noticed(name=name, step=1, basis="awb_4_13", lines=(LINE,), slots=slots)
