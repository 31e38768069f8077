"""What the caseworker wrote in own words is called so, in the report and before the letter goes."""

from __future__ import annotations

from dataclasses import replace

from hardship_desk.documents.articles import by_law
from hardship_desk.documents.letter import build_letter
from hardship_desk.documents.letter_checks import letter_notes, own_words
from hardship_desk.documents.model import Paragraph
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.documents.report import build_report
from hardship_desk.domain.snapshot import LetterParagraph
from tests.builders_snapshot import rich_snapshot
from tests.unit.documents.papers_for_tests import TEXTS, without_answer


def test_that_reasons_in_own_words_are_named_as_not_checked() -> None:
    snapshot = rich_snapshot()
    letter = build_letter(snapshot, TEXTS)
    assert own_words(letter, snapshot) != ()
    assert any(
        "Eigen tekst, niet gecontroleerd" in note for note in letter_notes(letter, snapshot, TEXTS)
    )
    reasons = snapshot.answer("conclusie.redenen")
    assert reasons is not None
    told = LetterParagraph(section="waarom", text=reasons.shown)
    covered = replace(snapshot, letter_paragraphs=(told,))
    assert reasons.shown not in own_words(letter, covered)


def test_that_an_own_paragraph_of_the_motivation_says_so() -> None:
    snapshot = rich_snapshot()
    own = replace(snapshot.considerations[0], own_text="Mijn eigen woorden.")
    changed = replace(snapshot, considerations=(own, *snapshot.considerations[1:]))
    (block,) = (
        item
        for item in build_report(changed, TEXTS).blocks
        if isinstance(item, Paragraph) and item.text == "Mijn eigen woorden."
    )
    assert block.source.startswith("Eigen tekst, niet gecontroleerd.")


def test_that_a_letter_without_reasons_has_nothing_to_name() -> None:
    snapshot = without_answer("conclusie.redenen", "conclusie.uitleg_nee")
    bare = build_letter(snapshot, TEXTS)
    assert own_words(bare, snapshot) == ()


def test_that_a_last_day_is_printed_as_a_day_and_not_as_no_amount() -> None:
    snapshot = rich_snapshot()
    (computation, *_) = snapshot.computations
    line = replace(computation.lines[0], outcome="02-11-2026.", amount=None)
    term = replace(computation, title="Laatste dag", lines=(line,), total=None)
    text = whole_text(build_report(replace(snapshot, computations=(term,)), TEXTS))
    assert "Laatste dag: 02-11-2026. Zie bijlage B." in text
    assert "Laatste dag\t02-11-2026" in text


def test_that_articles_stand_in_order_and_none_twice() -> None:
    named = ("58", "58 lid 8", "3:4 lid 2", "17", "3:4 lid 1 en 2", "58 lid 1", "3:4 lid 2 onder a")
    assert by_law(tuple(f"Wet art. {item}" for item in named)) == {
        "Wet": ("3:4 lid 1 en 2", "3:4 lid 2 onder a", "17", "58 lid 1", "58 lid 8")
    }


def test_that_a_letter_names_articles_and_no_ruling_among_them() -> None:
    snapshot = rich_snapshot()
    first = snapshot.findings[0]
    basis = replace(first.basis, article="5:46 lid 2; ECLI:NL:CRVB:2016:12", paragraph="", item="")
    changed = replace(snapshot, findings=(replace(first, basis=basis),))
    text = whole_text(build_letter(changed, TEXTS))
    assert "5:46 lid 2" in text
    assert "ECLI" not in text
