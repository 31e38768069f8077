"""Domain objects to plain JSON values and back, without loss and in one canonical form.

Values of open type (answers, cells) carry a tag, such as {"cents": 500}; everything else is read
back by the type its field declares.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
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
    match value:
        case None | bool() | str() if not isinstance(value, Enum):
            return value
        case Enum():
            return str(value.value)
        case int():
            return value
        case Money():
            return {"cents": value.cents}
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case Period():
            end = value.end.isoformat() if value.end else None
            return {"from": value.start.isoformat(), "to": end}
        case AnswerSet():
            return [encode(answer) for answer in value]
        case Row():
            return {"row": value.id, "cells": {name: encode(cell) for name, cell in value.cells}}
        case tuple():
            return [encode(item) for item in value]
        case _ if dataclasses.is_dataclass(value):
            return {
                field.name: encode(getattr(value, field.name))
                for field in dataclasses.fields(value)
            }
    raise TypeError(type(value).__name__)


def canonical_json(value: object) -> str:
    """The one text form of a value: sorted keys, no spaces."""
    return json.dumps(encode(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256_of(text: str) -> str:
    """The hash of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def decode_open(data: object) -> Any:  # the one place where a value's type comes from the data
    """A value of open type from its tagged JSON."""
    if isinstance(data, list):
        return tuple(decode_open(item) for item in data)
    if not isinstance(data, Mapping):
        return data
    if "cents" in data:
        return Money(data["cents"])
    if "moment" in data:
        return datetime.fromisoformat(data["moment"])
    if "date" in data:
        return date.fromisoformat(data["date"])
    if "from" in data:
        end = data["to"]
        return Period(date.fromisoformat(data["from"]), date.fromisoformat(end) if end else None)
    if "row" in data:
        cells = tuple((name, decode_open(cell)) for name, cell in data["cells"].items())
        return Row(id=data["row"], cells=cells)
    raise ValueError("unknown_tag")


def decode(kind: type[T], data: object) -> T:
    """A value of the declared type from its JSON; raises ValueError or KeyError on other data."""
    return cast("T", _decode(kind, data))


_TAGGED = (Money, datetime, date, Period, Row)


def _decode(kind: Any, data: object) -> object:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode_union(get_args(kind), data)
    if origin is tuple:
        return tuple(_decode(get_args(kind)[0], item) for item in cast("list[object]", data))
    kind = getattr(kind, "__supertype__", kind)
    if kind in _TAGGED:
        return decode_open(data)
    if kind is AnswerSet:
        return AnswerSet.of(tuple(_decode(Answer, item) for item in cast("list[Any]", data)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if dataclasses.is_dataclass(kind):
        return _decode_dataclass(kind, cast("Mapping[str, object]", data))
    return data


def _decode_union(kinds: tuple[Any, ...], data: object) -> object:
    if data is None:
        return None
    concrete = tuple(kind for kind in kinds if kind is not types.NoneType)
    return _decode(concrete[0], data) if len(concrete) == 1 else decode_open(data)


def _decode_dataclass(kind: Any, data: Mapping[str, object]) -> object:
    hints = _hints(kind)
    return kind(
        **{
            field.name: _decode(hints[field.name], data[field.name])
            for field in dataclasses.fields(kind)
            if field.name in data
        }
    )


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def answer_from_json(text: str, question: QuestionId) -> Answer:
    """An answer as stored; raises ValueError where the text belongs to another question."""
    answer = decode(Answer, json.loads(text))
    if answer.question != question:
        raise ValueError("answer_of_other_question")
    return answer
