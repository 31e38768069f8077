"""The long form of the experiments on what everyone can read and reach: `python -m benchmarks.reliability.access`.

Prints a line with figures for each requirement; the code is 1 where a target was not reached.
Numbers behind it, such as R58, choose.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.reliability import access, coming_back, keyboard, places

EXPERIMENTS = (
    *access.EXPERIMENTS,
    *keyboard.EXPERIMENTS,
    *coming_back.EXPERIMENTS,
    *places.EXPERIMENTS,
)


def main(chosen: list[str]) -> int:
    """Run the chosen experiments, or all."""
    reached = True
    for experiment in EXPERIMENTS:
        if chosen and experiment.number not in chosen:
            continue
        started = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            figures = experiment.run(Path(folder), experiment.long)
        took = time.perf_counter() - started
        sys.stdout.write(f"{figures}\n      {experiment.long} times, {took:.0f} s\n")
        sys.stdout.flush()
        reached = reached and figures.reached
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
