"""The written warning instead of a fine (Participatiewet 18a lid 4; Boetebesluit 2aa)."""

from __future__ import annotations

from datetime import date, timedelta

from ..calendar_terms import add_years
from ..law import DatedValue, Law
from ..step import Input, Step, dutch_day, euros, yes_no
from .facts import BoeteFacts


def small_benadeling(facts: BoeteFacts, limit: DatedValue) -> bool | None:
    """Participatiewet 18a lid 4: nothing, or hardly anything, was paid too much."""
    if facts.benadeling is None or limit.money is None:
        return None
    return facts.benadeling <= limit.money


def repaired_in_time(facts: BoeteFacts, term: DatedValue) -> bool | None:
    """Participatiewet 18a lid 4: repaired unasked within the term, before discovery."""
    repair = facts.herstel
    if repair.own_accord is False or repair.before_discovery is False:
        return False
    if repair.during_supervision:
        return False
    if repair.on and facts.offence_day and term.count is not None:
        if repair.on > facts.offence_day + timedelta(days=term.count):
            return False
        known = (repair.own_accord, repair.before_discovery, repair.during_supervision)
        return None if None in known else True
    return None


def warned_too_recently(facts: BoeteFacts, period: DatedValue) -> bool | None:
    """Participatiewet 18a lid 4: the new breach lies within two years after an earlier warning."""
    if facts.warned_before is None:
        return None
    if not facts.warned_before:
        return False
    if facts.warned_on is None or facts.offence_day is None or period.count is None:
        return None
    return facts.warned_on <= facts.offence_day < add_years(facts.warned_on, period.count)


def check_waarschuwing(facts: BoeteFacts, law: Law) -> Step:
    """Participatiewet 18a lid 4: whether a warning is open; the choice is the caseworker's."""
    day = facts.offence_day
    if day is None:
        return Step(rule="05_waarschuwing", variant="onbekend", basis="pw_18a_4")
    limit, term, period = _values(law, day)
    grounds = (small_benadeling(facts, limit), repaired_in_time(facts, term))
    return Step(
        rule="05_waarschuwing",
        variant=_variant(grounds, warned_too_recently(facts, period)),
        basis="pw_18a_4",
        inputs=_inputs(facts),
        values=(limit, term, period),
        slots={
            "grens": euros(limit.money) or "",
            "dagen": str(term.count),
            "jaren": str(period.count),
        },
    )


def _values(law: Law, day: date) -> tuple[DatedValue, DatedValue, DatedValue]:
    return (
        law.on(day, "boete.waarschuwing.grens"),
        law.on(day, "boete.waarschuwing.hersteltermijn"),
        law.on(day, "boete.waarschuwing.uitsluiting"),
    )


def _variant(grounds: tuple[bool | None, ...], too_recent: bool | None) -> str:
    if too_recent:
        return "uitgesloten"
    if True in grounds:
        return "mogelijk" if too_recent is False else "onbekend"
    return "onbekend" if None in grounds else "geen_grond"


def _inputs(facts: BoeteFacts) -> tuple[Input, ...]:
    inputs: tuple[Input, ...] = (
        Input(name="benadelingsbedrag", value=euros(facts.benadeling)),
        Input(name="overtreding_op", value=dutch_day(facts.offence_day)),
        yes_no("uit_eigen_beweging", facts.herstel.own_accord),
        yes_no("eerdere_waarschuwing", facts.warned_before),
    )
    if facts.herstel.own_accord:
        inputs += (
            Input(name="hersteld_op", value=dutch_day(facts.herstel.on)),
            yes_no("voor_ontdekking", facts.herstel.before_discovery),
            yes_no("binnen_toezicht", facts.herstel.during_supervision),
        )
    if facts.warned_before:
        inputs += (Input(name="gewaarschuwd_op", value=dutch_day(facts.warned_on)),)
    return inputs
