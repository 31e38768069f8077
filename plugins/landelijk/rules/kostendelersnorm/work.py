"""Works the kostendelersnorm out: who counts, the norm per stretch of days, what was noticed."""

from __future__ import annotations

from datetime import date

from hardship_desk.plugin_api import AssessmentContext, LetterSection, LetterView, Period

from ..law import Law
from ..plain import Worked
from ..told import Told
from .amount import steps_of, stretches_of
from .findings import View, notice_all
from .housemates import read_household

LOWERED = ("gedeelde_norm", "gedeelde_norm_alleen")


def work(context: AssessmentContext, law: Law) -> Worked:
    """Everything the rules on the kostendelersnorm make of a case."""
    whole, household = period_of(context), read_household(context)
    if whole is None:
        return Worked(day=None)
    stretches = stretches_of(context, household, law, whole)
    view = View(context=context, household=household, stretches=stretches)
    return Worked(
        day=whole.last_day,
        steps=steps_of(context, stretches),
        noticed=notice_all(view),
        total=stretches[-1].amount,
    )


def period_of(context: AssessmentContext) -> Period | None:
    """The period of entitlement, up to the decision where it still runs; else the decision day."""
    period, decided = context.dates.rechtperiode, context.dates.besluit
    if period is None:
        return Period(decided, decided) if decided is not None else None
    if period.end is not None:
        return period
    return Period(period.start, _not_before(period.start, decided))


def _not_before(start: date, day: date | None) -> date:
    return max(start, day) if day is not None else start


def tell(worked: Worked, decision: LetterView) -> tuple[Told, ...]:
    """The amount in the letter, where the norm is lower."""
    found = next((item for item in worked.noticed if item and item.name in LOWERED), None)
    if found is None or decision.outcome not in ("kostendelersnorm", "kostendelersnorm_afgestemd"):
        return ()
    told = Told(
        section=LetterSection.BETEKENIS, key=found.name, slots=found.slots, lines=found.lines
    )
    return (told,)
