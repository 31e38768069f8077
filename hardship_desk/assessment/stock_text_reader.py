"""Reads the texts to use again that a plugin holds as data."""

from __future__ import annotations

from hardship_desk.assessment.catalogue_reader import read_validity
from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.domain.stock_text import StockText
from hardship_desk.questionnaire.toml_reader import TableReader


def read_stock_texts(table: TableReader) -> tuple[StockText, ...]:
    """Every text of a file."""
    found = table.each("block", _read)
    table.finish()
    return found


def _read(table: TableReader) -> StockText:
    valid_from, valid_until = read_validity(table)
    return StockText(
        id=table.text("id"),
        title=table.text("title"),
        text=table.text("text").strip(),
        types=tuple(DecisionTypeId(item) for item in table.texts("types")),
        traits=table.texts("traits"),
        basis=table.text("basis", ""),
        valid_from=valid_from,
        valid_until=valid_until,
    )
