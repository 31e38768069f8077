"""Unused objects are cleared away in the thread of the window, never in another."""

from __future__ import annotations

import gc
import threading

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from hardship_desk.ui.application import make_application
from hardship_desk.ui.running.background import Task, while_there
from hardship_desk.ui.running.collector import Collector
from tests.ui.waiting import until


class Ring(QWidget):
    """A widget that nothing but itself holds on to."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.me = self
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


def test_that_what_comes_too_late_is_told_to_nobody(qapp: QApplication) -> None:
    make_application([])
    told: list[str] = []
    widget = QWidget()
    tell = while_there(widget, told.append)
    tell("op tijd")
    shiboken6.delete(widget)
    tell("te laat")
    assert told == ["op tijd"]


def test_that_work_in_another_thread_never_destroys_a_widget(qapp: QApplication) -> None:
    make_application([])
    make_application([])
    assert len(qapp.findChildren(Collector)) == 1
    gone: list[int] = []
    for _ in range(40):
        Ring(gone)
    kept: list[list[object]] = []

    def allocate() -> None:
        kept.extend([[]] for _ in range(200_000))

    task = Task(qapp, allocate, lambda _result: None, lambda _error: None)
    task.start()
    until(lambda: gone and len(kept) == 200_000)
    assert set(gone) == {threading.get_ident()}
    assert not gc.isenabled()
