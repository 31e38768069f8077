"""R59: everything by keyboard. A whole day on a vault of one's own, and every state with the Tab key."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.reliability.figures import Experiment, Figures
from tests.reliability.keyboard_day import KEPT, LATER
from tests.reliability.states import SERIES, walk
from tests.ui.typist import Effort

ROOT = Path(__file__).resolve().parents[2]


def r59(folder: Path, rounds: int) -> Figures:
    """Assess, export and restore with keys only; and Tab reaches all, visibly and in order."""
    told = day(folder, os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    walks = [walk(look, scale) for look, scale in SERIES[:rounds]]
    faults = {
        what: [item for seen in walks for item in getattr(seen, what)]
        for what in ("unreached", "trapped", "backwards", "unseen", "errors")
    }
    counted = ", ".join(f"{len(found)} {what} {found[:3]}" for what, found in faults.items())
    return Figures(
        number="R59",
        target="assessment, export and restore by keys only; 100 % reached, focus seen, no trap, "
        "in order of reading",
        seen=f"{told.dutch()}; {sum(seen.states for seen in walks)} states, "
        f"{sum(seen.stops for seen in walks)} stops of the Tab key: {counted}",
        reached=told.is_whole and not any(faults.values()),
    )


class Told:
    """What a day by keyboard tells of itself."""

    def __init__(self, told: dict[str, object], why: str) -> None:
        self._told, self._why = told, why

    @property
    def is_whole(self) -> bool:
        """Whether it came to the end, with the copy back and nothing pressed with the mouse."""
        if "effort" not in self._told:
            return False
        put_back = self._told["before"] != self._told["after"] == [KEPT]
        return put_back and LATER in str(self._told["before"]) and self._effort().clicks == 0

    def dutch(self) -> str:
        """The figures, or what went wrong."""
        if "effort" not in self._told:
            return f"the day broke off: {self._told.get('wrong', self._why)}"
        files = ", ".join(str(self._told["files"]).strip("[]").replace("'", "").split(", "))
        return f"{self._effort().dutch('kluis, besluit, uitvoer, kopie terug')} ({files})"

    def _effort(self) -> Effort:
        return Effort(**self._told["effort"])  # type: ignore[arg-type]  # as it was written


def day(folder: Path, environment: dict[str, str], *arguments: str) -> Told:
    """A day in a process of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.keyboard_day", str(folder), *arguments],
        cwd=ROOT,
        env={**environment, "HARDSHIP_DESK_DATA": str(folder / "gegevens")},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    told = json.loads(done.stdout) if done.stdout.strip().startswith("{") else {}
    return Told(told, done.stderr[-600:])


EXPERIMENTS = (Experiment(number="R59", run=r59, short=1, long=4),)
