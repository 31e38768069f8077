"""What the caseworker wrote in own words is called so, in the report and before the letter goes."""

from __future__ import annotations

from dataclasses import replace

from hardship_desk.documents.letter import build_letter
from hardship_desk.documents.letter_checks import letter_notes, own_words
from hardship_desk.documents.model import Paragraph
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
