"""The long form of the experiments of the acceptance list; the tests run the short form of the same code.

Prints the figures and writes them, with the seed, the version and the machine, to
`build/reliability/figures.json`. Usage: run.py [NUMBER ...], such as `run.py R1 R22`; none means all.
`--kort` runs the short form.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hardship_desk.config.version import program_version  # noqa: E402 - the tree must be found first
from tests.reliability import (  # noqa: E402
    copies,
    disks,
    editors,
    keys,
    kills,
    logs,
    office,
    packages,
    papers,
    spreadsheets,
    strict_files,
    typists,
    working_day,
    writing,
)
from tests.reliability.figures import Experiment  # noqa: E402

EXPERIMENTS: tuple[Experiment, ...] = tuple(
    experiment
    for module in (
        kills,
        disks,
        copies,
        logs,
        keys,
        editors,
        typists,
        papers,
        office,
        writing,
        packages,
        strict_files,
        spreadsheets,
        working_day,
    )
    for experiment in module.EXPERIMENTS
)
FIGURES = ROOT / "build" / "reliability" / "figures.json"


def main(words: list[str]) -> int:
    """Run what was asked; 1 where a target was not reached."""
    short = "--kort" in words
    wanted = {word for word in words if not word.startswith("-")}
    found = []
    for experiment in sorted(EXPERIMENTS, key=lambda item: int(item.number[1:].split("-")[0])):
        if wanted and experiment.number not in wanted:
            continue
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            times = experiment.short if short else experiment.long
            figures = experiment.run(Path(folder), times)
        print(f"{figures}\n      took: {time.monotonic() - started:.0f} s", flush=True)
        found.append(
            {
                "number": figures.number,
                "target": figures.target,
                "seen": figures.seen,
                "reached": figures.reached,
                "times": times,
            }
        )
    FIGURES.parent.mkdir(parents=True, exist_ok=True)
    about = {"seed": disks.SEED, "version": program_version(), "machine": platform.platform()}
    FIGURES.write_text(json.dumps({**about, "figures": found}, indent=1) + "\n", "utf-8")
    missed = [one["number"] for one in found if not one["reached"]]
    print(
        f"{len(found) - len(missed)} of {len(found)} reached"
        + (f"; not: {missed}" if missed else "")
    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
