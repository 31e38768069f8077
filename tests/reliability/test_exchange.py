"""The short form of R6-R8 and R50-R54: writing files, and what comes in from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability import packages, spreadsheets, strict_files, writing
from tests.reliability.figures import Experiment

EXPERIMENTS = (
    *writing.EXPERIMENTS,
    *packages.EXPERIMENTS,
    *strict_files.EXPERIMENTS,
    *spreadsheets.EXPERIMENTS,
)
NEEDS_A_DISK = ("R6", "R7")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the experiments are for Linux")
@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda item: item.number)
def test_that_the_requirement_holds(experiment: Experiment, tmp_path: Path) -> None:
    if experiment.number in NEEDS_A_DISK and not may_mount(tmp_path / "proef"):
        pytest.skip("needs the right to mount a disk in memory")
    figures = experiment.run(tmp_path, experiment.short)
    sys.stdout.write(f"{figures}\n")
    assert figures.reached, str(figures)


def may_mount(place: Path) -> bool:
    """Whether this machine lets the tests mount a small disk."""
    if os.geteuid() != 0:
        return False
    place.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", "size=4096", "tmpfs", str(place)]
    if subprocess.run(made, check=False, capture_output=True).returncode:
        return False
    subprocess.run(["umount", "-l", str(place)], check=False)
    return True
