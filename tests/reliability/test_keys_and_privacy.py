"""The short form of the experiments on keys and privacy; `-s` shows their figures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reliability import bsns, erasing, keys, leaks, locking, messages
from tests.reliability.figures import Experiment

EXPERIMENTS = (
    *keys.EXPERIMENTS,
    *erasing.EXPERIMENTS,
    *locking.EXPERIMENTS,
    *leaks.EXPERIMENTS,
    *bsns.EXPERIMENTS,
    *messages.EXPERIMENTS,
)


@pytest.mark.slow
@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda item: item.number)
def test_that_the_requirement_holds(experiment: Experiment, tmp_path: Path) -> None:
    figures = experiment.run(tmp_path, experiment.short)
    sys.stdout.write(f"{figures}\n")
    assert figures.reached, str(figures)
