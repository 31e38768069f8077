"""Proportionality: a lower amount, and abstaining altogether (Awb 5:46; Participatiewet 18a)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ..step import Input, Step, euros, yes_no
from .facts import BoeteFacts

ORDER = ("percentage", "maximum", "draagkracht", "evenredigheid")
"""What may bind; the first of equals counts."""


def apply_evenredigheid(facts: BoeteFacts, computed: Fraction | None) -> Step:
    """Boetebesluit 2 lid 8, Awb 5:46: the caseworker's lower amount; it never raises the fine."""
    amount = facts.evenredig_bedrag
    if amount is None:
        return Step(rule="11_evenredigheid", variant="niet_lager", basis="awb_5_46_2")
    lower = computed is not None and amount.fraction < computed
    return Step(
        rule="11_evenredigheid",
        variant="lager" if lower else "hoger",
        basis="awb_5_46_2",
        amount=amount.fraction if lower else None,
        inputs=(Input(name="evenredig_bedrag", value=euros(amount)),),
    )


def show_dringende_reden(facts: BoeteFacts) -> Step:
    """Participatiewet 18a lid 7: abstaining for urgent reasons; shown, never computed."""
    variant = {True: "ja", False: "nee", None: "onbekend"}[facts.dringende_reden]
    return Step(
        rule="12_dringende_redenen",
        variant=variant,
        basis="pw_18a_7",
        inputs=(yes_no("dringende_redenen", facts.dringende_reden),),
    )


def binding_of(candidates: Mapping[str, Fraction | None]) -> str | None:
    """Awb 5:46: which amount is the lowest, or None without a starting amount."""
    if candidates.get("percentage") is None:
        return None
    known = {name: amount for name, amount in candidates.items() if amount is not None}
    return min((name for name in ORDER if name in known), key=lambda name: known[name])


def take_lowest(candidates: Mapping[str, Fraction | None]) -> Step:
    """Awb 5:46: the lowest amount counts, and the line says which one that is."""
    binding = binding_of(candidates)
    if binding is None:
        return Step(rule="13_laagste", variant="onbekend", basis="awb_5_46_2")
    return Step(
        rule="13_laagste",
        variant=binding,
        basis="awb_5_46_2",
        amount=candidates[binding],
        inputs=tuple(
            Input(name=f"uit_{name}", value=euros(candidates[name]))
            for name in ORDER
            if candidates.get(name) is not None
        ),
    )
