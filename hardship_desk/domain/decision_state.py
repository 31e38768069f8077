"""How far a decision is."""

from __future__ import annotations

from enum import StrEnum


class DecisionState(StrEnum):
    """The states of a decision; it only moves down this list."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    BEKENDGEMAAKT = "bekendgemaakt"
