"""A decision as it was adopted, for the person it is about: as the report that was made of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from hardship_desk.documents.model import Block, Heading, PageBreak
from hardship_desk.documents.report import build_report
from hardship_desk.documents.subject_values import Row
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.codec import decode
from hardship_desk.domain.snapshot import DecisionSnapshot

BODY, SNAPSHOT = "body", "snapshot"


def without_snapshots(rows: tuple[Row, ...], texts: TextSource) -> tuple[Row, ...]:
    """The rows with, in the place of what was sealed, where it can be read."""
    return tuple(_pointing(row, texts) for row in rows)


def sealed_reports(rows: tuple[Row, ...], texts: TextSource) -> Iterator[Block]:
    """The report on each version that has one, a level lower than it is by itself."""
    for row in rows:
        snapshot = _snapshot(row)
        if snapshot is not None:
            yield PageBreak()
            for block in build_report(snapshot, texts).blocks:
                if isinstance(block, Heading):
                    yield replace(block, level=min(block.level + 1, 3), anchor="")
                elif not isinstance(block, PageBreak):
                    yield block


def _pointing(row: Row, texts: TextSource) -> Row:
    body = row.get(BODY, {}).get("waarde")
    if not isinstance(body, dict) or SNAPSHOT not in body:
        return row
    key = "in_rapport" if _snapshot(row) is not None else "in_json"
    told = {**body, SNAPSHOT: texts.get(f"inzage.{key}")}
    return {**row, BODY: {**row[BODY], "waarde": told}}


def _snapshot(row: Row) -> DecisionSnapshot | None:
    """What was sealed; None where this program cannot read it."""
    body = row.get(BODY, {}).get("waarde")
    if not isinstance(body, dict):
        return None
    try:
        return decode(DecisionSnapshot, json.loads(str(body[SNAPSHOT])))
    except (KeyError, TypeError, ValueError):
        return None
