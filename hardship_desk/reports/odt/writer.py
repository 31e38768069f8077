"""Writes documents as ODT."""

from __future__ import annotations

import zipfile
from datetime import UTC
from io import BytesIO
from pathlib import Path

from hardship_desk.documents.model import ReportDocument
from hardship_desk.reports.odt.body import Body
from hardship_desk.reports.odt.styles import styles_file
from hardship_desk.reports.odt.xml import root, tag, words
from hardship_desk.reports.picture import Pictures

MIMETYPE = "application/vnd.oasis.opendocument.text"
PROGRAM = "Hardship Desk"
_FIXED = (1980, 1, 1, 0, 0, 0)
_PARTS = ("content.xml", "styles.xml", "meta.xml")


class OdtWriter:
    """Turns a document into a text that a caseworker can edit; the same document, same bytes."""

    def __init__(self, fonts: Path) -> None:
        self._pictures = Pictures(fonts)

    def write(self, document: ReportDocument) -> bytes:
        """The document as ODT; its kind comes first and unpacked, as the format asks."""
        body, buffer = Body(self._pictures), BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(_entry("mimetype", zipfile.ZIP_STORED), MIMETYPE)
            package.writestr(_entry("content.xml"), body.content_file(document))
            package.writestr(_entry("styles.xml"), styles_file(document))
            package.writestr(_entry("meta.xml"), _meta(document))
            for name, picture in body.files.items():
                package.writestr(_entry(name, zipfile.ZIP_STORED), picture)
            package.writestr(_entry("META-INF/manifest.xml"), _manifest(tuple(body.files)))
        return buffer.getvalue()


def _entry(name: str, how: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIXED)
    entry.compress_type = how
    entry.create_system = 0
    return entry


def _meta(document: ReportDocument) -> bytes:
    """Title, author and moment; nothing about the machine or who sat at it."""
    moment = f"{document.created.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"
    fields = (
        ("meta:generator", PROGRAM),
        ("dc:title", document.title),
        ("dc:subject", document.subject),
        ("dc:creator", document.author),
        ("meta:initial-creator", document.author),
        ("dc:language", document.language),
        ("meta:creation-date", moment),
        ("dc:date", moment),
    )
    found = "".join(tag(name, words(value)) for name, value in fields)
    return root("office:document-meta", tag("office:meta", found))


def _manifest(pictures: tuple[str, ...]) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = [
        ("/", MIMETYPE),
        *((part, "text/xml") for part in _PARTS),
        *((name, "image/png") for name in pictures),
    ]
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in entries
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    start = f'<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">'
    return f"{head}{start}{listed}</manifest:manifest>".encode()
