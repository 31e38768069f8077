"""What can be paid each month, what local policy asks at most, and how long paying takes."""

from __future__ import annotations

from fractions import Fraction

from hardship_desk.plugin_api import Money, round_down_to_cent

from ..calendar_terms import add_years
from ..law import Law
from ..means import Draagkracht, room_of
from ..step import Input, Step, dutch_day, euros, percent, yes_no
from .facts import InvorderingFacts

LOCAL = "terugvordering_invordering"
MUST_SET_OFF = ("schending", "boete")
MONTHS_A_YEAR = 12
ROOM, OTHERS, FREE, UTMOST, DURATION, TEN_YEARS = (
    "02_ruimte",
    "03_andere_inhoudingen",
    "04_te_missen",
    "05_hoogstens",
    "06_looptijd",
    "07_tien_jaar",
)


def room_steps(facts: InvorderingFacts, law: Law) -> tuple[Step, ...]:
    """The lines, in order."""
    room = room_above_floor(facts, law)
    free = free_each_month(facts, room)
    utmost = at_most(facts, law, free)
    return (
        duty_to_set_off(facts),
        room,
        other_deductions(facts),
        free,
        utmost,
        duration(facts, utmost),
        after_ten_years(facts, law, utmost),
    )


def duty_to_set_off(facts: InvorderingFacts) -> Step:
    """Participatiewet 60 lid 4: with running bijstand, after a breach and for a fine."""
    if facts.kind is None or facts.gets_bijstand is None:
        variant = "onbekend"
    elif not facts.gets_bijstand:
        variant = "geen_bijstand"
    else:
        variant = "moet" if facts.kind in MUST_SET_OFF else "mag"
    return Step(
        rule="01_verrekenen",
        variant=variant,
        basis="pw_60_4",
        inputs=(yes_no("krijgt_bijstand", facts.gets_bijstand),),
    )


def room_above_floor(facts: InvorderingFacts, law: Law) -> Step:
    """Rv 475c-475e: what income has above the beslagvrije voet; on bijstand a part of the norm.

    Rounded down, so that the household keeps the part of a cent.
    """
    room = (
        room_of(facts.means, law, facts.decided_on)
        if facts.decided_on is not None
        else Draagkracht(variant="niet_onderzocht")
    )
    return Step(
        rule=ROOM,
        variant=room.variant,
        basis="rv_475c_475e",
        amount=round_down_to_cent(room.monthly).fraction if room.monthly is not None else None,
        inputs=room.inputs,
        values=room.values,
        slots={"procent": percent(room.percentage or Fraction(0))},
    )


def other_deductions(facts: InvorderingFacts) -> Step:
    """Participatiewet 60: what is taken already counts; all together stay above the floor."""
    return Step(
        rule=OTHERS,
        variant="onbekend" if facts.other_deductions is None else "bedrag",
        basis="pw_60",
        amount=facts.other_deductions.fraction if facts.other_deductions is not None else None,
    )


def free_each_month(facts: InvorderingFacts, room: Step) -> Step:
    """Participatiewet 60: the room, less what is taken already."""
    if room.amount is None or facts.other_deductions is None:
        return Step(rule=FREE, variant="onbekend", basis="pw_60")
    left = max(room.amount - facts.other_deductions.fraction, Fraction(0))
    return Step(rule=FREE, variant="bedrag" if left else "niets", basis="pw_60", amount=left)


def at_most(facts: InvorderingFacts, law: Law, free: Step) -> Step:
    """Awb 4:84: local policy may take less than the room; it never takes more."""
    value = (
        law.on(facts.decided_on, f"{LOCAL}.max_verrekening_per_maand")
        if facts.decided_on is not None
        else None
    )
    if free.amount is None:
        return Step(rule=UTMOST, variant="onbekend", basis="pw_60")
    if value is None or value.money is None:
        sought = (value,) if value is not None else ()
        return Step(rule=UTMOST, variant="ruimte", basis="pw_60", amount=free.amount, sought=sought)
    if value.money.fraction >= free.amount:
        return Step(rule=UTMOST, variant="ruimte", basis="pw_60", amount=free.amount)
    return Step(
        rule=UTMOST,
        variant="lokaal",
        basis="awb_4_84",
        amount=value.money.fraction,
        inputs=(Input(name="lokaal_maximum", value=euros(value.money)),),
        values=(value,),
    )


def duration(facts: InvorderingFacts, utmost: Step) -> Step:
    """Awb 3:4: how long paying takes, which belongs to its consequences."""
    monthly = _monthly(facts, utmost)
    inputs = (
        Input(name="schuld", value=euros(facts.debt)),
        Input(name="per_maand", value=euros(monthly)),
    )
    if facts.debt is None or monthly is None:
        return Step(rule=DURATION, variant="onbekend", basis="awb_3_4", inputs=inputs)
    if not monthly:
        return Step(rule=DURATION, variant="niets", basis="awb_3_4", inputs=inputs)
    months = months_to_pay(facts.debt, monthly)
    return Step(
        rule=DURATION,
        variant="maanden",
        basis="awb_3_4",
        inputs=inputs,
        slots={"maanden": str(months), "jaren": str(-(-months // MONTHS_A_YEAR))},
    )


def months_to_pay(debt: Money, monthly: Fraction) -> int:
    """Whole months until the debt is paid; the last may be smaller."""
    return -((-debt.fraction / monthly).__floor__())


def after_ten_years(facts: InvorderingFacts, law: Law, utmost: Step) -> Step:
    """Participatiewet 58 lid 7: what is left of a debt after a breach, once ten years are paid."""
    if facts.kind != "schending":
        return Step(rule=TEN_YEARS, variant="niet_van_toepassing", basis="pw_58_7")
    monthly, start = _monthly(facts, utmost), facts.starts_on or facts.decided_on
    years = law.on(start, "kwijtschelding.jaren").count if start is not None else None
    if facts.debt is None or not monthly or start is None or years is None:
        return Step(rule=TEN_YEARS, variant="onbekend", basis="pw_58_7")
    paid = min(monthly * MONTHS_A_YEAR * years, facts.debt.fraction)
    left = facts.debt.fraction - paid
    return Step(
        rule=TEN_YEARS,
        variant="rest" if left else "eerder_betaald",
        basis="pw_58_7",
        amount=left if left else None,
        inputs=(Input(name="vanaf", value=dutch_day(start)),),
        values=(law.on(start, "kwijtschelding.jaren"),),
        slots={"dag": f"{add_years(start, years):%d-%m-%Y}", "jaren": str(years)},
    )


def _monthly(facts: InvorderingFacts, utmost: Step) -> Fraction | None:
    """The amount that was chosen, else the most that can be asked."""
    return facts.monthly.fraction if facts.monthly is not None else utmost.amount
