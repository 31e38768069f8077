"""The binding to Qt gives None, True and False away; the program must outlive that."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from hardship_desk.ui.application import make_application
from hardship_desk.ui.running.lasting_none import make_none_last


class Teller(QObject):
    told = Signal(str, bool)


def test_that_none_outlives_a_hundred_thousand_calls(qapp: QApplication) -> None:
    make_application([])
    thing = QObject()
    for _ in range(100_000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > 1_000_000


@pytest.mark.parametrize("said", [True, False])
def test_that_true_and_false_outlive_many_signals(qapp: QApplication, *, said: bool) -> None:
    make_application([])
    teller = Teller()
    teller.told.connect(lambda _word, _said: None)
    for _ in range(20_000):
        teller.told.emit("x", said)
    assert sys.getrefcount(said) > 1_000_000


@pytest.mark.parametrize("kept", [None, True, False])
def test_that_asking_twice_adds_once(kept: object) -> None:
    make_none_last()
    before = sys.getrefcount(kept)
    make_none_last()
    assert abs(sys.getrefcount(kept) - before) < 1_000
