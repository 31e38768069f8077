"""The table of the acceptance list: a line for each requirement, and scripts that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STORAGE = (*range(1, 6), *range(10, 16), *range(21, 34))
PRIVACY = (*range(16, 21), *range(34, 45))


def rows() -> list[list[str]]:
    """The cells of each line of the table."""
    text = (ROOT / "docs" / "reliability.md").read_text("utf-8")
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if re.match(r"\| R\d+ \|", line)
    ]


def test_that_each_requirement_has_one_line_in_order() -> None:
    numbers = [int(cells[0][1:]) for cells in rows()]
    assert numbers == sorted(numbers)
    assert set(numbers) >= {*STORAGE, *PRIVACY}


@pytest.mark.parametrize(
    "cells",
    [cells for cells in rows() if int(cells[0][1:]) in {*STORAGE, *PRIVACY}],
    ids=lambda cells: cells[0],
)
def test_that_the_script_of_a_line_is_there_and_does_it(cells: list[str]) -> None:
    number, target, seen, reached, script = cells
    assert target
    assert seen
    assert reached
    (path,) = re.findall(r"`([^`]+\.py)", script)[:1]
    text = (ROOT / path).read_text("utf-8")
    assert f'number="{number}"' in text
