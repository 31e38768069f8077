"""A stretch of days, both ends included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` up to and including `end`; `end` is None while it still runs."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError("period_ends_before_it_starts")

    def contains(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.start <= day and (self.end is None or day <= self.end)

    def overlaps(self, other: Period) -> bool:
        """Whether there is a day in both."""
        ends = [item.end for item in (self, other) if item.end is not None]
        return not ends or max(self.start, other.start) <= min(ends)

    @property
    def last_day(self) -> date:
        """The last day, or the first where the period still runs."""
        return self.end if self.end is not None else self.start
