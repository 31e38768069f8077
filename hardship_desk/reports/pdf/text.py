"""Text made ready for a page: without marks that cannot be printed, and safe for reportlab."""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape

from hardship_desk.reports.spaces import held

MISSING = "□"
"""Stands for a character that the font does not have."""

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def printable(text: str, known: frozenset[int]) -> str:
    """The text with only characters the font knows; line breaks stay, a tab becomes a space."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    return "".join(_shown(character, known) for character in composed)


def markup(text: str) -> str:
    """The text as reportlab reads it, with its line breaks kept and amounts and articles whole."""
    return "<br/>".join(escape(line) for line in held(text).split("\n"))


def _shown(character: str, known: frozenset[int]) -> str:
    if character == "\n":
        return character
    if unicodedata.category(character) in _INVISIBLE:
        return ""
    if ord(character) in known:
        return character
    simpler = unicodedata.normalize("NFKD", character)
    parts = [part for part in simpler if ord(part) in known]
    return "".join(parts) if parts and len(parts) == len(simpler) else MISSING
