"""Works a terugvordering out: the lines, and what they mean beside the choice that was made."""

from __future__ import annotations

from hardship_desk.plugin_api import (
    AssessmentContext,
    CaseWeight,
    Direction,
    Money,
    round_down_to_cent,
)

from ..calendar_terms import add_months
from ..law import DatedValue, Law
from ..noticed import Noticed
from ..plain import Worked
from ..step import Step
from .amount import LOCAL, amount_steps
from .facts import TerugvorderingFacts, read_facts

TOTAL = "07_terug_te_vorderen"
NOTHING = Money(0)


def work(context: AssessmentContext, law: Law) -> Worked:
    """The lines and what was noticed. The total is rounded down, in favour of the resident."""
    facts = read_facts(context)
    steps = amount_steps(facts, law)
    last = steps[-1].amount
    total = round_down_to_cent(last) if last is not None else None
    noticed = (
        _too_old(steps[2]),
        _part_above_whole(facts),
        _after_signal(facts),
        _small_amount(facts, law),
        _six_months(facts, law),
        _gross_beside_policy(facts, law),
        _part_not_set(facts, context.weight),
        _computed(facts, total),
        _beside_choice(facts, total),
    )
    return Worked(day=facts.decided_on, steps=steps, noticed=noticed, total=total, page=6)


def _too_old(step: Step) -> Noticed | None:
    """Participatiewet 58 lid 6: part of the period is too long ago for this ground."""
    if step.variant != "te_oud":
        return None
    return Noticed(
        name="ouder_dan_twee_jaar",
        step=6,
        basis="pw_58_6",
        direction=Direction.PLEADS_FOR,
        cites=("terugvordering.periode",),
        lines=(step.rule,),
        slots=step.slots,
    )


def _part_above_whole(facts: TerugvorderingFacts) -> Noticed | None:
    """Participatiewet 58 lid 1: the part by the breach cannot be more than the whole."""
    if facts.by_breach is None or facts.paid is None or facts.by_breach <= facts.paid:
        return None
    return Noticed(
        name="deel_groter_dan_geheel",
        step=6,
        basis="pw_58_1",
        cites=("terugvordering.te_veel", "terugvordering.deel_schending"),
    )


def _after_signal(facts: TerugvorderingFacts) -> Noticed | None:
    """ECLI:NL:CRVB:2024:2193: paid on while the municipality could have known."""
    if facts.signal_on is None or facts.after_signal is None or facts.after_signal == NOTHING:
        return None
    return Noticed(
        name="na_signaal",
        step=6,
        basis="crvb_2024_2193",
        direction=Direction.PLEADS_FOR,
        cites=("terugvordering.signaal_op", "terugvordering.na_signaal"),
        lines=("05_na_signaal",),
        slots={
            "signaal": f"{facts.signal_on:%d-%m-%Y}",
            "bedrag": facts.after_signal.dutch(),
            "geheel": facts.paid.dutch() if facts.paid is not None else "",
        },
    )


def _small_amount(facts: TerugvorderingFacts, law: Law) -> Noticed | None:
    """Awb 4:84: local policy lets small amounts go, where there was no breach."""
    local = _local(facts, law, "kruimelbedrag")
    known = facts.ground is not None and facts.paid is not None
    if facts.is_breach or not known or local is None or local.money is None:
        return None
    if facts.paid is not None and facts.paid >= local.money:
        return None
    return Noticed(
        name="kruimelbedrag",
        step=6,
        basis="awb_4_84",
        direction=Direction.PLEADS_FOR,
        cites=("terugvordering.te_veel",),
        slots={"grens": local.money.dutch()},
        values=(local,),
    )


def _six_months(facts: TerugvorderingFacts, law: Law) -> Noticed | None:
    """Awb 4:84: local policy looks so many months past a signal, where there was no breach."""
    local = _local(facts, law, "zesmaandenregel_maanden")
    if facts.is_breach or facts.signal_on is None or facts.period is None:
        return None
    if local is None or local.count is None:
        return None
    until = add_months(facts.signal_on, local.count)
    if facts.period.last_day <= until:
        return None
    return Noticed(
        name="zesmaandenregel",
        step=6,
        basis="awb_4_84",
        direction=Direction.PLEADS_FOR,
        cites=("terugvordering.signaal_op", "terugvordering.periode"),
        slots={"tot": f"{until:%d-%m-%Y}", "maanden": str(local.count)},
        values=(local,),
    )


def _gross_beside_policy(facts: TerugvorderingFacts, law: Law) -> Noticed | None:
    """Awb 4:84: local policy claims tax only on a breach, and from an amount on."""
    local = _local(facts, law, "brutering_vanaf")
    if not facts.gross or facts.paid is None or local is None or local.money is None:
        return None
    if facts.is_breach and facts.paid >= local.money:
        return None
    return Noticed(
        name="bruto_buiten_beleid",
        step=6,
        basis="awb_4_84",
        direction=Direction.PLEADS_FOR,
        cites=("terugvordering.bruto_netto",),
        slots={"grens": local.money.dutch()},
        values=(local,),
    )


def _part_not_set(facts: TerugvorderingFacts, weight: CaseWeight) -> Noticed | None:
    """Awb 3:46: a part is claimed, and nothing says how that part was found."""
    if facts.outcome != "deels_terugvorderen" or weight is CaseWeight.KORT:
        return None
    if facts.waived is not None or facts.waived_percent is not None:
        return None
    return Noticed(name="deel_niet_bepaald", step=13, basis="awb_3_46")


def _computed(facts: TerugvorderingFacts, total: Money | None) -> Noticed | None:
    """Awb 3:46: the amount that follows from the lines."""
    if total is None or not facts.is_claimed:
        return None
    return Noticed(
        name="berekend",
        step=13,
        basis="pw_58",
        lines=("02_deel", "04_loonheffing", "06_afzien", TOTAL),
        slots={"bedrag": total.dutch()},
    )


def _beside_choice(facts: TerugvorderingFacts, total: Money | None) -> Noticed | None:
    """Awb 3:46: the amount chosen beside the amount computed."""
    if total is None or facts.chosen is None or facts.chosen == total:
        return None
    higher = facts.chosen > total
    return Noticed(
        name="hoger_dan_berekend" if higher else "lager_dan_berekend",
        step=13,
        basis="awb_3_46",
        cites=("conclusie.bedrag",),
        lines=(TOTAL,),
        slots={"gekozen": facts.chosen.dutch(), "berekend": total.dutch()},
    )


def _local(facts: TerugvorderingFacts, law: Law, name: str) -> DatedValue | None:
    """A value of the municipality's own policy; unknown where it has none."""
    return law.on(facts.decided_on, f"{LOCAL}.{name}") if facts.decided_on else None
