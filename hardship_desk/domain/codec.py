"""Domain objects to plain JSON values and back, without loss and in one canonical form.

Values of open type (answers, cells) carry a tag, such as {"cents": 500}; everything else is read
back by the type its field declares.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from hardship_desk.domain.answers import Answer, AnswerSet, Row
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period

T = TypeVar("T")
Json = dict[str, "Json"] | list["Json"] | str | int | bool | None


def encode(value: object) -> Json:
    """The value as JSON; raises TypeError for what the domain does not hold."""
    return _writer(type(value))(value)  # type: ignore[arg-type]  # every class has a hash


def encode_sparse(value: object) -> Json:
    """The same without fields that stand at their default: `decode` fills those in again."""
    return _sparse_writer(type(value))(value)  # type: ignore[arg-type]  # as above


def _encode_period(period: Period) -> Json:
    end = period.end.isoformat() if period.end else None
    return {"from": period.start.isoformat(), "to": end}


def _encode_row(row: Row) -> Json:
    return {"row": row.id, "cells": [[name, encode(cell)] for name, cell in row.cells]}


_WRITERS: tuple[tuple[type, Callable[[Any], Json]], ...] = (
    (Enum, lambda value: str(value.value)),
    (types.NoneType, lambda value: value),
    (str, lambda value: value),
    (int, lambda value: value),
    (Money, lambda value: {"cents": value.cents}),
    (Fraction, lambda value: {"fraction": str(value)}),
    (datetime, lambda value: {"moment": value.isoformat()}),
    (date, lambda value: {"date": value.isoformat()}),
    (Period, _encode_period),
    (AnswerSet, lambda value: [encode(answer) for answer in value]),
    (Row, _encode_row),
    (tuple, lambda value: [encode(item) for item in value]),
)
"""How each kind is written; the first that fits counts, so an enum goes before its text."""


@cache
def _writer(kind: type) -> Callable[[Any], Json]:
    """What writes a kind; worked out once for each kind."""
    for base, writer in _WRITERS:
        if issubclass(kind, base):
            return writer
    names = tuple(item.name for item in _fields_of(kind))
    return lambda value: {name: encode(getattr(value, name)) for name in names}


@cache
def _sparse_writer(kind: type) -> Callable[[Any], Json]:
    if issubclass(kind, tuple):
        return lambda value: [encode_sparse(item) for item in value]
    if any(issubclass(kind, base) for base, _writer_of in _WRITERS):
        return _writer(kind)  # type: ignore[arg-type]  # every class has a hash
    fields = tuple((item.name, item.default) for item in _fields_of(kind))

    def write(value: object) -> Json:
        held = ((name, getattr(value, name), default) for name, default in fields)
        return {name: encode_sparse(item) for name, item, default in held if item != default}

    return write


def _fields_of(kind: type) -> tuple[dataclasses.Field[Any], ...]:
    if not dataclasses.is_dataclass(kind):
        raise TypeError(kind.__name__)
    return dataclasses.fields(kind)


def canonical_json(value: object) -> str:
    """The one text form of a value: sorted keys, no spaces."""
    return json.dumps(encode(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode_open(data: object) -> Any:
    """A value of open type from its tagged JSON; raises ValueError on other data."""
    if isinstance(data, list):
        return tuple(decode_open(item) for item in data)
    if isinstance(data, str | int):
        return data
    table = _of_kind(dict, data)
    for tag, reader in _READERS.items():
        if tag in table:
            return reader(table)
    raise ValueError("unknown_tag")


def _decode_period(data: Mapping[str, Any]) -> Period:
    end = date.fromisoformat(data["to"]) if data["to"] else None
    return Period(date.fromisoformat(data["from"]), end)


def _decode_row(data: Mapping[str, Any]) -> Row:
    cells = tuple((name, decode_open(cell)) for name, cell in data["cells"])
    return Row(id=data["row"], cells=cells)


_READERS: Mapping[str, Callable[[Mapping[str, Any]], object]] = {
    "cents": lambda data: Money(_of_kind(int, data["cents"])),
    "fraction": lambda data: Fraction(_of_kind(str, data["fraction"])),
    "moment": lambda data: datetime.fromisoformat(data["moment"]),
    "date": lambda data: date.fromisoformat(data["date"]),
    "from": _decode_period,
    "row": _decode_row,
}


def decode(kind: type[T], data: object) -> T:
    """A value of the declared type from its JSON; raises ValueError or KeyError on other data."""
    try:
        return cast("T", _decode(kind, data))
    except (TypeError, AttributeError) as error:
        raise ValueError("data_of_other_shape") from error


_TAGGED = (Money, datetime, date, Period, Row)


def _decode(kind: Any, data: object) -> object:
    return _reader(kind)(data)


@cache
def _reader(kind: Any) -> Callable[[Any], object]:
    """What reads a declared type; worked out once for each type."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union_reader(get_args(kind))
    if origin is tuple:
        read = _reader(get_args(kind)[0])
        return lambda data: tuple([read(item) for item in _of_kind(list, data)])
    return _plain_reader(getattr(kind, "__supertype__", kind))


def _plain_reader(kind: Any) -> Callable[[Any], object]:
    if kind in _TAGGED:
        return lambda data: _of_kind(kind, decode_open(data))
    if kind is AnswerSet:
        return lambda data: AnswerSet.of(
            tuple(decode(Answer, item) for item in _of_kind(list, data))
        )
    if issubclass(kind, Enum):
        return cast("Callable[[Any], object]", kind)
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(kind)
    return lambda data: _of_kind(kind, data)


def _of_kind(kind: type[T], value: object) -> T:
    if type(value) is not kind:
        raise ValueError("data_of_other_shape")
    return value


def _union_reader(kinds: tuple[Any, ...]) -> Callable[[Any], object]:
    concrete = tuple(kind for kind in kinds if kind is not types.NoneType)
    read = _reader(concrete[0]) if len(concrete) == 1 else decode_open
    return lambda data: None if data is None else read(data)


def _dataclass_reader(kind: Any) -> Callable[[Any], object]:
    hints = _hints(kind)
    readers = [(field.name, _reader(hints[field.name])) for field in dataclasses.fields(kind)]
    return lambda data: kind(**{name: read(data[name]) for name, read in readers if name in data})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def answer_from_json(text: str, question: QuestionId) -> Answer:
    """An answer as stored; raises ValueError where the text belongs to another question."""
    answer = decode(Answer, json.loads(text))
    if answer.question != question:
        raise ValueError("answer_of_other_question")
    return answer
