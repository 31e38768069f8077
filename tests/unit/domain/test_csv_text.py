"""Cells of a CSV: nothing in them is reckoned with, and every text comes back."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.domain.csv_text import csv_cell, csv_file, unmarked


def test_that_a_formula_is_text() -> None:
    for formula in ("=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "'=1", "|x", "%0A"):
        cell = next(csv.reader(io.StringIO(csv_cell(formula), newline=""), delimiter=";"))[0]
        assert cell == f"'{formula}"
        assert unmarked(cell) == formula


def test_that_the_file_is_as_dutch_spreadsheets_expect_it() -> None:
    made = csv_file((("a", "b;c"), ("é", 'zei "ja"\nen nee')))
    assert made == '\ufeffa;"b;c"\r\né;"zei ""ja""\nen nee"\r\n'.encode()


@given(st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8")), min_size=2))
def test_that_every_text_comes_back(texts: list[str]) -> None:
    made = csv_file((tuple(texts),)).decode("utf-8").removeprefix("\ufeff")
    (row,) = csv.reader(io.StringIO(made, newline=""), delimiter=";")
    assert [unmarked(cell) for cell in row] == texts
