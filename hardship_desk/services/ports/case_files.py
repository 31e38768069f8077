"""What the use cases need to read a case file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.case import Case
from hardship_desk.domain.ids import FindingId, FlagId


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFileProblem:
    """One mistake: in which file, at which key, and why in a Dutch sentence."""

    file: str
    key: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedResult:
    """What a test file says should come out: findings and flags by id, parts of the letter.

    `absent` are ids of findings and flags that may not come out.
    """

    amount_cents: int | None = None
    flags: tuple[FlagId, ...] = ()
    findings: tuple[FindingId, ...] = ()
    absent: tuple[str, ...] = ()
    letter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case file that was read without a mistake."""

    case: Case
    expected: ExpectedResult | None = None


class CaseFileReader(Protocol):
    """Reads a case file."""

    def read(self, path: Path) -> CaseFile | tuple[CaseFileProblem, ...]:
        """The dossier of the file, or every mistake in it; never raises for what a file holds."""
        ...
