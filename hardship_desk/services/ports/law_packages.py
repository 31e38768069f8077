"""What the use cases need to keep about packages of law."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from hardship_desk.assessment.law.history import LawSteps


class LawPackageStore(Protocol):
    """Keeps packages side by side. Raises WriteError or PackageError; then nothing has changed."""

    def steps(self) -> LawSteps:
        """Every step by which the law in use changed."""
        ...

    def file_of(self, name: str) -> Path:
        """Where a package lies."""
        ...

    def names(self) -> tuple[str, ...]:
        """Every package that lies here, in use or not."""
        ...

    def take_in(self, name: str, data: bytes, at: datetime) -> None:
        """Put a package beside the others and use it."""
        ...

    def roll_back(self, at: datetime) -> str:
        """Use the package from before again; its name, empty for the law of the program."""
        ...


class LawLog(Protocol):
    """Notes in the log of a vault what happened to the law. Raises VaultError."""

    def note(self, event: str, subject: str) -> None:
        """Add a line."""
        ...

    def note_in_use(self, law: str) -> None:
        """Add a line where the vault was last worked in with other law."""
        ...
