"""What reading a list of dossiers needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class RowReader(Protocol):
    """Reads the rows of a CSV or JSON file."""

    def __call__(self, data: bytes) -> tuple[tuple[int, Mapping[str, str]], ...]:
        """Each row with its number, by the names of the columns; raises PackageError."""
        ...
