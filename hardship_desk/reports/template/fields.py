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
from hardship_desk.reports.outline import together
from hardship_desk.reports.template.tables import TemplateTables, WordXml

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


def letter_fields(document: ReportDocument, *, tables: bool = False) -> Fields:
    """The fields of this letter. A letter begins with sender, addressee and particulars.

    `tables` says that the template has a place for a table; else a row comes as a line.
    """
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
    made = TemplateTables(document.language) if tables else None
    fields[PARTS] = _parts(document, first + 2, made)
    return fields


def sample_fields() -> Fields:
    """Fields with something in each of them, to try a template with."""
    fields: dict[str, object] = dict.fromkeys(SINGLE, "x")
    kinds = ("tekst", "label", "punt", "citaat", "rij", "kop")
    blocks = [_entry(kind, "x") for kind in kinds]
    table = _entry("tabel", "x", table=WordXml("<w:p/>"))
    fields[PARTS] = [{"kop": "x", "blokken": [*blocks, table]}]
    return fields


def _is_subject(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _entry(
    kind: str, text: str, *, apart: bool = False, stays: bool = False, table: str = ""
) -> Part:
    """A block as a template reads it; every key is always there."""
    return {"soort": kind, "tekst": text, "ruimte": apart, "bijeen": stays, "tabel": table}


def _parts(document: ReportDocument, start: int, tables: TemplateTables | None) -> list[Part]:
    """The sections; what comes before the first heading has a section without one."""
    found: list[Part] = []
    lines: list[Part] = []
    stay = together(document)
    for place, block in enumerate(document.blocks[start:], start=start):
        title = block.text if isinstance(block, Heading) and block.level == 2 else ""
        if title or not found:
            lines = []
            found.append({"kop": plain(title), "blokken": lines})
        if isinstance(block, Table) and tables is not None:
            lines += _table(block, tables)
        elif not title:
            lines += _lines(block, stays=stay[place])
    return found


def _table(block: Table, tables: TemplateTables) -> list[Part]:
    """A table with its title; as text it holds its rows, for a template that asks no table."""
    rows = "\n".join(_row(block, row) for row in block.rows)
    title = [_entry("label", plain(block.title))] if block.title else []
    return [*title, _entry("tabel", plain(rows), table=tables.markup(block))]


def _lines(block: Block, *, stays: bool) -> list[Part]:
    apart = isinstance(block, Paragraph) and block.apart
    return [
        _entry(kind, plain(text), apart=apart, stays=stays) for kind, text in _told(block) if text
    ]


def _told(block: Block) -> list[tuple[str, str]]:
    match block:
        case Heading():
            return [("kop", block.text)]
        case Paragraph():
            kind = "citaat" if block.quote else "tekst"
            return [("label", block.label), (kind, block.text), ("tekst", block.source)]
        case BulletList():
            return [("punt", item) for item in block.items]
        case Table():
            return [("label", block.title), *(("rij", _row(block, row)) for row in block.rows)]
        case Notice():
            return [("label", block.text)]
        case Figure() | PageBreak():
            return []  # The table beside a figure has all that it shows.


def _row(block: Table, row: tuple[str, ...]) -> str:
    """A row as a line that can be read by itself, where a template has no table for it."""
    first, *others = (" ".join(cell.split()) for cell in row)
    if len(row) > 2 and block.header:
        heads = (head if head.endswith("?") else f"{head}:" for head in block.header[1:])
        others = [f"{head} {cell}" for head, cell in zip(heads, others, strict=False) if cell]
    told = "; ".join(others)
    return f"{first}{'' if first.endswith(('.', '?')) else ':'} {told}" if any(others) else first
