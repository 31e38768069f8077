"""Memory while one works on: dossiers opened, steps walked, answers changed, papers looked at.

As many rounds without a pause as fit in the time, after three to warm up. Twelve times, so in an hour every
five minutes, the work rests for five seconds: memory is told as it was in the midst of the work and after the
rest, when dossiers that were left are taken down. The figure is the growth from the rest before the first round
to that after the last. An hour is 3600 seconds; less is a run scaled down. Usage: bench_memory.py [SECONDS]
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Iterator
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

GOAL, WARM_UP, READINGS, REST_MS = 10.0, 3, 12, 5000


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


def at_rest() -> float:
    """What is in memory when nothing is asked and nothing waits."""
    finish_running_work()
    QTest.qWait(REST_MS)
    gc.collect()
    return megabytes()


def work_on(window: MainWindow, seconds: float) -> Iterator[tuple[float, float]]:
    """Round after round for that long; gives now and then what is in memory, in the midst and at rest."""
    begin, rounds, told = time.monotonic(), 0, 1
    while told <= READINGS:
        rounds += 1
        work(window, rounds)
        passed = time.monotonic() - begin
        if passed >= told * seconds / READINGS:
            told += 1
            busy, rest = megabytes(), at_rest()
            print(
                f"{passed:6.0f} s {rounds:5} rounds {busy:5.0f} MB, at rest {rest:5.0f} MB",
                flush=True,
            )
            yield busy, rest


def main(seconds: float) -> None:
    """Print memory after warming up, meanwhile, and at the end."""
    application = make_application(["bench"])
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(open_practice_desk(Path(folder) / "oefening.db"), application)
        window.show()
        for number in range(WARM_UP):
            work(window, number)
        busy_start, start = megabytes(), at_rest()
        print(f"     0 s     0 rounds {busy_start:5.0f} MB, at rest {start:5.0f} MB", flush=True)
        readings = list(work_on(window, seconds))
        window.close()
    (busy, end), most = readings[-1], max(busy for busy, _rest in readings)
    print(f"in the midst of the work {busy_start:.0f} MB to {busy:.0f} MB, at most {most:.0f} MB")
    print(f"at rest {start:.0f} MB to {end:.0f} MB")
    print(f"growth {100 * (end - start) / start:.1f} % (goal: within {GOAL} % over an hour)")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 120)
