"""The list of zaaknummers on this laptop, for the privacy officer when the laptop is lost."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.clock import Clock
from hardship_desk.services.ports.cases import CaseSummary
from hardship_desk.services.ports.files import FileWriter

NAME = "zaaknummers"
HEAD = "zaaknummer;gemeentecode;stand;laatst gewijzigd"


class NumberedCases(Protocol):
    """Gives all dossiers by number. Raises VaultError."""

    def numbered(self, *, handed_out: bool = False) -> tuple[CaseSummary, ...]:
        """All dossiers, without titles; what is handed out comes into the log."""
        ...


class CaseNumberService:
    """Writes the list; it names no person, and no title that could."""

    def __init__(self, cases: NumberedCases, write: FileWriter, clock: Clock) -> None:
        self._cases = cases
        self._write = write
        self._clock = clock

    def lines(self, *, handed_out: bool = False) -> tuple[str, ...]:
        """One line for each dossier, after the head."""
        found = self._cases.numbered(handed_out=handed_out)
        return (
            HEAD,
            *(
                ";".join(
                    (
                        _safe(item.number),
                        item.gemeentecode,
                        item.state,
                        f"{item.changed_at.astimezone():%Y-%m-%d}",
                    )
                )
                for item in sorted(found, key=lambda item: item.number)
            ),
        )

    def export(self, folder: Path) -> Path:
        """Write the list of today; the name says which laptop. Raises VaultError, WriteError."""
        day = f"{self._clock.today():%Y%m%d}"
        file = folder / f"{NAME}-{platform.node() or 'laptop'}-{day}.csv"
        lines = self.lines(handed_out=True)
        self._write(file, ("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-8"))
        return file


def _safe(text: str) -> str:
    """A cell that a spreadsheet takes for text, never for a formula or two cells."""
    plain = " ".join(text.split()).replace(";", ",")
    return f"'{plain}" if plain[:1] in ("=", "+", "-", "@") else plain
