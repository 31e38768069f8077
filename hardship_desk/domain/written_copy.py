"""A copy of evidence that was written out of the vault, where it is not encrypted any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenCopy:
    """Where the copy was put, what it was then, and when that was."""

    path: str
    sha256: str
    at: datetime
