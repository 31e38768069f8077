"""What stands above and below every page in Word."""

from __future__ import annotations

import re

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm

from hardship_desk.documents.model import ReportDocument
from hardship_desk.reports.docx.styles import STAMP
from hardship_desk.reports.docx.xml import add_field
from hardship_desk.reports.office_text import plain

_SLOT = re.compile(r"(\{page\}|\{total\})")
_FIELDS = {"{page}": "PAGE", "{total}": "NUMPAGES"}


def write_edges(target: Document, document: ReportDocument) -> None:
    """The header with what a watermark would say, and the footer with the page number."""
    section = target.sections[0]
    header = section.header.paragraphs[0]
    header.text = plain(document.header)
    if document.watermark:
        header.insert_paragraph_before(plain(document.watermark), target.styles[STAMP])
    footer = section.footer.paragraphs[0]
    stops = footer.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(164), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run(f"{plain(document.footer)}\t")
    for part in _SLOT.split(document.page_label):
        if part in _FIELDS:
            add_field(footer, _FIELDS[part], "1")
        elif part:
            footer.add_run(plain(part))
