"""The watch of R63 itself: the day takes minutes and is run by `benchmarks/reliability/run.py R63`."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hardship_desk import storage
from hardship_desk.domain.clock import SystemClock
from tests.reliability.full_vault import PASSPHRASE, WHOLE_IN, fill_vault
from tests.reliability.working_day import Watch, held_longest, worst
from tests.unit.storage.conftest import CHEAP

HELD_S, DOSSIERS = 0.3, 21


def test_that_the_watch_sees_what_holds_the_window(qapp: QApplication) -> None:
    watch = Watch()
    watch.during("niets", lambda: None, 20)
    watch.during("slapen", lambda: time.sleep(HELD_S), 20)
    gap, work, name = held_longest(watch.seen)
    assert name == "slapen"
    assert gap >= HELD_S * 1000
    assert work < gap / 2, "sleeping is no work"
    assert worst(watch.seen)[0].startswith("slapen")


def test_that_one_in_ten_dossiers_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "kluis" / "dossiers.db"
    whole = fill_vault(path, DOSSIERS, CHEAP)
    with storage.open_vault(path, PASSPHRASE, SystemClock()) as vault:
        found = [vault.cases.load(item.id) for item in vault.cases.list_cases()]
    assert len(found) == DOSSIERS
    filled = {case.id for case in found if len(case.answers_for(case.decisions[0].id)) > WHOLE_IN}
    assert filled == set(whole)
