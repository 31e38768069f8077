from __future__ import annotations

import zipfile
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from typing_extensions import override

from hardship_desk.documents.letter import build_letter
from hardship_desk.documents.model import BulletList, Heading, Paragraph, ReportDocument, Table
from hardship_desk.reports.html import HtmlWriter, page
from hardship_desk.reports.odt.writer import MIMETYPE, OdtWriter
from hardship_desk.reports.odt.xml import words
from tests.reliability.sample_papers import every_block, paper
from tests.unit.documents.papers_for_tests import (
    FONTS,
    TEXTS,
    practice_snapshot,
    rich_letter,
    rich_report,
)

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


def _parts(document: ReportDocument) -> dict[str, ET.Element]:
    with zipfile.ZipFile(BytesIO(OdtWriter(FONTS).write(document))) as package:
        names = ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml")
        return {name: ET.fromstring(package.read(name)) for name in names}


def _shown(element: ET.Element) -> str:
    """The text as an office program shows it."""
    found = element.text or ""
    for kid in element:
        if kid.tag == f"{TEXT}line-break":
            found += "\n"
        elif kid.tag == f"{TEXT}tab":
            found += "\t"
        elif kid.tag == f"{TEXT}s":
            found += " " * int(kid.get(f"{TEXT}c", "1"))
        else:
            found += _shown(kid)
        found += kid.tail or ""
    return found


def _lines(document: ReportDocument) -> list[str]:
    content = _parts(document)["content.xml"]
    return [
        _shown(item).replace("\u00a0", " ")
        for item in content.iter()
        if item.tag in (f"{TEXT}p", f"{TEXT}h")
    ]


@pytest.mark.parametrize("document", [rich_report(), rich_letter(), every_block()])
def test_that_every_word_stands_in_the_odt(document: ReportDocument) -> None:
    said = "\n".join(_lines(document))
    for block in document.blocks:
        match block:
            case Heading():
                assert block.text in said
            case Paragraph():
                assert all(part in said for part in (block.label, block.text, block.source))
            case BulletList():
                assert all(item in said for item in block.items)
            case Table():
                cells = (cell for row in (block.header, *block.rows) for cell in row)
                assert all(line in said for cell in cells for line in cell.split("\n"))
            case _:
                pass


def test_that_every_style_that_is_used_exists() -> None:
    for document in (rich_report(), every_block(), build_letter(practice_snapshot(), TEXTS)):
        parts = _parts(document)
        known = {
            item.get(f"{STYLE}name")
            for part in ("content.xml", "styles.xml")
            for item in parts[part].iter()
        }
        used = {
            value
            for part in ("content.xml", "styles.xml")
            for item in parts[part].iter()
            for key, value in item.attrib.items()
            if key.endswith("}style-name") or key == f"{STYLE}parent-style-name"
        }
        assert used - known == set()


def test_that_the_odt_says_what_it_is_and_in_which_language() -> None:
    data = OdtWriter(FONTS).write(every_block())
    with zipfile.ZipFile(BytesIO(data)) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert package.read("mimetype") == MIMETYPE.encode()
        styles = package.read("styles.xml")
    assert b'fo:language="nl" fo:country="NL"' in styles
    assert OdtWriter(FONTS).write(every_block()) == data


@pytest.mark.parametrize(
    "text", ["a  b", " voor en na ", "x\ty\nz", "<b> & \"'", "   ", "", "\x00a\ud800"]
)
def test_that_blanks_and_breaks_survive(text: str) -> None:
    element = ET.fromstring(f'<p xmlns:text="{TEXT[1:-1]}">{words(text)}</p>')
    assert _shown(element) == text.replace("\x00", "").replace("\ud800", "")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for key, value in attrs if key in ("href", "src")]

    @override
    def handle_data(self, data: str) -> None:
        self.text += data


def test_that_the_page_holds_all_and_fetches_nothing() -> None:
    evil = Paragraph(text='<script src="http://x"></script><img src=/etc/passwd>')
    document = paper(
        *every_block().blocks,
        evil,
        with_contents=True,
        contents_title="Inhoud",
        watermark="CONCEPT",
        footer="Voet",
    )
    reader = _Reader()
    reader.feed(HtmlWriter().write(document).decode("utf-8"))
    assert not reader.tags & {"script", "img", "iframe", "object", "link"}
    assert all(link.startswith("#") for link in reader.links)
    assert evil.text in reader.text
    assert {"h1", "h2", "h3", "th", "blockquote", "ol", "ul"} <= reader.tags


def test_that_contents_may_end_a_page_or_have_no_mark() -> None:
    bare = paper(Paragraph(text="x"), with_contents=True, contents_title="Inhoud")
    assert "Inhoud" not in page(bare)
    assert "Inhoud" not in "".join(_lines(bare))
    unmarked = paper(Heading(text="Deel", level=2), with_contents=True, contents_title="Inhoud")
    assert "<li>Deel</li>" in page(unmarked)
    assert _lines(unmarked)[:2] == ["Inhoud", "Deel"]


def test_that_empty_lists_and_tables_are_left_out() -> None:
    document = paper(BulletList(items=()), Table(title="Leeg", header=("A",), rows=()))
    assert "Leeg" not in page(document)
    assert _lines(document) == []
