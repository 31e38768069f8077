"""The municipality of a dossier in the window: seen first, by keyboard, and then switched or left."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from hardship_desk.presenters.shell import Page
from hardship_desk.services.desk import Desk
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets.switch_card import SwitchCard
from tests.ui.test_pages import open_example
from tests.ui.waiting import until


@pytest.fixture
def card(window: MainWindow, desk: Desk) -> SwitchCard:
    open_example(window, desk)
    window.show_page_of_case(Page.PERSONEN)
    assert window.pages is not None
    return window.pages.persons.view.switch


def press(card: SwitchCard, text: str) -> None:
    [found] = [item for item in card.findChildren(QPushButton) if item.text() == text]
    assert found.isVisible()
    found.setFocus()
    found.click()


def words(card: SwitchCard) -> str:
    return "\n".join(item.text() for item in card.findChildren(QLabel) if item.isVisible())


def compared(card: SwitchCard) -> None:
    dialog = card.choose()
    dialog.chosen.emit("GM0599")
    dialog.reject()
    until(lambda: "Dan: Rotterdam" in words(card))


def test_that_the_changes_are_seen_and_can_be_left(card: SwitchCard, window: MainWindow) -> None:
    before = words(card)
    compared(card)
    assert "Dan: Rotterdam" in words(card)
    press(card, "Niet wisselen")
    assert words(card) == before
    assert window.pages is not None
    assert window.pages.case.case.gemeentecode != "GM0599"


def test_that_switching_is_one_button_more(card: SwitchCard, window: MainWindow) -> None:
    compared(card)
    press(card, "Wissel naar Rotterdam")
    assert window.pages is not None
    assert window.pages.case.case.gemeentecode == "GM0599"
    assert words(card) == "Nu: Rotterdam"


def test_that_a_window_may_close_while_it_compares(card: SwitchCard, window: MainWindow) -> None:
    dialog = card.choose()
    dialog.chosen.emit("GM0599")
    dialog.reject()
    window.show_list()
    QTest.qWait(100)
    assert window.start.list_view.isVisible()
