"""Checks on the letter: what the law wants in it, words that do not belong, and easy reading."""

from __future__ import annotations

import re
from fractions import Fraction

from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.letters.remedy import is_appeal, last_day
from hardship_desk.documents.model import Paragraph, ReportDocument
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.documents.readability import readability
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.snapshot import DecisionSnapshot

LONGEST_AVERAGE_SENTENCE = 15
LOWEST_SCORE = 60

REASONS = frozenset({"conclusie.redenen", "conclusie.uitleg_nee"})
"""Answers that give reasons in the letter, in the caseworker's own words."""

_STIGMA = re.compile(r"fraud", re.IGNORECASE)


def letter_notes(
    letter: ReportDocument, snapshot: DecisionSnapshot, texts: TextSource
) -> tuple[str, ...]:
    """What to look at before the letter goes out, a sentence each; nothing is blocked by it."""
    codes = (*letter_problems(letter, snapshot, texts), *letter_hints(letter))
    places = ", ".join(open_places(letter, LetterMaterial(snapshot, texts)))
    notes = tuple(texts.get(f"brief.controle.{code}", plekken=places) for code in codes)
    unchecked = own_words(letter, snapshot)
    if not unchecked:
        return notes
    shown = "; ".join(f"‘{_begin(text)}’" for text in unchecked)
    return (*notes, texts.get("brief.controle.eigen_tekst", teksten=shown))


def open_places(letter: ReportDocument, material: LetterMaterial) -> tuple[str, ...]:
    """What is still to be filled in, each once, in the order of the letter."""
    before, after = map(re.escape, material.say("in_te_vullen", wat="\0").split("\0"))
    found = re.findall(f"{before}(.*?){after}", whole_text(letter))
    return tuple(dict.fromkeys(found))


def own_words(letter: ReportDocument, snapshot: DecisionSnapshot) -> tuple[str, ...]:
    """Reasons in the letter that nothing was checked against: no rule or consideration says them.

    Only the reasons themselves count: what happened and what the resident said are not reasons.
    """
    said = {item.printed.strip() for item in snapshot.considerations if not item.own_text}
    said |= {item.text for item in snapshot.letter_paragraphs}
    return tuple(
        block.text
        for block in letter.blocks
        if isinstance(block, Paragraph)
        and block.question in REASONS
        and snapshot.answer(block.question) is not None
        and block.text not in said
    )


def _begin(text: str) -> str:
    """The first words, to find it by."""
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def letter_problems(
    letter: ReportDocument, snapshot: DecisionSnapshot, texts: TextSource
) -> tuple[str, ...]:
    """Codes of what is wrong with the letter, in a fixed order; empty when nothing is.

    Awb 3:45 asks by whom, within which term and where one can object.
    """
    text = whole_text(letter)
    material = LetterMaterial(snapshot, texts)
    facts = snapshot.letter
    found = {
        "uitkomst_ontbreekt": snapshot.outcome is None,
        "bezwaar_wie_ontbreekt": material.college() not in text,
        "bezwaar_termijn_ontbreekt": (
            facts.last_day_for_bezwaar is None or last_day(material) not in text
        ),
        "bezwaar_adres_ontbreekt": not (facts.objection_address or is_appeal(material)),
        "contactpersoon_ontbreekt": not (
            facts.contact_person or material.answer("bekend.contactpersoon")
        ),
        "ondertekenaar_ontbreekt": not (facts.signatory or snapshot.adoption),
        "nog_in_te_vullen": bool(open_places(letter, material)),
        "woord_fraude": _STIGMA.search(text) is not None,
    }
    return tuple(code for code, is_wrong in found.items() if is_wrong)


def letter_hints(letter: ReportDocument) -> tuple[str, ...]:
    """Codes of what may be hard to read. A hint only: the formula is known to be unreliable."""
    prose = "\n".join(block.text for block in letter.blocks if isinstance(block, Paragraph))
    measured = readability(prose)
    if measured is None:
        return ()
    found = {
        "lange_zinnen": measured.words_per_sentence > LONGEST_AVERAGE_SENTENCE,
        "moeilijke_woorden": measured.flesch_douma < Fraction(LOWEST_SCORE),
    }
    return tuple(code for code, is_so in found.items() if is_so)
