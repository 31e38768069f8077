"""Writes documents as PDF."""

from __future__ import annotations

from pathlib import Path

from hardship_desk.documents.model import ReportDocument
from hardship_desk.reports.pdf.layout import lay_out
from hardship_desk.reports.pdf.missing import with_missing_named
from hardship_desk.reports.pdf.numbering import Numbering
from hardship_desk.reports.pdf.styles import letter_styles, load_styles
from hardship_desk.reports.pdf.tagging import finish


class PdfWriter:
    """Turns a document into one file that is PDF/A-2a and PDF/UA-1; same document, same bytes."""

    def __init__(self, fonts: Path) -> None:
        self._styles = load_styles(fonts)
        self._letter = letter_styles(self._styles.fonts)

    def write(self, document: ReportDocument) -> bytes:
        """The document as PDF: a first round learns the page numbers, the second prints them."""
        document = with_missing_named(document, self._styles.fonts)
        styles = self._letter if document.is_letter else self._styles
        first = lay_out(document, styles, Numbering({}), only_learns=True)
        final = lay_out(document, styles, first.numbering)
        return finish(final.data, final.structure, document)
