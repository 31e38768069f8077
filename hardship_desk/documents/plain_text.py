"""A document as plain text, block by block, to paste into another program."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.documents.model import (
    Block,
    BulletList,
    Figure,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    ReportDocument,
    Table,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """One block to copy; `title` is the heading it stands under, with which it may begin."""

    title: str
    text: str
    anchor: str = ""
    questions: tuple[str, ...] = ()
    """The questions whose answers stand in it."""
    blocks: tuple[Block, ...] = ()
    """What it was made from, for a page that shows it."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the block, each to copy by itself."""
        return tuple(self.text.splitlines())


def text_blocks(document: ReportDocument) -> tuple[TextBlock, ...]:
    """Every block as text, in order; tables as lines with tabs between the cells.

    A heading goes with what it heads, a question with its table, and short answers that follow
    each other are one block: each copy then has a meaning of its own.
    """
    title, anchor = document.title, ""
    found: list[TextBlock] = []
    waiting: list[Block] = []
    short = False
    for block in document.blocks:
        if isinstance(block, Heading):
            title, anchor = block.text, block.anchor
        if not block_text(block):
            continue
        if _only_leads(block):
            waiting.append(block)
        elif short and _is_short(block) and not waiting:
            found[-1] = _block(title, anchor, (*found[-1].blocks, block))
        else:
            found.append(_block(title, anchor, (*waiting, block)))
            waiting = []
        short = _is_short(block)
    if waiting:
        found.append(_block(title, anchor, tuple(waiting)))
    return tuple(found)


def _block(title: str, anchor: str, blocks: tuple[Block, ...]) -> TextBlock:
    return TextBlock(
        title=title,
        text="\n".join(map(block_text, blocks)),
        anchor=anchor,
        questions=tuple(
            block.question for block in blocks if isinstance(block, Paragraph) and block.question
        ),
        blocks=blocks,
    )


def _only_leads(block: Block) -> bool:
    """Whether it says nothing without what follows: a heading, or a question before its table."""
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and not block.text)


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.run_in


def whole_text(document: ReportDocument) -> str:
    """The whole document as one text."""
    return "\n\n".join(block.text for block in text_blocks(document))


def block_text(block: Block) -> str:
    """What a block says, as plain text."""
    match block:
        case Heading() | Notice():
            return block.text
        case Paragraph():
            return _paragraph(block)
        case BulletList():
            return "\n".join(_items(block))
        case Table():
            return _table(block)
        case Figure():
            return block.alt
        case PageBreak():
            return ""


def _paragraph(block: Paragraph) -> str:
    label = block.marked_label
    if block.run_in and label and block.text:
        return "\n".join(part for part in (f"{label} {block.text}", block.source) if part)
    return "\n".join(part for part in (label, block.text, block.source) if part)


def _items(block: BulletList) -> list[str]:
    if block.ordered:
        return [f"{number}. {item}" for number, item in enumerate(block.items, start=1)]
    return [f"- {item}" for item in block.items]


def _table(block: Table) -> str:
    rows = [block.header, *block.rows] if block.header else list(block.rows)
    lines = ["\t".join(_cell(cell) for cell in row) for row in rows]
    return "\n".join((block.title, *lines) if block.title else lines)


def _cell(text: str) -> str:
    """A cell on one line, so that a row stays a row."""
    return "; ".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
