"""The reference by keyboard: search, arrows, Enter to read, Escape back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hardship_desk.presenters.shell import Page
from hardship_desk.services.desk import Desk
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.views.reference_view import PAUSE_MS, ReferencePageView
from tests.ui.test_pages import open_example
from tests.ui.typist import CONTROL, Typist
from tests.ui.waiting import until

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(window: MainWindow) -> ReferencePageView:
    Typist(window).press(Qt.Key.Key_F3)
    return window.tools.reference_view


def title(view: ReferencePageView) -> str:
    page = view.sheet.page
    return page.title if page is not None else ""


def test_that_it_opens_from_the_start_page_with_the_focus_in_the_search_field(
    window: MainWindow, view: ReferencePageView
) -> None:
    assert QApplication.focusWidget() is view.search.widget
    assert view.found.count() > 190
    typist = Typist(window)
    typist.press(Qt.Key.Key_Escape)
    assert window.start.isVisible()


def test_that_typing_finds_and_arrows_choose(window: MainWindow, view: ReferencePageView) -> None:
    typist = Typist(window)
    typist.type("voorschot")
    assert 1 < view.found.count() < 20
    first = title(view)
    typist.press(Qt.Key.Key_Down)
    typist.wait(PAUSE_MS + 800)
    assert QApplication.focusWidget() is view.search.widget
    assert view.found.currentRow() == 1
    assert title(view) != first


def test_that_enter_reads_and_escape_goes_back_one_step_at_a_time(
    window: MainWindow, view: ReferencePageView
) -> None:
    typist = Typist(window)
    typist.type("5:53")
    typist.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view.sheet
    assert "5:53" in title(view)
    typist.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view.search.widget
    typist.press(Qt.Key.Key_Escape)
    assert view.search.text() == ""
    assert view.isVisible()
    typist.press(Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_that_the_whole_entry_is_copied_by_key(window: MainWindow, view: ReferencePageView) -> None:
    typist = Typist(window)
    typist.type("5:53")
    typist.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert "5:53" in QGuiApplication.clipboard().text()


def test_that_a_typed_day_counts_when_the_field_is_left(
    window: MainWindow, view: ReferencePageView
) -> None:
    typist = Typist(window)
    typist.type("52 voorschot")
    view.day.widget.setFocus()
    typist.type("01-02-2025")
    typist.press(Qt.Key.Key_Return)
    typist.wait(30)
    assert view.sheet.page is not None
    assert "90 procent" in view.sheet.page.plain()


def test_that_a_dossier_is_still_there_afterwards(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_page_of_case(Page.BEWIJS)
    typist = Typist(window)
    typist.press(Qt.Key.Key_F3)
    assert window.tools.reference_view.isVisible()
    typist.press(Qt.Key.Key_Escape)
    assert window.pages is not None
    assert window.pages.isVisible()
    assert window.pages.page is Page.BEWIJS


def test_that_a_form_that_was_being_filled_in_is_still_there_afterwards(window: MainWindow) -> None:
    window.show_today()
    window.show_new()
    typist = Typist(window)
    typist.press(Qt.Key.Key_F3)
    typist.press(Qt.Key.Key_Escape)
    form = window.new_view
    assert form is not None
    assert form.isVisible()
    form._on_create()
    assert form._errors["weight"].isVisible()
    form._weights.button(0).click()
    assert not form._errors["weight"].isVisible(), "it is mended"
    assert form._errors["number"].isVisible()
    form.cancel_wanted.emit()
    assert window.start.today_view.isVisible(), "where one came from"


def test_that_a_provision_opens_from_the_kompas(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_question(2)
    assert window.pages is not None
    window.pages.work_view.finish()
    QTest.qWait(30)
    kompas = window.pages.work_view.kompas.sheet
    links = [
        item for item in kompas.findChildren(QPushButton) if item.text() == "Participatiewet 17"
    ]
    links[0].click()
    view = window.tools.reference_view
    assert title(view) == "Participatiewet art. 17 lid 1"
    assert QApplication.focusWidget() is view.sheet


def test_that_keys_of_a_dossier_do_nothing_while_the_reference_is_shown(
    window: MainWindow, desk: Desk
) -> None:
    open_example(window, desk)
    window.show_question(1)
    typist = Typist(window)
    typist.press(Qt.Key.Key_F3)
    typist.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.pages is not None
    assert window.pages.work.step == 1
    assert window.tools.isVisible()


def test_that_a_narrow_window_shows_the_list_or_the_entry(
    window: MainWindow, view: ReferencePageView, qtbot: QtBot
) -> None:
    window.look.set_scale(200)
    try:
        window.resize(1280, 800)
        until(lambda: not view.sheet.isVisible())
        Typist(window).press(Qt.Key.Key_Return)
        assert view.sheet.isVisible()
        assert not view.search.isVisible()
        Typist(window).press(Qt.Key.Key_Escape)
        assert view.search.isVisible()
    finally:
        window.look.set_scale(100)
