"""Domain objects as the text in which the vault keeps them."""

from __future__ import annotations

import json
from typing import TypeVar

from hardship_desk.domain.codec import decode, encode

T = TypeVar("T")


def to_text(value: object) -> str:
    """The JSON of a value. Fields keep their order, and so do the columns of a row."""
    return json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))


def from_text(kind: type[T], text: str) -> T:
    """The value in a stored text."""
    return decode(kind, json.loads(text))
