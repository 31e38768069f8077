"""The words of a text that a spelling checker can say something about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")
_AROUND = "\"'‘’“”„()[]{}<>«»*.,;:!?…–—-"
_ENDS_SENTENCE = ".!?…:\n•"
_AFTER_S = re.compile(r"(?:^|\s)['’]s\s+$")
_LOOK_BACK = 20
LONGEST = 60


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word and where it stands; `text` is spelled as a dictionary spells it."""

    start: int
    end: int
    text: str


def checkable_words(text: str) -> Iterator[PlacedWord]:
    """Every word that is finished and is no name, number, abbreviation, address or case law number.

    A word with a capital in the middle of a sentence is taken for a name; "'s avonds" is left alone.
    """
    for token in _TOKEN.finditer(text):
        raw = token.group()
        bare = raw.strip(_AROUND)
        start = token.start() + raw.index(bare)
        if not _is_plain(bare) or _AFTER_S.search(text[max(0, start - _LOOK_BACK) : start]):
            continue
        starts_sentence = _starts_sentence(text, start)
        for part in _parts(bare, start):
            if not _is_name(part.text, starts_sentence=starts_sentence):
                yield part
            starts_sentence = False


def _parts(bare: str, start: int) -> Iterator[PlacedWord]:
    """The words on both sides of a stroke, as in en/of."""
    place = 0
    for piece in bare.split("/"):
        if piece:
            begin = start + place
            yield PlacedWord(begin, begin + len(piece), piece.replace("’", "'").replace("ĳ", "ij"))
        place += len(piece) + 1


def _is_plain(bare: str) -> bool:
    """Whether a token is made of words only, so no amount, address or number of a case."""
    pieces = [piece for piece in bare.split("/") if piece]
    return bool(pieces) and all(
        len(piece) in range(2, LONGEST) and _WORD.fullmatch(piece) for piece in pieces
    )


def _is_name(word: str, *, starts_sentence: bool) -> bool:
    """A capital inside a word, or at the head of one that does not begin a sentence."""
    if any(letter.isupper() for letter in word[1:]):
        return True
    return word[0].isupper() and not starts_sentence


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(" \t\"'‘’“”„([")
    return not before or before[-1] in _ENDS_SENTENCE
