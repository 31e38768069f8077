"""What an experiment of the acceptance list found, in the form in which all of them are printed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override

SLACK = "HARDSHIP_DESK_SLACK"
"""How many times longer than asked something may take; the tests set it, the long form does not."""


def within(seen: float, limit: float) -> bool:
    """Whether what was seen is within the limit.

    In the tests the machine does other things meanwhile: they hold to what is lost, refused or
    found, and to time only so far that nothing hangs. The long form holds to the limit itself.
    """
    return seen <= limit * float(os.environ.get(SLACK, "1"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The number of the requirement, what it asks, what was seen, and whether that is enough."""

    number: str
    target: str
    seen: str
    reached: bool

    @override
    def __str__(self) -> str:
        verdict = "reached" if self.reached else "NOT REACHED"
        return f"{self.number:5} {verdict:12} target: {self.target}\n      seen: {self.seen}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """One experiment; `run` gets an empty folder and how often to try: short in the tests."""

    number: str
    run: Callable[[Path, int], Figures]
    short: int
    long: int
