"""Going to the next step: from the wish to a painted page, with the next page built while idle.

Half of the time the caseworker reads on a page for a while, so that the next one is there: "painted" is then
all of it, rail, questions and Kompas. Who steps on at once sees the heading and the first question painted; the
rest of the page follows in turns, and how much work that is stands beside it. What the window's thread worked is
told apart from what the clock says: on a machine that does other things as well the rest is waiting for a
processor. Usage: bench_steps.py [ROUNDS]
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent, QObject  # noqa: E402 - the tree must be on the path first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from hardship_desk.bootstrap import Desks  # noqa: E402
from hardship_desk.ui.application import make_application, make_window  # noqa: E402

MEDIAN_GOAL_MS, P99_GOAL_MS, READING_MS = 8.0, 16.0, 900


class Paints(QObject):
    """Counts how often the window is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look on only."""
        self.count += event.type() == QEvent.Type.UpdateRequest
        return False


class Taken:
    """How long the steps took: by the clock, and the work of the window itself."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.work: list[float] = []
        self.rest: list[float] = []

    def step(self, go: Callable[[], object], paints: Paints) -> None:
        """Do one until it is painted."""
        started, worked, seen = time.perf_counter(), time.thread_time(), paints.count
        go()
        while paints.count == seen:
            QApplication.processEvents()
        self.clock.append((time.perf_counter() - started) * 1000)
        self.work.append((time.thread_time() - worked) * 1000)

    def complete(self, finish: Callable[[], object]) -> None:
        """Do at once what is left of the page on screen."""
        worked = time.thread_time()
        finish()
        self.rest.append((time.thread_time() - worked) * 1000)

    def told(self) -> str:
        """The figures in one line."""
        return (
            f"median {statistics.median(self.clock):.1f} ms, p99 {p99(self.clock):.1f} ms; work of the "
            f"window median {statistics.median(self.work):.1f} ms, p99 {p99(self.work):.1f} ms; "
            f"rest of the page median {statistics.median(self.rest):.1f} ms, n={len(self.clock)}"
        )


def p99(times: list[float]) -> float:
    """What one in a hundred exceeds."""
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.99))]


def main(rounds: int) -> None:
    """Print the medians and p99 of first and later visits."""
    kinds = {"read first": READING_MS, "again": 30, "at once": 0}
    taken, paints = {kind: Taken() for kind in kinds}, Paints()
    with tempfile.TemporaryDirectory() as folder:
        # In the order of the program itself: what stands before the window is not looked through for rings.
        desks = Desks(practice_vault=Path(folder) / "oefening.db")
        application, desk = make_application(["bench"]), desks.practice()
        for _ in range(rounds):
            window = make_window(desk, application)
            window.resize(1280, 800)
            window.show()
            window.installEventFilter(paints)
            cases = window._desk.cases.list_cases()  # noqa: SLF001 - what a user would see
            case = next(item for item in cases if item.number == "VB-2026-001")
            for kind, pause in kinds.items():
                if kind == "at once":
                    window.show_list()
                if kind != "again":
                    window.show_case(case.id)
                assert window.pages is not None
                work, finish = window.pages.work, window.pages.work_view.finish
                work.go_to(1)
                QTest.qWait(pause)
                for step in range(2, 17):
                    taken[kind].step(partial(work.go_to, step), paints)
                    QTest.qWait(pause)
                for step in range(2, 17):
                    work.go_to(step)
                    taken[kind].complete(finish)
            window.close()
            window.deleteLater()
    for kind, times in taken.items():
        print(f"{kind}: {times.told()}")
    print(f"goal: median below {MEDIAN_GOAL_MS} ms, p99 below {P99_GOAL_MS} ms")
    QApplication.quit()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
