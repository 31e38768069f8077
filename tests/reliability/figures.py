"""What an experiment of the acceptance list found, in the form in which all of them are printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override


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
