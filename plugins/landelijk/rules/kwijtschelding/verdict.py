"""Conditions that are met, not met, or not known, and what they say together."""

from __future__ import annotations

from collections.abc import Iterable

from ..step import Step

MET, NOT_YET, NOT_MET, UNKNOWN = "voldaan", "nog_niet", "niet_voldaan", "onbekend"
POSSIBLE, LATER, IMPOSSIBLE = "mogelijk", "nog_niet", "niet_mogelijk"
NO_CONDITION = ("niet_nodig", "geen", "gelijk", "anders")
"""Variants of lines that inform and set no condition."""


def variant_of(met: bool | None) -> str:
    """A condition as a variant; None is unknown, never "no"."""
    if met is None:
        return UNKNOWN
    return MET if met else NOT_MET


def verdict(conditions: Iterable[Step], rule: str, basis: str) -> Step:
    """What the conditions say together: one that fails shuts the door, one unknown leaves it open."""
    variants = {step.variant for step in conditions}
    if NOT_MET in variants:
        variant = IMPOSSIBLE
    elif UNKNOWN in variants:
        variant = UNKNOWN
    else:
        variant = LATER if NOT_YET in variants else POSSIBLE
    return Step(rule=rule, variant=variant, basis=basis)
