"""Works the days of an ontheffing out: what is left of five years, the plan, the end.

Participatiewet 9a for a single parent; 9 lid 2 knows no term of its own, only that it ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hardship_desk.plugin_api import AssessmentContext

from .calendar_terms import add_months
from .law import DatedValue, Law
from .noticed import Noticed
from .plain import Worked
from .step import Input, Step, dutch_day

PARENT = "ouder_kind_tot_vijf"
START, END, USED = "ontheffing.vanaf", "ontheffing.tot", "ontheffing.maanden_gebruikt"
BIRTHDAY = "ontheffing.kind_vijf_op"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The days of the decision, and the last one that the law leaves."""

    starts_on: date | None
    ends_on: date | None
    left: int | None = None
    last_day: date | None = None
    values: tuple[DatedValue, ...] = ()


def work(context: AssessmentContext, law: Law) -> Worked:
    """Everything the rules on ontheffing make of a case."""
    decided, term = context.dates.besluit, term_of(context, law)
    is_parent = context.choice("ontheffing.grond") == PARENT
    steps = _steps(context, term, law, decided) if is_parent and decided is not None else ()
    return Worked(day=decided, steps=steps, noticed=(_on_order(term), _on_limit(term)))


def term_of(context: AssessmentContext, law: Law) -> Term:
    """What is left of the five years; for another ground only the days of the decision."""
    starts_on, ends_on = context.day(START), context.day(END)
    decided, used = context.dates.besluit, context.number(USED)
    if decided is None or used is None:
        return Term(starts_on=starts_on, ends_on=ends_on)
    longest = law.on(decided, "ontheffing.ouder.maximum")
    left = max(longest.count - used, 0) if longest.count is not None else None
    return Term(
        starts_on=starts_on,
        ends_on=ends_on,
        left=left,
        last_day=_last_day(starts_on, left, context.day(BIRTHDAY)),
        values=(longest,),
    )


def _last_day(start: date | None, left: int | None, birthday: date | None) -> date | None:
    """The earlier of the end of five years and the day before the child turns five."""
    if start is None or left is None:
        return None
    last = add_months(start, left) - timedelta(days=1)
    return min(last, birthday - timedelta(days=1)) if birthday is not None else last


def _steps(context: AssessmentContext, term: Term, law: Law, decided: date) -> tuple[Step, ...]:
    left = Step(
        rule="01_resterend",
        variant="onbekend" if term.left is None else "berekend",
        basis="pw_9a",
        inputs=(Input(name="gebruikt", value=_count(context.number(USED))),),
        values=term.values,
        slots={"maanden": str(term.left)},
    )
    end = Step(
        rule="02_laatste_dag",
        variant="onbekend" if term.last_day is None else "berekend",
        basis="pw_9a",
        inputs=(
            Input(name="vanaf", value=dutch_day(term.starts_on)),
            Input(name="kind_vijf", value=dutch_day(context.day(BIRTHDAY))),
        ),
        slots={"dag": dutch_day(term.last_day) or ""},
    )
    return (left, end, *_plan(term, law, decided))


def _plan(term: Term, law: Law, decided: date) -> tuple[Step, ...]:
    """Lid 7 and 8: a plan within six months, and a new look every half year."""
    months = law.on(decided, "ontheffing.ouder.plan")
    if term.starts_on is None or months.count is None:
        return ()
    day = add_months(term.starts_on, months.count)
    plan = Step(
        rule="03_plan",
        variant="berekend",
        basis="pw_9a",
        inputs=(Input(name="vanaf", value=dutch_day(term.starts_on)),),
        values=(months,),
        slots={"dag": dutch_day(day) or "", "maanden": str(months.count)},
    )
    return (plan,)


def _count(number: int | None) -> str | None:
    return str(number) if number is not None else None


def _on_order(term: Term) -> Noticed | None:
    """An end before the beginning is a slip of the pen."""
    if term.starts_on is None or term.ends_on is None or term.ends_on >= term.starts_on:
        return None
    return Noticed(name="einde_voor_begin", step=13, basis="pw_9_2", cites=(START, END))


def _on_limit(term: Term) -> Noticed | None:
    """9a: five years together at most, and for a child under five."""
    if term.last_day is None or term.ends_on is None or term.ends_on <= term.last_day:
        return None
    return Noticed(
        name="te_lang",
        step=13,
        basis="pw_9a",
        cites=(END, USED),
        lines=("02_laatste_dag",),
        slots={"dag": dutch_day(term.last_day) or ""},
    )
