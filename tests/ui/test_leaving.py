"""A dossier that was left is gone from memory: hours of work must not fill it."""

from __future__ import annotations

import ctypes
import gc
import threading
from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hardship_desk.presenters.shell import Page
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.pages.of_case import CasePages
from hardship_desk.ui.running import taking_down
from hardship_desk.ui.running.background import AFTER_START_MS, Task, finish_running_work
from hardship_desk.ui.running.taking_down import Forgetting, destroy, open_once
from hardship_desk.ui.widgets.combo import ComboBox
from hardship_desk.ui.widgets.parts import empty
from hardship_desk.ui.widgets.question_card import QuestionCard
from hardship_desk.ui.widgets.text_area import TextArea
from tests.ui.waiting import until

MADE, LOST_AT_MOST = 30, 300
"""How many of each are made; bytes that one may leave. Qt left 1100 where nobody told it."""


class Memory(ctypes.Structure):
    """What the C library says of memory (`mallinfo2`); `uordblks` is in use."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def in_use() -> int:
    try:
        tell = ctypes.CDLL(None).mallinfo2
    except (AttributeError, OSError, TypeError):
        pytest.skip("this C library does not tell")
    tell.restype = Memory
    gc.collect()
    return int(tell().uordblks)


def lost_parts() -> Counter[str]:
    """Parts of pages that are gone, and that something still holds."""
    return Counter(
        type(thing).__name__
        for thing in gc.get_objects()
        if isinstance(thing, QObject)
        and type(thing).__module__.startswith("hardship_desk")
        and not isValid(thing)
    )


def pages_in_memory() -> int:
    gc.collect()
    return in_memory(CasePages)


def in_memory(kind: type) -> int:
    return sum(type(thing) is kind for thing in gc.get_objects())


def test_that_nothing_of_a_dossier_stays_once_it_was_left(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.wait(2 * AFTER_START_MS)
    finish_running_work()  # whoever looks at all objects may not do so while others make them
    before, cards, tasks = pages_in_memory(), in_memory(QuestionCard), in_memory(Task)
    lost = lost_parts()
    for case in window._desk.cases.list_cases()[:3]:
        window.show_case(case.id)
        window.show_page_of_case(Page.BESLUIT)
        finish_running_work()
        assert pages_in_memory() > before
    window.show_list()
    finish_running_work()
    assert in_memory(QuestionCard) > cards
    qtbot.waitUntil(lambda: in_memory(QuestionCard) <= cards, timeout=10_000)  # none waits
    qtbot.waitUntil(lambda: pages_in_memory() <= before, timeout=10_000)
    assert lost_parts() - lost == Counter()
    Task(
        window, list, list, lambda _error: None
    ).start()  # when one begins, those that are over may go
    finish_running_work()
    assert in_memory(Task) <= tasks + 1


def test_that_the_style_sheet_keeps_nothing_of_what_is_gone(
    qapp: QApplication, qtbot: QtBot
) -> None:
    if not qapp.styleSheet():
        qapp.setStyleSheet("QPlainTextEdit { background: white; border: 1px solid black; }")
    host = QWidget()
    qtbot.addWidget(host)
    layout = QVBoxLayout(host)
    host.resize(400, 40 * MADE)
    host.show()

    forgetting = Forgetting()

    def make_and_destroy() -> None:
        made = [kind() for _ in range(MADE) for kind in (ComboBox, TextArea)]
        for widget in made:
            layout.addWidget(widget)
            if isinstance(widget, ComboBox):
                widget.addItem("een")
        qapp.processEvents()
        for widget in made:
            destroy(widget, forgetting)

    def growth() -> int:
        before = in_use()
        make_and_destroy()
        return in_use() - before

    grown = [growth() for _ in range(7)]  # the first also fill what is kept for all
    assert sorted(grown[2:])[2] / (2 * MADE) < LOST_AT_MOST


def test_that_nothing_of_a_layout_that_is_emptied_stays(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    layout, inner = QVBoxLayout(host), QVBoxLayout()
    for held in (layout, inner):
        held.addWidget(QWidget())
        held.addStretch(1)
    layout.addLayout(inner)
    items = [held.itemAt(place) for held in (layout, inner) for place in range(held.count())]
    assert len(items) == 5
    assert all(map(isValid, items))
    empty(layout)
    assert not any(map(isValid, items))


def test_that_a_closed_dialog_is_destroyed_once_it_heard_what_came_of_its_work(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_down, "MOMENT_MS", 10)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog, may_end, heard = QDialog(parent), threading.Event(), list[bool]()
    open_once(dialog)
    Task(dialog, may_end.wait, lambda _done: heard.append(isValid(dialog)), print).start()
    dialog.reject()
    qtbot.wait(50)
    assert isValid(dialog)
    may_end.set()
    until(lambda: not isValid(dialog))
    assert heard == [True]
