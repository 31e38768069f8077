"""Memory while one works on: dossiers opened, steps walked, answers changed, papers looked at.

As many rounds without a pause as fit in the time, after three to warm up. The figure is the growth over the
run; what memory was in between is printed twelve times, so for an hour every five minutes. An hour is 3600
seconds; less is a run scaled down. Usage: bench_memory.py [SECONDS]
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtTest import QTest  # noqa: E402 - the tree must be on the path first

from hardship_desk.bootstrap import open_practice_desk  # noqa: E402
from hardship_desk.presenters.shell import Page  # noqa: E402
from hardship_desk.ui.application import make_application, make_window  # noqa: E402
from hardship_desk.ui.main_window import MainWindow  # noqa: E402
from hardship_desk.ui.running.background import finish_running_work  # noqa: E402

GOAL, WARM_UP, READINGS = 10.0, 3, 12


def megabytes() -> float:
    """What the process has in memory now."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise SystemExit("this machine does not tell")


def work(window: MainWindow, number: int) -> None:
    """One round: every dossier, every step, an answer, every page, a paper."""
    for case in window._desk.cases.list_cases():  # noqa: SLF001 - what a user would see
        window.show_case(case.id)
        assert window.pages is not None
        for step in range(1, 17):
            window.pages.work.go_to(step)
            QTest.qWait(5)
        window.pages.work.answer("intake.aanleiding", f"Ronde {number}.", final=True)
        for page in Page:
            window.show_page_of_case(page)
            QTest.qWait(5)
    window.show_list()
    finish_running_work()
    QTest.qWait(50)


def work_on(window: MainWindow, seconds: float) -> int:
    """Round after round for that long; tell now and then what memory does."""
    begin, rounds, told = time.monotonic(), 0, 0
    while (passed := time.monotonic() - begin) < seconds:
        if passed >= told * seconds / READINGS:
            print(f"{passed:6.0f} s {rounds:5} rounds {megabytes():5.0f} MB", flush=True)
            told += 1
        rounds += 1
        work(window, rounds)
    return rounds


def main(seconds: float) -> None:
    """Print memory after warming up and at the end."""
    application = make_application(["bench"])
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(open_practice_desk(Path(folder) / "oefening.db"), application)
        window.show()
        for number in range(WARM_UP):
            work(window, number)
        gc.collect()
        start = megabytes()
        rounds = work_on(window, seconds)
        gc.collect()
        end = megabytes()
        window.close()
    print(f"{rounds} rounds in {seconds:.0f} s: {start:.0f} MB to {end:.0f} MB")
    print(f"growth {100 * (end - start) / start:.1f} % (goal: within {GOAL} % over an hour)")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 120)
