"""Text from people, cleaned once where it comes in; after that it is kept and printed as it is."""

from __future__ import annotations

import unicodedata

_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\x0b": "\n", "\x0c": "\n"}
_LINE_ENDS |= {"\x85": "\n", "\u2028": "\n", "\u2029": "\n\n"}
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d")
"""What Word puts at the start of a list item: private to its own fonts, and blank in any other."""

_REFUSED = frozenset({"Cc", "Cs", "Cn"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that let a text be read in another order than it is stored in."""

_NOTHING = frozenset("\u200b\u2060\ufeff\u00ad\ufffc")


def cleaned(text: str) -> str:
    """The text as it is kept: one way to write each letter, plain line ends, nothing unseen.

    Control characters, halves of characters, marks that turn the reading order and signs without
    width go; every letter, line end and tab stays. Blanks around the text go too.
    """
    for end, plain in _LINE_ENDS.items():
        text = text.replace(end, plain)
    kept = "".join(_kept(character) for character in text)
    return unicodedata.normalize("NFC", kept).strip()


def _kept(character: str) -> str:
    if character in "\n\t" or character.isascii():
        return character if character.isprintable() or character in "\n\t" else ""
    if character in _BULLETS:
        return "•"
    if character in _TURNING or character in _NOTHING:
        return ""
    return "" if unicodedata.category(character) in _REFUSED else character
