"""The template that comes with the program: a beginning to give a municipality's own look to."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import docx

from hardship_desk.reports.docx.package import drop_thumbnail, fixed_package
from hardship_desk.reports.docx.styles import LABEL, prepare_styles

_MADE = datetime(2026, 1, 1)  # noqa: DTZ001  # a fixed day in the file, not a moment
_LANGUAGE = "nl-NL"

_LINES = (
    ("{%p if stempel %}", "Normal"),
    ("{{ stempel }}", LABEL),
    ("{%p endif %}", "Normal"),
    ("{{ afzender }}", LABEL),
    ("{{ afzender_adres }}", "Normal"),
    ("{{ geadresseerde }}", "Normal"),
    ("Datum: {{ datum }}", "Normal"),
    ("Ons kenmerk: {{ kenmerk }}", "Normal"),
    ("Contact: {{ contact }}", "Normal"),
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
    prepare_styles(made, _LANGUAGE)
    made.core_properties.created = made.core_properties.modified = _MADE
    made.core_properties.author = made.core_properties.last_modified_by = "Hardship Desk"
    for text, style in _LINES:
        made.add_paragraph(text, style)
    buffer = BytesIO()
    made.save(buffer)
    return fixed_package(buffer.getvalue())
