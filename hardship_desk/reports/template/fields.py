"""The fields of a letter that a template can name, in plain values."""

from __future__ import annotations

from collections.abc import Mapping

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
from hardship_desk.reports.office_text import plain

Part = dict[str, object]
Fields = Mapping[str, object]

SINGLE = (
    "aanhef",
    "afzender",
    "afzender_adres",
    "contact",
    "datum",
    "geadresseerde",
    "kenmerk",
    "onderwerp",
    "stempel",
)
PARTS = "onderdelen"
REQUIRED = (*SINGLE, PARTS)
"""What a letter may not leave out: who writes to whom, when, about what, and all that is said."""

_BEFORE_PARTICULARS = 2


def letter_fields(document: ReportDocument) -> Fields:
    """The fields of this letter. A letter begins with sender, addressee and particulars."""
    first = next(place for place, block in enumerate(document.blocks) if _is_subject(block))
    head = [block for block in document.blocks[:first] if isinstance(block, Paragraph)]
    rows = next(block.rows for block in document.blocks[:first] if isinstance(block, Table))
    sender, addressee = head[:_BEFORE_PARTICULARS]
    subject, greeting = document.blocks[first], document.blocks[first + 1]
    values = [row[1] for row in rows]
    found = {
        "aanhef": greeting.text if isinstance(greeting, Paragraph) else "",
        "afzender": sender.label,
        "afzender_adres": sender.text,
        "contact": values[2],
        "datum": values[0],
        "geadresseerde": addressee.text,
        "kenmerk": values[1],
        "onderwerp": subject.text if isinstance(subject, Heading) else "",
        "stempel": document.watermark,
    }
    fields: dict[str, object] = {name: plain(text) for name, text in found.items()}
    fields[PARTS] = _parts(document.blocks[first + 2 :])
    return fields


def sample_fields() -> Fields:
    """Fields with something in each of them, to try a template with."""
    fields: dict[str, object] = dict.fromkeys(SINGLE, "x")
    kinds = ("tekst", "label", "punt", "citaat", "rij", "kop")
    fields[PARTS] = [{"kop": "x", "blokken": [{"soort": kind, "tekst": "x"} for kind in kinds]}]
    return fields


def _is_subject(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _parts(blocks: tuple[Block, ...]) -> list[Part]:
    """The sections; what comes before the first heading has a section without one."""
    found: list[Part] = []
    lines: list[dict[str, str]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            lines = []
            found.append({"kop": plain(block.text), "blokken": lines})
        elif not found:
            lines = []
            found.append({"kop": "", "blokken": lines})
            lines += _lines(block)
        else:
            lines += _lines(block)
    return found


def _lines(block: Block) -> list[dict[str, str]]:
    match block:
        case Heading():
            made = [("kop", block.text)]
        case Paragraph():
            kind = "citaat" if block.quote else "tekst"
            made = [("label", block.label), (kind, block.text), ("tekst", block.source)]
        case BulletList():
            made = [("punt", item) for item in block.items]
        case Table():
            made = [("label", block.title), *(("rij", _row(block, row)) for row in block.rows)]
        case Notice():
            made = [("label", block.text)]
        case Figure() | PageBreak():
            made = []  # The table beside a figure has all that it shows.
    return [{"soort": kind, "tekst": plain(text)} for kind, text in made if text]


def _row(block: Table, row: tuple[str, ...]) -> str:
    """A row as a line that can be read by itself: a template has no table for it."""
    first, *others = (" ".join(cell.split()) for cell in row)
    if len(row) > 2 and block.header:
        heads = (head if head.endswith("?") else f"{head}:" for head in block.header[1:])
        others = [f"{head} {cell}" for head, cell in zip(heads, others, strict=False) if cell]
    return f"{first}: {'; '.join(others)}" if any(others) else first
