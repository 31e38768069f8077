"""That someone of the organisation read a ruling, which the program knows by a summary only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingReading:
    """Who read the ruling itself, and on which day."""

    ecli: str
    on: date
    by: str
