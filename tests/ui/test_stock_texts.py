"""Texts to use again, by keyboard: put in, filled in slot by slot, kept, and blocking while open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from hardship_desk.presenters.shell import Page
from hardship_desk.services.desk import Desk
from hardship_desk.ui.dialogs.own_texts import OwnTextsDialog
from hardship_desk.ui.dialogs.stock_text import StockTextDialog
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets.flag_card import FlagCard
from hardship_desk.ui.widgets.message_bar import MessageBar
from hardship_desk.ui.widgets.slot_area import SlotArea
from tests.ui.test_pages import open_example
from tests.ui.typist import CONTROL, Typist

QUESTION = "conclusie.schuurt"


@pytest.fixture
def typist(window: MainWindow, desk: Desk) -> Typist:
    open_example(window, desk)
    window.show_question(13, QUESTION)
    QTest.qWait(20)
    return Typist(window)


def area() -> SlotArea:
    found = QApplication.focusWidget()
    assert isinstance(found, SlotArea)
    return found


def put_in(typist: Typist, words: str) -> SlotArea:
    """Choose the first text with these words."""
    typist.press(Qt.Key.Key_T, CONTROL)
    dialog = typist.window.findChild(StockTextDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.field, words)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    typist.back_to_window()
    return area()


def said(window: MainWindow) -> str:
    bar = window.findChild(MessageBar)
    assert bar is not None
    return bar.text


def selected(found: QPlainTextEdit) -> str:
    return found.textCursor().selectedText()


def leave_by_tab(typist: Typist) -> None:
    """Tab leaves a field in which nobody fills in, forward and back."""
    found = put_in(typist, "hulp bij deze brief")
    typist.press(Qt.Key.Key_Escape)
    typist.tab()
    assert not found.hasFocus()
    found.setFocus()
    typist.tab()
    assert not found.hasFocus(), "coming back does not begin to fill in"
    found.setFocus()
    typist.press(Qt.Key.Key_Backtab)
    assert not found.hasFocus()


def test_that_a_text_is_put_in_and_filled_in_without_the_mouse(typist: Typist) -> None:
    window = typist.window
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.type("Vooraf.")
    found = put_in(typist, "wij spraken de inw")
    assert found.toPlainText().startswith("Vooraf. Op [nog invullen: datum van het gesprek]")
    assert selected(found) == "[nog invullen: datum van het gesprek]"
    assert "3 open plekken" in found.open_line.text()
    typist.type("3 mei")
    typist.tab()
    assert selected(found).startswith("[nog invullen: telefonisch")
    typist.type("thuis")
    typist.tab()
    typist.type("dat het werk stopte")
    assert found.open_line.isHidden()
    typist.tab()
    assert not found.hasFocus(), "after the last slot Tab leaves the field"
    window.flush()
    assert window.pages is not None
    answers = window.pages.case.answers
    written = next(item.value for item in answers if item.question == QUESTION)
    assert "Op 3 mei spraken wij met u. Dat gesprek was thuis." in str(written)
    window.show_question(13, QUESTION)
    typist.wait(20)
    leave_by_tab(typist)


def test_that_an_open_slot_is_found_from_anywhere_and_leads_to_its_field(typist: Typist) -> None:
    window = typist.window
    found = put_in(typist, "hulp bij deze brief")
    window.flush()
    window.show_question(1)
    typist.wait(30)
    typist.press(Qt.Key.Key_F8)
    typist.wait(30)
    assert area() is found
    assert selected(found) == "[nog invullen: telefoonnummer]"
    window.show_page_of_case(Page.BESLUIT)
    typist.wait(30)
    assert window.pages is not None
    cards = window.pages.decision.view.findChildren(FlagCard)
    [card] = [item for item in cards if item.item.question == QUESTION]
    assert "telefoonnummer" in card.item.text
    card.step_wanted.emit(card.item.step, card.item.question)
    typist.wait(30)
    assert area() is found


def test_that_a_slot_in_an_own_paragraph_is_reached(typist: Typist) -> None:
    window = typist.window
    assert window.pages is not None
    paragraph = window.pages.case.assessment.considerations[0].id
    window.pages.decision.presenter.set_own_text(paragraph, "Omdat [nog invullen: waarom] zo is.")
    typist.press(Qt.Key.Key_F8)
    typist.wait(30)
    assert window.pages.page is Page.BESLUIT
    assert selected(area()) == "[nog invullen: waarom]"
    typist.type("het")
    typist.press(Qt.Key.Key_F8)
    assert "geen open plek" in said(window)
    window.show_list()
    window.commands.stock_texts.insert()
    assert "Zet de cursor eerst" in said(window)
    window.commands.stock_texts.next_slot()


def test_that_a_selection_becomes_an_own_text(typist: Typist, desk: Desk) -> None:
    window = typist.window
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.type("Mijn vaste zin.")
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.press(Qt.Key.Key_T, CONTROL)
    palette = window.findChild(StockTextDialog)
    assert palette is not None
    palette.own_wanted.emit("Mijn vaste zin.")
    palette.reject()
    own = window.findChild(OwnTextsDialog)
    assert own is not None
    assert own.area.toPlainText() == "Mijn vaste zin."
    own.reject()
    assert own.isVisible(), "words that are not kept are not lost by one press"
    own.presenter.keep("", "Vast", own.area.toPlainText())
    assert "Vast" in own.said
    own.reject()
    assert not own.isVisible()
    assert [item.title for item in desk.stock_texts.own()] == ["Vast"]
    typist.back_to_window()
    window.commands.stock_texts.insert()
    again = window.findChild(StockTextDialog)
    assert again is not None
    assert again.rows.item(0).text().startswith("Vast\n")
    again.reject()


def test_that_the_kladblok_and_an_answer_to_a_flag_take_texts_with_slots(typist: Typist) -> None:
    window = typist.window
    window.show_page_of_case(Page.KLADBLOK)
    typist.wait(30)
    notes = put_in(typist, "hulp bij deze brief")
    assert selected(notes) == "[nog invullen: telefoonnummer]"
    assert "vaststellen" not in notes.open_line.text(), "what is noted holds nothing up"
    window.show_question(5)
    assert window.pages is not None
    window.pages.work_view.finish()
    typist.wait(30)
    [card] = [item for item in window.findChildren(FlagCard) if item._text.isVisible()]
    told: list[str] = []
    card.answered.connect(lambda _flag, text, _reader: told.append(text))
    card.focus_first()
    typist.press(Qt.Key.Key_A, CONTROL)
    answer = put_in(typist, "hulp bij deze brief")
    assert "niet opgeslagen" in answer.open_line.text()
    card.flush()
    card.findChildren(QPushButton)[-1].click()
    assert told == []
    typist.type("14 020")
    card.flush()
    assert len(told) == 1
    assert "14 020" in told[0]
