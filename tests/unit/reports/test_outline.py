from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hardship_desk.documents.model import (
    BulletList,
    Heading,
    PageBreak,
    Paragraph,
    ReportDocument,
    Table,
)
from hardship_desk.reports.outline import (
    column_weights,
    contents_place,
    keeps_whole,
    leads,
    together,
)

DOCUMENT = ReportDocument(
    title="",
    subject="",
    author="",
    language="nl-NL",
    created=datetime(2026, 1, 1, tzinfo=UTC),
    blocks=(),
)
LINE = Paragraph(text="Zet in uw bezwaar:")
LIST = BulletList(items=("a",))


def test_that_headings_and_announcing_lines_lead() -> None:
    assert leads(Heading(text="Kop"))
    assert leads(LINE, Paragraph(text="x"))
    assert leads(Paragraph(text="Zie de tabel."), LIST)
    assert not leads(Paragraph(text="Gewoon."), Paragraph(text="x"))
    assert not leads(Paragraph(text="lang " * 50), LIST)
    assert not leads(Paragraph(text="x", source="bron"), LIST)
    assert not leads(LIST, LIST)
    greeting = Paragraph(text="Met vriendelijke groet,", apart=True)
    assert leads(Paragraph(text="lang " * 50), greeting)
    assert not leads(Paragraph(text="lang " * 100), greeting)


def test_that_a_whole_section_stays_together_up_to_the_next_heading() -> None:
    text = Paragraph(text="Gewone tekst.")
    blocks = (
        Heading(text="Ervoor", level=2),
        text,
        Heading(text="Bezwaar", level=2, whole=True),
        text,
        Heading(text="Deel", level=3),
        text,
        LIST,
        Heading(text="Erna", level=2),
        text,
        text,
    )
    document = replace(DOCUMENT, blocks=blocks)
    assert together(document) == (
        *(True, False),
        *(True, True, True, True, False),
        *(True, False, False),
    )
    assert together(replace(DOCUMENT, blocks=blocks[2:4])) == (True, False)


def test_that_a_short_list_stands_on_one_page() -> None:
    assert keeps_whole(LIST)
    assert not keeps_whole(BulletList(items=("a",) * 7))
    assert not keeps_whole(BulletList(items=("lang " * 300, "b")))


def test_that_the_last_line_stays_with_the_greeting() -> None:
    greeting = Paragraph(text="Met vriendelijke groet,")
    assert leads(Paragraph(text="Op 1 mei kijken wij opnieuw."), greeting)


def test_that_given_widths_are_kept() -> None:
    table = Table(title="", header=("a", "b"), rows=(("x", "y"),), widths=(70, 30))
    assert column_weights(table) == (70.0, 30.0)


def test_that_a_column_with_long_text_is_wider() -> None:
    table = Table(title="", header=("Wie", "Uitleg"), rows=(("ik", "woord " * 60), ("half",)))
    narrow, wide = column_weights(table)
    assert narrow < 10
    assert wide > 85


def test_that_every_column_has_room_for_its_words() -> None:
    row = ("behandelaar", "woord " * 60, "kredietwaardigheidsbeoordeling")
    weights = column_weights(Table(title="", header=("Wie", "Uitleg", "Stuk"), rows=(row,)))
    assert all(weight > 15 for weight in weights)
    assert column_weights(Table(title="", header=(), rows=(("", ""),))) == (50.0, 50.0)


def test_where_the_contents_come() -> None:
    def place(*blocks: Heading | PageBreak | Paragraph, wanted: bool = True) -> int:
        return contents_place(replace(DOCUMENT, blocks=blocks, with_contents=wanted))

    assert place(Heading(text="t"), Heading(text="a", level=2)) == 1
    assert place(LINE, PageBreak(), LINE) == 1
    assert place(LINE) == 1
    assert place(LINE, wanted=False) == -1
