"""Something to choose, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice: what is stored, what is shown, and a word about it."""

    id: str
    text: str
    detail: str = ""
    alone: bool = False
    """Says that none of the others is so."""
