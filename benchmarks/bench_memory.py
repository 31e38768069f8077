"""Memory while one works on: dossiers opened, steps walked, answers changed, papers looked at.

Before the start everything was used once, at rest: each page of each dossier until nothing waits any more, and then
three rounds. What is loaded once (the fonts, where words may be broken, the parts that make the papers) is there then:
"the start" is a program in use.

Twelve times, so in an hour every five minutes, the work rests for five seconds: memory is told as it was in the midst
of the work and after the rest, when dossiers that were left are taken down. The figure is the growth from the rest
before the first round to that after the last. An hour is 3600 seconds; less is a run scaled down.

Usage: bench_memory.py [SECONDS [ROUNDS]]. Without ROUNDS as many as fit, without a pause; with it so many, spread
evenly: `bench_memory.py 3600 450` opens 2,250 dossiers in the hour, each with all steps and pages and an answer.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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
REST_MS, LOOK_MS = 5000, 150


def megabytes() -> float:
    """What the process has in memory now."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise SystemExit("this machine does not tell")


def work(
    window: MainWindow, number: int, look: Callable[[], None] = lambda: QTest.qWait(5)
) -> None:
    """One round: every dossier, every step, an answer, every page, a paper."""
    for case in window._desk.cases.list_cases():  # noqa: SLF001 - what a user would see
        window.show_case(case.id)
        assert window.pages is not None
        for step in range(1, 17):
            window.pages.work.go_to(step)
            look()
        window.pages.work.answer("intake.aanleiding", f"Ronde {number}.", final=True)
        for page in Page:
            window.show_page_of_case(page)
            look()
    window.show_list()
    finish_running_work()
    QTest.qWait(50)


def calmly() -> None:
    """Look until nothing is made any more."""
    for _ in range(2):
        QTest.qWait(LOOK_MS)
        finish_running_work()


def at_rest() -> float:
    """What is in memory when nothing is asked and nothing waits."""
    finish_running_work()
    QTest.qWait(REST_MS)
    gc.collect()
    return megabytes()


def work_on(window: MainWindow, seconds: float, rounds: int) -> Iterator[tuple[float, float]]:
    """Round after round for that long; gives now and then what is in memory, in the midst and at rest.

    So many rounds, each at its time; 0 for as many as fit.
    """
    begin, done, told = time.monotonic(), 0, 1
    while told <= READINGS:
        done += 1
        work(window, done)
        busy = megabytes()
        if rounds:
            wait_until(begin + done * seconds / rounds)
        passed = time.monotonic() - begin
        if passed >= told * seconds / READINGS:
            told += 1
            rest = at_rest()
            print(
                f"{passed:6.0f} s {done:5} rounds {busy:5.0f} MB, at rest {rest:5.0f} MB",
                flush=True,
            )
            yield busy, rest


def wait_until(moment: float) -> None:
    """Leave the window alone until then."""
    QTest.qWait(max(0, round(1000 * (moment - time.monotonic()))))


def main(seconds: float, rounds: int = 0) -> None:
    """Print memory after warming up, meanwhile, and at the end."""
    application = make_application(["bench"])
    with tempfile.TemporaryDirectory() as folder:
        window = make_window(open_practice_desk(Path(folder) / "oefening.db"), application)
        window.show()
        work(window, 0, calmly)
        for number in range(WARM_UP):
            work(window, number)
        busy_start, start = megabytes(), at_rest()
        print(f"     0 s     0 rounds {busy_start:5.0f} MB, at rest {start:5.0f} MB", flush=True)
        readings = list(work_on(window, seconds, rounds))
        window.close()
    (busy, end), most = readings[-1], max(busy for busy, _rest in readings)
    print(f"in the midst of the work {busy_start:.0f} MB to {busy:.0f} MB, at most {most:.0f} MB")
    print(f"at rest {start:.0f} MB to {end:.0f} MB")
    print(f"growth {100 * (end - start) / start:.1f} % (goal: within {GOAL} % over an hour)")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(float(given[0]) if given else 120, int(given[1]) if len(given) > 1 else 0)
