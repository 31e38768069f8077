"""The letters of the program in a PDF: Source Sans 3, and DejaVu Sans for what that has not.

Both are embedded. What is written from right to left is left out of the second one: this program
does not put it in the right order and form, so that it is named instead of printed wrongly.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_FILES = {
    "regular": "SourceSans3-Regular.ttf",
    "semibold": "SourceSans3-Semibold.ttf",
    "bold": "SourceSans3-Bold.ttf",
    "italic": "SourceSans3-It.ttf",
}
_FALLBACK = "DejaVuSans.ttf"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_HIGHEST = 0xFFFF
"""The highest character of which reportlab writes down for the reader which one it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The names by which reportlab knows the letters, and the characters all of them have.

    `others` are the characters that only `fallback` has. `signs` are plain letters, digits and
    marks that need no look: they are printed as they are.
    """

    regular: str
    semibold: str
    bold: str
    italic: str
    fallback: str
    characters: frozenset[int]
    others: frozenset[int]
    signs: frozenset[str]


def load_fonts(folder: Path) -> Fonts:
    """Read the letters from a folder and make them known to reportlab."""
    known: list[frozenset[int]] = []
    names = {}
    for style, file in _FILES.items():
        names[style], has = _registered(style, folder / file)
        known.append(has)
    common = frozenset.intersection(*known)
    fallback, has = _registered("fallback", folder / _FALLBACK)
    others = frozenset(code for code in has - common if _can_be_set(code))
    return Fonts(**names, fallback=fallback, characters=common, others=others, signs=_plain(common))


def _registered(style: str, file: Path) -> tuple[str, frozenset[int]]:
    """The name of a font that reportlab knows from now on, and the characters it has."""
    name = f"HardshipDesk-{style}"
    font = TTFont(name, str(file))
    pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)
    return name, frozenset(font.face.charToGlyph)


def _plain(common: frozenset[int]) -> frozenset[str]:
    """The characters of one code that every font has, and the end of a line."""
    known = (chr(code) for code in common if code <= _HIGHEST)
    return frozenset(
        sign
        for sign in known
        if sign.isprintable()
        and unicodedata.category(sign)[0] in "LNPSZ"
        and unicodedata.is_normalized("NFC", sign)
    ) | {"\n"}


def _can_be_set(code: int) -> bool:
    return code <= _HIGHEST and unicodedata.bidirectional(chr(code)) not in _RIGHT_TO_LEFT
