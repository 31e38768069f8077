"""What the use cases need to turn documents into files."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from hardship_desk.documents.model import ReportDocument


class OfficeForm(StrEnum):
    """The kinds of file in which a document is handed out; the value is how its name ends."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"


class TemplateShelf(Protocol):
    """The templates that municipalities made for their letters."""

    def of(self, gemeentecode: str) -> DocumentWriter:
        """What writes letters in the template of this municipality, or in the one for all."""
        ...


class DocumentWriter(Protocol):
    """Turns a document into the bytes of one format; the same document gives the same bytes."""

    def write(self, document: ReportDocument) -> bytes:
        """The document in this format."""
        ...
