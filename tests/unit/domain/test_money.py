"""Money: what a Dutch user may type, how it is printed, and every named rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.domain.money import (
    Money,
    round_down_to_cent,
    round_half_up_to_cent,
    round_up_to_ten_euros,
)

AMOUNTS = st.integers(min_value=-(10**12), max_value=10**12)
EXACT = st.fractions(min_value=-(10**9), max_value=10**9)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0", 0),
        ("5", 500),
        ("1249", 124900),
        ("1249,50", 124950),
        ("1.249,50", 124950),
        ("1.000.000", 100000000),
        ("€ 12,05", 1205),
        ("€12,05", 1205),
        ("EUR 12,05", 1205),
        ("  12,05  ", 1205),
        ("12,-", 1200),
        ("-12,05", -1205),
        ("€ -12,05", -1205),
        ("€\u00a01.249,50", 124950),
    ],
)
def test_that_an_amount_is_read_as_a_dutch_user_writes_it(text: str, cents: int) -> None:
    assert Money.parse_dutch(text) == Money(cents)


@pytest.mark.parametrize(
    "text",
    ["", " ", "twaalf", "12.5", "12,5", "12,505", "1,249.50", "1.24,50", "12.50", "1 249", "--5"],
)
def test_that_what_is_no_dutch_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not_an_amount"):
        Money.parse_dutch(text)


@given(AMOUNTS)
def test_that_a_printed_amount_reads_back_as_itself(cents: int) -> None:
    assert Money.parse_dutch(Money(cents).dutch()) == Money(cents)


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (0, "€ 0,00"),
        (5, "€ 0,05"),
        (124950, "€ 1.249,50"),
        (100000000, "€ 1.000.000,00"),
        (-5, "€ -0,05"),
        (-124950, "€ -1.249,50"),
    ],
)
def test_that_an_amount_is_printed_with_dots_and_a_comma(cents: int, text: str) -> None:
    assert Money(cents).dutch() == text


def test_that_euros_become_cents() -> None:
    assert Money.from_euros(150) == Money(15000)
    assert Money.from_euros(Decimal("951.64")) == Money(95164)


def test_that_a_part_of_a_cent_is_no_amount() -> None:
    with pytest.raises(ValueError, match="amount_below_one_cent"):
        Money.from_euros(Decimal("1.005"))


@given(AMOUNTS, AMOUNTS)
def test_that_amounts_add_subtract_and_compare_by_cents(left: int, right: int) -> None:
    assert Money(left) + Money(right) == Money(left + right)
    assert Money(left) - Money(right) == Money(left - right)
    assert (Money(left) < Money(right)) == (left < right)


def test_that_the_exact_amount_counts_cents() -> None:
    assert Money(101).fraction / 3 == Fraction(101, 3)


@pytest.mark.parametrize(
    ("cents", "down", "half_up"),
    [
        (Fraction(100), 100, 100),
        (Fraction(1001, 10), 100, 100),
        (Fraction(2001, 20), 100, 100),
        (Fraction(201, 2), 100, 101),
        (Fraction(1009, 10), 100, 101),
    ],
)
def test_that_a_part_of_a_cent_is_dropped_or_rounded(
    cents: Fraction, down: int, half_up: int
) -> None:
    assert round_down_to_cent(cents) == Money(down)
    assert round_half_up_to_cent(cents) == Money(half_up)


@pytest.mark.parametrize(
    ("cents", "rounded"),
    [(0, 0), (1, 1000), (999, 1000), (1000, 1000), (1001, 2000), (116250, 117000)],
)
def test_that_the_old_boetebesluit_rounds_up_to_ten_euros(cents: int, rounded: int) -> None:
    assert round_up_to_ten_euros(Fraction(cents)) == Money(rounded)


@given(EXACT)
def test_that_no_rounding_moves_further_than_its_name_says(cents: Fraction) -> None:
    assert 0 <= cents - round_down_to_cent(cents).cents < 1
    assert -Fraction(1, 2) <= round_half_up_to_cent(cents).cents - cents <= Fraction(1, 2)
    ten = round_up_to_ten_euros(cents)
    assert 0 <= ten.cents - cents < 1000
    assert ten.cents % 1000 == 0
