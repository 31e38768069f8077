"""Reads a `when` table into a condition: a closed list of operators, no expressions in text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

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
from hardship_desk.questionnaire.toml_reader import TableReader


def read_condition(table: TableReader) -> Condition | None:
    """The condition, or None with the mistakes noted."""
    for name, kind in (("all", All), ("any", AnyOf)):
        if name in table.data:
            parts = [read_condition(part) for part in table.tables(name)]
            if not parts:
                table.problem(name, "at_least_one_part_expected")
            table.finish()
            return kind(tuple(part for part in parts if part is not None))
    if "not" in table.data:
        inner = table.table("not")
        part = read_condition(inner) if inner is not None else None
        table.finish()
        return Not(part) if part is not None else None
    return _read_comparison(table)


def _read_comparison(table: TableReader) -> Condition | None:
    question = QuestionId(table.text("question"))
    named = [operator for operator in Operator if operator.value in table.data]
    if len(named) != 1:
        table.problem("", "exactly_one_operator_expected")
        return None
    operator = named[0]
    operand = _operand(table, operator)
    table.finish()
    if operand is None:
        return None
    return Comparison(question=question, operator=operator, operand=operand)


_KINDS: dict[Operator, tuple[type, ...]] = {
    Operator.EQUALS: (bool, int, str, Money, date),
    Operator.ANY_OF: (tuple,),
    Operator.CONTAINS: (str,),
    Operator.COUNT_AT_LEAST: (int,),
    Operator.AT_LEAST: (int, Money, date),
    Operator.AT_MOST: (int, Money, date),
    Operator.ANSWERED: (bool,),
}


def _operand(table: TableReader, operator: Operator) -> Operand | None:
    value = _as_operand(table.raw(operator.value))
    if value is None or type(value) not in _KINDS[operator]:
        table.problem(operator.value, "operand_of_wrong_kind")
        return None
    return value


def _as_operand(raw: object) -> Operand | None:
    match raw:
        case datetime():
            return None
        case bool() | int() | str() | date():
            return raw
        case Decimal():
            return _as_money(raw)
        case list() if all(isinstance(item, str) for item in raw):
            return tuple(raw)
        case _:
            return None


def _as_money(euros: Decimal) -> Money | None:
    """The amount, or None for what no amount is: a part of a cent, inf or nan."""
    try:
        return Money.from_euros(euros)
    except (ValueError, ArithmeticError):
        return None
