"""Typing with and without spelling: from the key to the painted letter, the real dictionary beside it.

Each round types the same text in the same field of two windows by turns, with pauses in which words
are looked up. Usage: bench_spelling.py [ROUNDS]
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

from hardship_desk.bootstrap import Desks  # noqa: E402
from hardship_desk.ui.application import make_application, make_window  # noqa: E402
from hardship_desk.ui.spelling import SpellingWatch  # noqa: E402
from hardship_desk.ui.widgets.text_area import TextArea  # noqa: E402

TEXT = (
    "De inwoner vertelde dat zij het loon niet doorgaf omdat de breif van november een grens noemde. "
    "Zij las daarin dat bijverdienen tot die grens mocht, en vroeg het door de zorg voor haar dochter niet na. "
)
WITHIN_MS, PAUSE_EVERY, PAUSE_MS = 2.0, 25, 700


def typed(area: TextArea) -> list[float]:
    """How long each key took until its letter was painted, in milliseconds."""
    taken = []
    for place, letter in enumerate(TEXT):
        began = time.perf_counter()
        QTest.keyClicks(area, letter)
        area.viewport().repaint()
        taken.append((time.perf_counter() - began) * 1000)
        if place % PAUSE_EVERY == PAUSE_EVERY - 1:
            QTest.qWait(PAUSE_MS)
    return taken


def main(rounds: int) -> int:
    """Print medians and p99; 0 where spelling costs a key less than the limit."""
    application = make_application(["bench"])
    taken: dict[str, list[float]] = {"without": [], "with": []}
    with tempfile.TemporaryDirectory() as folder:
        desks = Desks(practice_vault=Path(folder) / "oefening.db")
        desk = desks.practice()
        for number in range(rounds):
            for kind in ("without", "with") if number % 2 else ("with", "without"):
                window = make_window(desk, application)
                if kind == "with":
                    SpellingWatch(window, desk.spelling, window._texts, window.look)  # noqa: SLF001
                window.show()
                window.show_case(desk.cases.list_cases()[0].id)
                area = next(item for item in window.findChildren(TextArea) if item.isVisible())
                area.setFocus()
                area.selectAll()
                QTest.qWait(PAUSE_MS)
                taken[kind] += typed(area)
                window.close()
                window.deleteLater()
        desks.close()
    for kind, found in taken.items():
        hundredths = statistics.quantiles(found, n=100)
        print(
            f"{kind:8} median {statistics.median(found):6.2f} ms   p99 {hundredths[98]:6.2f} ms"
            f"   slowest {max(found):6.2f} ms   ({len(found)} keys)"
        )
    more = statistics.median(taken["with"]) - statistics.median(taken["without"])
    print(f"spelling costs a key {more:.2f} ms (limit {WITHIN_MS} ms)")
    return 0 if more < WITHIN_MS else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 4))
