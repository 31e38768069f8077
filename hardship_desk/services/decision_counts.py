"""Counts of decisions as tables for a spreadsheet; small numbers are not given, nor formulas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.ids import QuestionId
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.questionnaire.model import DecisionType, Questionnaire
from hardship_desk.services.ports.cases import ClashCount, DecisionCount

_GROUND = QuestionId("conclusie.afwijkingsgrond")
_CLASHING, _WAY = QuestionId("botsend.regels"), "soort"
SMALLEST = 5
"""Fewer than this could be recognised as somebody's decision."""
_COLUMNS = ("stand", "soort", "uitkomst", "gewicht", "afwijking", "aantal", "eerste", "laatste")

_CLASH_COLUMNS = ("stand", "soort", "botsing", "doorgegeven", "aantal")
_PASSED_ON = {"1": "ja", "0": "nee"}


def count_rows(
    counts: tuple[DecisionCount, ...], questionnaire: Questionnaire, texts: TextSource, today: date
) -> tuple[tuple[str, ...], ...]:
    """One row for each kind, outcome, weight and ground of deviation, after the head.

    Where fewer than five were counted, neither the number nor the days are given.
    """
    kinds = {str(kind.id): kind for kind in questionnaire.types}
    grounds = {item.id: item.text for item in questionnaire.question(_GROUND).options}
    head = tuple(texts.get(f"telling.{name}") for name in _COLUMNS)
    return (
        head,
        *(
            (
                show_date(today),
                *_kept(item, kinds.get(item.type), grounds, texts),
                *_number(item, texts),
            )
            for item in counts
        ),
    )


def clash_rows(
    counts: tuple[ClashCount, ...], questionnaire: Questionnaire, texts: TextSource, today: date
) -> tuple[tuple[str, ...], ...]:
    """A signal to policy makers: where rules clash, and whether it was passed on; no free text.

    One row for each kind of decision, way of clashing and answer, after the head. Fewer than five
    are not given.
    """
    kinds = {str(kind.id): kind.title for kind in questionnaire.types}
    columns = questionnaire.question(_CLASHING).columns
    ways = {
        item.id: item.text for column in columns if column.id == _WAY for item in column.options
    }
    head = tuple(texts.get(f"telling.{name}") for name in _CLASH_COLUMNS)
    return (
        head,
        *(
            (
                show_date(today),
                kinds.get(item.type, item.type),
                ways.get(item.way, item.way),
                texts.get(f"telling.{_PASSED_ON.get(item.passed_on, 'onbekend')}"),
                _how_many(item.count, texts),
            )
            for item in counts
        ),
    )


def _how_many(count: int, texts: TextSource) -> str:
    few = texts.get("telling.minder", aantal=str(SMALLEST))
    return str(count) if count >= SMALLEST else few


def _kept(
    item: DecisionCount, kind: DecisionType | None, grounds: Mapping[str, str], texts: TextSource
) -> tuple[str, ...]:
    titles = {str(outcome.id): outcome.title for outcome in kind.outcomes} if kind else {}
    return (
        kind.title if kind else item.type,
        titles.get(item.outcome, item.outcome) or texts.get("telling.onbekend"),
        item.weight,
        grounds.get(item.ground, item.ground) or texts.get("telling.geen"),
    )


def _number(item: DecisionCount, texts: TextSource) -> tuple[str, str, str]:
    """How many, and the first and last day; neither where few were counted."""
    if item.count < SMALLEST:
        return (_how_many(item.count, texts), "", "")
    first, last = (show_date(day) if day else "" for day in (item.first, item.last))
    return (_how_many(item.count, texts), first, last)
