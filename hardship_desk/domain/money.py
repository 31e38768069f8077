"""Amounts of money in whole cents, with every rounding named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

CENTS_PER_EURO = 100

_DUTCH_AMOUNT = re.compile(
    r"^\s*(?:€\s*|EUR\s*)?(?P<sign>-?)\s*"
    r"(?P<euros>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<cents>\d{2}|-))?\s*$"
)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in euro cents; negative amounts exist only as differences."""

    cents: int

    @classmethod
    def from_euros(cls, euros: Decimal | int) -> Money:
        """The amount of so many euros; raises ValueError below one cent."""
        cents = Decimal(euros) * CENTS_PER_EURO
        if cents != cents.to_integral_value():
            raise ValueError("amount_below_one_cent")
        return cls(int(cents))

    @classmethod
    def parse_dutch(cls, text: str) -> Money:
        """Read an amount as a Dutch user writes it, such as "1.249,50"; else ValueError."""
        match = _DUTCH_AMOUNT.match(text.replace("\u00a0", " "))
        if match is None:
            raise ValueError("not_an_amount")
        euros = int(match["euros"].replace(".", ""))
        part = match["cents"]
        cents = euros * CENTS_PER_EURO + (int(part) if part not in (None, "-") else 0)
        return cls(-cents if match["sign"] else cents)

    @property
    def fraction(self) -> Fraction:
        """The exact number of cents, to compute with unrounded."""
        return Fraction(self.cents)

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + other.cents)

    def __sub__(self, other: Money) -> Money:
        return Money(self.cents - other.cents)

    def dutch(self) -> str:
        """The amount as printed for a Dutch reader: "€ 1.249,50"."""
        euros, cents = divmod(abs(self.cents), CENTS_PER_EURO)
        grouped = f"{euros:,}".replace(",", ".")
        sign = "-" if self.cents < 0 else ""
        return f"€ {sign}{grouped},{cents:02d}"


def round_down_to_cent(cents: Fraction) -> Money:
    """Drop the part below one cent: rounding in favour of the resident (no article fixes it)."""
    return Money(cents.numerator // cents.denominator)


def round_half_up_to_cent(cents: Fraction) -> Money:
    """Round to the nearest cent, a half upwards."""
    return Money((cents + Fraction(1, 2)).__floor__())


def round_up_to_ten_euros(cents: Fraction) -> Money:
    """Round up to a multiple of ten euros, as the Boetebesluit asked until the end of 2016."""
    ten_euros = 10 * CENTS_PER_EURO
    return Money(-((-cents) // ten_euros) * ten_euros)
