"""Reads `gegevenskaart.toml`, which comes with the program."""

from __future__ import annotations

from pathlib import Path

from hardship_desk.domain.data_map import (
    DataClass,
    DataMap,
    KeptFor,
    MappedColumn,
    MappedField,
)
from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader, read_toml


def read_data_map(path: Path) -> DataMap:
    """The map; ValueError where the file that comes with the program is damaged."""
    problems = ProblemList()
    table = read_toml(path, problems)
    columns = {
        name: {column: _column(item) for column, item in _inner(of_table).items()}
        for name, of_table in _inner_of(table, "kolom").items()
    }
    fields = {name: _field(item) for name, item in _inner_of(table, "veld").items()}
    table.finish()
    if problems.all():
        raise ValueError(str(problems.all()[0]))
    return DataMap(columns=columns, fields=fields)


def _inner_of(table: TableReader, name: str) -> dict[str, TableReader]:
    inner = table.table(name)
    return {} if inner is None else _inner(inner)


def _inner(table: TableReader) -> dict[str, TableReader]:
    found = ((name, table.table(name)) for name in table.data)
    return {name: item for name, item in found if item is not None}


def _column(table: TableReader) -> MappedColumn:
    column = MappedColumn(
        title=table.text("titel"),
        data_class=table.choice("klasse", DataClass),
        purpose=table.text("doel"),
        kept_for=table.choice("termijn", KeptFor),
        access=table.flag("inzage", default=False),
        third_parties=table.flag("derden", default=False),
    )
    table.finish()
    return column


def _field(table: TableReader) -> MappedField:
    field = MappedField(
        title=table.text("titel"),
        data_class=table.choice("klasse", DataClass),
        third_parties=table.flag("derden", default=False),
    )
    table.finish()
    return field
