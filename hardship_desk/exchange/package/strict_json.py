"""JSON read strictly: what two programs could understand in two ways is refused."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn, TypeAlias

from hardship_desk.domain.errors import PackageError

DEEPEST = 64
MOST_DIGITS = 18
JsonValue: TypeAlias = Any
"""Whatever JSON holds; who reads it checks the shape."""

_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


def read_json(data: bytes) -> JsonValue:
    """The value; PackageError for anything that is not plain, unambiguous JSON in UTF-8.

    Refused: NaN and Infinity, fractions, a key twice in one table, half surrogates, more than 64
    levels, whole numbers of more than 18 digits.
    """
    try:
        text = data.decode("utf-8")
        _check_depth(text)
        value = json.loads(
            text,
            object_pairs_hook=_table,
            parse_constant=_refuse,
            parse_float=_refuse,
            parse_int=_whole,
        )
        _check_texts(value)
    except (ValueError, RecursionError):
        raise PackageError("pakket_onleesbaar") from None
    return value


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("key_twice")
    return found


def _refuse(_text: str) -> NoReturn:
    raise ValueError("not_a_number_here")


def _whole(text: str) -> int:
    if len(text.lstrip("-")) > MOST_DIGITS:
        raise ValueError("number_too_long")
    return int(text)


def _check_depth(text: str) -> None:
    """Count levels outside strings before the parser goes down into them."""
    depth = 0
    for sign in _BRACKET.findall(_STRING.sub("", text)):
        depth += 1 if sign in "[{" else -1
        if depth > DEEPEST:
            raise ValueError("too_deep")


def _check_texts(value: object) -> None:
    if isinstance(value, str):
        value.encode("utf-8")
    elif isinstance(value, dict):
        for key, item in value.items():
            _check_texts(key)
            _check_texts(item)
    elif isinstance(value, list):
        for item in value:
            _check_texts(item)
