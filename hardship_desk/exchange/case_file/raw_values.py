"""Turns a value of TOML into what a user would have typed, so that one parser reads both."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from hardship_desk.domain.money import Money
from hardship_desk.questionnaire.answer_parsing import NO, YES, RawAnswer
from hardship_desk.questionnaire.model import AnswerType, Question


class WrongKindError(Exception):
    """The value is of a kind that the question does not take; holds the code of the sentence."""


_TEXTS = (AnswerType.SHORT_TEXT, AnswerType.LONG_TEXT, AnswerType.ONE_OF)
_YES_NO = (AnswerType.YES_NO, AnswerType.YES_NO_UNKNOWN)


def as_typed(question: Question, value: object) -> RawAnswer:
    """The value as typed; raises WrongKindError."""
    match question.type:
        case AnswerType.MANY_OF:
            return _many(value)
        case AnswerType.PERIOD:
            return _period(value)
        case AnswerType.ROWS:
            return _rows(question, value)
        case _:
            return _scalar(question.type, value)


def _many(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise WrongKindError("list_expected")
    return tuple(value)


def _period(value: object) -> tuple[str, ...]:
    if not isinstance(value, Mapping) or not set(value) <= {"van", "tot"}:
        raise WrongKindError("period_expected")
    parts = (value.get("van"), value.get("tot"))
    if not all(part is None or isinstance(part, date) for part in parts):
        raise WrongKindError("period_expected")
    return tuple(part.isoformat() if isinstance(part, date) else "" for part in parts)


def _rows(question: Question, value: object) -> tuple[Mapping[str, str], ...]:
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise WrongKindError("rows_expected")
    types = {column.id: column.type for column in question.columns}
    return tuple(
        {
            str(name): _scalar(types.get(str(name), AnswerType.SHORT_TEXT), cell)
            for name, cell in row.items()
        }
        for row in value
    )


def _scalar(kind: AnswerType, value: object) -> str:
    if isinstance(value, str):
        return value
    if kind in _TEXTS:
        raise WrongKindError("text_expected")
    if isinstance(value, bool):
        return _yes_or_no(kind, value)
    if kind is AnswerType.DATE and isinstance(value, date):
        return value.isoformat()[:10]
    if kind is AnswerType.AMOUNT and isinstance(value, Decimal | int):
        return _amount(value)
    if kind is AnswerType.NUMBER and isinstance(value, int):
        return str(value)
    raise WrongKindError("other_kind_expected")


def _yes_or_no(kind: AnswerType, value: bool) -> str:
    if kind not in _YES_NO:
        raise WrongKindError("other_kind_expected")
    return YES if value else NO


def _amount(value: Decimal | int) -> str:
    try:
        return Money.from_euros(value).dutch()
    except (ValueError, ArithmeticError):
        raise WrongKindError("amount_expected") from None
