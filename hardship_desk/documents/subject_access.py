"""Lays out all that is kept of one person: answers below each other, the rest a table a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from hardship_desk.documents.model import Block, Heading, Notice, Paragraph, ReportDocument, Table
from hardship_desk.documents.subject_answers import answer_tables, with_moments
from hardship_desk.documents.subject_sealed import sealed_reports, without_snapshots
from hardship_desk.documents.subject_values import Dossier, Row, SubjectValues
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.data_map import DataMap

ANSWERS, EARLIER, SEALED = "answer", "answer_history", "sealed_version"
MOST_COLUMNS = 4
"""Rows with so few values, none of them an object, fit in one table."""


def subject_document(
    dossiers: Sequence[Dossier], data_map: DataMap, texts: TextSource, created: datetime
) -> ReportDocument:
    """The document; what may hold data of others is marked in its own row or above its column."""
    values = SubjectValues(data_map=data_map, texts=texts, asked=_asked(dossiers))
    blocks: list[Block] = [
        Heading(text=texts.get("inzage.titel"), level=1),
        Paragraph(text=texts.get("inzage.inleiding")),
        Notice(text=texts.get("inzage.derden")),
    ]
    for number, dossier in enumerate(dossiers, 1):
        blocks.append(Heading(text=texts.get("inzage.dossier", nummer=str(number)), level=2))
        blocks += _dossier(dossier, values)
    return ReportDocument(
        title=texts.get("inzage.titel"),
        subject=texts.get("inzage.titel"),
        author=texts.get("inzage.auteur"),
        language="nl-NL",
        created=created,
        blocks=tuple(blocks),
        page_label=texts.get("rapport.bladzijde", page="{page}", total="{total}"),
        missing_note=texts.get("papier.ontbrekende_tekens", tekens="{tekens}"),
    )


def _dossier(dossier: Dossier, values: SubjectValues) -> Iterator[Block]:
    """Table by table; an earlier answer that is still the answer is only a moment beside it."""
    sealed = tuple(dossier.get(SEALED, ()))
    told = with_moments(dossier.get(ANSWERS, ()), dossier.get(EARLIER, ()))
    for table, rows in dossier.items():
        yield Heading(text=values.texts.get(f"inzage.tabel.{table}"), level=3)
        match table:
            case "answer":
                yield Paragraph(text=values.texts.get("inzage.uitleg_antwoorden"))
                yield from answer_tables(told.now, values)
            case "answer_history" if not told.earlier:
                yield Paragraph(text=values.texts.get("inzage.zonder_eerdere"))
            case "answer_history":
                yield from answer_tables(told.earlier, values)
            case "sealed_version":
                yield from _tables(table, without_snapshots(tuple(rows), values.texts), values)
            case _:
                yield from _tables(table, rows, values)
    yield from sealed_reports(sealed, values.texts)


def _tables(table: str, rows: Sequence[Row], values: SubjectValues) -> Iterator[Table]:
    """One table where every row is a few plain values, else one for each row."""
    filled = [[(name, value) for name, value in values.lines(row) if value] for row in rows]
    columns = list(dict.fromkeys(name for lines in filled for name, _ in lines))
    simple = all(len(dict(lines)) == len(lines) for lines in filled)
    if simple and len(rows) > 1 and len(columns) <= MOST_COLUMNS:
        yield Table(
            title="",
            header=tuple(columns),
            rows=tuple(tuple(dict(lines).get(name, "") for name in columns) for lines in filled),
        )
        return
    title = values.texts.get(f"inzage.tabel.{table}")
    for number, lines in enumerate(filled, 1):
        yield Table(
            title=f"{title} {number}" if len(rows) > 1 else "",
            header=(),
            rows=values.together(lines),
            widths=(1, 2),
        )


def _asked(dossiers: Sequence[Dossier]) -> dict[str, str]:
    """The questions that stand in the dossiers, by their code."""
    cells = (
        cell["waarde"]
        for dossier in dossiers
        for rows in dossier.values()
        for row in rows
        for cell in row.values()
    )
    return {
        str(cell["kenmerk"]): str(cell["vraag"])
        for cell in cells
        if isinstance(cell, dict) and {"kenmerk", "vraag"} <= cell.keys() and cell["vraag"]
    }
