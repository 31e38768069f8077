"""Reads back from each kind of file what was put in, and says what should be there."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree as ET

import docx
import pikepdf
from docx.document import Document
from docx.table import Table as WordTable
from pikepdf import Array, Dictionary, Name, Object
from typing_extensions import override

from hardship_desk.documents.model import (
    Block,
    BulletList,
    Figure,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    ReportDocument,
    Table,
)
from hardship_desk.reports.pdf.text import pieces, readable

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def put_in(document: ReportDocument) -> list[str]:
    """Every text of the blocks, in the order in which it is read aloud."""
    return [readable(text) for block in document.blocks for text in _of(block) if text]


def read_aloud(data: bytes, document: ReportDocument) -> list[str]:
    """Every text that a screen reader finds in a PDF, in order, without the contents."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = list(_spoken(pdf.Root.StructTreeRoot.K))
    if document.with_contents and document.contents_title in found:
        found.remove(document.contents_title)
    return found


def in_docx(data: bytes) -> str:
    """All text of the body of a DOCX."""
    return "\n".join(_word_lines(docx.Document(BytesIO(data)))).replace("\u00a0", " ")


def in_odt(data: bytes) -> str:
    """All text of an ODT."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        content = ET.fromstring(package.read("content.xml"))
    lines = (item for item in content.iter() if item.tag in (f"{_TEXT}p", f"{_TEXT}h"))
    return "\n".join(_shown(item) for item in lines).replace("\u00a0", " ")


def in_html(data: bytes) -> tuple[str, set[str]]:
    """All text of a page, and the elements that are in it."""
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    return reader.text.replace("\u00a0", " "), reader.tags


def _of(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Notice():
            yield block.text
        case Paragraph():
            yield from _of_paragraph(block)
        case BulletList():
            yield from block.items
        case Table():
            yield from _of_table(block)
        case Figure():
            yield block.alt
        case PageBreak():
            return


def _of_paragraph(block: Paragraph) -> Iterator[str]:
    label = block.marked_label
    if block.run_in and block.label and block.text:
        yield f"{label} {block.text}"
    else:
        yield label if block.label else ""
        yield from pieces(block.text)
    yield block.source


def _of_table(block: Table) -> Iterator[str]:
    if block.rows:
        yield block.title
        for row in (block.header, *block.rows):
            yield from (line for cell in row for line in cell.split("\n") if line.strip())


def _spoken(kids: Object) -> Iterator[str]:
    for kid in kids if isinstance(kids, Array) else [kids]:
        if not isinstance(kid, Dictionary) or "/S" not in kid or kid.S == Name.TOC:
            continue
        for key in ("/ActualText", "/Alt"):
            if key in kid:
                yield str(kid[key])
        yield from _spoken(kid.get("/K", Array([])))


def _word_lines(document: Document) -> Iterator[str]:
    for item in document.iter_inner_content():
        if isinstance(item, WordTable):
            for row in item.rows:
                for cell in row.cells:
                    yield from (line.text for line in cell.paragraphs)
        else:
            yield item.text
            for shape in item._p.iter(_DRAWN):  # python-docx has no other way to it
                yield shape.get("descr", "")


def _shown(element: ET.Element) -> str:
    found = element.text or ""
    signs = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t"}
    for kid in element:
        if kid.tag == f"{_TEXT}s":
            found += " " * int(kid.get(f"{_TEXT}c", "1"))
        else:
            found += signs.get(kid.tag) or _shown(kid)
        found += kid.tail or ""
    return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "br":
            self.text += "\n"

    @override
    def handle_data(self, data: str) -> None:
        self.text += data
