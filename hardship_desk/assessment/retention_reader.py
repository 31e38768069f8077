"""Reads `retention.toml` of a plugin: the terms for which dossiers are kept."""

from __future__ import annotations

from hardship_desk.assessment.catalogue_reader import read_source
from hardship_desk.domain.ids import DecisionTypeId, OutcomeId
from hardship_desk.domain.legal_basis import Certainty
from hardship_desk.domain.retention import RetentionRule, TermStart, TermUnit
from hardship_desk.questionnaire.toml_reader import TableReader


def read_retention(table: TableReader, plugin: str) -> tuple[RetentionRule, ...]:
    """The terms, in the order of the file."""
    rules = table.each("term", lambda item: _rule(item, plugin))
    table.finish()
    return rules


def _rule(table: TableReader, plugin: str) -> RetentionRule:
    length = table.number("length")
    if length < 1:
        table.problem("length", "not_positive")
    return RetentionRule(
        id=table.text("id"),
        title=table.text("title"),
        length=max(length, 1),
        unit=table.choice("unit", TermUnit),
        start=table.choice("start", TermStart),
        applies=tuple(pair for pairs in table.each("applies", _pairs) for pair in pairs),
        source=read_source(table),
        certainty=table.choice("certainty", Certainty),
        plugin=plugin,
    )


def _pairs(table: TableReader) -> tuple[tuple[DecisionTypeId, OutcomeId], ...]:
    kind = DecisionTypeId(table.text("type"))
    return tuple((kind, OutcomeId(outcome)) for outcome in table.texts("outcomes"))
