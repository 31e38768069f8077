"""Cleans every text of a case file where it comes in, like what is typed in the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hardship_desk.domain.text import cleaned
from hardship_desk.questionnaire.toml_reader import TableReader


def cleaned_table(table: TableReader) -> TableReader:
    """The same table with every text in it cleaned; keys and other values stay."""
    return replace(table, data={key: _cleaned(value) for key, value in table.data.items()})


def _cleaned(value: object) -> object:
    match value:
        case str():
            return cleaned(value)
        case list():
            return [_cleaned(item) for item in value]
        case Mapping():
            return {key: _cleaned(item) for key, item in value.items()}
        case _:
            return value
