"""What a rule noticed, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass, field

from hardship_desk.plugin_api import Direction

from .law import DatedValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """One observation: `basis` is a key of `grondslag`, `lines` are rules of the calculation.

    `values` are local values that it rests on; they give it its source, period and certainty.
    """

    name: str
    step: int
    basis: str
    direction: Direction = Direction.NEUTRAL
    cites: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    slots: dict[str, str] = field(default_factory=dict)
    values: tuple[DatedValue, ...] = ()
