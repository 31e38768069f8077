"""Names the characters that no font of ours has, so that a gap on paper is never a riddle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hardship_desk.documents.model import (
    Bar,
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
from hardship_desk.reports.pdf.fonts import Fonts
from hardship_desk.reports.pdf.text import unprintable

_MOST = 20


def with_missing_named(document: ReportDocument, fonts: Fonts) -> ReportDocument:
    """The document, with a last block that names each missing character and where it stands."""
    found: dict[str, str] = {}
    place = document.title
    for block in document.blocks:
        place = _place(block) or place
        for text in _texts(block):
            for character in unprintable(text, fonts):
                found.setdefault(character, place)
    if not found or not document.missing_note:
        return document
    names = [f"U+{ord(item):04X} ({where})" for item, where in list(found.items())[:_MOST]]
    more = " …" if len(found) > _MOST else ""
    note = document.missing_note.format(tekens=", ".join(names) + more)
    return replace(document, blocks=(*document.blocks, Notice(text=note)))


def _place(block: Block) -> str:
    """The heading or question that a reader finds the text by."""
    match block:
        case Heading():
            return block.text
        case Paragraph():
            return block.label
        case Table():
            return block.title
        case _:
            return ""


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Notice():
            yield block.text
        case Paragraph():
            yield from (block.label, block.text, block.source)
        case BulletList():
            yield from block.items
        case Table():
            yield from (block.title, *block.header, *(cell for row in block.rows for cell in row))
        case Figure():
            yield from (text for bar in block.bars for text in _in_bar(bar))
        case PageBreak():
            return


def _in_bar(bar: Bar) -> Iterator[str]:
    yield bar.name
    for part in bar.parts:
        yield from (part.name, part.shown)
