from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hardship_desk.documents.model import (
    BulletList,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    ReportDocument,
    Table,
)
from hardship_desk.documents.plain_text import text_blocks, whole_text


def _document() -> ReportDocument:
    return ReportDocument(
        title="Titel",
        subject="",
        author="",
        language="nl-NL",
        created=datetime(2026, 1, 1, tzinfo=UTC),
        blocks=(
            Notice(text="Let op"),
            Heading(text="Kop", level=2, anchor="kop"),
            Paragraph(text="Antwoord", label="Vraag?", tag="feit", source="Bron: x"),
            BulletList(items=("a", "b")),
            BulletList(items=("a", "b"), ordered=True),
            PageBreak(),
            Table(title="Tabel", header=("h1", "h2"), rows=(("a\nb ", "c"),)),
            Table(title="", header=(), rows=(("x", "y"),)),
        ),
    )


def test_that_every_block_is_text_under_its_heading() -> None:
    blocks = text_blocks(_document())
    assert [block.title for block in blocks] == ["Titel", *["Kop"] * 5]
    assert blocks[0].anchor == ""
    assert blocks[-1].anchor == "kop"


def test_that_a_table_is_lines_with_tabs() -> None:
    blocks = text_blocks(_document())
    assert blocks[-2].lines == ("Tabel", "h1\th2", "a; b\tc")
    assert blocks[-1].lines == ("x\ty",)


def test_that_lists_and_paragraphs_keep_their_parts() -> None:
    text = whole_text(_document())
    assert "Vraag? (feit)\nAntwoord\nBron: x" in text
    assert "- a\n- b" in text
    assert "1. a\n2. b" in text


def test_that_a_heading_goes_with_what_it_heads_and_short_answers_go_together() -> None:
    document = replace(
        _document(),
        blocks=(
            Heading(text="1. Kop"),
            Heading(text="Deel", level=3),
            Paragraph(text="Ja", label="Een?", run_in=True),
            Paragraph(text="Nee", label="Twee?", run_in=True),
            Paragraph(text="", label="Welke?"),
            Table(title="", header=(), rows=(("x", "y"),)),
            Heading(text="Leeg"),
        ),
    )
    assert [block.text for block in text_blocks(document)] == [
        "1. Kop\nDeel\nEen? Ja\nTwee? Nee",
        "Welke?\nx\ty",
        "Leeg",
    ]
