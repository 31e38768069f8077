"""Lays out all that is kept of one person, in tables of "gegeven" and "inhoud"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import cast

from hardship_desk.documents.model import Block, Heading, Notice, Paragraph, ReportDocument, Table
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.data_map import DataMap
from hardship_desk.domain.money import Money

Row = Mapping[str, Mapping[str, object]]
Dossier = Mapping[str, Sequence[Row]]
_LONGEST = 3000


def subject_document(
    dossiers: Sequence[Dossier], data_map: DataMap, texts: TextSource, created: datetime
) -> ReportDocument:
    """The document; what may hold data of others is marked in its own row."""
    blocks: list[Block] = [
        Heading(text=texts.get("inzage.titel"), level=1),
        Paragraph(text=texts.get("inzage.inleiding")),
        Notice(text=texts.get("inzage.derden")),
    ]
    for number, dossier in enumerate(dossiers, 1):
        blocks.append(Heading(text=texts.get("inzage.dossier", nummer=str(number)), level=2))
        for table, rows in dossier.items():
            title = texts.get(f"inzage.tabel.{table}")
            blocks.append(Heading(text=title, level=3))
            blocks.extend(_tables(title, rows, data_map, texts))
    return ReportDocument(
        title=texts.get("inzage.titel"),
        subject=texts.get("inzage.titel"),
        author=texts.get("inzage.auteur"),
        language="nl-NL",
        created=created,
        blocks=tuple(blocks),
        missing_note=texts.get("papier.ontbrekende_tekens", tekens="{tekens}"),
    )


def _tables(
    title: str, rows: Sequence[Row], data_map: DataMap, texts: TextSource
) -> Iterator[Table]:
    for number, row in enumerate(rows, 1):
        lines = tuple(
            (name, _cut(value, texts))
            for cell in row.values()
            for name, value in _lines(cell, data_map, texts)
            if value
        )
        yield Table(
            title=f"{title} {number}",
            header=(texts.get("inzage.gegeven"), texts.get("inzage.inhoud")),
            rows=lines,
            widths=(1, 2),
        )


def _lines(
    cell: Mapping[str, object], data_map: DataMap, texts: TextSource
) -> Iterator[tuple[str, str]]:
    mark = texts.get("inzage.merk_derden") if cell["gegevens_van_derden"] else ""
    for name, value in _flat(str(cell["titel"]), cell["waarde"], data_map):
        yield f"{name}{mark}", value


def _flat(title: str, value: object, data_map: DataMap) -> Iterator[tuple[str, str]]:
    """A value with its title; of an object each field with its own."""
    plain = _plain(value)
    if plain is not None:
        yield title, plain
    elif isinstance(value, list):
        for item in value:
            yield from _flat(title, item, data_map)
    else:
        for name, inner in cast("Mapping[str, object]", value).items():
            known = data_map.fields.get(name)
            yield from _flat(known.title if known else title, inner, data_map)


def _plain(value: object) -> str | None:
    """What can stand in one cell; None for a list or an object."""
    if isinstance(value, dict):
        return _tagged(value)
    if isinstance(value, list):
        return None
    return "" if value is None else str(value)


def _tagged(value: dict[str, object]) -> str | None:
    """A value of open type as people write it; None for another object."""
    shown: str | None = None
    match value:
        case {"cents": int(cents)}:
            shown = Money(cents).dutch()
        case {"date": str(day)}:
            shown = date.fromisoformat(day).strftime("%d-%m-%Y")
        case {"moment": str(moment)}:
            shown = datetime.fromisoformat(moment).strftime("%d-%m-%Y %H:%M")
        case {"from": str(start), "to": end}:
            shown = f"{start} - {end or ''}".strip()
        case {"kenmerk": str(name), "vraag": str(text)}:
            shown = text or name
        case {"row": _, "cells": list(cells)}:
            shown = "; ".join(f"{name}: {_plain(inner) or ''}" for name, inner in cells)
        case _:
            pass
    return shown


def _cut(text: str, texts: TextSource) -> str:
    """A text as it fits on paper; the JSON beside it holds it whole."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST]} {texts.get('inzage.ingekort')}"
