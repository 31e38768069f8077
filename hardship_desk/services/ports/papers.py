"""What the use cases need to lay out a decision on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hardship_desk.documents.model import ReportDocument
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.letter_draft import (
    NO_ADDRESSEE,
    Addressee,
    LetterDraft,
    LetterRequest,
)
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.services.ports.writers import DocumentWriter, TemplateShelf


class ReportBuilder(Protocol):
    """Lays out the report, with the place in the audit log where the decision was sealed."""

    def __call__(
        self, snapshot: DecisionSnapshot, *, anchor: AuditHead | None = None
    ) -> ReportDocument:
        """The document."""
        ...


class ReadingBuilder(Protocol):
    """Lays out a snapshot for a second reader."""

    def __call__(self, snapshot: DecisionSnapshot) -> ReportDocument:
        """The document."""
        ...


class LetterBuilder(Protocol):
    """Lays out the letter on a decision; the addressee is printed and kept nowhere."""

    def __call__(
        self, snapshot: DecisionSnapshot, *, addressee: Addressee = NO_ADDRESSEE
    ) -> ReportDocument:
        """The document."""
        ...


class CombinedBuilder(Protocol):
    """Lays out one letter on several decisions."""

    def __call__(
        self, snapshots: tuple[DecisionSnapshot, ...], *, addressee: Addressee = NO_ADDRESSEE
    ) -> ReportDocument:
        """The document."""
        ...


class DraftBuilder(Protocol):
    """Lays out a letter besides the decision."""

    def __call__(
        self, snapshot: DecisionSnapshot, draft: LetterDraft, request: LetterRequest
    ) -> ReportDocument:
        """The document; what was not told stands there as a visible gap."""
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
    letter: LetterBuilder
    combined: CombinedBuilder
    draft: DraftBuilder
    reading: ReadingBuilder
    check_letter: LetterChecker
    case_json: JsonBuilder
    pdf: DocumentWriter
    docx: DocumentWriter
    odt: DocumentWriter
    html: DocumentWriter
    templates: TemplateShelf
