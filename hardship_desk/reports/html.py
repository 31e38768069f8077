"""Writes documents as one HTML page: for a look in the window, or to paste with its headings.

Nothing in it is fetched or run: no script, no image, no link that leaves the page.
"""

from __future__ import annotations

from html import escape

from hardship_desk.documents.model import (
    Bar,
    Block,
    BulletList,
    Figure,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Part,
    ReportDocument,
    Table,
)
from hardship_desk.reports.chart import INK, WHITE, color_on, shown_parts, tones_of
from hardship_desk.reports.office_text import plain
from hardship_desk.reports.outline import CONTENTS_LEVEL, contents_place

_STYLE = (
    "body{font-family:'Source Sans 3',Calibri,sans-serif;color:#14242c;max-width:42em;margin:2em}"
    "h1,h2{color:#0a6174}table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #c3ced4;padding:4px 6px;text-align:left;vertical-align:top}"
    "thead th{background:#0a6174;color:#fff}.right{text-align:right}"
    ".source{color:#4a5b66;font-size:85%}.notice{padding:6px;font-weight:bold}"
    ".uitkomst{background:#e6f2f5}.onbekend{background:#edf0f2}"
    ".let_op,.oefening{background:#fff3d6}"
)
_WIDE_ENOUGH = 20
"""Percent of the width that an amount needs."""
_KINDS = frozenset({"let_op", "oefening", "onbekend", "uitkomst"})


class HtmlWriter:
    """Turns a document into a page."""

    def write(self, document: ReportDocument) -> bytes:
        """The document as HTML."""
        return page(document).encode("utf-8")


def page(document: ReportDocument) -> str:
    """The whole page."""
    before = contents_place(document)
    found = []
    for index, block in enumerate(document.blocks):
        if index == before:
            found.append(_contents(document))
        found.append(_block(block))
    if before == len(document.blocks):
        found.append(_contents(document))
    stamp = f'<p class="notice let_op">{_text(document.watermark)}</p>' * bool(document.watermark)
    body = stamp + "\n".join(part for part in found if part)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}"><head><meta charset="utf-8">'
        f"<title>{_text(document.title)}</title><style>{_STYLE}</style></head>\n"
        f"<body>{body}<hr><p class='source'>{_text(document.footer)}</p></body></html>\n"
    )


def _block(block: Block) -> str:
    match block:
        case Heading():
            mark = f' id="{escape(block.anchor)}"' if block.anchor else ""
            level = min(block.level, 3)
            return f"<h{level}{mark}>{_text(block.text)}</h{level}>"
        case Paragraph():
            return _paragraph(block)
        case BulletList():
            name = "ol" if block.ordered else "ul"
            items = "".join(f"<li>{_text(item)}</li>" for item in block.items)
            return f"<{name}>{items}</{name}>" if items else ""
        case Table() | Figure():
            return _table(block) if isinstance(block, Table) else _figure(block)
        case Notice():
            kind = block.kind if block.kind in _KINDS else "let_op"
            return f'<p class="notice {kind}">{_text(block.text)}</p>'
        case PageBreak():
            return "<hr>"


def _paragraph(block: Paragraph) -> str:
    label = block.marked_label
    strong = f"<strong>{_text(label)}</strong>" if label else ""
    between = " " if block.run_in else "<br>"
    text = _text(block.text)
    if block.quote:
        shown = (f"<p>{strong}</p>" if strong else "") + f"<blockquote>{text}</blockquote>"
    else:
        shown = f"<p>{between.join(part for part in (strong, text) if part)}</p>"
    return shown + (f'<p class="source">{_text(block.source)}</p>' if block.source else "")


def _table(block: Table) -> str:
    if not block.rows:
        return ""
    title = f"<caption>{_text(block.title)}</caption>" if block.title else ""
    head = ""
    if block.header:
        cells = (_cell(block, place, text, "col") for place, text in enumerate(block.header))
        head = f"<thead><tr>{''.join(cells)}</tr></thead>"
    rows = "".join(f"<tr>{_row(block, row)}</tr>" for row in block.rows)
    return f"<table>{title}{head}<tbody>{rows}</tbody></table>"


def _row(block: Table, row: tuple[str, ...]) -> str:
    """Without a header the first column heads the rows."""
    return "".join(
        _cell(block, place, text, "row" if not block.header and place == 0 else "")
        for place, text in enumerate(row)
    )


def _cell(block: Table, place: int, text: str, scope: str) -> str:
    name = "th" if scope else "td"
    heads = f' scope="{scope}"' if scope else ""
    right = ' class="right"' if place in block.right else ""
    return f"<{name}{heads}{right}>{_text(text)}</{name}>"


def _figure(block: Figure) -> str:
    """Bars as cells with a ground, and what each means; the words that say the same come below."""
    tones = tones_of(block)
    most = max((sum(part.size for part in shown_parts(bar)) for bar in block.bars), default=0) or 1
    bars = "".join(_bar(bar, tones, most) for bar in block.bars)
    legend = " &nbsp; ".join(f"{_swatch(tone)} {_text(name)}" for name, tone in tones.items())
    picture = f'<div aria-hidden="true">{bars}<p class="source">{legend}</p></div>'
    return f"{picture if tones else ''}<p>{_text(block.alt)}</p>"


def _swatch(tone: str) -> str:
    return "□" if tone == WHITE else f'<span style="color:{tone}">■</span>'


def _bar(bar: Bar, tones: dict[str, str], most: int) -> str:
    cells = "".join(_part(part, tones[part.name], most) for part in shown_parts(bar))
    name = f"<p>{_text(bar.name)}</p>" if bar.name else ""
    wide = 100 * sum(part.size for part in shown_parts(bar)) // most
    look = f'border="1" cellspacing="0" style="border-collapse:collapse;border-color:{INK}"'
    return f'{name}<table width="{wide}%" {look}><tr>{cells}</tr></table>' if cells else ""


def _part(part: Part, tone: str, most: int) -> str:
    """A part with its figure, where that fits; the table beside the figure has them all."""
    share = 100 * part.size // most
    shown = _text(part.shown) if share >= _WIDE_ENOUGH else "&nbsp;"
    return f'<td width="{share}%" bgcolor="{tone}" style="color:{color_on(tone)}">{shown}</td>'


def _contents(document: ReportDocument) -> str:
    lines = "".join(
        f'<li><a href="#{escape(block.anchor)}">{_text(block.text)}</a></li>'
        if block.anchor
        else f"<li>{_text(block.text)}</li>"
        for block in document.blocks
        if isinstance(block, Heading) and block.level == CONTENTS_LEVEL
    )
    title = _text(document.contents_title)
    return f"<nav><p><strong>{title}</strong></p><ol>{lines}</ol></nav>" if lines else ""


def _text(text: str) -> str:
    return escape(plain(text)).replace("\n", "<br>")
