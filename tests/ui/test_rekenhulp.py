"""The rekenhulp by keyboard, from the start page and into a dossier."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.views.rekenhulp_view import RekenhulpPageView
from hardship_desk.ui.widgets.calculation_card import CalculationCard
from hardship_desk.ui.widgets.help_field import PAUSE_MS
from tests.ui.typist import CONTROL, Typist

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(window: MainWindow) -> RekenhulpPageView:
    Typist(window).press(Qt.Key.Key_F4)
    return window.tools.rekenhulp_view


def lines(view: RekenhulpPageView) -> str:
    cards = [card for card in view.findChildren(CalculationCard) if card.isVisible()]
    return "\n".join(item.text() for card in cards for item in card.findChildren(QLabel))


def test_that_it_opens_and_closes_by_key(window: MainWindow, view: RekenhulpPageView) -> None:
    assert QApplication.focusWidget() is view.which.widget
    Typist(window).press(Qt.Key.Key_Escape)
    assert window.start.isVisible()


def test_that_a_term_appears_while_typing(window: MainWindow, view: RekenhulpPageView) -> None:
    view.chosen.emit("termijnen")
    typist = Typist(window)
    view.days["verzonden"].widget.setFocus()
    typist.type("13-11-2026")
    typist.wait(PAUSE_MS + 800)
    assert "De laatste dag is 28-12-2026." in lines(view)
    typist.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is view.days["besluit"].widget
    typist.type("30-11-2026")
    typist.press(Qt.Key.Key_C, CONTROL | SHIFT)
    typist.wait(PAUSE_MS + 800)
    assert "uiterlijk 28-02-2027" in lines(view)
    assert "28-12-2026" in QGuiApplication.clipboard().text()


def test_that_a_half_typed_day_is_not_called_wrong(
    window: MainWindow, view: RekenhulpPageView
) -> None:
    view.chosen.emit("termijnen")
    typist = Typist(window)
    day = view.days["verzonden"].widget
    day.setFocus()
    typist.type("13-1")
    typist.wait(PAUSE_MS + 800)
    assert day.accessibleDescription() == ""
    typist.press(Qt.Key.Key_Tab)
    typist.wait(30)
    assert day.accessibleDescription().startswith("Dit is geen datum")


def test_that_an_answer_keeps_the_focus_and_brings_the_next_question(
    window: MainWindow, view: RekenhulpPageView
) -> None:
    assert "benadeling.bedrag" not in view.fields
    view.fields["benadeling.soort"].editor.focus_first()
    typist = Typist(window)
    typist.press(Qt.Key.Key_2)
    typist.wait(30)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.fields["benadeling.soort"].isAncestorOf(focus)
    assert list(view.fields)[:1] == ["benadeling.soort"]
    assert view.fields["benadeling.bedrag"].isVisibleTo(view)


def test_that_the_form_can_be_emptied(window: MainWindow, view: RekenhulpPageView) -> None:
    window.tools.rekenhulp.show_example("boete")
    assert view.days["besluit"].text() == "12-06-2026"
    clear = [item for item in view.findChildren(QPushButton) if item.text() == "Velden leegmaken"]
    clear[-1].click()
    assert view.days["besluit"].text() == ""
    assert view.fields["benadeling.soort"].editor.raw() == ""


def test_that_a_dossier_is_made_of_it(window: MainWindow, view: RekenhulpPageView) -> None:
    window.tools.rekenhulp.show_example("boete")
    start = [item for item in view.findChildren(QPushButton) if "dossier van" in item.text()]
    start[0].click()
    assert window.new_view is not None
    assert window.new_view.isVisible()
    assert window.new_view._lines["decision_date"].text() == "12-06-2026"
    assert window.new_view._type.currentData() == "boete"
