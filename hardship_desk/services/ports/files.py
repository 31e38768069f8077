"""What the use cases need to leave files behind."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class FileWriter(Protocol):
    """Writes whole files."""

    def __call__(self, path: Path, data: bytes) -> object:
        """Put the bytes there, whole or not at all.

        Raises WriteError where it cannot; an earlier file is then still whole.
        """
        ...
