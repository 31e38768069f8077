"""The short form of R45-R49; `-s` shows the figures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reliability.figures import Experiment
from tests.reliability.hostile import (
    BEHAVIOURS,
    RUNS_A_ROUND,
    Behaviour,
    figures_of,
    run_behaviour,
)
from tests.reliability.plugins import EXPERIMENTS


@pytest.mark.slow
@pytest.mark.parametrize("behaviour", BEHAVIOURS, ids=lambda item: item.name)
def test_that_no_plugin_takes_the_program_along(behaviour: Behaviour, tmp_path: Path) -> None:
    seen = run_behaviour(behaviour, tmp_path, RUNS_A_ROUND)
    figures = figures_of(behaviour, seen)
    sys.stdout.write(f"{figures}\n")
    assert figures.reached, str(figures)


def test_that_there_are_twenty_five_of_them() -> None:
    assert len({item.name for item in BEHAVIOURS}) == 25


@pytest.mark.slow
@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda item: item.number)
def test_that_the_requirement_holds(experiment: Experiment, tmp_path: Path) -> None:
    figures = experiment.run(tmp_path, experiment.short)
    sys.stdout.write(f"{figures}\n")
    assert figures.reached, str(figures)
