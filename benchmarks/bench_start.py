"""Start to usable window, against a bare PySide6 window, taken in turns in one run.

From starting Python to the first painted and idle window. The practice store exists already and its
key needs no derivation, as `docs/benchmarks.md` asks. Usage: bench_start.py [ROUNDS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOAL = 1.6
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("Hardship Desk"))
window.resize(1280, 800)
window.show()
"""
OURS = """
import sys
from PySide6.QtCore import QTimer
from hardship_desk.bootstrap import Desks
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.application import Program, make_application
application = make_application([])
desks = Desks()
program = Program(desks, WindowTexts(desks.texts), application)
program.show_practice()
"""
END = """
def tell():
    print("usable", flush=True)
    application.quit()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, tell))
application.exec()
"""


def seconds(program: str, environment: dict[str, str]) -> float:
    """How long it takes from starting Python until the window says that it is idle."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program + END],
        stdout=subprocess.PIPE,
        env=environment,
        cwd=ROOT,
        text=True,
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        passed = time.perf_counter() - start
    if line.strip() != "usable" or child.returncode != 0:
        raise SystemExit("the window did not become usable")
    return passed


def main(rounds: int) -> None:
    """Print both medians, their spread and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "HARDSHIP_DESK_DATA": folder,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for program in (BARE, OURS):
            seconds(program, environment)
        taken: dict[str, list[float]] = {"bare": [], "ours": []}
        for _ in range(rounds):
            taken["bare"].append(seconds(BARE, environment))
            taken["ours"].append(seconds(OURS, environment))
    for name, times in taken.items():
        low, high = min(times), max(times)
        print(f"{name}: median {statistics.median(times):.3f} s ({low:.3f}-{high:.3f}, n={rounds})")
    ratio = statistics.median(taken["ours"]) / statistics.median(taken["bare"])
    print(f"start against a bare window: {ratio:.2f} times (goal: at most {GOAL})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
