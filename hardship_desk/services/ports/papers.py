"""What the use cases need to lay out a decision on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hardship_desk.documents.model import ReportDocument
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.services.ports.writers import DocumentWriter


class DocumentBuilder(Protocol):
    """Lays out a snapshot as a document; the same snapshot gives the same document."""

    def __call__(self, snapshot: DecisionSnapshot) -> ReportDocument:
        """The document."""
        ...


class ReportBuilder(Protocol):
    """Lays out the report, with the place in the audit log where the decision was sealed."""

    def __call__(
        self, snapshot: DecisionSnapshot, *, anchor: AuditHead | None = None
    ) -> ReportDocument:
        """The document."""
        ...


class LetterChecker(Protocol):
    """Reads a letter over before it goes out."""

    def __call__(self, letter: ReportDocument, snapshot: DecisionSnapshot) -> tuple[str, ...]:
        """What to look at, a sentence each; empty where nothing is."""
        ...


class JsonBuilder(Protocol):
    """Writes snapshots as zaak.json."""

    def __call__(self, snapshots: tuple[DecisionSnapshot, ...]) -> str:
        """The text of the file."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """Everything that turns a decision into files."""

    report: ReportBuilder
    letter: DocumentBuilder
    reading: DocumentBuilder
    check_letter: LetterChecker
    case_json: JsonBuilder
    pdf: DocumentWriter
    docx: DocumentWriter
