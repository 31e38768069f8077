"""Draagkracht for bijzondere bijstand (Participatiewet 35 lid 1): the municipality sets how.

What policy says comes from the parameters of the municipality, or from the caseworker; what neither
gives is unknown, and then nothing is computed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hardship_desk.plugin_api import Money

from ..law import DatedValue, Law
from ..step import Input, Step, euros, percent
from .facts import BijstandFacts, Means

POLICY = "draagkracht_bijzondere_bijstand"
NORM_GROUPS = {"tot_aow": "21_aow", "aow": "aow"}
TOGETHER = "gehuwden"
ZERO = Fraction(0)


def draagkracht_steps(facts: BijstandFacts, law: Law) -> tuple[Step, ...]:
    """The lines on draagkracht; the last one is 08_draagkracht, without amount where unknown."""
    match facts.way:
        case "geen_ruimte":
            return (Step(rule="08_draagkracht", variant="geen_ruimte", basis="pw_35", amount=ZERO),)
        case "eerder_vastgesteld" if facts.left_over is not None:
            return (_known_before(facts.left_over),)
        case "berekenen" if facts.day is not None:
            return _from_means(facts, law, facts.day)
        case _:
            return (Step(rule="08_draagkracht", variant="onbekend", basis="pw_35"),)


def _known_before(left_over: Money) -> Step:
    return Step(
        rule="08_draagkracht",
        variant="eerder_vastgesteld",
        basis="pw_35",
        amount=left_over.fraction,
        inputs=(Input(name="draagkracht_rest", value=euros(left_over)),),
    )


def _from_means(facts: BijstandFacts, law: Law, day: date) -> tuple[Step, ...]:
    means = facts.means
    norm = norm_step(means, law, day)
    free = free_step(means, norm.amount, law, day)
    surplus = surplus_step(means.income, free.amount)
    monthly = monthly_step(facts, surplus, norm.amount, law, day)
    assets = assets_step(means, law, day)
    total = total_step(means, monthly.amount, assets.amount, law, day)
    return (norm, free, surplus, monthly, assets, total)


def norm_step(means: Means, law: Law, day: date) -> Step:
    """Participatiewet 20-23: the norm of the household, from the table or typed."""
    if means.norm_group not in NORM_GROUPS or means.household is None:
        variant = "onbekend" if means.own_norm is None else "eigen"
        amount = means.own_norm.fraction if means.own_norm else None
        return Step(rule="03_norm", variant=variant, basis="pw_20_23", amount=amount)
    kind = TOGETHER if means.household == TOGETHER else "alleenstaande"
    value = law.on(day, f"norm.{kind}_{NORM_GROUPS[means.norm_group]}")
    if value.money is None:
        return Step(rule="03_norm", variant="onbekend", basis="pw_20_23", values=(value,))
    local = law.on(day, f"{POLICY}.norm_zonder_kostendelers")
    says = local.parameter.value if local.parameter else None
    return Step(
        rule="03_norm",
        variant="tabel" if says is None else "tabel_zonder" if says else "tabel_met",
        basis="pw_20_23",
        amount=value.money.fraction,
        values=(value,) if says is None else (value, local),
    )


def free_step(means: Means, norm: Fraction | None, law: Law, day: date) -> Step:
    """Local policy: up to which income nothing counts; a typed amount wins over the policy known."""
    amount = law.on(day, f"{POLICY}.draagkrachtvrij_bedrag_boven_norm.{means.household}")
    part = law.on(day, f"{POLICY}.draagkrachtvrij_pct_norm")
    if norm is None:
        return _free("onbekend", None)
    if means.own_free is not None:
        return _free("eigen", norm + means.own_free.fraction, bedrag_vrij=euros(means.own_free))
    if part.fraction is not None:
        return _free("procent", norm * part.fraction, part, procent=percent(part.fraction))
    if amount.money is not None:
        free = norm + amount.money.fraction
        return _free("bedrag", free, amount, bedrag_vrij=euros(amount.money))
    return replace(_free("onbekend", None), sought=(part, amount))


def _free(
    variant: str, amount: Fraction | None, value: DatedValue | None = None, **slots: str | None
) -> Step:
    return Step(
        rule="04_vrij_inkomen",
        variant=variant,
        basis="pw_35",
        amount=amount,
        values=(value,) if value else (),
        slots={name: text or "" for name, text in slots.items()},
    )


def surplus_step(income: Money | None, free: Fraction | None) -> Step:
    """What lies above the income that stays free."""
    inputs = (Input(name="inkomen", value=euros(income)), Input(name="vrij", value=euros(free)))
    if income is None or free is None:
        return Step(rule="05_meerinkomen", variant="onbekend", basis="pw_35", inputs=inputs)
    surplus = max(income.fraction - free, ZERO)
    return Step(
        rule="05_meerinkomen", variant="bekend", basis="pw_35", amount=surplus, inputs=inputs
    )


def monthly_step(
    facts: BijstandFacts, surplus: Step, norm: Fraction | None, law: Law, day: date
) -> Step:
    """The part of the surplus that counts each month: typed, by kind of cost, or by bracket."""
    if surplus.amount is None:
        return _monthly("onbekend", None)
    if surplus.amount == ZERO:
        return _monthly("geen_meerinkomen", ZERO)
    own = facts.means.own_percentage
    if own is not None:
        share = Fraction(own, 100)
        return _monthly("eigen", surplus.amount * share, procent=percent(share))
    special = law.on(day, f"{POLICY}.afwijkend_{facts.soort}.pct_van_meerinkomen")
    if special.fraction is not None:
        share = special.fraction
        return _monthly("kostensoort", surplus.amount * share, special, procent=percent(share))
    return _in_brackets(surplus.amount, facts.means.income, norm, law, day)


def _in_brackets(
    surplus: Fraction, income: Money | None, norm: Fraction | None, law: Law, day: date
) -> Step:
    first = law.on(day, f"{POLICY}.schijf_1.pct_van_meerinkomen")
    second = law.on(day, f"{POLICY}.schijf_2.pct_van_meerinkomen")
    edge = law.on(day, f"{POLICY}.schijf_2.vanaf_pct_norm")
    if first.fraction is None:
        return replace(_monthly("onbekend", None), sought=(first,))
    slots = {"procent": percent(first.fraction)}
    if second.fraction is None or edge.fraction is None or income is None or norm is None:
        return _monthly("schijf", surplus * first.fraction, first, **slots)
    above = min(max(income.fraction - norm * edge.fraction, ZERO), surplus)
    amount = (surplus - above) * first.fraction + above * second.fraction
    slots |= {"vanaf": percent(edge.fraction), "procent_2": percent(second.fraction)}
    return _monthly("schijven", amount, first, edge, second, **slots)


def _monthly(variant: str, amount: Fraction | None, *values: DatedValue, **slots: str) -> Step:
    return Step(
        rule="06_per_maand",
        variant=variant,
        basis="pw_35",
        amount=amount,
        values=values,
        slots=slots,
    )


def assets_step(means: Means, law: Law, day: date) -> Step:
    """Which part of the assets counts: typed, or what policy takes above the vermogensgrens (34)."""
    limit = law.on(day, f"vermogensgrens.{means.household}")
    part = law.on(day, f"{POLICY}.vermogen_boven_grens_pct")
    inputs = (
        Input(name="vermogen", value=euros(means.assets)),
        Input(name="vermogensgrens", value=euros(limit.money)),
    )
    variant, amount, values = _counted(means, limit, part)
    return Step(
        rule="07_vermogen",
        variant=variant,
        basis="pw_34_35",
        amount=amount,
        inputs=inputs,
        values=values,
        slots={"procent": percent(part.fraction)} if part.fraction is not None else {},
        sought=(part,) if variant == "beleid_onbekend" else (),
    )


def _counted(
    means: Means, limit: DatedValue, part: DatedValue
) -> tuple[str, Fraction | None, tuple[DatedValue, ...]]:
    if means.assets is None:
        return "onbekend", None, ()
    if means.assets <= Money(0):
        return "geen", ZERO, ()
    if means.own_assets is not None:
        return "eigen", means.own_assets.fraction, ()
    if limit.money is None or part.fraction is None:
        return "beleid_onbekend", None, (limit,)
    above = max(means.assets - limit.money, Money(0))
    return "beleid", above.fraction * part.fraction, (limit, part)


def total_step(
    means: Means, monthly: Fraction | None, assets: Fraction | None, law: Law, day: date
) -> Step:
    """Monthly room times the draagkrachtperiode, with assets, less what was used before."""
    value = law.on(day, f"{POLICY}.draagkrachtperiode_maanden")
    months = means.own_months if means.own_months is not None else value.count
    inputs = (
        Input(name="per_maand", value=euros(monthly)),
        Input(name="maanden", value=str(months) if months is not None else None),
        Input(name="vermogen_telt", value=euros(assets)),
        Input(name="gebruikt", value=euros(means.used or Money(0))),
    )
    if monthly == ZERO:
        months = months or 0
    if monthly is None or assets is None or months is None:
        return Step(
            rule="08_draagkracht",
            variant="onbekend",
            basis="pw_35",
            inputs=inputs,
            sought=(value,) if months is None else (),
        )
    used = means.used.fraction if means.used else ZERO
    return Step(
        rule="08_draagkracht",
        variant="berekend",
        basis="pw_35",
        amount=max(monthly * months + assets - used, ZERO),
        inputs=inputs,
        values=(value,) if means.own_months is None and value.parameter else (),
    )
