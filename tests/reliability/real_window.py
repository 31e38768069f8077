"""A day in a real window: keys of a keyboard through a display, with a manager of windows.

`python -m tests.reliability.real_window` starts a display (Xvfb) of 1280x800 with openbox and does the day of
`keyboard_day` there, from the first start to the report and a copy put back. Where the machine lacks what
that takes it says so and ends with 2.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.reliability.keyboard import Told, day
from tests.reliability.screen_reader import running

NEEDS = ("Xvfb", "openbox", "xdotool")


def missing() -> list[str]:
    """What this machine lacks for the run."""
    return [name for name in NEEDS if shutil.which(name) is None]


def run(folder: Path) -> Told:
    """The day on a display of its own."""
    display = f":{700 + os.getpid() % 200}"
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with running("Xvfb", display, "-screen", "0", "1280x800x24", "-nolisten", "tcp"):
        time.sleep(1)
        with running("openbox", environment=environment):
            return day(folder, environment, "real")


def main() -> int:
    """The figures; 1 where the day broke off."""
    if missing():
        sys.stdout.write(f"not run: this machine lacks {', '.join(missing())}\n")
        return 2
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        told = run(Path(folder) / "dag")
    sys.stdout.write(f"{told.dutch()}\n{time.monotonic() - started:.0f} s\n")
    return 0 if told.is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
