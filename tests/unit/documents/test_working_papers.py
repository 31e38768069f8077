"""Papers to work with say what is open, and the aid for a conversation stays on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2

from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder
from hardship_desk.documents.model import BulletList, Paragraph, Table
from hardship_desk.documents.working_papers import (
    MOST_ASKED,
    Asked,
    PaperHead,
    build_conversation_aid,
    build_step,
)
from hardship_desk.domain.snapshot import ShownTable
from hardship_desk.reports.pdf.writer import PdfWriter

HEAD = PaperHead(
    number="Z-1",
    kind="Boete",
    author="A. Behandelaar",
    created=datetime(2026, 11, 2, 12, tzinfo=UTC),
    is_practice=True,
)
TEXTS = Texts.load_folder(resources_folder() / "texts")


def test_that_a_step_shows_what_is_answered_and_what_is_open() -> None:
    rows = ShownTable(header=("Wie", "Niets", "Gewicht"), rows=(("De inwoner", "", "zwaar"),))
    asked = (
        Asked(text="Wat is er gebeurd?", answer="Er werd niet gemeld."),
        Asked(text="Wanneer?"),
        Asked(text="Wie?", answer="De inwoner, zwaar", table=rows),
        Asked(text="Welke?", table=replace(rows, rows=())),
    )
    paper = build_step(HEAD, "1. Aanleiding", asked, TEXTS)
    said = [block.text for block in paper.blocks if isinstance(block, Paragraph)]
    assert said[1:] == ["Er werd niet gemeld.", "Nog niet beantwoord.", "Nog niet beantwoord."]
    [table] = [block for block in paper.blocks if isinstance(block, Table)]
    assert (table.header, table.rows) == (("Wie", "Gewicht"), (("De inwoner", "zwaar"),))
    assert paper.watermark == "OEFENING"


def test_that_the_aid_for_a_conversation_is_one_page_however_much_is_open() -> None:
    long = "Hoe leest de inwoner brieven van de gemeente, en wie helpt daarbij als het niet lukt?"
    asked = tuple(Asked(text=long) for _ in range(40))
    paper = build_conversation_aid(HEAD, asked, tuple(long for _ in range(20)), TEXTS)
    lists = [block for block in paper.blocks if isinstance(block, BulletList)]
    assert len(lists[0].items) == MOST_ASKED
    assert any("28 andere" in block.text for block in paper.blocks if isinstance(block, Paragraph))
    pdf = PdfWriter(resources_folder() / "fonts").write(paper)
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1


def test_that_the_aid_says_so_where_nothing_is_open() -> None:
    paper = build_conversation_aid(HEAD, (), (), TEXTS)
    said = [block.text for block in paper.blocks if isinstance(block, Paragraph)]
    assert "Alle vragen van dit besluit zijn beantwoord." in said
    assert not [block for block in paper.blocks if isinstance(block, BulletList)]
