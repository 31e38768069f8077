"""The letters of the program in a PDF: Source Sans 3, embedded."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The names by which reportlab knows the letters, and the characters all of them have."""

    regular: str
    semibold: str
    bold: str
    italic: str
    characters: frozenset[int]


def load_fonts(folder: Path) -> Fonts:
    """Read the letters from a folder and make them known to reportlab."""
    known: list[frozenset[int]] = []
    names = {}
    for style, file in _FILES.items():
        name = f"HardshipDesk-{style}"
        font = TTFont(name, str(folder / file))
        pdfmetrics.registerFont(font)
        pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)
        known.append(frozenset(font.face.charToGlyph))
        names[style] = name
    return Fonts(**names, characters=frozenset.intersection(*known))
