"""The text of a Word file of any make: paragraphs, tables, text boxes and notes, in order.

Nothing in the file is run or fetched: its parts are read without entities or a DTD.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

LARGEST_FILE = 20_000_000
LARGEST_TEXT = 50_000_000
_RELATIONS, _DOCUMENT = "_rels/.rels", "word/document.xml"
_NOTES = ("footnotes.xml", "endnotes.xml")
_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""What Word writes, and what it writes as "Strict Open XML"."""
_GONE = ("del", "moveFrom", "Fallback")
"""Struck out, moved elsewhere, or there a second time for older programs."""
_APART = (*_GONE, "txbxContent", "pPr", "rPr", "instrText")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def text_of_docx(data: bytes) -> str:
    """The text; raises ValueError where it is no Word file, or too large."""
    if len(data) > LARGEST_FILE:
        raise ValueError("too_large")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(archive)
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, OSError):
        raise ValueError("not_a_docx") from None
    return "\n".join(line for part in parts for line in _paragraphs(_root(part))).strip()


def _parts(archive: zipfile.ZipFile) -> list[bytes]:
    """The document itself and, where there are any, its notes."""
    document, names = _named_document(archive), set(archive.namelist())
    folder = posixpath.dirname(document)
    notes = (posixpath.join(folder, name) for name in _NOTES)
    return [_read(archive, name) for name in (document, *(name for name in notes if name in names))]


def _named_document(archive: zipfile.ZipFile) -> str:
    """Where the document stands: not every program gives it the usual name."""
    if _RELATIONS in archive.namelist():
        for relation in _root(_read(archive, _RELATIONS)):
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return str(relation.get("Target", "")).lstrip("/")
    return _DOCUMENT


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        found = part.read(LARGEST_TEXT + 1)
    if len(found) > LARGEST_TEXT:
        raise ValueError("too_large")
    return found


def _root(part: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        raise ValueError("not_a_docx") from None
    if root.getroottree().docinfo.doctype:
        raise ValueError("not_a_docx")
    return root


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for found in root.iter(*(f"{{{space}}}p" for space in _W)):
        if not any(_name(above) in _GONE for above in found.iterancestors()):
            yield "".join(_pieces(found))


def _pieces(node: etree._Element) -> Iterator[str]:
    """The text as read; a paragraph within it, as in a text box, comes on its own."""
    for part in node:
        name = _name(part)
        if name in _APART or (name == "r" and _is_hidden(part)):
            continue
        if name == "t":
            yield part.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        else:
            yield from _pieces(part)


def _is_hidden(run: etree._Element) -> bool:
    marks = run.iterfind("{*}rPr/{*}vanish")
    return any(value not in ("0", "false") for mark in marks for value in [_value(mark)])


def _value(mark: etree._Element) -> str:
    return next((str(value) for key, value in mark.attrib.items() if key.endswith("val")), "")


def _name(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2]
