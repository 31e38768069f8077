"""Working on each page: what a person does there is saved, and can be done by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from hardship_desk.domain.answers import Answer, AnswerState
from hardship_desk.domain.case import Case
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.period import Period
from hardship_desk.presenters.question_item import Mode
from hardship_desk.presenters.shell import Page
from hardship_desk.services.desk import Desk
from hardship_desk.ui.dialogs.history import HistoryDialog
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.pages.of_case import CasePages
from hardship_desk.ui.widgets.chooser import Chooser
from hardship_desk.ui.widgets.consideration_card import ConsiderationCard
from hardship_desk.ui.widgets.finding_card import FindingCard
from hardship_desk.ui.widgets.section_list import SectionList
from tests.ui.journeys import adopt, go_to_part
from tests.ui.test_pages import card, open_example
from tests.ui.typist import CONTROL, SHIFT, Typist


@pytest.fixture
def typist(window: MainWindow, desk: Desk) -> Typist:
    open_example(window, desk)
    return Typist(window)


def pages(typist: Typist) -> CasePages:
    found = typist.window.pages
    assert found is not None
    return found


def saved(typist: Typist, desk: Desk) -> Case:
    return desk.cases.open_case(pages(typist).case.case_id)


def answer(typist: Typist, desk: Desk, question: str) -> Answer:
    case = saved(typist, desk)
    found = case.answers_for(pages(typist).case.decision_id).get(QuestionId(question))
    assert found is not None
    return found


def press_button(typist: Typist, text: str) -> None:
    """Walk with Tab to the next button with this text, and press it."""
    for _ in range(40):
        focus = typist.focus()
        if isinstance(focus, QPushButton) and focus.text() == text:
            typist.press(Qt.Key.Key_Return)
            typist.wait(30)
            return
        typist.tab()
    raise AssertionError(text)


def test_that_a_reason_for_not_applicable_is_typed_at_the_question(
    typist: Typist, desk: Desk
) -> None:
    typist.window.show_question(1, "intake.rapport_datum")
    typist.wait()
    card(typist.window, "intake.rapport_datum").switch(Mode.NOT_APPLICABLE)
    typist.type("Er is geen rapport.")
    typist.press(Qt.Key.Key_Return, CONTROL)
    found = answer(typist, desk, "intake.rapport_datum")
    assert (found.state, found.explanation) == (AnswerState.NOT_APPLICABLE, "Er is geen rapport.")


def test_that_who_finds_out_is_typed_at_the_question(typist: Typist, desk: Desk) -> None:
    typist.window.show_question(1, "intake.rapport_datum")
    typist.wait()
    card(typist.window, "intake.rapport_datum").switch(Mode.INVESTIGATE)
    typist.type("Jan")
    typist.tab()
    typist.type("31-02-2026")
    typist.tab()
    typist.press(Qt.Key.Key_Backtab, SHIFT)
    due = typist.focus()
    assert isinstance(due, QLineEdit)
    assert due.text() == "31-02-2026"
    assert "geen datum" in card(typist.window, "intake.rapport_datum").item.error
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.type("01-12-2026")
    typist.press(Qt.Key.Key_Return, CONTROL)
    found = answer(typist, desk, "intake.rapport_datum")
    assert (found.state, found.actor) == (AnswerState.TO_INVESTIGATE, "Jan")


def test_that_a_period_is_typed_in_two_fields(typist: Typist, desk: Desk) -> None:
    window = typist.window
    case = pages(typist).case
    other = next(item.id for item in case.case.decisions if item.type == "terugvordering_elders")
    window.show_place(case.case_id, other, 0, "")
    typist.wait(50)
    window.show_question(13, "terugvordering_elders.periode")
    typist.wait()
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.type("06-01-2026")
    typist.tab()
    typist.press(Qt.Key.Key_Return, CONTROL)
    value = answer(typist, desk, "terugvordering_elders.periode").value
    assert isinstance(value, Period)
    assert value.start.isoformat() == "2026-01-06"


def test_that_a_finding_is_weighed_by_keyboard(typist: Typist, desk: Desk) -> None:
    typist.window.show_question(13)
    typist.wait(50)
    cards = pages(typist).work_view.kompas.sheet.cards.values()
    loose = next(item for item in cards if isinstance(item, FindingCard) and item.item.can_weigh)
    loose.focus_first()
    typist.press(Qt.Key.Key_Home)
    typist.press(Qt.Key.Key_Down, times=3)
    assert isinstance(typist.focus(), QLineEdit | QComboBox)
    if isinstance(typist.focus(), QComboBox):
        typist.tab()
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.type("Dit telt licht.")
    typist.press(Qt.Key.Key_Return)
    weighed = saved(typist, desk).decision(pages(typist).case.decision_id).weighing
    reasons = {str(item.finding): item.reason for item in weighed}
    assert reasons[loose.item.id] == "Dit telt licht."


def test_that_own_words_replace_a_paragraph(typist: Typist, desk: Desk) -> None:
    typist.press(Qt.Key.Key_B, CONTROL)
    typist.wait(50)
    paragraph = pages(typist).decision.view.findChildren(ConsiderationCard)[0]
    paragraph.write()
    typist.type("Dit is ons eigen oordeel.")
    typist.tab()
    typist.wait(30)
    found = answer(typist, desk, f"overweging.{paragraph.item.id}")
    assert found.value == "Dit is ons eigen oordeel."


def record_the_sending(typist: Typist) -> None:
    """A day to come is refused; another is asked once more, and begins the letters."""
    form = pages(typist).decision.view.announce
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.type("14-10-2126")
    press_button(typist, "Als verzonden vastleggen")
    assert form.fields[0].is_wrong
    assert typist.focus() is form.fields[0].widget
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.type("14-10-2026")
    press_button(typist, "Als verzonden vastleggen")
    assert "woensdag 14 oktober 2026" in form.question.text()
    press_button(typist, "Ja, vastleggen")
    assert pages(typist).decision.view.letters.typed().sent_on == "14-10-2026"


def test_the_way_from_the_second_reader_to_the_follow_up(
    typist: Typist, desk: Desk, qapp: QApplication
) -> None:
    typist.wait(50)
    go_to_part(typist, 3)
    typist.type("B. Lezer")
    typist.tab()
    typist.press(Qt.Key.Key_Down)
    press_button(typist, "Oordeel toevoegen")
    adopt(typist, "A. Behandelaar", "Mandaat 1")
    typist.wait()
    assert pages(typist).decision.view.announce.isAncestorOf(typist.focus()), "what comes next"
    go_to_part(typist, 5)
    record_the_sending(typist)
    go_to_part(typist, 6)
    typist.press(Qt.Key.Key_Down, times=2)
    typist.tab()
    typist.type("20-10-2026")
    typist.tab()
    typist.type("De brief is uitgelegd.")
    press_button(typist, "Toevoegen aan de opvolging")
    decision = saved(typist, desk).decision(pages(typist).case.decision_id)
    assert decision.state is DecisionState.BEKENDGEMAAKT
    assert decision.reviews[0].reader == "B. Lezer"
    assert decision.follow_ups[0].text == "De brief is uitgelegd."
    check_that_looking_again_begins_at_what_changed(typist, qapp)


def check_that_looking_again_begins_at_what_changed(typist: Typist, qapp: QApplication) -> None:
    window = typist.window
    window.commands.run("overnemen.heroverweging.menu")
    typist.wait(50)
    chooser = qapp.activeModalWidget()
    assert isinstance(chooser, Chooser)
    QTest.keyClicks(chooser._search, "geld en schulden: welke")
    QTest.keyClick(chooser._search, Qt.Key.Key_Down)
    QTest.keyClick(chooser._list, Qt.Key.Key_Space)
    QTest.keyClick(chooser._list, Qt.Key.Key_Return)
    typist.back_to_window()
    typist.wait(50)
    focus = typist.focus()
    assert "schulden zijn er" in focus.accessibleName()
    box = next(box for box in window.findChildren(QComboBox) if "Boete (2)" in box.currentText())
    assert [box.itemText(place) for place in range(box.count())][-2] == "Boete (1)"


def test_that_blocks_go_to_the_clipboard_by_key(typist: Typist) -> None:
    typist.press(Qt.Key.Key_B, CONTROL)
    typist.wait(50)
    typist.press(Qt.Key.Key_C, CONTROL | SHIFT)
    first = QGuiApplication.clipboard().text()
    typist.press(Qt.Key.Key_C, CONTROL | SHIFT)
    assert first
    assert QGuiApplication.clipboard().text() != first


def test_that_evidence_is_typed_and_linked(typist: Typist, desk: Desk) -> None:
    typist.press(Qt.Key.Key_3, CONTROL)
    typist.wait(50)
    typist.type("Huurcontract")
    typist.tab()
    typist.press(Qt.Key.Key_Down)
    press_button(typist, "Vragen kiezen …")
    typist.type("wat is er gebeurd")
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Up)
    typist.press(Qt.Key.Key_Space)
    press_button(typist, "Kiezen")
    typist.back_to_window()
    pages(typist).flush()
    piece = next(item for item in saved(typist, desk).evidence if item.title == "Huurcontract")
    assert piece.supports


def test_that_a_conversation_is_written_down(typist: Typist, desk: Desk) -> None:
    typist.press(Qt.Key.Key_4, CONTROL)
    typist.wait(50)
    pages(typist).notes.view.start_conversation()
    typist.type("02-06-2026")
    typist.tab()
    typist.type("telefoon")
    typist.tab()
    typist.type("inwoner")
    press_button(typist, "Gesprek toevoegen")
    typist.type("Zij belde zelf. Er is hulp nodig.")
    typist.wait(750)
    talk = saved(typist, desk).conversations[-1]
    assert [item.text for item in talk.sentences] == ["Zij belde zelf.", "Er is hulp nodig."]
    assert talk.channel == "telefoon"


def test_that_a_person_is_added(typist: Typist, desk: Desk) -> None:
    typist.press(Qt.Key.Key_2, CONTROL)
    typist.wait(50)
    for _ in range(30):
        if typist.focus().accessibleName() == "Rol":
            break
        typist.tab()
    typist.press(Qt.Key.Key_Down, times=2)
    typist.tab()
    typist.type("partner 1")
    press_button(typist, "Persoon toevoegen")
    assert saved(typist, desk).persons[-1].label == "partner 1"


def test_that_keys_change_the_look_and_the_panels(typist: Typist, qapp: QApplication) -> None:
    look = typist.window.look
    typist.press(Qt.Key.Key_D, CONTROL)
    assert look.theme.tokens.name == "dark"
    typist.press(Qt.Key.Key_D, CONTROL)
    assert look.theme.tokens.name == "contrast"
    typist.press(Qt.Key.Key_D, CONTROL)
    assert look.theme.tokens.name == "light"
    typist.press(Qt.Key.Key_Plus, CONTROL)
    assert look.theme.scale == 115
    typist.press(Qt.Key.Key_0, CONTROL)
    assert look.theme.scale == 100
    typist.window.show_page_of_case(Page.VRAGEN)
    typist.wait(30)
    names = []
    for _ in range(3):
        typist.press(Qt.Key.Key_F6)
        names.append(type(typist.focus()).__name__)
    assert "Rail" in names
    typist.press(Qt.Key.Key_F2)
    typist.press(Qt.Key.Key_F1, CONTROL)
    QTest.qWait(30)
    dialog = qapp.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == "Sneltoetsen"
    dialog.close()


def test_that_the_kompas_follows_the_question_with_the_focus(typist: Typist) -> None:
    window = typist.window
    shown = pages(typist).work_view.kompas.of_question
    window.show_question(7, "draagkracht.niveau")
    typist.wait(600)
    links = [made for made in shown.findChildren(QPushButton) if made.isVisible()]
    assert [made.text() for made in links] == ["Awb 5:46", "Telt mee bij 1 bevinding"]
    links[1].click()
    window.show_question(7, "draagkracht.leefvorm")
    typist.wait(600)
    assert links[0].text() == "Awb 3:4"
    links[0].click()
    assert window.tools.isVisible()


def test_that_the_last_answer_is_undone_outside_a_text_field(typist: Typist, desk: Desk) -> None:
    window = typist.window
    window.show_question(1, "intake.soort_overtreding")
    typist.wait()
    before = answer(typist, desk, "intake.soort_overtreding").value
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Space)
    assert answer(typist, desk, "intake.soort_overtreding").value != before
    typist.press(Qt.Key.Key_Z, CONTROL)
    assert answer(typist, desk, "intake.soort_overtreding").value == before
    assert card(window, "intake.soort_overtreding").editor.raw() == before


def test_that_a_text_field_keeps_undo_for_its_own_text(typist: Typist, desk: Desk) -> None:
    window = typist.window
    window.show_question(1, "intake.aanleiding")
    typist.wait()
    before = answer(typist, desk, "intake.aanleiding").value
    typist.press(Qt.Key.Key_End, CONTROL)
    typist.type(" En meer.")
    typist.press(Qt.Key.Key_Z, CONTROL)
    assert typist.text() == before


def test_that_an_earlier_answer_is_put_back_from_the_menu_by_keyboard(
    typist: Typist, desk: Desk
) -> None:
    window = typist.window
    window.show_question(1, "intake.rapport_datum")
    typist.wait()
    before = card(window, "intake.rapport_datum").item.raw
    pages(typist).work.answer("intake.rapport_datum", "01-09-2026", final=True)

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert menu is not None
        for key in (*[Qt.Key.Key_Down] * 7, Qt.Key.Key_Return):
            QTest.keyClick(menu, key)

    QTimer.singleShot(50, choose)
    typist.press(Qt.Key.Key_M, CONTROL)
    typist.wait(80)
    dialog = window.findChild(HistoryDialog)
    assert dialog is not None
    assert len(dialog.restores) == 1
    QTest.keyClick(dialog.restores[0], Qt.Key.Key_Return)
    typist.wait(50)
    assert card(window, "intake.rapport_datum").item.raw == before


def test_that_what_is_pasted_brings_no_formatting(typist: Typist, desk: Desk) -> None:
    window = typist.window
    window.show_question(1, "intake.aanleiding")
    typist.wait()
    copied = QMimeData()
    copied.setHtml("<p style='color:red'>Er werd <b>niet</b> gemeld.</p>")
    copied.setText("Er werd niet gemeld.")
    QGuiApplication.clipboard().setMimeData(copied)
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.press(Qt.Key.Key_V, CONTROL)
    typist.press(Qt.Key.Key_Return, CONTROL)
    assert answer(typist, desk, "intake.aanleiding").value == "Er werd niet gemeld."


def test_that_a_click_on_a_part_of_the_decision_puts_the_focus_in_it(typist: Typist) -> None:
    typist.press(Qt.Key.Key_B, CONTROL)
    typist.wait(50)
    view = pages(typist).decision.view
    sections = view.findChild(SectionList)
    assert sections is not None
    names = [sections.item(row).text() for row in range(sections.count())]
    row = names.index("Vaststellen")
    QTest.mouseClick(
        sections.viewport(),
        Qt.MouseButton.LeftButton,
        pos=sections.visualItemRect(sections.item(row)).center(),
    )
    typist.wait()
    assert view.adopt.isAncestorOf(typist.focus())
    form = view.adopt
    form.fields[0].show_text("A. Behandelaar")
    form.send.click()
    assert [field.is_wrong for field in form.fields] == [False, True, False]
    assert form.fields[1].widget.hasFocus(), "at once where it is empty"
    form.fields[1].show_text("Mandaatbesluit")
    form.show_problem("")
    assert not any(field.is_wrong for field in form.fields)
    asked = view.announce
    asked.fields[0].show_text("20-11-2026")
    asked.ask("Is de brief verzonden op 20 november?")
    sent: list[str] = []
    asked.sent.connect(sent.append)
    QTest.keyClicks(asked.fields[0].widget, "1")
    asked.send.click()
    assert sent == [], "another day is asked again"
