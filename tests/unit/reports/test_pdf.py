from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from hardship_desk.documents.letter import build_letter
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
from hardship_desk.documents.report import build_report
from hardship_desk.reports.pdf.canvas import tagged_canvas
from hardship_desk.reports.pdf.text import MISSING, printable
from hardship_desk.reports.pdf.writer import PdfWriter
from tests.builders_snapshot import empty_snapshot
from tests.unit.documents.papers_for_tests import (
    FONTS,
    TEXTS,
    practice_snapshot,
    rich_letter,
    rich_report,
)


@pytest.fixture(scope="module")
def writer() -> PdfWriter:
    return PdfWriter(FONTS)


def _document(*blocks: Block, **changes: object) -> ReportDocument:
    base = ReportDocument(
        title="Titel & meer",
        subject="Onderwerp",
        author="Gemeente",
        language="nl-NL",
        created=datetime(2026, 7, 1, 12, 30, tzinfo=UTC),
        blocks=blocks,
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # the caller names real fields


def _pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        texts = []
        for page in pdf:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_range())
            text_page.close()
            page.close()
        return texts


def _squeezed(text: str) -> str:
    """The text without spaces, line ends and hyphens, which depend on where a line was broken."""
    return re.sub(r"[\s\u00a0\u00ad\ufffe\x02-]", "", text)


def _body(data: bytes, document: ReportDocument) -> str:
    """The text of all pages, without what stands around it."""
    pages = _pages(data)
    found = []
    for number, page in enumerate(pages, start=1):
        label = document.page_label.format(page=number, total=len(pages))
        text = _squeezed(page)
        footer = document.footer.split(" · ")
        for edge in (document.watermark, document.header, *footer, label):
            assert _squeezed(edge) in text
            text = text.replace(_squeezed(edge), "", 1)
        found.append(text)
    return "".join(found)


def _texts(block: Block) -> tuple[str, ...]:
    match block:
        case Heading() | Notice():
            return (block.text,)
        case Paragraph():
            return (block.label, block.text, block.source)
        case BulletList():
            return block.items
        case Table():
            cells = (cell for row in (block.header, *block.rows) for cell in row)
            return (block.title, *(line for cell in cells for line in cell.split("\n")))
        case Figure():
            parts = (part for bar in block.bars for part in bar.parts)
            return (*(bar.name for bar in block.bars), *(part.name for part in parts))
        case PageBreak():
            return ()


@pytest.mark.parametrize(
    "document",
    [
        rich_report(),
        rich_letter(),
        build_report(practice_snapshot(), TEXTS),
        build_letter(practice_snapshot(), TEXTS),
        build_report(empty_snapshot(), TEXTS),
        build_letter(empty_snapshot(), TEXTS),
    ],
    ids=["report", "letter", "practice-report", "practice-letter", "empty-report", "empty-letter"],
)
def test_that_every_word_can_be_read_from_the_pdf(
    writer: PdfWriter, document: ReportDocument
) -> None:
    body = _body(writer.write(document), document)
    for block in document.blocks:
        for text in _texts(block):
            assert _squeezed(text) in body


def test_that_the_same_document_gives_the_same_bytes() -> None:
    first = PdfWriter(FONTS).write(rich_report())
    assert PdfWriter(FONTS).write(rich_report()) == first


def test_that_another_moment_gives_other_bytes(writer: PdfWriter) -> None:
    document = _document(Paragraph(text="Tekst"))
    later = replace(document, created=datetime(2027, 1, 1, tzinfo=UTC))
    assert writer.write(document) != writer.write(later)


def test_that_the_pdf_tells_about_itself(writer: PdfWriter) -> None:
    data = writer.write(_document(Heading(text="Kop"), Paragraph(text="Tekst")))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == "Titel & meer"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20260701123000Z"
        assert b"Titel &amp; meer" in pdf.Root.Metadata.read_bytes()
        assert b"2026-07-01T12:30:00Z" in pdf.Root.Metadata.read_bytes()


def test_that_all_letters_are_embedded(writer: PdfWriter) -> None:
    with pikepdf.open(BytesIO(writer.write(rich_report()))) as pdf:
        fonts = [item for item in pdf.objects if _is_font(item)]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def _is_font(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == pikepdf.Name.Font


def test_that_headings_are_bookmarks(writer: PdfWriter) -> None:
    document = rich_report()
    with pikepdf.open(BytesIO(writer.write(document))) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Motiveringsrapport"
        titles = [item.title for item in top.children]
    expected = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 2]
    assert titles == expected


def test_that_the_contents_name_the_page_of_each_heading(writer: PdfWriter) -> None:
    document = rich_report()
    pages = _pages(writer.write(document))
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            found = re.search(re.escape(block.text) + r"[ .]+(\d+)", pages[0])
            assert found is not None
            assert block.text in pages[int(found[1]) - 1]


def test_that_the_contents_are_links(writer: PdfWriter) -> None:
    with pikepdf.open(BytesIO(writer.write(rich_report()))) as pdf:
        links = list(pdf.pages[0].obj.Annots)
        assert len(links) == 21
        assert all(link.Subtype == pikepdf.Name.Link for link in links)
        assert str(links[0].Contents) == "1. Samenvatting, 2"


def test_that_contents_may_end_a_document(writer: PdfWriter) -> None:
    bare = _document(Paragraph(text="Tekst"), with_contents=True, contents_title="Inhoud")
    assert "Inhoud" not in "".join(_pages(writer.write(bare)))


def test_that_contents_stand_before_the_first_heading_of_level_two(writer: PdfWriter) -> None:
    document = _document(
        Heading(text="Titel"),
        Heading(text="Deel", level=2, anchor="x"),
        Heading(text="Nog een", level=2, anchor="x"),
        with_contents=True,
        contents_title="Inhoud",
    )
    (page,) = _pages(writer.write(document))
    assert page.index("Inhoud") < page.index("Deel")
    assert page.count("Deel") == 2


def test_that_a_long_table_repeats_its_header(writer: PdfWriter) -> None:
    rows = tuple((f"regel {number}", f"€ {number},00") for number in range(120))
    table = Table(title="Lang", header=("Onderdeel", "Bedrag"), rows=rows, right=(1,))
    pages = _pages(writer.write(_document(table)))
    assert len(pages) > 2
    assert all(page.count("Onderdeel") == 1 for page in pages)
    found = re.findall(r"regel (\d+)", "".join(pages))
    assert found == [str(number) for number in range(120)]
    one_too_many = rows[: pages[0].count("regel") + 1]
    _, last = _pages(writer.write(_document(replace(table, rows=one_too_many))))
    assert last.count("regel") == 2


def test_that_a_row_higher_than_a_page_goes_on_overleaf(writer: PdfWriter) -> None:
    words = " ".join(f"woord{number}" for number in range(2500))
    table = Table(title="", header=("A", "B"), rows=(("kort", words), ("na", "laatste")))
    text = "".join(_pages(writer.write(_document(Paragraph(text="Vooraf"), table))))
    assert all(f"woord{number}" in text for number in range(2500))
    assert "laatste" in text


def test_that_a_long_cell_after_other_rows_fits(writer: PdfWriter) -> None:
    words = " ".join(f"woord{number}" for number in range(1800))
    rows = (*((str(number), "kort") for number in range(28)), ("lang", words))
    text = "".join(_pages(writer.write(_document(Table(title="", header=("A", "B"), rows=rows)))))
    assert all(f"woord{number}" in text for number in range(1800))


def test_that_a_long_quote_and_notice_go_on_overleaf(writer: PdfWriter) -> None:
    words = " ".join(f"woord{number}" for number in range(1500))
    document = _document(
        Paragraph(text=words, quote=True), Notice(text=words, kind="onbekend iets")
    )
    text = "".join(_pages(writer.write(document)))
    assert all(text.count(f"woord{number}") >= 2 for number in range(1500))


def test_that_a_heading_never_ends_a_page(writer: PdfWriter) -> None:
    for lines in range(38, 50):
        filler = tuple(Paragraph(text=f"Regel {number}") for number in range(lines))
        document = _document(*filler, Heading(text="Hoofdstuk", level=2), Paragraph(text="Vervolg"))
        page = next(page for page in _pages(writer.write(document)) if "Hoofdstuk" in page)
        assert "Vervolg" in page


def test_that_text_with_marks_of_a_program_is_printed_as_it_is(writer: PdfWriter) -> None:
    text = 'a < b & c > d <b>"vet"</b> <br/> &amp; é ĳ €'
    assert text in "".join(_pages(writer.write(_document(Paragraph(text=text)))))


def test_that_an_empty_document_and_empty_blocks_can_be_printed(writer: PdfWriter) -> None:
    document = _document(
        BulletList(items=()),
        Table(title="Leeg", header=("A",), rows=()),
        Table(title="", header=(), rows=(("kop", ""),), widths=(1, 1)),
        Paragraph(text="", label="Alleen een label"),
        BulletList(items=("een", "twee"), ordered=True),
        Heading(text="Einde", level=3),
    )
    text = "".join(_pages(writer.write(document)))
    assert "Leeg" not in text
    assert "Alleen een label" in text
    assert "2." in text
    assert len(_pages(writer.write(_document()))) == 1


def test_that_a_page_break_starts_a_page(writer: PdfWriter) -> None:
    document = _document(Paragraph(text="een"), PageBreak(), Paragraph(text="twee"))
    assert [len(page) > 0 for page in _pages(writer.write(document))] == [True, True]


def test_that_a_long_header_and_footer_are_cut(writer: PdfWriter) -> None:
    document = _document(Paragraph(text="x"), header="kop " * 100, footer="voet " * 100)
    (page,) = _pages(writer.write(document))
    assert page.count("…") == 2
    assert "1 / 1" in page


def test_that_a_hash_gets_no_hyphen(writer: PdfWriter) -> None:
    digest = "ab" * 32
    table = Table(title="", header=("A", "B", "C"), rows=(("x", f"SHA-256: {digest}", "y"),))
    (page,) = _pages(writer.write(_document(table)))
    assert digest in re.sub(r"\s", "", page)


def test_that_every_mark_belongs_to_the_structure(writer: PdfWriter) -> None:
    with pikepdf.open(BytesIO(writer.write(rich_report()))) as pdf:
        parents = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        roles = {str(item.S) for item in pdf.objects if _is_element(item)}
        assert len(parents) == 2 * (len(pdf.pages) + 21)
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/TOC", "/Link", "/BlockQuote"} <= roles


def _is_element(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == pikepdf.Name.StructElem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb\r\nc\x00\u200b", "a b\nc"),
        ("e\u0301", "é"),
        ("\ufb01", "fi"),
        ("ab漢", f"ab{MISSING}"),
    ],
)
def test_that_only_what_can_be_printed_is_printed(text: str, expected: str) -> None:
    assert printable(text, frozenset(map(ord, "abcefi é"))) == expected


def test_that_another_canvas_is_a_mistake() -> None:
    with pytest.raises(TypeError):
        tagged_canvas(Canvas(BytesIO()))
