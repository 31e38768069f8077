"""What both kinds of files ask of a document: where contents come, and what stays together."""

from __future__ import annotations

import math

from hardship_desk.documents.model import (
    Block,
    BulletList,
    Heading,
    PageBreak,
    Paragraph,
    ReportDocument,
    Table,
)

CONTENTS_LEVEL = 2
"""The level of the headings that the contents list."""

_SHORT = 150


def contents_place(document: ReportDocument) -> int:
    """Before which block the contents come; -1 where none are wanted."""
    if not document.with_contents:
        return -1
    for index, block in enumerate(document.blocks):
        if isinstance(block, PageBreak) or (isinstance(block, Heading) and block.level > 1):
            return index
    return len(document.blocks)


def leads(block: Block, *following: Block) -> bool:
    """Whether a block must not part from the next: a heading, or a short line before a table."""
    if isinstance(block, Heading):
        return True
    if not isinstance(block, Paragraph) or len(block.text) > _SHORT or block.source:
        return False
    return _announces(block) or any(_is_announced(item) for item in following)


def column_weights(table: Table) -> tuple[float, ...]:
    """How wide each column is compared to the others; by what it holds where that is not said."""
    columns = max((len(row) for row in (table.header, *table.rows)), default=1)
    if len(table.widths) == columns:
        return tuple(float(width) for width in table.widths)
    rows = [row for row in (table.header, *table.rows) if len(row) == columns]
    return tuple(_weight([row[column] for row in rows]) for column in range(columns))


def _announces(block: Paragraph) -> bool:
    """Whether a line leads to the next, such as "Stuur uw bezwaar naar:" or a greeting."""
    return block.text.endswith((":", ","))


def _is_announced(block: Block) -> bool:
    """Whether a short line before this block belongs to it; no signature stands on a page alone."""
    if isinstance(block, Paragraph):
        return block.text.endswith(",") and not block.label
    return isinstance(block, Table | BulletList)


def _weight(cells: list[str]) -> float:
    """Wide enough for a word, and more for long text, but less than in proportion."""
    longest_word = max((len(word) for cell in cells for word in cell.split()), default=1)
    longest_cell = max((len(cell) for cell in cells), default=1)
    return max(6.0, min(longest_word + 2.0, 16.0), min(3 * math.sqrt(longest_cell), 48.0))
