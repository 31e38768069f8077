"""The text of a Word file of any make: its paragraphs in order, those in tables as well.

Nothing in the file is run or fetched: one part of it is read, without entities or a DTD.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

LARGEST_FILE = 20_000_000
LARGEST_TEXT = 50_000_000
_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of_docx(data: bytes) -> str:
    """The text; raises ValueError where it is no Word file, or too large."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(_document_of(data), parser)
    except etree.XMLSyntaxError:
        raise ValueError("not_a_docx") from None
    if root.getroottree().docinfo.doctype:
        raise ValueError("not_a_docx")
    return "\n".join("".join(_pieces(part)) for part in root.iter(f"{_W}p")).strip()


def _document_of(data: bytes) -> bytes:
    if len(data) > LARGEST_FILE:
        raise ValueError("too_large")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_PART) as part:
            found = part.read(LARGEST_TEXT + 1)
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, OSError):
        raise ValueError("not_a_docx") from None
    if len(found) > LARGEST_TEXT:
        raise ValueError("too_large")
    return found


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    """The text of a paragraph as read: what was struck out by a reviser is not there any more."""
    for part in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.getparent() is not None and part.getparent().tag == f"{_W}r":
            yield "\t" if part.tag == f"{_W}tab" else "\n"
