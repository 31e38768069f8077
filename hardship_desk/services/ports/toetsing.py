"""What checking a text from outside needs: reading it, and laying out and writing the note."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Protocol

from hardship_desk.documents.model import ReportDocument
from hardship_desk.domain.toets import Toets, ToetsElement


class OutsidePapers(Protocol):
    """Reads files of any make and writes the note."""

    def read(self, path: Path) -> str:
        """The text of a file; raises PackageError `tekst_onleesbaar`."""
        ...

    def note(
        self, toets: Toets, elements: tuple[ToetsElement, ...], kind: str, now: datetime
    ) -> ReportDocument:
        """The note as a document."""
        ...

    def write(self, document: ReportDocument, path: Path) -> None:
        """Put the document in a file, PDF or DOCX by its name; raises WriteError."""
        ...


class LooseDraftStore(Protocol):
    """Keeps what was typed in a form that belongs to no dossier. Raises VaultError."""

    def save_loose_draft(self, place: str, body: str) -> None:
        """Keep the text of a draft, in the place of an earlier one."""
        ...

    def remove_loose_draft(self, place: str) -> None:
        """Take the draft away, where there is one."""
        ...

    def loose_draft(self, place: str) -> tuple[datetime, str] | None:
        """When it was kept, and its text; None where there is none."""
        ...
