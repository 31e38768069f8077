"""The short form of R62; `-s` shows the figures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reliability.places import EXPERIMENTS, places


@pytest.mark.slow
def test_that_the_program_works_in_odd_places(tmp_path: Path) -> None:
    experiment = EXPERIMENTS[0]
    figures = experiment.run(tmp_path, experiment.short)
    sys.stdout.write(f"{figures}\n")
    assert figures.reached, str(figures)


def test_that_there_are_twelve_places(tmp_path: Path) -> None:
    assert len({place.name for place in places(tmp_path)}) == EXPERIMENTS[0].long
