"""The gates: whether a fine is open at all (Participatiewet 17; Awb 5:41-5:45)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from ..calendar_terms import add_weeks, add_years
from ..law import DatedValue, Law
from ..step import Input, Step, dutch_day, yes_no
from .facts import NO_BENADELING, BoeteFacts
from .recidive import counts_as_recidive, raised
from .verwijtbaarheid import Verwijtbaarheid

SHUT = {"niet_geschonden", "geen_verwijt", "beletsel", "vervallen"}


def check_schending(facts: BoeteFacts) -> Step:
    """Participatiewet 17 lid 1: only what was clearly relevant and not known anyway is a breach."""
    if facts.kenbaar is False or facts.zelf_bekend is True:
        variant = "niet_geschonden"
    elif facts.kenbaar and facts.zelf_bekend is False:
        variant = "geschonden"
    else:
        variant = "onbekend"
    inputs = (yes_no("kenbaar", facts.kenbaar), yes_no("zelf_bekend", facts.zelf_bekend))
    return Step(rule="01_schending", variant=variant, basis="pw_17", inputs=inputs)


def check_verwijt(facts: BoeteFacts) -> Step:
    """Awb 5:41: without any blame there is no fine."""
    grade = facts.verwijtbaarheid
    if grade is None:
        return Step(
            rule="02_verwijt", variant="onbekend", basis="awb_5_41", inputs=(Input(name="graad"),)
        )
    none = grade is Verwijtbaarheid.GEEN_VERWIJTBAARHEID
    return Step(
        rule="02_verwijt",
        variant="geen_verwijt" if none else "verwijt",
        basis="awb_5_41",
        amount=Fraction(0) if none else None,
        inputs=(Input(name="graad", word=grade.value),),
    )


def check_beletsel(facts: BoeteFacts, law: Law) -> Step:
    """Awb 5:42-5:44: no fine after death, an earlier fine or while the prosecutor has the case."""
    named = tuple(item for item in facts.beletsels if item != "geen")
    inputs = tuple(Input(name="beletsel", word=item) for item in facts.beletsels)
    values: tuple[DatedValue, ...] = ()
    if not facts.beletsels:
        variant = "onbekend"
        inputs = (Input(name="beletsel"),)
    elif not named:
        variant = "geen"
    else:
        variant = "beletsel"
        if named == ("strafrecht",) and facts.submitted_on and facts.decided_on:
            wait = law.on(facts.decided_on, "boete.strafrecht.wachttijd")
            values, inputs = (wait,), (*inputs, _day("voorgelegd_op", facts.submitted_on))
            if _has_passed(facts.submitted_on, wait, facts.decided_on):
                variant = "wachttijd_voorbij"
    return Step(
        rule="03_beletsel", variant=variant, basis="awb_5_42_44", inputs=inputs, values=values
    )


def _day(name: str, day: date | None) -> Input:
    return Input(name=name, value=dutch_day(day))


def _has_passed(start: date, weeks: DatedValue, on: date) -> bool:
    return weeks.count is not None and on > add_weeks(start, weeks.count)


def applies_5_53(facts: BoeteFacts, law: Law) -> bool | None:
    """Awb 5:53 lid 1: whether the law allows a fine above the threshold; None while unknown.

    What counts is the legal maximum for the breach, not the computed fine: the benadelingsbedrag,
    half as much again on recidive, and always where there is none.
    """
    if facts.benadeling == NO_BENADELING:
        return True
    if facts.benadeling is None or facts.decided_on is None:
        return None
    threshold = law.on(facts.decided_on, "boete.zienswijze.drempel").money
    if threshold is None:
        return None
    plain = facts.benadeling.fraction
    above, above_if_recidive = (
        amount > threshold.fraction for amount in (plain, raised(facts, law, plain))
    )
    return above if above == above_if_recidive else counts_as_recidive(facts, law)


def check_vervaltermijn(facts: BoeteFacts, law: Law) -> Step:
    """Awb 5:45: the power lapses five years after the breach where 5:53 applies, else three."""
    last_day, decided_on = facts.last_day, facts.decided_on
    inputs = (_day("laatste_dag", last_day), _day("besluitdatum", decided_on))
    if facts.in_review:
        return Step(rule="04_vervaltermijn", variant="opgeschort", basis="awb_5_45", inputs=inputs)
    if last_day is None or decided_on is None:
        return Step(rule="04_vervaltermijn", variant="onbekend", basis="awb_5_45", inputs=inputs)
    heavy = applies_5_53(facts, law)
    kinds = {True: ("zwaar",), False: ("licht",), None: ("licht", "zwaar")}[heavy]
    terms = tuple(law.on(decided_on, f"boete.vervaltermijn.{kind}") for kind in kinds)
    lapsed = {_has_lapsed(last_day, term, decided_on) for term in terms}
    variant = "onbekend" if len(lapsed) > 1 else {True: "vervallen", False: "binnen"}[lapsed.pop()]
    return Step(
        rule="04_vervaltermijn",
        variant=variant,
        basis="awb_5_45",
        inputs=(*inputs, yes_no("artikel_5_53", heavy)),
        values=terms,
    )


def _has_lapsed(last_day: date, term: DatedValue, decided_on: date) -> bool:
    return term.count is not None and decided_on > add_years(last_day, term.count)
