from __future__ import annotations

import time
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from hardship_desk.documents.letter import build_letter
from hardship_desk.documents.model import (
    Block,
    BulletList,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    ReportDocument,
    Table,
)
from hardship_desk.reports.docx.writer import DocxWriter
from tests.unit.documents.papers_for_tests import (
    FONTS,
    TEXTS,
    practice_snapshot,
    rich_letter,
    rich_report,
)


def _document(*blocks: Block, **changes: object) -> ReportDocument:
    base = ReportDocument(
        title="Titel",
        subject="Onderwerp",
        author="Gemeente",
        language="nl-NL",
        created=datetime(2026, 7, 1, 12, 30, tzinfo=UTC),
        blocks=blocks,
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # the caller names real fields


def _opened(document: ReportDocument) -> Document:
    return docx.Document(BytesIO(DocxWriter(FONTS).write(document)))


def _styled(document: Document, style: str) -> list[str]:
    return [item.text for item in document.paragraphs if item.style and item.style.name == style]


@pytest.mark.parametrize("document", [rich_report(), rich_letter()], ids=["report", "letter"])
def test_that_headings_and_table_heads_are_real(document: ReportDocument) -> None:
    opened = _opened(document)
    for level in (1, 2, 3):
        expected = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == level]
        assert _styled(opened, f"Heading {level}") == expected
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert len(opened.tables) == len(tables)
    for block, table in zip(tables, opened.tables, strict=True):
        first = table.rows[0]
        shown = tuple(_loose(cell.text) for cell in first.cells)
        assert shown == (block.header or block.rows[0])
        repeats = first._tr.find(f".//{qn('w:tblHeader')}")
        assert (repeats is not None) == bool(block.header)


def test_that_every_text_stands_in_the_letter() -> None:
    document = rich_letter()
    text = _loose("\n".join(paragraph.text for paragraph in _opened(document).paragraphs))
    for block in document.blocks:
        if isinstance(block, Paragraph | Heading):
            assert block.text in text


def test_that_an_amount_is_not_broken_off() -> None:
    opened = _opened(_document(Paragraph(text="De boete is € 425,83 op 12 oktober.")))
    assert opened.paragraphs[0].text == "De boete is €\u00a0425,83 op 12\u00a0oktober."


def test_that_the_page_number_stands_at_the_right() -> None:
    opened = _opened(rich_letter())
    style = opened.styles["Footer"]
    assert len(style.paragraph_format.tab_stops) == 0
    assert len(opened.sections[0].footer.paragraphs[0].paragraph_format.tab_stops) == 1


def _loose(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_that_the_same_document_gives_the_same_bytes() -> None:
    first = DocxWriter(FONTS).write(rich_report())
    time.sleep(2.1)
    assert DocxWriter(FONTS).write(rich_report()) == first


def test_that_no_time_or_machine_is_kept() -> None:
    data = DocxWriter(FONTS).write(rich_letter())
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
        assert "docProps/thumbnail.jpeg" not in package.namelist()


def test_that_the_properties_tell_about_the_document() -> None:
    about = _opened(_document(Paragraph(text="x"))).core_properties
    assert (about.title, about.author, about.language) == ("Titel", "Gemeente", "nl-NL")
    assert about.last_modified_by == "Hardship Desk"
    assert about.created == datetime(2026, 7, 1, 12, 30, tzinfo=UTC)
    assert about.comments == ""


def test_that_the_language_is_dutch() -> None:
    opened = _opened(_document())
    language = opened.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language is not None
    assert language.get(qn("w:val")) == "nl-NL"


def test_that_header_and_footer_stand_on_every_page() -> None:
    opened = _opened(build_letter(practice_snapshot(), TEXTS))
    section = opened.sections[0]
    assert [p.text for p in section.header.paragraphs] == [
        "OEFENING",
        "CONCEPT · nog niet versturen",
    ]
    footer = section.footer.paragraphs[0]
    assert footer.text == "Ons kenmerk: 2026-0417\tPagina 1 van 1"
    codes = [item.text for item in footer._p.iter(qn("w:instrText"))]
    assert codes == [" PAGE ", " NUMPAGES "]


def test_that_an_adopted_letter_has_no_stamp() -> None:
    assert [p.text for p in _opened(rich_letter()).sections[0].header.paragraphs] == [""]


def test_that_the_contents_are_a_field_with_all_titles() -> None:
    opened = _opened(rich_report())
    codes = [item.text for item in opened.element.body.iter(qn("w:instrText"))]
    assert codes == [' TOC \\o "2-2" \\h \\z \\u ']
    texts = [paragraph.text for paragraph in opened.paragraphs]
    assert texts.count("1. Samenvatting") == 2


def test_that_contents_without_headings_are_left_out() -> None:
    document = _document(Paragraph(text="x"), with_contents=True, contents_title="Inhoud")
    assert "Inhoud" not in [item.text for item in _opened(document).paragraphs]


def test_that_lists_are_lists_and_start_again() -> None:
    document = _document(
        BulletList(items=("a", "b")),
        BulletList(items=("een", "twee"), ordered=True),
        BulletList(items=("drie",), ordered=True),
    )
    opened = _opened(document)
    assert _styled(opened, "List Bullet") == ["a", "b"]
    assert _styled(opened, "List Number") == ["een", "twee", "drie"]
    numbers = [item.get(qn("w:val")) for item in opened.element.body.iter(qn("w:numId"))]
    assert numbers[0] == numbers[1] != numbers[2]


def test_that_a_page_break_lets_the_next_block_start_a_page() -> None:
    opened = _opened(_document(Paragraph(text="een"), PageBreak(), Heading(text="twee")))
    assert opened.paragraphs[1].paragraph_format.page_break_before


def test_that_paragraph_parts_have_their_own_style() -> None:
    document = _document(
        Paragraph(text="antwoord", label="Vraag?", tag="feit", source="Bron: x", quote=True),
        Paragraph(text="", label="Alleen"),
        Notice(text="Let op", kind="let_op"),
        Notice(text="Anders", kind="nieuw"),
    )
    opened = _opened(document)
    assert _styled(opened, "Question Label") == ["Vraag? (feit)", "Alleen"]
    assert _styled(opened, "Quote") == ["antwoord"]
    assert _styled(opened, "Source Note") == ["Bron: x"]
    assert _styled(opened, "Notice let_op") == ["Let op", "Anders"]


def test_that_cells_align_and_the_total_is_bold() -> None:
    table = Table(
        title="Bedragen",
        header=("Wat", "Hoeveel"),
        rows=(("a\nklein", "€ 1,00"), ("Totaal", "€ 1,00")),
        widths=(70, 30),
        right=(1,),
        total_row=True,
    )
    opened = _opened(_document(table, Table(title="Leeg", header=("x",), rows=())))
    (shown,) = opened.tables
    assert shown.cell(1, 1).paragraphs[0].alignment == 2
    assert [p.text for p in shown.cell(1, 0).paragraphs] == ["a", "klein"]
    assert shown.cell(2, 0).paragraphs[0].runs[0].bold
    assert _styled(opened, "Caption") == ["Bedragen"]


def test_that_what_xml_refuses_is_left_out() -> None:
    assert (
        _opened(_document(Paragraph(text="a\x00\x0bb\r\nc < d"))).paragraphs[0].text == "ab\nc < d"
    )
