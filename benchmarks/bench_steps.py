"""Going to the next step: from the wish to a painted page, with the next page built while idle.

Half of the time the caseworker reads on a page for a while, so that the next one is there; the figures
of stepping on at once stand beside it. Usage: bench_steps.py [ROUNDS]
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtTest import QTest  # noqa: E402 - the tree must be on the path first
from PySide6.QtWidgets import QApplication  # noqa: E402

from hardship_desk.bootstrap import open_practice_desk  # noqa: E402
from hardship_desk.ui.application import make_application, make_window  # noqa: E402

MEDIAN_GOAL_MS, P99_GOAL_MS, READING_MS = 8.0, 16.0, 900


def main(rounds: int) -> None:
    """Print the medians and p99 of first and later visits."""
    application = make_application(["bench"])
    taken: dict[str, list[float]] = {"read first": [], "at once": [], "again": []}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            desk = open_practice_desk(Path(folder) / f"{number}.db")
            window = make_window(desk, application)
            window.resize(1280, 800)
            window.show()
            case = next(item for item in desk.cases.list_cases() if item.number == "VB-2026-001")
            for kind, pause in (("read first", READING_MS), ("again", 30), ("at once", 0)):
                window.show_list() if kind == "at once" else None
                if kind != "again":
                    window.show_case(case.id)
                assert window.pages is not None
                window.pages.work.go_to(1)
                QTest.qWait(pause)
                for step in range(2, 17):
                    start = time.perf_counter()
                    window.pages.work.go_to(step)
                    application.processEvents()
                    taken[kind].append((time.perf_counter() - start) * 1000)
                    QTest.qWait(pause)
            window.close()
    for kind, times in taken.items():
        ordered = sorted(times)
        p99 = ordered[min(len(ordered) - 1, round(len(ordered) * 0.99))]
        print(f"{kind}: median {statistics.median(times):.1f} ms, p99 {p99:.1f} ms, n={len(times)}")
    print(f"goal: median below {MEDIAN_GOAL_MS} ms, p99 below {P99_GOAL_MS} ms")
    QApplication.quit()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
