"""Whether a condition holds for a set of answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import assert_never

from hardship_desk.domain.answers import AnswerSet, AnswerState, AnswerValue
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.questionnaire.model import (
    All,
    AnyOf,
    Comparison,
    Condition,
    Not,
    Operand,
    Operator,
)


def holds(condition: Condition, answers: AnswerSet) -> bool:
    """Whether the condition is true; a comparison is false without a given answer."""
    match condition:
        case Comparison():
            return _compare(condition, answers)
        case All():
            return all(holds(part, answers) for part in condition.parts)
        case AnyOf():
            return any(holds(part, answers) for part in condition.parts)
        case Not():
            return not holds(condition.part, answers)
        case _ as unreachable:
            assert_never(unreachable)


def questions_in(condition: Condition) -> frozenset[QuestionId]:
    """Every question the condition looks at."""
    match condition:
        case Comparison():
            return frozenset({condition.question})
        case All() | AnyOf():
            return frozenset().union(*(questions_in(part) for part in condition.parts))
        case Not():
            return questions_in(condition.part)
        case _ as unreachable:
            assert_never(unreachable)


def _compare(comparison: Comparison, answers: AnswerSet) -> bool:
    answer = answers.get(comparison.question)
    given = answer is not None and answer.state is AnswerState.GIVEN
    if comparison.operator is Operator.ANSWERED:
        return given is comparison.operand
    if answer is None or answer.value is None:
        return False
    return _value_fits(comparison.operator, answer.value, comparison.operand)


def _value_fits(operator: Operator, value: AnswerValue, operand: Operand) -> bool:
    return _FITS[operator](value, operand)


def _ordered(lower: AnswerValue | Operand, higher: AnswerValue | Operand) -> bool:
    """Whether two values of one kind stand in this order; values of other kinds never do."""
    match lower, higher:
        case Money(), Money():
            return lower <= higher
        case date(), date():
            return lower <= higher
        case int(), int():
            return lower <= higher
        case _:
            return False


def _equals(value: AnswerValue, operand: Operand) -> bool:
    return type(value) is type(operand) and value == operand


def _any_of(value: AnswerValue, operand: Operand) -> bool:
    return isinstance(operand, tuple) and value in operand


def _contains(value: AnswerValue, operand: Operand) -> bool:
    return isinstance(value, tuple) and operand in value


def _count_at_least(value: AnswerValue, operand: Operand) -> bool:
    return isinstance(value, tuple) and isinstance(operand, int) and len(value) >= operand


_FITS: Mapping[Operator, Callable[[AnswerValue, Operand], bool]] = {
    Operator.EQUALS: _equals,
    Operator.ANY_OF: _any_of,
    Operator.CONTAINS: _contains,
    Operator.COUNT_AT_LEAST: _count_at_least,
    Operator.AT_LEAST: lambda value, operand: _ordered(operand, value),
    Operator.AT_MOST: _ordered,
}
