"""Remarks at a question, by keyboard: made while reading, answered where they belong, and kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from hardship_desk.presenters.shell import Page
from hardship_desk.services.desk import Desk
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets.remark_card import RemarkCard
from tests.ui.test_pages import card, open_example
from tests.ui.test_stock_texts import put_in
from tests.ui.typist import Typist

AT = "intake.aanleiding"


def remark_made(typist: Typist, window: MainWindow) -> None:
    """The second reader remarks something at a question, and sends the verdict."""
    window.show_page_of_case(Page.MEELEZEN)
    typist.wait(30)
    assert window.pages is not None
    view = window.pages.review.view
    first = next(iter(view.parts.cards.values()))
    QTest.keyClick(first._make, Qt.Key.Key_Space)
    about = QApplication.focusWidget()
    assert isinstance(about, QComboBox)
    assert about.accessibleName() == "Waarover gaat uw opmerking?"
    about.setCurrentIndex(about.findData(AT))
    typist.tab()
    typist.type("Hoe hoorde de gemeente dit?")
    QTest.keyClick(first._make, Qt.Key.Key_Space)
    assert len(first.rows) == 2
    kept = view.typed()
    view.clear_remarks()
    view.restore(kept)
    assert view.parts.remarks() == ((AT, "Hoe hoorde de gemeente dit?"),)
    view.sent.emit("B. Lezer", "akkoord_mits", "", view.parts.remarks())
    assert view.parts.remarks() == ()


def answered(typist: Typist, window: MainWindow) -> str:
    """The caseworker comes by the remark with Tab and answers it; what the card says then."""
    typist.back_to_window()
    window.show_question(1, AT)
    typist.wait(30)
    shown = card(window, AT)
    [remark] = shown.findChildren(RemarkCard)
    assert remark.item.open
    area = remark.fields()[0]
    assert "Hoe hoorde de gemeente dit?" in area.accessibleName()
    typist.tab()
    while typist.focus() is not area:
        assert shown.isAncestorOf(typist.focus()), "Tab comes by the remark"
        typist.tab()
    typist.type("Uit het signaal van het UWV.")
    typist.tab()
    return remark.item.answered[0]


def test_that_a_remark_goes_from_the_reader_to_its_question_and_is_answered(
    window: MainWindow, desk: Desk
) -> None:
    open_example(window, desk)
    typist = Typist(window)
    remark_made(typist, window)
    assert "Uit het signaal" in answered(typist, window)
    window.show_page_of_case(Page.BESLUIT)
    typist.wait(30)
    assert window.pages is not None
    listed = window.pages.decision.view.remarks.findChildren(RemarkCard)
    assert [item.item.answer for item in listed] == ["Uit het signaal van het UWV."]
    area, _, again = listed[0].fields()
    assert area.isHidden(), "an answered remark is there to read"
    QTest.keyClick(again, Qt.Key.Key_Space)
    assert typist.focus() is area
    typist.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert put_in(typist, "hulp bij deze brief") is area, "a text of the list goes into an answer"
    area.appendPlainText("Morgen.")
    said = listed[0].item.answered
    window.pages.decision.view.save_typed()
    assert listed[0].item.answered == said, "with an open slot it is no answer yet"
    window.pages.decision.view.flush()
    assert listed[0].item.answer.endswith("Morgen."), "leaving loses no words"
    listed[0].question_wanted.emit(listed[0].item.step, listed[0].item.question)
    typist.wait(30)
    assert card(window, AT).isAncestorOf(typist.focus())
