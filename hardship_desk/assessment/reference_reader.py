"""Reads the conflicts of law and the rulings of a plugin."""

from __future__ import annotations

from datetime import date

from hardship_desk.assessment.catalogue_reader import read_source, read_validity, value_in
from hardship_desk.domain.legal_basis import Anchor, Certainty
from hardship_desk.plugin_api.catalogue import (
    Conflict,
    ReadHow,
    Ruling,
    RulingNumber,
    RulingOutcome,
)
from hardship_desk.questionnaire.toml_reader import TableReader


def read_conflicts(table: TableReader) -> tuple[Conflict, ...]:
    """Every conflict of the file."""
    found = table.each("conflict", _read_conflict)
    table.finish()
    return tuple(item for item in found if item is not None)


def _read_conflict(table: TableReader) -> Conflict | None:
    seen_from = table.day("seen_from")
    valid_from, valid_until = read_validity(table)
    conflict = Conflict(
        id=table.text("id"),
        title=table.text("title"),
        provisions=table.texts("provisions"),
        articles=table.texts("articles"),
        clash=table.text("clash"),
        options=table.texts("options"),
        contact=table.texts("contact"),
        applies_to=table.texts("applies_to"),
        anchor=table.choice("anchor", Anchor),
        seen_from=seen_from or date.max,
        valid_from=valid_from,
        valid_until=valid_until,
        solved_by=table.text("solved_by", ""),
        source=read_source(table),
        certainty=table.choice("certainty", Certainty),
    )
    return conflict if seen_from is not None else None


def read_rulings(table: TableReader) -> tuple[Ruling, ...]:
    """Every ruling of the file."""
    found = table.each("ruling", _read_ruling)
    table.finish()
    return found


def _read_ruling(table: TableReader) -> Ruling:
    ruling = Ruling(
        ecli=table.text("ecli", ""),
        reference=table.text("reference", ""),
        court=table.text("court"),
        on=table.optional_day("on"),
        year=table.number("year"),
        municipality=table.text("municipality", ""),
        applies_to=table.texts("applies_to"),
        provisions=table.texts("provisions"),
        articles=table.texts("articles"),
        outcome=table.choice("outcome", RulingOutcome),
        defect=table.text("defect", ""),
        gist=table.text("gist"),
        lesson=table.text("lesson"),
        numbers=_read_numbers(table),
        read_how=table.choice("read_how", ReadHow),
        source=read_source(table),
        certainty=table.choice("certainty", Certainty),
    )
    _check_ruling(table, ruling)
    return ruling


def _read_numbers(table: TableReader) -> tuple[RulingNumber, ...]:
    found = table.each("numbers", _read_number)
    return tuple(item for item in found if item is not None)


def _read_number(table: TableReader) -> RulingNumber | None:
    name, unit = table.text("name"), table.text("unit")
    value = value_in(table, unit, table.raw("value"))
    return None if value is None else RulingNumber(name=name, unit=unit, value=value)


def _check_ruling(table: TableReader, ruling: Ruling) -> None:
    if not ruling.ecli and not ruling.reference:
        table.problem("ecli", "missing")
    if ruling.on is not None and ruling.on.year != ruling.year:
        table.problem("year", "not_the_year_of_the_day")
    if ruling.read_how is ReadHow.SUMMARY and ruling.certainty is Certainty.VERIFIED:
        table.problem("certainty", "a_summary_is_at_most_secondary")
