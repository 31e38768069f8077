"""Works out how long bijstand may stand still (Participatiewet 54 lid 1)."""

from __future__ import annotations

from datetime import date, timedelta

from hardship_desk.plugin_api import AssessmentContext, Direction

from ..calendar_terms import add_weeks
from ..law import Law
from ..noticed import Noticed
from ..plain import Worked
from ..step import Input, Step, dutch_day

SUSPENDING = ("opschorting", "intrekking_na_opschorting")
RULE = "01_opschorting"


def work(context: AssessmentContext, law: Law) -> Worked:
    """The term of a suspension; nothing to compute on another ground."""
    day = context.dates.rechtperiode.last_day if context.dates.rechtperiode else None
    day = day or context.dates.besluit
    if context.choice("herziening.grond") not in SUSPENDING:
        return Worked(day=day)
    first, last = context.day("opschorting.eerste_dag"), context.day("opschorting.tot")
    step = term_of_suspension(first, last, law)
    return Worked(day=day, steps=(step,), noticed=(_too_long(step),))


def term_of_suspension(first: date | None, last: date | None, law: Law) -> Step:
    """Participatiewet 54 lid 1: at most eight weeks, the first day counted."""
    inputs = (
        Input(name="eerste_dag", value=dutch_day(first)),
        Input(name="laatste_dag", value=dutch_day(last)),
    )
    term = law.on(first, "opschorting.maximum") if first is not None else None
    if first is None or last is None or term is None or term.count is None:
        return Step(rule=RULE, variant="onbekend", basis="pw_54_1", inputs=inputs)
    utmost = add_weeks(first, term.count) - timedelta(days=1)
    return Step(
        rule=RULE,
        variant="te_lang" if last > utmost else "binnen",
        basis="pw_54_1",
        inputs=inputs,
        values=(term,),
        slots={"uiterlijk": f"{utmost:%d-%m-%Y}", "weken": str(term.count)},
    )


def _too_long(step: Step) -> Noticed | None:
    if step.variant != "te_lang":
        return None
    return Noticed(
        name="opschorting_te_lang",
        step=2,
        basis="pw_54_1",
        direction=Direction.PLEADS_FOR,
        cites=("opschorting.eerste_dag", "opschorting.tot"),
        lines=(RULE,),
        slots=step.slots,
    )
