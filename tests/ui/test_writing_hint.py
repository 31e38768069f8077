"""The writing help under a text field: after a pause, quiet, and never in the way."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hardship_desk.services.desk import Desk
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets.editors.long_text import LongTextEditor
from hardship_desk.ui.widgets.writing_hint import WritingHint
from tests.ui.test_pages import card, open_example
from tests.ui.typist import CONTROL, Typist
from tests.ui.waiting import pause, until


def editor(window: MainWindow, desk: Desk) -> LongTextEditor:
    open_example(window, desk)
    window.show_question(13, "conclusie.schuurt")
    QTest.qWait(20)
    found = card(window, "conclusie.schuurt").editor
    assert isinstance(found, LongTextEditor)
    return found


def wait_for(hint: WritingHint, *, shown: bool) -> None:
    until(lambda: bool(hint.text) is shown)


def test_that_a_branding_word_gives_a_hint_and_the_focus_stays(
    window: MainWindow, desk: Desk
) -> None:
    text = editor(window, desk)
    typist = Typist(window)
    typist.type("Dit is fraude.")
    assert text.hint.text == ""
    wait_for(text.hint, shown=True)
    assert "‘fraude’ geeft een stempel" in text.hint.text
    assert QApplication.focusWidget() in text.fields()
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.type("Dit klopt.")
    wait_for(text.hint, shown=False)


def test_that_it_blocks_nothing(window: MainWindow, desk: Desk) -> None:
    text = editor(window, desk)
    Typist(window).type("Dit is fraude.")
    wait_for(text.hint, shown=True)
    assert window.pages is not None
    window.flush()
    case = desk.cases.open_case(window.pages.case.case_id)
    answers = case.answers_for(window.pages.case.decision_id)
    assert any(answer.value == "Dit is fraude." for answer in answers)


def test_that_a_text_that_is_only_shown_is_left_alone(window: MainWindow, desk: Desk) -> None:
    text = editor(window, desk)
    assert window.pages is not None
    window.pages.work_view.kompas.focus_first()
    text.show_raw("Hier staat fraude.")
    pause(1100)
    assert text.hint.text == ""


def test_that_typing_a_long_text_does_not_hold_the_window(window: MainWindow, desk: Desk) -> None:
    text = editor(window, desk)
    text.show_raw(f"{'De gemeente heeft dit besluit genomen. ' * 500}Fraude.")
    text.focus_first()
    start = time.thread_time()
    Typist(window).type("x")
    assert time.thread_time() - start < 2
    wait_for(text.hint, shown=True)
    assert "Fraude" in text.hint.text
