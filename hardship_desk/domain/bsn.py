"""The BSN: checked, never shown whole, and only where the organisation allows it (UAVG 46)."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import override

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_CANDIDATE = re.compile(r"(?<![\d.,])\d(?:[ .]?\d){7,8}(?![\d,]|\.\d)")


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
        digits = re.sub(r"[ .]", "", text.strip())
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
        digits = re.sub(r"[ .]", "", found[0])
        if len(digits) == 9 and passes_elfproef(digits):
            yield found[0]


def without_bsns(text: str) -> str:
    """The text with each of them masked."""
    for found in tuple(bsns_in(text)):
        digits = re.sub(r"[ .]", "", found)
        text = text.replace(found, Bsn(digits).masked)
    return text
