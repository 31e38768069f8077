"""The long form of R45-R49: `python -m benchmarks.reliability.plugins [R45 "behaviour" | R46 ...]`.

Prints a line with figures for each behaviour and requirement; the code is 1 where a target was not
reached. R45 runs each of the twenty-five behaviours at least twenty times.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.reliability.figures import Figures
from tests.reliability.hostile import BEHAVIOURS, figures_of, run_behaviour
from tests.reliability.plugins import EXPERIMENTS

TIMES = 20


def main(chosen: list[str]) -> int:
    """Run the chosen ones, or all."""
    reached = True
    for behaviour in BEHAVIOURS:
        if not chosen or "R45" in chosen or behaviour.name in chosen:
            with tempfile.TemporaryDirectory() as folder:
                seen = run_behaviour(behaviour, Path(folder), TIMES)
                reached &= _tell(figures_of(behaviour, seen))
    for experiment in EXPERIMENTS:
        if not chosen or experiment.number in chosen:
            started = time.perf_counter()
            with tempfile.TemporaryDirectory() as folder:
                reached &= _tell(experiment.run(Path(folder), experiment.long))
            sys.stdout.write(f"      {time.perf_counter() - started:.0f} s\n")
    return 0 if reached else 1


def _tell(figures: Figures) -> bool:
    sys.stdout.write(f"{figures}\n")
    sys.stdout.flush()
    return figures.reached


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
