"""Writes documents as DOCX."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document

from hardship_desk.documents.model import ReportDocument
from hardship_desk.reports.docx.body import Body
from hardship_desk.reports.docx.edges import write_edges
from hardship_desk.reports.docx.package import drop_thumbnail, fixed_package
from hardship_desk.reports.docx.styles import prepare_styles
from hardship_desk.reports.picture import Pictures

PROGRAM = "Hardship Desk"


class DocxWriter:
    """Turns a document into a text that a caseworker can edit; the same document, same bytes."""

    def __init__(self, fonts: Path) -> None:
        self._pictures = Pictures(fonts)

    def write(self, document: ReportDocument) -> bytes:
        """The document as DOCX."""
        target = docx.Document()
        drop_thumbnail(target)
        prepare_styles(target, document.language, letter=document.is_letter)
        _describe(target, document)
        write_edges(target, document)
        Body(target, self._pictures).write(document)
        buffer = BytesIO()
        target.save(buffer)
        return fixed_package(buffer.getvalue())


def _describe(target: Document, document: ReportDocument) -> None:
    """Title, author and moment; nothing about the machine or who sat at it."""
    about = target.core_properties
    moment = document.created.astimezone(UTC).replace(tzinfo=None)
    about.title = document.title
    about.subject = document.subject
    about.author = document.author
    about.last_modified_by = PROGRAM
    about.comments = ""
    about.keywords = ""
    about.language = document.language
    about.revision = 1
    about.created = moment
    about.modified = moment
