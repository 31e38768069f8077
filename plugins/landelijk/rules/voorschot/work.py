"""Voorschot and an earlier start worked out: the last day, the least amount, the earliest start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from hardship_desk.plugin_api import AssessmentContext, Money, round_half_up_to_cent

from ..calendar_terms import add_months, add_weeks
from ..law import Law
from ..noticed import Noticed
from ..plain import Worked
from ..step import Input, Step, dutch_day, euros, percent

THEME = "voorschot_terugwerkend"
VOORSCHOT = "voorschot"
TERUGWERKEND = "terugwerkend"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotFacts:
    """What the rules need. None means unknown or not answered."""

    about: str | None = None
    applied_on: date | None = None
    expected: Money | None = None
    melding: date | None = None
    start: date | None = None
    decided_on: date | None = None
    outcome: str | None = None
    chosen: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A line with the day it gives, or None where that is unknown."""

    step: Step
    day: date | None = None


def read_facts(context: AssessmentContext) -> VoorschotFacts:
    """The facts of a case on its route."""
    return VoorschotFacts(
        about=context.choice(f"{THEME}.onderwerp"),
        applied_on=context.day(f"{THEME}.aanvraag"),
        expected=context.amount(f"{THEME}.bijstand"),
        melding=context.dates.melding,
        start=context.day(f"{THEME}.ingang"),
        decided_on=context.dates.besluit,
        outcome=context.choice("conclusie.uitkomst"),
        chosen=context.amount("conclusie.bedrag"),
    )


def work(context: AssessmentContext, law: Law) -> Worked:
    """The rules on the voorschot or on the earlier start, on one case."""
    facts = read_facts(context)
    match facts.about:
        case "voorschot":
            return _voorschot(facts, law)
        case "terugwerkend":
            return _terugwerkend(facts, law)
        case _:
            return Worked(day=None)


def _voorschot(facts: VoorschotFacts, law: Law) -> Worked:
    last, least = last_day(facts, law), least_amount(facts, law)
    total = round_half_up_to_cent(least.amount) if least.amount is not None else None
    return Worked(
        day=facts.applied_on,
        steps=(last.step, least),
        noticed=(_on_time(facts, last.day), _on_least(facts, total), _on_amount(facts, total)),
        total=total,
    )


def last_day(facts: VoorschotFacts, law: Law) -> Term:
    """Participatiewet 52 lid 1: the voorschot is there four weeks after the application."""
    inputs = (Input(name="aanvraag", value=dutch_day(facts.applied_on)),)
    value = law.on(facts.applied_on, "voorschot.termijn") if facts.applied_on else None
    if facts.applied_on is None or value is None or value.count is None:
        return Term(
            step=Step(rule="01_uiterste_dag", variant="onbekend", basis="pw_52", inputs=inputs)
        )
    day = add_weeks(facts.applied_on, value.count)
    step = Step(
        rule="01_uiterste_dag",
        variant="bekend",
        basis="pw_52",
        inputs=inputs,
        values=(value,),
        slots={"dag": dutch_day(day) or ""},
    )
    return Term(step=step, day=day)


def least_amount(facts: VoorschotFacts, law: Law) -> Step:
    """Participatiewet 52: at least 90 percent until 2025, 95 percent from 2026; cents upwards."""
    value = law.on(facts.applied_on, "voorschot.percentage") if facts.applied_on else None
    inputs = (Input(name="bijstand", value=euros(facts.expected)),)
    if value is None or value.fraction is None or facts.expected is None:
        return Step(rule="02_voorschot", variant="onbekend", basis="pw_52", inputs=inputs)
    return Step(
        rule="02_voorschot",
        variant="bekend",
        basis="pw_52",
        amount=Fraction(ceil(facts.expected.fraction * value.fraction)),
        inputs=inputs,
        values=(value,),
        slots={"procent": percent(value.fraction)},
    )


def _on_time(facts: VoorschotFacts, last: date | None) -> Noticed | None:
    if last is None or facts.decided_on is None or facts.decided_on <= last:
        return None
    return Noticed(
        name="te_laat",
        step=1,
        basis="pw_52",
        cites=(f"{THEME}.aanvraag",),
        lines=("01_uiterste_dag",),
        slots={"dag": dutch_day(last) or ""},
    )


def _on_least(facts: VoorschotFacts, total: Money | None) -> Noticed | None:
    if total is None or facts.outcome != VOORSCHOT:
        return None
    return Noticed(
        name="minimum",
        step=13,
        basis="pw_52",
        cites=(f"{THEME}.bijstand",),
        lines=("02_voorschot",),
        slots={"bedrag": total.dutch()},
    )


def _on_amount(facts: VoorschotFacts, total: Money | None) -> Noticed | None:
    if facts.outcome != VOORSCHOT or facts.chosen is None or total is None:
        return None
    if facts.chosen >= total:
        return None
    return Noticed(
        name="te_laag",
        step=13,
        basis="pw_52",
        cites=("conclusie.bedrag",),
        lines=("02_voorschot",),
        slots={"bedrag": total.dutch()},
    )


def _terugwerkend(facts: VoorschotFacts, law: Law) -> Worked:
    first = first_day(facts, law)
    start = start_step(facts, first)
    return Worked(
        day=facts.melding,
        steps=(first.step, start),
        noticed=(_on_start(facts, start, first.day),),
    )


def first_day(facts: VoorschotFacts, law: Law) -> Term:
    """Participatiewet 44 lid 5: three months before the melding, from 2026; no such rule before."""
    inputs = (Input(name="melding", value=dutch_day(facts.melding)),)
    if facts.melding is None:
        return Term(
            step=Step(rule="11_vroegste_dag", variant="onbekend", basis="pw_44", inputs=inputs)
        )
    value = law.on(facts.melding, "terugwerkende_kracht.maanden")
    if value.count is None:
        step = Step(rule="11_vroegste_dag", variant="oud_recht", basis="pw_44_oud", inputs=inputs)
        return Term(step=step)
    day = add_months(facts.melding, -value.count)
    step = Step(
        rule="11_vroegste_dag",
        variant="wet",
        basis="pw_44",
        inputs=inputs,
        values=(value,),
        slots={"dag": dutch_day(day) or ""},
    )
    return Term(step=step, day=day)


def start_step(facts: VoorschotFacts, first: Term) -> Step:
    """Where the start that is asked lies: after the melding, within the term, or before it."""
    return Step(
        rule="12_begindag",
        variant=_place(facts, first),
        basis=first.step.basis,
        inputs=(Input(name="begindag", value=dutch_day(facts.start)),),
        slots={"dag": dutch_day(facts.start) or ""},
    )


def _place(facts: VoorschotFacts, first: Term) -> str:
    if facts.start is None or facts.melding is None:
        return "onbekend"
    if facts.start >= facts.melding:
        return "niet_eerder"
    if first.day is None:
        return "oud_recht"
    return "te_ver" if facts.start < first.day else "binnen"


def _on_start(facts: VoorschotFacts, start: Step, first: date | None) -> Noticed | None:
    place = start.variant
    if place == "onbekend":
        return None
    too_far = place == "te_ver" and facts.outcome == TERUGWERKEND
    return Noticed(
        name="toegekend_te_ver" if too_far else f"begindag_{place}",
        step=2,
        basis=start.basis,
        cites=(f"{THEME}.ingang",),
        lines=("11_vroegste_dag", "12_begindag"),
        slots={"dag": dutch_day(first) or ""},
    )
