"""What both kinds of files ask of a document: where contents come, and what stays together."""

from __future__ import annotations

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
    before_table = any(isinstance(item, Table | BulletList) for item in following)
    return before_table or block.text.endswith((":", ","))
