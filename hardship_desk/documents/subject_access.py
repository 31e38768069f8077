"""Lays out all that is kept of one person, in tables of "gegeven" and "inhoud"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from hardship_desk.documents.model import Block, Heading, Notice, Paragraph, ReportDocument, Table
from hardship_desk.documents.subject_words import in_words
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.data_map import DataMap

Row = Mapping[str, Mapping[str, object]]
Dossier = Mapping[str, Sequence[Row]]
_LONGEST = 3000
_YES_OR_NO = "is_"
"""How the name of a column begins in which 0 and 1 stand for no and yes."""
_QUESTION = "question"
"""The code of a question, which stands in words in a column of its own."""


def subject_document(
    dossiers: Sequence[Dossier], data_map: DataMap, texts: TextSource, created: datetime
) -> ReportDocument:
    """The document; what may hold data of others is marked in its own row."""
    words = _Words(data_map=data_map, texts=texts, asked=_asked(dossiers))
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
            blocks.extend(words.tables(title, rows))
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Tells stored values in words; `asked` are the questions by their code."""

    data_map: DataMap
    texts: TextSource
    asked: Mapping[str, str]

    def tables(self, title: str, rows: Sequence[Row]) -> Iterator[Table]:
        """A table for each row."""
        texts = self.texts
        for number, row in enumerate(rows, 1):
            lines = tuple(
                (name, _cut(value, texts))
                for column, cell in row.items()
                for name, value in self._lines(column, cell)
                if value
            )
            yield Table(
                title=f"{title} {number}",
                header=(texts.get("inzage.gegeven"), texts.get("inzage.inhoud")),
                rows=lines,
                widths=(1, 2),
            )

    def _lines(self, column: str, cell: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        mark = self.texts.get("inzage.merk_derden") if cell["gegevens_van_derden"] else ""
        value = bool(cell["waarde"]) if column.startswith(_YES_OR_NO) else cell["waarde"]
        for name, shown in self._flat(str(cell["titel"]), value):
            yield f"{name}{mark}", shown

    def _flat(self, title: str, value: object) -> Iterator[tuple[str, str]]:
        """A value with its title; of an object each field with its own."""
        plain = in_words(value, self.texts)
        if plain is not None:
            yield title, self.asked.get(plain, plain)
        elif isinstance(value, list):
            for item in value:
                yield from self._flat(title, item)
        else:
            for name, inner in cast("Mapping[str, object]", value).items():
                known = self.data_map.fields.get(name)
                if name != _QUESTION:
                    yield from self._flat(known.title if known else title, inner)


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


def _cut(text: str, texts: TextSource) -> str:
    """A text as it fits on paper; the JSON beside it holds it whole."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST]} {texts.get('inzage.ingekort')}"
