"""Shows answers as Dutch text, for screen and paper alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from hardship_desk.domain.answers import Answer, AnswerState, AnswerValue, Row, Scalar
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.domain.snapshot import ShownTable
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.questionnaire.model import AnswerType, Column, Option, Question


def show_period(period: Period, words: Mapping[str, str]) -> str:
    """A period as printed; `words` gives "until" and "from"."""
    if period.end is None:
        return words["from"].format(start=show_date(period.start))
    return words["until"].format(start=show_date(period.start), end=show_date(period.end))


def show_value(question: Question, answer: Answer, words: Mapping[str, str]) -> str:
    """The answer in words.

    `words` holds the few fixed ones: yes, no, unknown, not_applicable, to_investigate, until, from.
    """
    if answer.value is not None:
        return _show_given(question, answer.value, words)
    match answer.state:
        case AnswerState.UNKNOWN | AnswerState.GIVEN:
            return words["unknown"]
        case AnswerState.NOT_APPLICABLE:
            return words["not_applicable"].format(reason=answer.explanation)
        case AnswerState.TO_INVESTIGATE:
            due = show_date(answer.due) if answer.due else words["unknown"]
            return words["to_investigate"].format(actor=answer.actor, due=due)
        case _ as unreachable:
            assert_never(unreachable)


def show_table(question: Question, answer: Answer, words: Mapping[str, str]) -> ShownTable | None:
    """A `rows` answer as a table; None for other answers."""
    if question.type is not AnswerType.ROWS or not isinstance(answer.value, tuple):
        return None
    rows = tuple(
        tuple(_show_cell(column, row, words) for column in question.columns)
        for row in answer.value
        if isinstance(row, Row)
    )
    return ShownTable(header=tuple(column.text for column in question.columns), rows=rows)


def _show_given(question: Question, value: AnswerValue, words: Mapping[str, str]) -> str:
    match value:
        case Period():
            return show_period(value, words)
        case tuple():
            return _show_many(question, value, words)
        case _:
            return _show_scalar(value, question.options, words)


def _show_many(
    question: Question, value: tuple[str, ...] | tuple[Row, ...], words: Mapping[str, str]
) -> str:
    shown = []
    for item in value:
        if isinstance(item, Row):
            cells = (_show_cell(column, item, words) for column in question.columns)
            shown.append(", ".join(cell for cell in cells if cell))
        else:
            shown.append(_option_text(item, question.options))
    return "; ".join(shown)


def _show_cell(column: Column, row: Row, words: Mapping[str, str]) -> str:
    value = row.cell(column.id)
    return "" if value is None else _show_scalar(value, column.options, words)


def _show_scalar(value: Scalar, options: tuple[Option, ...], words: Mapping[str, str]) -> str:
    match value:
        case bool():
            return words["yes"] if value else words["no"]
        case Money():
            return value.dutch()
        case date():
            return show_date(value)
        case int():
            return str(value)
        case str():
            return _option_text(value, options)
        case _ as unreachable:
            assert_never(unreachable)


def _option_text(value: str, options: tuple[Option, ...]) -> str:
    for option in options:
        if option.id == value:
            return option.text
    return value
