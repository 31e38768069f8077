"""The binding to Qt gives None away; the program must outlive that."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from hardship_desk.ui.application import make_application
from hardship_desk.ui.lasting_none import make_none_last


def test_that_none_outlives_a_hundred_thousand_calls(qapp: QApplication) -> None:
    make_application([])
    thing = QObject()
    for _ in range(100_000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > 1_000_000


def test_that_asking_twice_adds_once() -> None:
    make_none_last()
    before = sys.getrefcount(None)
    make_none_last()
    assert abs(sys.getrefcount(None) - before) < 1_000
