"""Tables of Word: a head that comes back on every page, rows that stay whole."""

from __future__ import annotations

from typing import cast

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from hardship_desk.documents.model import Table
from hardship_desk.reports.docx.styles import ACCENT, CELL, CELL_SMALL
from hardship_desk.reports.docx.xml import edge, element, keep_row_whole, shade
from hardship_desk.reports.office_text import plain
from hardship_desk.reports.outline import column_weights

WIDTH = 164
_LINE, _SOFT = "C3CED4", "E6F2F5"
_SIDE = 100
"""Room beside the text of a cell, in twentieths of a point; the table begins where the text does."""
_AFTER_BORDERS = frozenset({qn("w:tblLayout"), qn("w:tblLook")})
"""The format lays down the order: borders come before these."""


def write_table(target: Document, block: Table) -> None:
    """Add the table at the end of the text."""
    weights = column_weights(block)
    table = target.add_table(rows=0, cols=len(weights))
    table.autofit = False
    _borders(table)
    if block.header:
        _head(table, block)
    for row in block.rows:
        _row(table, block, row)
    _widths(table, weights)


def _head(table: WordTable, block: Table) -> None:
    row = _new_row(table)
    keep_row_whole(row, repeats=True)
    for column, (cell, text) in enumerate(zip(row.cells, block.header, strict=False)):
        _fill(cell, text, strong=True, at_right=column in block.right)
        shade(cell._tc.get_or_add_tcPr(), ACCENT)  # noqa: SLF001  # the only way in that it offers
        for run in cell.paragraphs[0].runs:
            run.font.color.rgb = RGBColor.from_string("FFFFFF")


def _row(table: WordTable, block: Table, texts: tuple[str, ...]) -> None:
    row = _new_row(table)
    keep_row_whole(row)
    is_total = block.total_row and texts is block.rows[-1]
    for column, (cell, text) in enumerate(zip(row.cells, texts, strict=False)):
        strong = is_total or (not block.header and column == 0)
        _fill(cell, text, strong=strong, at_right=column in block.right)
        if is_total:
            shade(cell._tc.get_or_add_tcPr(), _SOFT)  # noqa: SLF001  # the only way in that it offers


def _new_row(table: WordTable) -> _Row:
    return cast("_Row", table.add_row())  # type: ignore[no-untyped-call]  # python-docx forgot it


def _fill(cell: _Cell, text: str, *, strong: bool, at_right: bool) -> None:
    """The first line counts most; the others stand small below it."""
    lines = [line for line in plain(text).split("\n") if line.strip()] or [""]
    for number, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = CELL_SMALL if number else CELL
        run = paragraph.add_run(line)
        run.bold = True if number == 0 and (strong or len(lines) > 1) else None
        if at_right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _widths(table: WordTable, weights: tuple[float, ...]) -> None:
    for column, weight in zip(table.columns, weights, strict=True):
        measure = Mm(WIDTH * weight / sum(weights))
        column.width = measure
        for cell in column.cells:
            cell.width = measure


def _borders(table: WordTable) -> None:
    borders = element("tblBorders")
    borders.extend(edge(_LINE, "top", "bottom", "insideH"))
    properties = table._tbl.tblPr  # noqa: SLF001  # the only way in that it offers
    later = [kid for kid in properties if kid.tag in _AFTER_BORDERS]
    properties.insert(properties.index(later[0]), borders)
    borders.addprevious(element("tblInd", w=str(_SIDE), type="dxa"))
    room = element("tblCellMar")
    sides = (("top", 30), ("left", _SIDE), ("bottom", 40), ("right", _SIDE))
    room.extend(element(side, w=str(size), type="dxa") for side, size in sides)
    look = [kid for kid in properties if kid.tag == qn("w:tblLook")]
    properties.insert(properties.index(look[0]) if look else len(properties), room)
