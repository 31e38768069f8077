"""A dossier that was left is gone from memory: hours of work must not fill it."""

from __future__ import annotations

import gc

from pytestqt.qtbot import QtBot

from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.pages.of_case import CasePages
from hardship_desk.ui.running.background import AFTER_START_MS, finish_running_work
from hardship_desk.ui.widgets.question_card import QuestionCard


def pages_in_memory() -> int:
    gc.collect()
    return in_memory(CasePages)


def in_memory(kind: type) -> int:
    return sum(type(thing) is kind for thing in gc.get_objects())


def test_that_nothing_of_a_dossier_stays_once_it_was_left(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.wait(2 * AFTER_START_MS)
    finish_running_work()  # whoever looks at all objects may not do so while others make them
    before, cards = pages_in_memory(), in_memory(QuestionCard)
    for case in window._desk.cases.list_cases()[:3]:
        window.show_case(case.id)
        assert pages_in_memory() > before
    window.show_list()
    finish_running_work()
    assert in_memory(QuestionCard) > cards
    qtbot.waitUntil(lambda: in_memory(QuestionCard) <= cards, timeout=10_000)  # none waits
    qtbot.waitUntil(lambda: pages_in_memory() <= before, timeout=10_000)
