"""Hints on a text while it is written: words that brand, hard words, long and passive sentences.

A hint only: nothing is blocked, for counting says little about understanding.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from hardship_desk.assessment.branding_words import ANY_ENDING, word_pattern
from hardship_desk.documents.readability import readability
from hardship_desk.domain.bsn import bsns_in

LONGEST_SENTENCE = 25
LOWEST_SCORE = 60
FEWEST_WORDS = 30
MOST_HINTS = 4
_START_WORDS = 5
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PASSIVE = re.compile(
    r"\b(?:word|wordt|worden|werd|werden)\b(?:\W+\w+){0,8}?\W+"
    r"(?:ge|be|ver|her|ont|\w{2,6}ge)\w{2,}(?:d|t|en)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One hint: the key of its sentence, with what goes into it."""

    code: str
    slots: tuple[tuple[str, str], ...] = ()


class WordList:
    """The words to look for, with what to write instead; a word that ends in * is a beginning.

    `aanspreken` are words about the resident, for a text that goes to the resident.
    """

    def __init__(
        self,
        stempel: Mapping[str, str],
        jargon: Mapping[str, str],
        aanspreken: Mapping[str, str] | None = None,
    ) -> None:
        self._kinds = {"stempel": stempel, "aanspreken": aanspreken or {}, "jargon": jargon}

    def found_in(self, sentences: list[str]) -> tuple[Hint, ...]:
        """Each word once, branding words first, in the order of the text.

        Sentence by sentence, so that no single search holds up the window.
        """
        found: dict[str, Hint] = {}
        for code, words in self._kinds.items():
            matches = (item for part in sentences for item in self._patterns[code].finditer(part))
            for match in matches:
                shown = match.group(0)
                instead = _instead(shown.casefold(), words)
                slots = (("woord", shown), ("liever", instead))
                found.setdefault(shown.casefold(), Hint(code=code, slots=slots))
        return tuple(found.values())

    @cached_property
    def _patterns(self) -> Mapping[str, re.Pattern[str]]:
        return {code: word_pattern(words) for code, words in self._kinds.items()}


def writing_hints(text: str, words: WordList) -> tuple[Hint, ...]:
    """The hints for a text, the most important first, and no more than a reader takes in."""
    sentences = [part for part in _SENTENCE.findall(text) if _WORD.search(part)]
    hints = (
        *_bsn(text),
        *words.found_in(sentences),
        *_long(sentences),
        *_passive(sentences),
        *_hard(text),
    )
    return hints[:MOST_HINTS]


def _bsn(text: str) -> tuple[Hint, ...]:
    found = next(bsns_in(text), "")
    return (Hint(code="bsn", slots=(("einde", found[-3:]),)),) if found else ()


def _long(sentences: list[str]) -> tuple[Hint, ...]:
    counted = [(len(_WORD.findall(sentence)), sentence) for sentence in sentences]
    long = [(count, sentence) for count, sentence in counted if count > LONGEST_SENTENCE]
    if not long:
        return ()
    if len(long) == 1:
        [(count, sentence)] = long
        slots = (("woorden", str(count)), ("begin", _start(sentence)))
        return (Hint(code="lange_zin", slots=slots),)
    slots = (("aantal", str(len(long))), ("grens", str(LONGEST_SENTENCE)))
    return (Hint(code="lange_zinnen", slots=slots),)


def _passive(sentences: list[str]) -> tuple[Hint, ...]:
    """A hint where at least two sentences, and a third of them, do not say who does it."""
    passive = [match.group(0) for item in sentences if (match := _PASSIVE.search(item))]
    if len(passive) < 2 or len(passive) * 3 < len(sentences):
        return ()
    return (Hint(code="lijdend", slots=(("begin", passive[0]),)),)


def _hard(text: str) -> tuple[Hint, ...]:
    measured = readability(text)
    if measured is None or measured.words < FEWEST_WORDS:
        return ()
    if measured.flesch_douma >= Fraction(LOWEST_SCORE):
        return ()
    slots = (("score", str(max(0, round(measured.flesch_douma)))), ("grens", str(LOWEST_SCORE)))
    return (Hint(code="lastig", slots=slots),)


def _start(sentence: str) -> str:
    return " ".join(sentence.split()[:_START_WORDS])


def _instead(shown: str, words: Mapping[str, str]) -> str:
    """What to write instead of a word that was found."""
    spaced = " ".join(shown.split())
    if spaced in words:
        return words[spaced]
    heads = (word for word in words if word.endswith(ANY_ENDING))
    fitting = [head for head in heads if spaced.startswith(head.removesuffix(ANY_ENDING))]
    return words[max(fitting, key=len)]
