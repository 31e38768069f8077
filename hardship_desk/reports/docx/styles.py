"""How each kind of text looks in Word: real styles, so that a municipality can give its own look."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from hardship_desk.reports.docx.xml import edge, element, shade

FONT = "Calibri"
ACCENT, INK, MUTED = "0A6174", "14242C", "4A5B66"
LABEL, SOURCE, NOTICE = "Question Label", "Source Note", "Notice"
CELL, CELL_SMALL, STAMP = "Table Text", "Table Note", "Stamp"
CONTENTS = "Contents Line"

_REPORT_HEADINGS = ((1, 20, 6), (2, 14, 14), (3, 12, 10))
_LETTER_HEADINGS = ((1, 17, 10), (2, 13, 10), (3, 12, 8))

_GROUND = {"uitkomst": "E6F2F5", "onbekend": "EDF0F2"}
_BAR = {"uitkomst": ACCENT, "onbekend": MUTED}
KINDS = ("let_op", "oefening", "onbekend", "uitkomst")


def prepare_styles(document: Document, language: str, *, letter: bool = False) -> None:
    """Page, language and looks; the headings of a letter are smaller than those of a report."""
    _page(document)
    _language(document, language)
    normal = _style(document, "Normal", size=11, color=INK)
    normal.paragraph_format.space_after = Pt(6 if letter else 7)
    normal.paragraph_format.line_spacing = 1.05 if letter else 1.1
    normal.paragraph_format.widow_control = True
    headings = _LETTER_HEADINGS if letter else _REPORT_HEADINGS
    for level, size, before in headings:
        look = _style(document, f"Heading {level}", size=size, color=ACCENT if level < 3 else INK)
        look.paragraph_format.space_before = Pt(before)
        look.paragraph_format.space_after = Pt(4)
        look.paragraph_format.keep_with_next = True
    for name in ("List Bullet", "List Number"):
        item = _style(document, name, size=11, color=INK).paragraph_format
        item.space_after = Pt(2 if letter else 3)
    _texts(document)
    for kind in KINDS:
        _notice(document, kind)


def notice_style(kind: str) -> str:
    """The name of the style of a notice; an unknown kind looks like a warning."""
    return f"{NOTICE} {kind if kind in KINDS else KINDS[0]}"


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(23)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)


def _language(document: Document, language: str) -> None:
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if defaults is not None:
        defaults.set(qn("w:val"), language)
    settings = document.settings.element
    theme = settings.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), language)


def _texts(document: Document) -> None:
    label = _new(document, LABEL, size=11, color=INK)
    label.font.bold = True
    label.paragraph_format.space_after = Pt(1)
    label.paragraph_format.keep_with_next = True
    _new(document, SOURCE, size=9, color=MUTED)
    for name, size, color in ((CELL, 10, INK), (CELL_SMALL, 9, MUTED)):
        look = _new(document, name, size=size, color=color)
        look.paragraph_format.space_after = Pt(1)
        look.paragraph_format.line_spacing = 1.0
    stamp = _new(document, STAMP, size=16, color="7A4B00")
    stamp.font.bold = True
    stamp.paragraph_format.space_after = Pt(0)
    for name in ("Header", "Footer"):
        look = _style(document, name, size=9, color=MUTED)
        look.paragraph_format.tab_stops.clear_all()
    document.styles["Header"].paragraph_format.space_after = Pt(14)
    _style(document, "TOC Heading", size=14, color=ACCENT)
    _new(document, CONTENTS, size=10, color=INK).paragraph_format.space_after = Pt(0)
    caption = _style(document, "Caption", size=11, color=INK)
    caption.paragraph_format.keep_with_next = True
    caption.paragraph_format.space_before = Pt(8)
    caption.paragraph_format.space_after = Pt(3)
    quote = _style(document, "Quote", size=11, color=INK)
    quote.paragraph_format.left_indent = Mm(5)


def _notice(document: Document, kind: str) -> None:
    look = _new(document, notice_style(kind), size=11, color=INK)
    look.font.bold = kind != "let_op"
    look.paragraph_format.left_indent = Mm(3)
    look.paragraph_format.space_before = Pt(6)
    look.paragraph_format.space_after = Pt(10)
    properties = look.element.get_or_add_pPr()
    borders = element("pBdr")
    borders.extend(edge(_BAR.get(kind, "7A4B00"), "left", size=24, space=6))
    # The order of these is laid down by the format: borders, shading, then spacing.
    spacing = properties.find(qn("w:spacing"))
    at = properties.index(spacing) if spacing is not None else len(properties)
    properties.insert(at, borders)
    shade(properties, _GROUND.get(kind, "FFF3D6"))
    properties.insert(at + 1, properties[-1])


def _new(document: Document, name: str, *, size: float, color: str) -> ParagraphStyle:
    document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    look = _style(document, name, size=size, color=color)
    look.base_style = document.styles["Normal"]
    look.quick_style = True
    return look


def _style(document: Document, name: str, *, size: float, color: str) -> ParagraphStyle:
    look = document.styles[name]
    if not isinstance(look, ParagraphStyle):
        raise TypeError(name)
    look.font.size = Pt(size)
    look.font.color.rgb = RGBColor.from_string(color)
    fonts = look.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    return look
