"""What the use cases need to turn documents into files."""

from __future__ import annotations

from typing import Protocol

from hardship_desk.documents.model import ReportDocument


class DocumentWriter(Protocol):
    """Turns a document into the bytes of one format; the same document gives the same bytes."""

    def write(self, document: ReportDocument) -> bytes:
        """The document in this format."""
        ...
