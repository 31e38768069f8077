"""Gifts and means worked out: the lines, what they mean beside the outcome, and what counts."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.plugin_api import AssessmentContext, Direction, Money, round_half_up_to_cent

from ..law import Law
from ..noticed import Noticed
from ..plain import Worked
from ..step import Step
from .facts import ITEM_S_SEEN, THEME, MiddelenFacts, read_facts
from .giften import Limit, Regime, fixed_by_law, gift_steps, limit_on
from .vermogen import assets_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One case: what was answered, the law of its day, and the lines."""

    facts: MiddelenFacts
    limit: Limit
    is_new: bool
    steps: tuple[Step, ...]

    def variant(self, rule: str) -> str:
        """What a line said; empty where the line is not there."""
        return next((step.variant for step in self.steps if step.rule == rule), "")

    def amount(self, rule: str) -> Money | None:
        """The amount of a line, or None."""
        found = next((step.amount for step in self.steps if step.rule == rule), None)
        return round_half_up_to_cent(found) if found is not None else None

    @property
    def basis_of_assets(self) -> str:
        """The ground of 33 and 34 as it stood on the day."""
        return "pw_34" if self.is_new else "pw_34_oud"

    @property
    def total(self) -> Money | None:
        """What counts as means, or None where it is unknown or asks for a judgement."""
        return self.amount("13_boven" if self.facts.is_assets else "05_telt_mee")


def work(context: AssessmentContext, law: Law) -> Worked:
    """The rules on gifts and means, on one case."""
    facts = read_facts(context)
    limit = limit_on(law, facts.day)
    is_new = fixed_by_law(law, facts.day)
    steps: tuple[Step, ...] = ()
    if facts.is_gift:
        steps = gift_steps(facts, limit)
    elif facts.is_assets:
        steps = assets_steps(facts, law, is_old=not is_new)
    view = View(facts=facts, limit=limit, is_new=is_new, steps=steps)
    rules = (
        on_years,
        on_item_s,
        on_limit,
        on_wider_policy,
        on_assets,
        on_free_by_law,
        on_judgement,
        on_amount,
    )
    return Worked(
        day=facts.day,
        steps=steps,
        noticed=tuple(rule(view) for rule in rules),
        total=view.total,
        page=2,
    )


def on_years(view: View) -> Noticed | None:
    """31 lid 2 m: the limit is one a calendar year, so a period over two is cut."""
    period = view.facts.period
    if not view.facts.is_gift or period is None or period.start.year == period.last_day.year:
        return None
    return Noticed(
        name="twee_kalenderjaren",
        step=2,
        basis=view.facts.basis_of_gifts,
        cites=(f"{THEME}.waarde",),
    )


def on_item_s(view: View) -> Noticed | None:
    """31 lid 2 s: whether it held in the first half of 2026 is not known."""
    day, above = view.facts.day, view.amount("04_boven")
    unsure = view.limit.regime is Regime.WET and day is not None and day < ITEM_S_SEEN
    if not unsure or not above or not above.cents:
        return None
    return Noticed(
        name="onderdeel_s_onzeker", step=2, basis=view.facts.basis_of_gifts, lines=("01_regime",)
    )


def on_limit(view: View) -> Noticed | None:
    """31 lid 2 m and s: whether the gift stays within what is free."""
    above = view.amount("04_boven")
    if not view.facts.is_gift or above is None or view.limit.regime is Regime.AFWEGING:
        return None
    name = "boven_grens" if above.cents else "binnen_grens"
    amounts = {
        "grens": view.limit.amount.dutch() if view.limit.amount else "",
        "boven": above.dutch(),
    }
    return Noticed(
        name=name,
        step=2,
        basis=view.facts.basis_of_gifts,
        cites=(f"{THEME}.waarde", f"{THEME}.eerder"),
        lines=("03_binnen", "04_boven"),
        slots=amounts,
    )


def on_wider_policy(view: View) -> Noticed | None:
    """31 lid 2 s: policy that names more than the Act frees nothing, but the judgement starts there."""
    wider, above = view.limit.wider, view.amount("04_boven")
    if wider is None or wider.money is None or above is None or above == Money(0):
        return None
    return Noticed(
        name="beleid_ruimer",
        step=2,
        basis=view.facts.basis_of_gifts,
        direction=Direction.PLEADS_FOR,
        cites=(f"{THEME}.waarde",),
        lines=("04_boven",),
        slots={"grens": wider.money.dutch()},
        values=(wider,),
    )


def on_assets(view: View) -> Noticed | None:
    """34 lid 2 and 3: on which side of the limit the assets lie."""
    above = view.amount("13_boven")
    if above is None:
        return None
    return Noticed(
        name="vermogen_boven" if above.cents else "vermogen_onder",
        step=2,
        basis=view.basis_of_assets,
        cites=(f"{THEME}.bezit", f"{THEME}.schulden"),
        lines=("11_vermogen", "12_grens", "13_boven"),
        slots={"boven": above.dutch()},
    )


def on_free_by_law(view: View) -> Noticed | None:
    """18 lid 8, 31, 33 lid 6 and 34: something counts that the Act leaves out since 2026."""
    facts = view.facts
    if not facts.counts or not view.is_new:
        return None
    free = {
        "voedselbank": facts.soort == "voedselbank",
        "mantelzorg": facts.soort == "mantelzorg",
        "gift": facts.is_gift and view.amount("04_boven") == Money(0),
        "vermogen": view.amount("13_boven") == Money(0),
    }
    for name, is_free in free.items():
        if is_free:
            return Noticed(
                name=f"telt_vrij_{name}",
                step=13,
                basis=view.basis_of_assets if name == "vermogen" else view.facts.basis_of_gifts,
                cites=("conclusie.uitkomst",),
            )
    return None


def on_judgement(view: View) -> Noticed | None:
    """31 lid 2 s: above the limit the municipality decides in the case; that takes a judgement."""
    variant = view.variant("05_telt_mee")
    if variant == "vraagt_oordeel":
        name = "oordeel_ontbreekt" if view.facts.counts else "oordeel_gevraagd"
        return Noticed(name=name, step=2, basis=view.facts.basis_of_gifts, lines=("05_telt_mee",))
    names = {
        "vrijgelaten": ("vrijgelaten", Direction.PLEADS_FOR),
        "telt_mee": ("niet_vrijgelaten", Direction.PLEADS_AGAINST),
    }
    if variant not in names:
        return None
    name, direction = names[variant]
    return Noticed(
        name=name,
        step=2,
        basis=view.facts.basis_of_gifts,
        direction=direction,
        cites=(f"{THEME}.verantwoord",),
        lines=("05_telt_mee",),
    )


def on_amount(view: View) -> Noticed | None:
    """Awb 3:46: more counts than the calculation says."""
    chosen, total = view.facts.chosen, view.total
    if not view.facts.counts or chosen is None or not total or chosen <= total:
        return None
    return Noticed(
        name="telt_mee_hoger",
        step=13,
        basis="awb_3_46",
        cites=(f"{THEME}.telt_mee",),
        slots={"gekozen": chosen.dutch(), "berekend": total.dutch()},
    )
