"""What both kinds of files ask of a document: where contents come, and what stays together."""

from __future__ import annotations

from hardship_desk.documents.model import (
    Block,
    BulletList,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    ReportDocument,
    Table,
)

CONTENTS_LEVEL = 2
"""The level of the headings that the contents list."""

_SHORT = 150
_NOT_LONG = 400
_FEW_ITEMS = 6
_WHOLE = 100.0


def contents_place(document: ReportDocument) -> int:
    """Before which block the contents come; -1 where none are wanted."""
    if not document.with_contents:
        return -1
    for index, block in enumerate(document.blocks):
        if isinstance(block, PageBreak) or (isinstance(block, Heading) and block.level > 1):
            return index
    return len(document.blocks)


def together(document: ReportDocument) -> tuple[bool, ...]:
    """Of each block whether it must not part from the next one."""
    found, whole = [], 0
    for place, block in enumerate(document.blocks):
        following = document.blocks[place + 1 : place + 2]
        if isinstance(block, Heading) and (block.whole or block.level <= whole):
            whole = block.level if block.whole else 0
        ends = all(isinstance(item, Heading) and item.level <= whole for item in following)
        found.append(leads(block, *following) or (whole > 0 and bool(following) and not ends))
    return tuple(found)


def leads(block: Block, *following: Block) -> bool:
    """Whether a block must not part from the next: a heading, or a short line before a table.

    A figure stays with the table that holds the same figures.
    """
    if isinstance(block, Heading):
        return True
    if isinstance(block, Figure):
        return any(isinstance(item, Table) for item in following)
    return isinstance(block, Paragraph) and _line_leads(block, *following)


def _line_leads(block: Paragraph, *following: Block) -> bool:
    if any(isinstance(item, Paragraph) and item.apart for item in following):
        return len(block.text) <= _NOT_LONG  # A signature does not stand on a page of its own.
    if len(block.text) > _SHORT:
        return False
    if block.label and not block.text:
        return True
    if block.source:
        return False
    return _announces(block) or any(_is_announced(item) for item in following)


def keeps_whole(block: BulletList) -> bool:
    """Whether a list is so short that it stands on one page."""
    return len(block.items) <= _FEW_ITEMS and sum(map(len, block.items)) <= _SHORT * _FEW_ITEMS


def column_weights(table: Table) -> tuple[float, ...]:
    """How wide each column is compared to the others; by what it holds where that is not said."""
    columns = max((len(row) for row in (table.header, *table.rows)), default=1)
    if len(table.widths) == columns:
        return tuple(float(width) for width in table.widths)
    rows = [row for row in (table.header, *table.rows) if len(row) == columns]
    cells = [[row[column] for row in rows] for column in range(columns)]
    needed = [_needed(texts) for texts in cells]
    wanted = [_wanted(texts) for texts in cells]
    spare = max(0.0, _WHOLE - sum(needed))
    return tuple(
        need + spare * want / sum(wanted) for need, want in zip(needed, wanted, strict=True)
    )


def _announces(block: Paragraph) -> bool:
    """Whether a line leads to the next, such as "Stuur uw bezwaar naar:" or a greeting."""
    return block.text.endswith((":", ","))


def _is_announced(block: Block) -> bool:
    """Whether a short line before this block belongs to it; no signature stands on a page alone."""
    if isinstance(block, Paragraph):
        return block.text.endswith(",") and not block.label
    return isinstance(block, Table | BulletList | Figure)


def _needed(cells: list[str]) -> float:
    """Room for the longest word; a long one may be broken off."""
    words = [len(word) for cell in cells for word in cell.split()]
    longest = max((10 if length >= 12 else length for length in words), default=1)
    return 3.5 + 1.2 * longest


def _wanted(cells: list[str]) -> float:
    """How much a column wants of what is left: as much as it has text, within reason."""
    return float(min(max((len(cell) for cell in cells), default=1), 250) + 1)
