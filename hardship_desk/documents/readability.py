"""How easy a Dutch text reads, by the formula of Flesch-Douma."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

import pyphen

WORDS_KEPT = 2000
"""Words whose syllables are known; pyphen itself would keep half a KB of every word it ever saw."""
_BASE = Fraction(20684, 100)
_PER_SYLLABLE = Fraction(77)
_PER_WORD = Fraction(93, 100)
_SENTENCE_END = re.compile(r"[.!?:;]+(?=\s|$)|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    """Counts of a text, with the two figures that come from them."""

    sentences: int
    words: int
    syllables: int

    @property
    def words_per_sentence(self) -> Fraction:
        """The average length of a sentence."""
        return Fraction(self.words, self.sentences)

    @property
    def flesch_douma(self) -> Fraction:
        """The score: about 0 is very hard, about 100 very easy."""
        syllables_per_word = Fraction(self.syllables, self.words)
        return _BASE - _PER_SYLLABLE * syllables_per_word - _PER_WORD * self.words_per_sentence


def readability(text: str) -> Readability | None:
    """The counts of a text, or None where it has no words."""
    sentences = [words for part in _SENTENCE_END.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return None
    syllables = sum(_syllables(word) for word in words)
    return Readability(sentences=len(sentences), words=len(words), syllables=syllables)


@lru_cache(maxsize=WORDS_KEPT)
def _syllables(word: str) -> int:
    hyphenator = _hyphenator()
    count = len(hyphenator.positions(word)) + 1
    hyphenator.hd.cache.clear()
    return count


@cache
def _hyphenator() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL")
