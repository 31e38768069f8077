"""The panel in the Kompas: beside the window, by keyboard, and gone when an answer changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hardship_desk.services.desk import Desk
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets.what_if_panel import WhatIfPanel
from tests.ui.test_pages import open_example
from tests.ui.waiting import until

SPARED = ("draagkracht.vermogen", "50,00", True)


@pytest.fixture
def panel(window: MainWindow, desk: Desk) -> WhatIfPanel:
    open_example(window, desk)
    window.show_question(7)
    QTest.qWait(50)
    assert window.pages is not None
    found = window.pages.work_view.kompas.sheet.what_if
    assert found is not None
    return found


def press(panel: WhatIfPanel, text: str) -> None:
    [found] = [
        item for item in panel.findChildren(QPushButton) if item.text() == text and item.isVisible()
    ]
    found.setFocus()
    found.click()


def words(panel: WhatIfPanel) -> str:
    return "\n".join(item.text() for item in panel.findChildren(QLabel) if item.isVisible())


def wait_for(panel: WhatIfPanel, text: str) -> None:
    until(lambda: text in words(panel))


def test_that_the_list_comes_without_holding_the_window(panel: WhatIfPanel) -> None:
    beats = 0

    def beat() -> None:
        nonlocal beats
        beats += 1

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(10)
    press(panel, "Wat zou dit veranderen?")
    assert "Bezig met rekenen" in words(panel)
    wait_for(panel, "Nu: €")
    assert beats > 5
    QTest.qWait(50)
    assert panel.height() >= panel.heightForWidth(panel.width()) - 2


def test_that_stopping_keeps_the_focus_in_the_panel(panel: WhatIfPanel) -> None:
    press(panel, "Wat zou dit veranderen?")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Stoppen"
    focus.click()
    wait_for(panel, "niet volledig")


def test_that_another_answer_drops_the_list(window: MainWindow, panel: WhatIfPanel) -> None:
    press(panel, "Wat zou dit veranderen?")
    assert window.pages is not None
    window.pages.work_view.column.answer_given.emit(*SPARED)
    QTest.qWait(50)
    assert "Bezig" not in words(panel)
    assert "Nu:" not in words(panel)


def test_that_a_window_may_close_while_it_runs(window: MainWindow, panel: WhatIfPanel) -> None:
    press(panel, "Wat zou dit veranderen?")
    window.show_list()
    QTest.qWait(100)
    assert window.start.list_view.isVisible()
