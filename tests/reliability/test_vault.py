"""The short form of the experiments on saving, copies, migrations and the logs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.reliability import copies, disks, editors, kills, logs, typists
from tests.reliability.figures import Experiment

EXPERIMENTS = (
    *kills.EXPERIMENTS,
    *disks.EXPERIMENTS,
    *copies.EXPERIMENTS,
    *logs.EXPERIMENTS,
    *editors.EXPERIMENTS,
    *typists.EXPERIMENTS,
)


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the experiments are for Linux")
@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda item: item.number)
def test_that_the_requirement_holds(experiment: Experiment, tmp_path: Path) -> None:
    figures = experiment.run(tmp_path, experiment.short)
    sys.stdout.write(f"{figures}\n")
    assert figures.reached, str(figures)
