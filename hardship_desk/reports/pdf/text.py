"""Text made ready for a page: without marks that cannot be printed, and safe for reportlab."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, islice
from xml.sax.saxutils import escape

from hardship_desk.documents.spaces import held
from hardship_desk.reports.pdf.fonts import Fonts

MISSING = "□"
"""Stands for a character that no font of ours has."""

LONGEST_PIECE = 6000
"""More text than this is laid out as several paragraphs: a PDF/A string has at most 32,767 bytes."""

MOST_LINES = 40
"""More lines than this take reportlab long to break over pages."""

_LINES_TO_WRITE = re.compile(r"…{10,}(?:\s+…{10,})*")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Cn"})
_NOT_READ = frozenset({"Cc", "Cs", "Cn"})


def printable(text: str, known: frozenset[int]) -> str:
    """The text with only characters the fonts know; line breaks stay, a tab becomes a space."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    return "".join(_shown(character, known) for character in composed)


def markup(text: str, fonts: Fonts) -> str:
    """The text as reportlab reads it: line breaks kept, each letter from a font that has it."""
    if fonts.signs.issuperset(text):
        return escape(held(text)).replace("\n", "<br/>")
    shown = held(printable(text, fonts.characters | fonts.others))
    return "<br/>".join("".join(_line(line, fonts)) for line in shown.split("\n"))


def readable(text: str) -> str:
    """The text as it is read aloud and copied: whole, but without what is no character at all.

    Lines to write on are one sign: a screen reader would read each dot of them.
    """
    text = _LINES_TO_WRITE.sub("…", text)
    if text.isprintable():
        return text
    return "".join(
        character
        for character in text.replace("\r\n", "\n")
        if character in "\n\t" or unicodedata.category(character) not in _NOT_READ
    )


def unprintable(text: str, fonts: Fonts) -> tuple[str, ...]:
    """The characters that are not printed but replaced, each once, in order."""
    if fonts.signs.issuperset(text):
        return ()
    known = fonts.characters | fonts.others
    composed = unicodedata.normalize("NFC", text)
    found = (item for item in composed if item != MISSING and _shown(item, known) == MISSING)
    return tuple(dict.fromkeys(found))


def pieces(text: str) -> tuple[str, ...]:
    """A very long text in parts, cut at the end of a line, a sentence or a word where there is one.

    The parts stand below each other, so that the line end at which was cut is dropped.
    """
    found = []
    while len(text) > LONGEST_PIECE or text.count("\n") > MOST_LINES:
        at = _cut(text)
        found.append(text[:at].removesuffix("\n"))
        text = text[at:]
    return (*found, text)


def _cut(text: str) -> int:
    lines = list(islice(re.finditer("\n", text[:LONGEST_PIECE]), MOST_LINES))
    if len(lines) == MOST_LINES:
        return lines[-1].end()
    part = text[:LONGEST_PIECE]
    found = (_last(sign, part) for sign in (r"\n", r"[.!?]\s+", r"\s+"))
    return next((at for at in found if at), LONGEST_PIECE)


def _last(sign: str, text: str) -> int:
    """Where the last of these signs ends in the second half of a text; 0 where there is none."""
    ends = [match.end() for match in re.finditer(sign, text)]
    return max((end for end in ends if end > len(text) // 2), default=0)


def _line(line: str, fonts: Fonts) -> Iterator[str]:
    for is_other, run in groupby(line, key=lambda item: ord(item) in fonts.others):
        words = escape("".join(run))
        yield f'<font name="{fonts.fallback}">{words}</font>' if is_other else words


def _shown(character: str, known: frozenset[int]) -> str:
    if character in "\n\t\r":
        return character
    if unicodedata.category(character) in _INVISIBLE:
        return ""
    if ord(character) in known:
        return character
    simpler = unicodedata.normalize("NFKD", character)
    parts = [part for part in simpler if ord(part) in known]
    return "".join(parts) if parts and len(parts) == len(simpler) else MISSING
