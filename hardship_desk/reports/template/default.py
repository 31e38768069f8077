"""The template that comes with the program: a beginning to give a municipality's own look to."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from hardship_desk.reports.docx.package import drop_thumbnail, fixed_package
from hardship_desk.reports.docx.styles import LABEL, STAMP, prepare_styles
from hardship_desk.reports.docx.xml import add_field

_MADE = datetime(2026, 1, 1)  # noqa: DTZ001  # a fixed day in the file, not a moment
_LANGUAGE = "nl-NL"

PARTICULARS, GREETING, TOGETHER = "Letter Particulars", "Letter Greeting", "Text With Next"

_LINES = (
    ("{%p if stempel %}", "Normal"),
    ("{{ stempel }}", STAMP),
    ("{%p endif %}", "Normal"),
    ("{{ afzender }}", LABEL),
    ("{{ afzender_adres }}", "Normal"),
    ("{{ geadresseerde }}", "Normal"),
    ("Datum:\t{{ datum }}", PARTICULARS),
    ("Ons kenmerk:\t{{ kenmerk }}", PARTICULARS),
    ("Contact:\t{{ contact }}", PARTICULARS),
    ("{{ onderwerp }}", "Heading 1"),
    ("{{ aanhef }}", "Normal"),
    ("{%p for deel in onderdelen %}", "Normal"),
    ("{%p if deel.kop %}", "Normal"),
    ("{{ deel.kop }}", "Heading 2"),
    ("{%p endif %}", "Normal"),
    ("{%p for blok in deel.blokken %}", "Normal"),
    ("{%p if blok.soort == 'punt' %}", "Normal"),
    ("{{ blok.tekst }}", "List Bullet"),
    ("{%p elif blok.soort == 'label' %}", "Normal"),
    ("{{ blok.tekst }}", LABEL),
    ("{%p elif blok.soort == 'kop' %}", "Normal"),
    ("{{ blok.tekst }}", "Heading 3"),
    ("{%p elif blok.soort == 'citaat' %}", "Normal"),
    ("{{ blok.tekst }}", "Quote"),
    ("{%p elif blok.soort == 'tabel' %}", "Normal"),
    ("{{p blok.tabel }}", "Normal"),
    ("{%p elif blok.ruimte %}", "Normal"),
    ("{{ blok.tekst }}", GREETING),
    ("{%p elif blok.bijeen %}", "Normal"),
    ("{{ blok.tekst }}", TOGETHER),
    ("{%p else %}", "Normal"),
    ("{{ blok.tekst }}", "Normal"),
    ("{%p endif %}", "Normal"),
    ("{%p endfor %}", "Normal"),
    ("{%p endfor %}", "Normal"),
)


def default_template() -> bytes:
    """The template as DOCX, to use or to edit in Word."""
    made = docx.Document()
    drop_thumbnail(made)
    prepare_styles(made, _LANGUAGE, letter=True)
    _letter_styles(made)
    _page_number(made)
    made.core_properties.created = made.core_properties.modified = _MADE
    made.core_properties.author = made.core_properties.last_modified_by = "Hardship Desk"
    for text, style in _LINES:
        made.add_paragraph(text, style)
    buffer = BytesIO()
    made.save(buffer)
    return fixed_package(buffer.getvalue())


def _letter_styles(made: Document) -> None:
    """What a letter has and a report has not; lists keep their room from what follows."""
    for name in (PARTICULARS, GREETING, TOGETHER):
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = made.styles["Normal"]
    particulars = made.styles[PARTICULARS].paragraph_format
    particulars.tab_stops.add_tab_stop(Mm(32))
    particulars.space_after = Pt(1)
    greeting = made.styles[GREETING].paragraph_format
    greeting.space_before, greeting.keep_with_next = Pt(12), True
    made.styles[TOGETHER].paragraph_format.keep_with_next = True
    made.styles["List Bullet"].paragraph_format.space_after = Pt(7)


def _page_number(made: Document) -> None:
    """Page numbers at the foot, which a municipality can move or take away."""
    foot = made.sections[0].footer.paragraphs[0]
    foot.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot.add_run("Pagina ")
    add_field(foot, "PAGE", "1")
    foot.add_run(" van ")
    add_field(foot, "NUMPAGES", "1")
