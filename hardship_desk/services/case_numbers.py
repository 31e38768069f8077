"""The list of zaaknummers on this laptop, for the privacy officer when the laptop is lost."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Protocol

from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.csv_text import csv_file
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.decision_counts import clash_rows, count_rows
from hardship_desk.services.ports.case_lists import CaseSummary
from hardship_desk.services.ports.cases import ClashCount, DecisionCount
from hardship_desk.services.ports.files import FileWriter

NAME, COUNTS, CLASHES = "zaaknummers", "telling", "knelpunten"
HEAD = ("zaaknummer", "gemeentecode", "stand", "laatst gewijzigd")


class NumberedCases(Protocol):
    """Gives all dossiers by number. Raises VaultError."""

    def numbered(self, *, handed_out: bool = False) -> tuple[CaseSummary, ...]:
        """All dossiers, without titles; what is handed out comes into the log."""
        ...

    def counted(self) -> tuple[DecisionCount, ...]:
        """Adopted decisions, counted by kind; that it was done comes into the log."""
        ...

    def clashes(self) -> tuple[ClashCount, ...]:
        """Adopted decisions in which rules clashed, counted; that it was done comes into the log."""
        ...


class CaseNumberService:
    """Writes lists over all dossiers; they name no person, and no title that could."""

    def __init__(
        self,
        cases: NumberedCases,
        write: FileWriter,
        clock: Clock,
        questionnaire: Questionnaire,
        texts: TextSource,
    ) -> None:
        self._cases = cases
        self._write = write
        self._clock = clock
        self._questionnaire = questionnaire
        self._texts = texts

    def rows(self, *, handed_out: bool = False) -> tuple[tuple[str, ...], ...]:
        """One row for each dossier, after the head."""
        found = self._cases.numbered(handed_out=handed_out)
        return (
            HEAD,
            *(
                (
                    str(item.number),
                    str(item.gemeentecode),
                    item.state,
                    f"{item.changed_at.astimezone():%Y-%m-%d}",
                )
                for item in sorted(found, key=lambda item: item.number)
            ),
        )

    def export(self, folder: Path) -> Path:
        """Write the list of today; the name says which laptop. Raises VaultError, WriteError."""
        return self._written(folder, NAME, self.rows(handed_out=True))

    def export_counts(self, folder: Path) -> tuple[Path, Path]:
        """Write how many decisions were taken, and in how many rules clashed, by kind.

        Raises VaultError, WriteError.
        """
        words = (self._questionnaire, self._texts, self._clock.today())
        return (
            self._written(folder, COUNTS, count_rows(self._cases.counted(), *words)),
            self._written(folder, CLASHES, clash_rows(self._cases.clashes(), *words)),
        )

    def _written(self, folder: Path, name: str, rows: tuple[tuple[str, ...], ...]) -> Path:
        day = f"{self._clock.today():%Y%m%d}"
        file = folder / f"{name}-{platform.node() or 'laptop'}-{day}.csv"
        self._write(file, csv_file(rows))
        return file
