"""How each kind of text looks on paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from hardship_desk.reports.pdf.fonts import Fonts, load_fonts

ACCENT = HexColor("#0A6174")
INK = HexColor("#14242C")
MUTED = HexColor("#4A5B66")
LINE = HexColor("#C3CED4")
SOFT = HexColor("#E6F2F5")
WARNING = HexColor("#7A4B00")
WARNING_SOFT = HexColor("#FFF3D6")
WHITE = HexColor("#FFFFFF")
PALE = HexColor("#EDF0F2")

MARGIN = 22 * mm
BOX_PADDING = (6, 8, 7, 12)
"""The room around the text of a notice: above, right, below, left."""
TOP, TOP_WITHOUT_HEADER, BOTTOM = 25 * mm, 20 * mm, 21 * mm

_SHORTEST_BROKEN = 12
_LONGEST_BROKEN = 45
_ODD_WORD = re.compile(r"[^\s.,;:()]{30,}|\S*[/@\d]\S{8,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLook:
    """How a notice looks: its text, its ground, and the bar before it."""

    style: ParagraphStyle
    bar: Color


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """All looks together."""

    fonts: Fonts
    body: ParagraphStyle
    run_in: ParagraphStyle
    tight: ParagraphStyle
    label: ParagraphStyle
    source: ParagraphStyle
    quote: ParagraphStyle
    item: ParagraphStyle
    headings: tuple[ParagraphStyle, ...]
    contents: ParagraphStyle
    table_title: ParagraphStyle
    cell: ParagraphStyle
    cell_head: ParagraphStyle
    cell_lead: ParagraphStyle
    cell_small: ParagraphStyle
    notices: dict[str, NoticeLook]

    def heading(self, level: int) -> ParagraphStyle:
        """The look of a heading of this level."""
        return self.headings[min(level, len(self.headings)) - 1]

    def notice(self, kind: str) -> NoticeLook:
        """The look of a notice; an unknown kind looks like a warning."""
        return self.notices.get(kind, self.notices["let_op"])


def right(style: ParagraphStyle) -> ParagraphStyle:
    """The same look, against the right side; amounts are never broken off."""
    return ParagraphStyle(f"{style.name}-right", parent=style, alignment=TA_RIGHT)


def hyphenated(style: ParagraphStyle, text: str) -> ParagraphStyle:
    """The same look with long words broken off by the rules of Dutch, where it has only words.

    An address or a hash is never given a hyphen that does not belong to it.
    """
    if any(len(word) > _LONGEST_BROKEN or not word.isalpha() for word in _ODD_WORD.findall(text)):
        return style
    broken = ParagraphStyle(f"{style.name}-hyphenated", parent=style)
    broken.hyphenationLang = "nl_NL"
    broken.hyphenationMinWordLength = _SHORTEST_BROKEN
    return broken


SIZE = 10.5
_REPORT_CELL, _LETTER_CELL = 9.5, 10.0
_REPORT_HEADINGS, _LETTER_HEADINGS = (21, 14.5, 11.5), (17, 13, 11.5)


def load_styles(folder: Path) -> Styles:
    """All looks of a report, with the letters from this folder."""
    return _styles(load_fonts(folder), _REPORT_CELL, _REPORT_HEADINGS)


def letter_styles(fonts: Fonts) -> Styles:
    """The same for a letter: smaller headings, and tables that read as easily as the text."""
    return _styles(fonts, _LETTER_CELL, _LETTER_HEADINGS)


def _styles(fonts: Fonts, cell_size: float, headings: tuple[float, float, float]) -> Styles:
    body = _body(fonts)
    small = ParagraphStyle("small", parent=body, fontSize=9, leading=11, textColor=MUTED)
    cell = ParagraphStyle(
        "cell", parent=body, fontSize=cell_size, leading=cell_size + 2.5, spaceAfter=0
    )
    return Styles(
        fonts=fonts,
        body=body,
        run_in=ParagraphStyle("run-in", parent=body, spaceAfter=4),
        tight=ParagraphStyle("tight", parent=body, spaceAfter=0.5),
        label=ParagraphStyle("label", parent=body, fontName=fonts.semibold, spaceAfter=1),
        source=ParagraphStyle("source", parent=small, spaceAfter=5),
        quote=ParagraphStyle("quote", parent=body, fontName=fonts.italic, leftIndent=12),
        item=ParagraphStyle("item", parent=body, leftIndent=15, bulletIndent=3, spaceAfter=3),
        headings=_headings(fonts, body, headings),
        contents=ParagraphStyle("contents", parent=body, fontSize=9.5, leading=13, spaceAfter=0),
        table_title=ParagraphStyle(
            "table-title", parent=body, fontName=fonts.semibold, spaceBefore=6, spaceAfter=4
        ),
        cell=cell,
        cell_head=ParagraphStyle("cell-head", parent=cell, fontName=fonts.semibold),
        cell_lead=ParagraphStyle("cell-lead", parent=cell, fontName=fonts.semibold, spaceAfter=1),
        cell_small=ParagraphStyle("cell-small", parent=small, spaceAfter=0),
        notices=_notices(fonts, body),
    )


def _body(fonts: Fonts) -> ParagraphStyle:
    return ParagraphStyle(
        "body",
        fontName=fonts.regular,
        bulletFontName=fonts.regular,
        bulletFontSize=SIZE,
        fontSize=SIZE,
        leading=SIZE + 3.5,
        textColor=INK,
        spaceAfter=6,
        allowWidows=0,
        allowOrphans=0,
    )


def _headings(
    fonts: Fonts, body: ParagraphStyle, sizes: tuple[float, float, float]
) -> tuple[ParagraphStyle, ...]:
    def look(level: int, size: float, color: Color, before: float) -> ParagraphStyle:
        return ParagraphStyle(
            f"heading-{level}",
            parent=body,
            fontName=fonts.bold,
            fontSize=size,
            leading=size * 1.25,
            textColor=color,
            spaceBefore=before,
            spaceAfter=size * 0.4,
        )

    first, second, third = sizes
    return (look(1, first, ACCENT, 4), look(2, second, ACCENT, 12), look(3, third, INK, 7))


def _notices(fonts: Fonts, body: ParagraphStyle) -> dict[str, NoticeLook]:
    def look(kind: str, ground: Color, bar: Color, font: str) -> NoticeLook:
        style = ParagraphStyle(
            f"notice-{kind}",
            parent=body,
            fontName=font,
            backColor=ground,
            leftIndent=12,
            rightIndent=8,
            spaceBefore=10,
            spaceAfter=13,
        )
        style.borderPadding = BOX_PADDING  # type: ignore[assignment]  # reportlab takes four sides too
        return NoticeLook(style=style, bar=bar)

    return {
        "let_op": look("let_op", WARNING_SOFT, WARNING, fonts.regular),
        "oefening": look("oefening", WARNING_SOFT, WARNING, fonts.semibold),
        "onbekend": look("onbekend", PALE, MUTED, fonts.semibold),
        "uitkomst": look("uitkomst", SOFT, ACCENT, fonts.semibold),
    }
