"""Letting go of the rest of a debt: Participatiewet 58 lid 7, and local years beside it."""

from __future__ import annotations

from datetime import date

from hardship_desk.plugin_api import Money

from ..calendar_terms import add_years
from ..law import DatedValue, Law
from ..step import Input, Step, dutch_day, euros, percent
from .facts import KwijtscheldingFacts
from .verdict import MET, NOT_MET, NOT_YET, UNKNOWN, variant_of, verdict

LOCAL = "terugvordering_invordering"
WAITING = ("pw_58_7_a", "pw_58_7_b", "pw_58_7_c", "beleid")
AT_ONCE = "pw_58_7_d"
TERM, BESIDE, PAYMENTS, HALF, RESULT = (
    "01_jaren",
    "02_naast_beleid",
    "03_betaling",
    "04_ineens",
    "05_uitkomst",
)


def debt_steps(facts: KwijtscheldingFacts, law: Law) -> tuple[Step, ...]:
    """The lines of the chosen ground, in order; the last says what they mean together."""
    basis = "pw_58_7" if facts.is_breach else "awb_4_84"
    if facts.ground == AT_ONCE:
        half = half_at_once(facts, law)
        return (half, verdict((half,), RESULT, "pw_58_7"))
    term, payments = years_passed(facts, law), payments_fit(facts)
    return (term, beside_policy(facts, law), payments, verdict((term, payments), RESULT, basis))


def years_passed(facts: KwijtscheldingFacts, law: Law) -> Step:
    """Participatiewet 58 lid 7: ten years after a breach; for other debts what policy says."""
    value = years_that_count(facts, law)
    basis = "pw_58_7" if facts.is_breach else "awb_4_84"
    inputs = (
        Input(name="begin", value=dutch_day(facts.began_on)),
        Input(name="besluitdatum", value=dutch_day(facts.decided_on)),
    )
    years = value.count if value is not None else None
    if years is None or facts.began_on is None or facts.decided_on is None:
        sought = (value,) if value is not None and years is None else ()
        return Step(rule=TERM, variant=UNKNOWN, basis=basis, inputs=inputs, sought=sought)
    day = add_years(facts.began_on, years)
    return Step(
        rule=TERM,
        variant=MET if facts.decided_on >= day else NOT_YET,
        basis=basis,
        inputs=inputs,
        values=(value,) if value is not None else (),
        slots={"jaren": str(years), "dag": f"{day:%d-%m-%Y}"},
    )


def years_that_count(facts: KwijtscheldingFacts, law: Law) -> DatedValue | None:
    """The years of the Act after a breach, else those of local policy; None where nothing is asked."""
    if facts.decided_on is None:
        return None
    if facts.is_breach:
        return law.on(facts.decided_on, "kwijtschelding.jaren")
    return local_years(facts, law, facts.decided_on, "zonder_schending")


def local_years(facts: KwijtscheldingFacts, law: Law, day: date, kind: str) -> DatedValue:
    """Awb 4:84: the years of local policy, after paying or after paying nothing; may be unknown."""
    head = (
        "afzien_na_jaren_zonder_betaling"
        if facts.payments == "niets"
        else "kwijtschelding_na_jaren"
    )
    own, usual = (law.on(day, f"{LOCAL}.{head}.{name}") for name in (kind, "standaard"))
    if own.count is not None or own.ended is not None:
        return own
    return usual


def beside_policy(facts: KwijtscheldingFacts, law: Law) -> Step:
    """Awb 4:84: the years of local policy after a breach beside the ten of the Act."""
    local = (
        local_years(facts, law, facts.decided_on, "met_schending")
        if facts.is_breach and facts.decided_on is not None
        else None
    )
    if local is None or local.count is None or facts.decided_on is None:
        sought = (local,) if local is not None else ()
        return Step(rule=BESIDE, variant="geen", basis="awb_4_84", sought=sought)
    national = law.on(facts.decided_on, "kwijtschelding.jaren").count
    return Step(
        rule=BESIDE,
        variant="gelijk" if local.count == national else "anders",
        basis="awb_4_84",
        values=(local,),
        slots={"lokaal": str(local.count), "jaren": str(national)},
    )


def payments_fit(facts: KwijtscheldingFacts) -> Step:
    """Participatiewet 58 lid 7 a, b, c: how was paid, and is there anything to expect."""
    return Step(
        rule=PAYMENTS,
        variant=variant_of(_fits(facts)),
        basis="pw_58_7" if facts.is_breach else "awb_4_84",
        inputs=(Input(name="betaald", word=facts.payments or ""),),
    )


def _fits(facts: KwijtscheldingFacts) -> bool | None:
    if facts.payments is None:
        return None
    match facts.ground:
        case "pw_58_7_a":
            return facts.payments == "volledig"
        case "pw_58_7_b":
            return facts.payments in ("volledig", "ingehaald")
        case "pw_58_7_c":
            return _nothing_to_expect(facts)
        case _:
            if facts.payments == "niets":
                return _nothing_to_expect(facts)
            return facts.payments in ("volledig", "ingehaald")


def _nothing_to_expect(facts: KwijtscheldingFacts) -> bool | None:
    if facts.payments != "niets":
        return False
    return None if facts.prospect is None else not facts.prospect


def half_at_once(facts: KwijtscheldingFacts, law: Law) -> Step:
    """Participatiewet 58 lid 7 d: at least half of the rest at once; no ten years needed."""
    inputs = (
        Input(name="schuld", value=euros(facts.debt)),
        Input(name="ineens", value=euros(facts.at_once)),
    )
    value = law.on(facts.decided_on, "kwijtschelding.ineens") if facts.decided_on else None
    part = value.fraction if value is not None else None
    if facts.debt is None or facts.at_once is None or value is None or part is None:
        return Step(rule=HALF, variant=UNKNOWN, basis="pw_58_7", inputs=inputs)
    needed = facts.debt.fraction * part
    return Step(
        rule=HALF,
        variant=MET if facts.at_once.fraction >= needed else NOT_MET,
        basis="pw_58_7",
        amount=needed,
        inputs=inputs,
        values=(value,),
        slots={"procent": percent(part)},
    )


def stricter_share(facts: KwijtscheldingFacts, law: Law) -> DatedValue | None:
    """Awb 4:84: the share that local policy asks at once, where it is more than the Act does."""
    if facts.ground != AT_ONCE or facts.decided_on is None:
        return None
    local = law.on(facts.decided_on, f"{LOCAL}.kwijtschelding_afkoop_pct_restant")
    national = law.on(facts.decided_on, "kwijtschelding.ineens").fraction
    known = local.fraction is not None and national is not None
    return local if known and local.fraction > national else None  # type: ignore[operator]  # known


def what_lapses(facts: KwijtscheldingFacts) -> Money | None:
    """The rest that would lapse: after a payment at once what is left of it."""
    if facts.debt is None:
        return None
    if facts.ground != AT_ONCE:
        return facts.debt
    return max(facts.debt - facts.at_once, Money(0)) if facts.at_once is not None else None
