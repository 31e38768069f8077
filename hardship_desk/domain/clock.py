"""The one place that says what time it is; everything else is handed a clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the moment and the day."""

    def now(self) -> datetime:
        """The moment, aware and in UTC."""
        ...

    def today(self) -> date:
        """The legal day of today, in local time."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """The moment, aware and in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The day of today on this machine."""
        return date.today()
