"""Shows a day as Dutch text, for screen and paper alike."""

from __future__ import annotations

from datetime import date


def show_date(day: date) -> str:
    """A date as printed: 24-11-2026."""
    return f"{day.day:02d}-{day.month:02d}-{day.year}"
