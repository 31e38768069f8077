"""Waiving a fine with a schuldregeling, and taking that back (Participatiewet 18a lid 13, 14)."""

from __future__ import annotations

from ..calendar_terms import add_years
from ..law import Law
from ..step import Input, Step, dutch_day, yes_no
from .facts import KwijtscheldingFacts
from .verdict import MET, NOT_MET, NOT_YET, UNKNOWN, variant_of, verdict

ASKED, GRADE, YEAR, SETTLEMENT, RESULT = (
    "11_verzoek",
    "12_verwijt",
    "13_jaar",
    "14_schuldregeling",
    "15_uitkomst",
)
BACK = "16_terugdraaien"


def fine_steps(facts: KwijtscheldingFacts, law: Law) -> tuple[Step, ...]:
    """The four conditions, and what they say together."""
    conditions = (
        asked_for(facts),
        no_heavy_blame(facts),
        a_year_without_repeat(facts, law),
        with_settlement(facts),
    )
    return (*conditions, verdict(conditions, RESULT, "pw_18a_13"))


def asked_for(facts: KwijtscheldingFacts) -> Step:
    """18a lid 13: on request."""
    return Step(
        rule=ASKED,
        variant=variant_of(facts.asked),
        basis="pw_18a_13",
        inputs=(yes_no("verzocht", facts.asked),),
    )


def no_heavy_blame(facts: KwijtscheldingFacts) -> Step:
    """18a lid 13: no opzet or grove schuld; what was never established does not stand in the way."""
    match facts.grade:
        case "opzet_of_grove_schuld":
            variant = NOT_MET
        case "lichter" | "niet_vastgesteld":
            variant = MET
        case _:
            variant = UNKNOWN
    return Step(
        rule=GRADE,
        variant=variant,
        basis="pw_18a_13",
        inputs=(Input(name="graad", word=facts.grade or ""),),
    )


def a_year_without_repeat(facts: KwijtscheldingFacts, law: Law) -> Step:
    """18a lid 13: a year passed since the fine without the same breach."""
    inputs = (
        Input(name="boete_op", value=dutch_day(facts.fined_on)),
        yes_no("herhaling", facts.repeated),
    )
    years = (
        law.on(facts.decided_on, "kwijtschelding.boete.jaren_zonder_herhaling")
        if facts.decided_on is not None
        else None
    )
    if facts.repeated:
        return Step(rule=YEAR, variant=NOT_MET, basis="pw_18a_13", inputs=inputs)
    known = facts.fined_on is not None and facts.repeated is not None
    if not known or facts.decided_on is None or years is None or years.count is None:
        return Step(rule=YEAR, variant=UNKNOWN, basis="pw_18a_13", inputs=inputs)
    day = add_years(facts.fined_on, years.count)  # type: ignore[arg-type]  # known
    return Step(
        rule=YEAR,
        variant=MET if facts.decided_on >= day else NOT_YET,
        basis="pw_18a_13",
        inputs=inputs,
        values=(years,),
        slots={"dag": f"{day:%d-%m-%Y}"},
    )


def with_settlement(facts: KwijtscheldingFacts) -> Step:
    """18a lid 13: the resident takes part in a schuldregeling."""
    return Step(
        rule=SETTLEMENT,
        variant=variant_of(facts.schuldregeling),
        basis="pw_18a_13",
        inputs=(yes_no("schuldregeling", facts.schuldregeling),),
    )


def taking_back(facts: KwijtscheldingFacts, law: Law) -> Step:
    """18a lid 14: the same breach within five years takes the waiver back."""
    inputs = (
        Input(name="kwijtgescholden_op", value=dutch_day(facts.waived_on)),
        Input(name="nieuwe_schending_op", value=dutch_day(facts.new_breach_on)),
        yes_no("zelfde_overtreding", facts.same_breach),
    )
    if facts.same_breach is False:
        return Step(rule=BACK, variant="andere_overtreding", basis="pw_18a_14", inputs=inputs)
    waived, breach = facts.waived_on, facts.new_breach_on
    years = (
        law.on(waived, "kwijtschelding.boete.jaren_terugdraaien") if waived is not None else None
    )
    if waived is None or breach is None or years is None or years.count is None:
        return Step(rule=BACK, variant=UNKNOWN, basis="pw_18a_14", inputs=inputs)
    last = add_years(waived, years.count)
    slots = {"dag": f"{last:%d-%m-%Y}", "jaren": str(years.count)}
    if not waived <= breach <= last:
        variant = "buiten"
    else:
        variant = UNKNOWN if facts.same_breach is None else "binnen"
    return Step(
        rule=BACK,
        variant=variant,
        basis="pw_18a_14",
        inputs=inputs,
        values=(years,),
        slots=slots,
    )
