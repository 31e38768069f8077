"""The BSN: checked, never shown whole, and only where the organisation allows it (UAVG 46)."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar, cast

from hardship_desk.domain.overriding import override

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_SIGNS = re.compile(r"[ .]")
_HASH = re.compile(r"[0-9a-f]{40,}")
# Part of a larger number, or an amount with cents, is none; a comma of the sentence may follow.
_CANDIDATE = re.compile(r"(?<!\d)(?<!\d[.,])\d(?:[ .]?\d){7,8}(?!\d|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Bsn:
    """Nine digits that pass the elfproef."""

    digits: str

    def __post_init__(self) -> None:
        if not passes_elfproef(self.digits):
            raise ValueError("not_a_bsn")

    @classmethod
    def parse(cls, text: str) -> Bsn:
        """A BSN as people write it: eight or nine digits, with spaces or dots; ValueError."""
        digits = _SIGNS.sub("", text.strip())
        if not re.fullmatch(r"[0-9]{8,9}", digits):
            raise ValueError("not_a_bsn")
        return cls(digits.zfill(9))

    @property
    def masked(self) -> str:
        """What may be shown: the last three digits."""
        return f"••••••{self.digits[-3:]}"

    @override
    def __repr__(self) -> str:
        return "Bsn(...)"

    @override
    def __str__(self) -> str:
        return self.masked

    def pseudonym(self, key: bytes) -> str:
        """A name for it that only the holder of the key can make; a plain hash could be reversed."""
        return hmac.new(key, self.digits.encode(), "sha256").hexdigest()


def passes_elfproef(digits: str) -> bool:
    """Whether nine digits are a BSN by their own weights; all zeros are not."""
    if not re.fullmatch(r"[0-9]{9}", digits) or digits == "000000000":
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0


def bsns_in(text: str) -> Iterator[str]:
    """Every piece of a text that can be read as a BSN of nine digits, as it is written."""
    for found in _CANDIDATE.finditer(text):
        if passes_elfproef(_SIGNS.sub("", found[0])):
            yield found[0]


def without_bsns(text: str) -> str:
    """The text with each of them masked; a hash stays as it is."""
    masked = text if _HASH.fullmatch(text) else _CANDIDATE.sub(_mask, text)
    return text if masked == text else masked


def _mask(found: re.Match[str]) -> str:
    digits = _SIGNS.sub("", found[0])
    return Bsn(digits).masked if passes_elfproef(digits) else found[0]


def without_bsns_in(value: T) -> T:
    """The same value with every BSN in its texts masked, however deep; itself where there is none."""
    return cast("T", _masked(value))


def _masked(value: object) -> object:
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return without_bsns(value)
    if isinstance(value, tuple):
        items = tuple(_masked(item) for item in value)
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else items
    if is_dataclass(value) and not isinstance(value, type | Bsn):
        return _masked_record(value)
    return value


def _masked_record(value: object) -> object:
    changed = {}
    for field in fields(cast("DataclassInstance", value)):
        old = getattr(value, field.name)
        new = _masked(old)
        if new is not old:
            changed[field.name] = new
    return replace(cast("DataclassInstance", value), **changed) if changed else value
