"""Works an invordering out: the room each month, and the amount that was chosen beside it."""

from __future__ import annotations

from hardship_desk.plugin_api import (
    AssessmentContext,
    Direction,
    LetterSection,
    LetterView,
    Money,
    round_down_to_cent,
)

from ..law import Law
from ..means import data_is_old, voet_is_old
from ..noticed import Noticed
from ..plain import Worked
from ..step import Step, euros
from ..told import Told
from .facts import OWN_REASON, PAYING, InvorderingFacts, read_facts
from .room import DURATION, FREE, LOCAL, ROOM, TEN_YEARS, UTMOST, months_to_pay, room_steps

NOTHING = Money(0)


def work(context: AssessmentContext, law: Law) -> Worked:
    """The lines and what was noticed; the total is the most that can be asked each month."""
    facts = read_facts(context)
    steps = room_steps(facts, law)
    by_rule = {step.rule: step for step in steps}
    utmost = by_rule[UTMOST].amount
    noticed = (
        _room(facts, by_rule),
        _old_data(facts, by_rule[ROOM]),
        _old_floor(facts, law, by_rule[ROOM]),
        _below_floor(facts, by_rule[FREE]),
        _above_local(facts, by_rule[UTMOST]),
        _long(facts, law),
        _ten_years(facts, by_rule[TEN_YEARS]),
    )
    return Worked(
        day=facts.decided_on,
        steps=steps,
        noticed=noticed,
        total=round_down_to_cent(utmost) if utmost is not None else None,
    )


def tell(worked: Worked, decision: LetterView) -> tuple[Told, ...]:
    """What is left once ten years are paid, and from when that may be asked."""
    found = (
        item for item in worked.noticed if item is not None and item.name == "rest_na_tien_jaar"
    )
    return tuple(
        Told(section=LetterSection.WAT_DOEN, key=item.name, slots=item.slots, lines=item.lines)
        for item in found
        if decision.outcome in PAYING
    )


def _room(facts: InvorderingFacts, by_rule: dict[str, Step]) -> Noticed | None:
    """Participatiewet 60: what the household can miss, or that it is not known."""
    free = by_rule[FREE]
    if free.amount is None:
        if not facts.is_paid_monthly:
            return None
        return Noticed(name="ruimte_onbekend", step=7, basis="pw_60", lines=(ROOM, FREE))
    nothing = free.variant == "niets"
    return Noticed(
        name="geen_ruimte" if nothing else "ruimte",
        step=7,
        basis="pw_60",
        direction=Direction.PLEADS_FOR if nothing else Direction.NEUTRAL,
        lines=(ROOM, FREE, UTMOST),
        slots={"ruimte": euros(free.amount) or ""},
    )


def _old_data(facts: InvorderingFacts, room: Step) -> Noticed | None:
    """Awb 3:2: what can be missed is that of now."""
    if room.amount is None or not data_is_old(facts.means, facts.decided_on):
        return None
    return Noticed(name="gegevens_oud", step=7, basis="awb_3_2", cites=("draagkracht.peildatum",))


def _old_floor(facts: InvorderingFacts, law: Law, room: Step) -> Noticed | None:
    """Rv 475c-475e: a calculation of the beslagvrije voet holds for twelve months."""
    old = voet_is_old(facts.means, law, facts.decided_on)
    if room.variant != "boven_voet" or not old:
        return None
    return Noticed(
        name="voet_oud",
        step=7,
        basis="rv_475c_475e",
        cites=("draagkracht.beslagvrije_voet", "draagkracht.beslagvrije_voet_datum"),
    )


def _below_floor(facts: InvorderingFacts, free: Step) -> Noticed | None:
    """Participatiewet 60 lid 3: the chosen amount takes more than there is above the floor."""
    if facts.monthly is None or free.amount is None or not facts.is_paid_monthly:
        return None
    if facts.monthly.fraction <= free.amount or facts.below_floor in OWN_REASON:
        return None
    return Noticed(
        name="onder_voet",
        step=13,
        basis="pw_60",
        direction=Direction.PLEADS_FOR,
        cites=("invordering.per_maand",),
        lines=(FREE,),
        slots={"gekozen": facts.monthly.dutch(), "ruimte": euros(free.amount) or ""},
    )


def _above_local(facts: InvorderingFacts, utmost: Step) -> Noticed | None:
    """Awb 4:84: more than local policy takes, though there is room."""
    if utmost.variant != "lokaal" or utmost.amount is None or facts.monthly is None:
        return None
    if facts.monthly.fraction <= utmost.amount:
        return None
    return Noticed(
        name="boven_lokaal_maximum",
        step=13,
        basis="awb_4_84",
        direction=Direction.PLEADS_FOR,
        cites=("invordering.per_maand",),
        lines=(UTMOST,),
        slots={"gekozen": facts.monthly.dutch(), "grens": euros(utmost.amount) or ""},
        values=utmost.values,
    )


def _long(facts: InvorderingFacts, law: Law) -> Noticed | None:
    """Awb 4:84: paying takes longer than local policy starts from."""
    if facts.debt is None or facts.monthly is None or facts.decided_on is None:
        return None
    local = law.on(facts.decided_on, f"{LOCAL}.terugbetaling_binnen_maanden")
    if local.count is None or facts.monthly == NOTHING:
        return None
    months = months_to_pay(facts.debt, facts.monthly.fraction)
    if months <= local.count:
        return None
    return Noticed(
        name="lange_looptijd",
        step=13,
        basis="awb_4_84",
        direction=Direction.PLEADS_FOR,
        cites=("invordering.per_maand", "invordering.schuld"),
        lines=(DURATION,),
        slots={"maanden": str(months), "uitgangspunt": str(local.count)},
        values=(local,),
    )


def _ten_years(facts: InvorderingFacts, step: Step) -> Noticed | None:
    """Participatiewet 58 lid 7: what may be let go of once ten years are paid."""
    if step.variant != "rest" or not facts.is_paid_monthly:
        return None
    return Noticed(
        name="rest_na_tien_jaar",
        step=13,
        basis="pw_58_7",
        lines=(TEN_YEARS,),
        slots={**step.slots, "rest": euros(step.amount) or ""},
    )
