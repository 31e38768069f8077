"""What holds for every page: names, room, contrast, keys, and saving while typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from hardship_desk.domain.ids import DecisionTypeId, QuestionId
from hardship_desk.presenters.shell import Message, MessageKind, Page
from hardship_desk.services.desk import Desk
from hardship_desk.ui.dress.tokens import DARK, LIGHT, TEXT_PAIRS, Tokens, contrast
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.shortcuts import ALSO, KEYS
from hardship_desk.ui.widgets.question_card import QuestionCard
from tests.reliability.clipping import clipped
from tests.ui.typist import ALT, CONTROL, Typist

INPUTS = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractButton, QListWidget)


def open_example(window: MainWindow, desk: Desk, number: str = "VB-2026-001") -> None:
    found = next(item.id for item in desk.cases.list_cases() if item.number == number)
    window.show_case(found)
    QTest.qWait(30)


def every_page(window: MainWindow, desk: Desk) -> Iterator[str]:
    window.show_list()
    yield "lijst"
    window.show_new()
    yield "nieuw"
    window.show_reference("pw-52-voorschot")
    QTest.qWait(10)
    yield "naslag"
    for item in desk.rekenhulpen.all():
        window.show_rekenhulp()
        window.tools.rekenhulp.show_example(item.id)
        QTest.qWait(10)
        yield f"rekenhulp {item.id}"
    open_example(window, desk)
    for step in range(1, 17):
        window.show_question(step)
        QTest.qWait(10)
        yield f"stap {step}"
    for page in Page:
        window.show_page_of_case(page)
        QTest.qWait(10)
        yield page.value


def card(window: MainWindow, question: str) -> QuestionCard:
    cards = window.findChildren(QuestionCard)
    return next(item for item in cards if item.item.id == question and item.isVisible())


def test_that_every_input_on_every_page_has_a_name(window: MainWindow, desk: Desk) -> None:
    nameless = [
        f"{page}: {type(widget).__name__}"
        for page in every_page(window, desk)
        for widget in window.findChildren(QWidget)
        if isinstance(widget, INPUTS)
        and widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not isinstance(widget.parentWidget(), QComboBox)
    ]
    assert nameless == []


def test_that_every_page_fits_at_twice_the_text_size(window: MainWindow, desk: Desk) -> None:
    window.look.set_scale(200)
    try:
        wide = []
        for page in every_page(window, desk):
            window.resize(1280, 800)
            QTest.qWait(10)
            if window.minimumSizeHint().width() > 1280 or window.width() > 1280:
                wide.append(f"{page}: {window.minimumSizeHint().width()}")
            if window.pages is not None and page.startswith("stap"):
                column = window.pages.work_view.column.sheet
                needed = column.least_width()
                if needed > column.viewport().width():
                    wide.append(f"{page}: questions {needed}")
        assert wide == []
    finally:
        window.look.set_scale(100)


def test_that_no_part_of_a_page_flashes_up_as_a_window(
    window: MainWindow, desk: Desk, qapp: QApplication
) -> None:
    class Watcher(QObject):
        seen: list[str] = []  # noqa: RUF012  # of this one test

        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() != QEvent.Type.Show or not isinstance(watched, QWidget):
                return False
            if watched.isWindow() and watched is not window:
                self.seen.append(type(watched).__name__)
            return False

    watcher = Watcher()
    qapp.installEventFilter(watcher)
    list(every_page(window, desk))
    qapp.removeEventFilter(watcher)
    assert Watcher.seen == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_that_text_stands_out_from_its_ground(tokens: Tokens) -> None:
    weak = [
        (text, ground)
        for text, ground in TEXT_PAIRS
        if contrast(getattr(tokens, text), getattr(tokens, ground)) < 4.5
    ]
    assert weak == []
    assert contrast(tokens.field_line, tokens.field) >= 3
    assert contrast(tokens.accent, tokens.surface) >= 3


def test_that_each_key_of_the_list_does_something_once(window: MainWindow) -> None:
    bound = [item.key().toString() for item in window.findChildren(QShortcut)]
    assert sorted(bound) == sorted([*KEYS.values(), *ALSO.values()])


def test_that_text_is_saved_when_typing_pauses(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_question(13, "conclusie.schuurt")
    QTest.qWait(20)
    typist = Typist(window)
    typist.type("Er blijft twijfel.")
    typist.wait(750)
    assert window.pages is not None
    case = desk.cases.open_case(window.pages.case.case_id)
    answer = case.answers_for(window.pages.case.decision_id).get(QuestionId("conclusie.schuurt"))
    assert answer is not None
    assert answer.value == "Er blijft twijfel."
    assert window.pages.work_view.saved_text.startswith("✓ Opgeslagen om ")


def test_that_closing_saves_what_was_just_typed(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_question(13, "conclusie.schuurt")
    QTest.qWait(20)
    Typist(window).type("Net getypt.")
    assert window.pages is not None
    open_case = window.pages.case
    window.close()
    case = desk.cases.open_case(open_case.case_id)
    answer = case.answers_for(open_case.decision_id).get(QuestionId("conclusie.schuurt"))
    assert answer is not None
    assert answer.value == "Net getypt."


def test_that_a_wrong_date_shows_a_sentence_and_stays(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_question(1, "intake.meldplicht_dag")
    QTest.qWait(20)
    typist = Typist(window)
    typist.press(Qt.Key.Key_A, CONTROL)
    typist.type("32-13-2026")
    typist.press(Qt.Key.Key_Return, CONTROL)
    wrong = card(window, "intake.meldplicht_dag")
    assert wrong.error_text == "⚠ ‘32-13-2026’ is geen datum. Schrijf bijvoorbeeld 24-11-2026."
    assert wrong.editor.raw() == "32-13-2026"


def test_that_the_wheel_changes_no_answer(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_question(7)
    QTest.qWait(20)
    box = card(window, "draagkracht.leefvorm").findChildren(QComboBox)[0]
    before = box.currentIndex()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  # Qt's own signature
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentIndex() == before


def test_that_steps_are_walked_by_keyboard(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_question(1)
    QTest.qWait(20)
    typist = Typist(window)
    typist.press(Qt.Key.Key_Down, ALT)
    assert window.pages is not None
    assert window.pages.work.step == 2
    typist.press(Qt.Key.Key_Up, ALT)
    assert window.pages.work.step == 1


def comes_true(holds: Callable[[], bool]) -> bool:
    """Whether it holds in the end; a page comes in pieces, and a busy machine takes longer."""
    for _look in range(100):
        if holds():
            return True
        QTest.qWait(20)
    return False


def test_that_the_rail_follows_who_scrolls_to_the_last_question(
    window: MainWindow, desk: Desk
) -> None:
    open_example(window, desk, "VB-2026-002")
    assert window.pages is not None
    view = window.pages.work_view
    sheet, last = view.column.sheet, tuple(view.column.sheet.cards.values())[-1]

    def stands_at_the_end() -> bool:
        sheet.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
        below = last.mapTo(sheet.viewport(), last.rect().bottomLeft()).y()
        is_last = view.rail.currentItem().text() == "Conclusie en motivering"
        return is_last and 0 < sheet.viewport().height() - below < 60

    assert comes_true(stands_at_the_end)


def test_that_a_wide_screen_cuts_off_no_line(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.resize(1920, 1080)
    window.show_page_of_case(Page.BESLUIT)
    assert comes_true(lambda: not any(cut.startswith("Wrapped") for cut in clipped(window)))


def test_that_a_sentence_is_assigned_by_keyboard(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    typist = Typist(window)
    typist.press(Qt.Key.Key_4, CONTROL)
    typist.wait()
    assert window.pages is not None
    window.pages.notes.view.loose.setFocus()
    typist.press(Qt.Key.Key_Return)
    typist.wait(50)
    typist.type("wil de inwoner zelf")
    typist.press(Qt.Key.Key_Return)
    typist.wait(50)
    assert desk.notes.unassigned(window.pages.case.case_id) == ()


def test_that_the_first_field_of_a_page_shows_what_is_saved(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_page_of_case(Page.PERSONEN)
    QTest.qWait(10)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.text() == "05-01-2026"


def test_that_a_second_decision_comes_into_the_dossier(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_example(window, desk, "VB-2026-002")
    title = desk.questionnaire.decision_type(DecisionTypeId("terugvordering_elders")).title
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_given, **_named: (title, True))
    window.commands.add_decision()
    assert window.pages is not None
    case = desk.cases.open_case(window.pages.case.case_id)
    assert [item.type for item in case.decisions] == ["boete", "terugvordering_elders"]
    assert window.pages.case.decision_id == case.decisions[1].id
    assert case.decisions[1].person == case.decisions[0].person


class GreedyLine(QLineEdit):
    """A field that wants every key, as a field on X11 wants Ctrl+K."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.mark.parametrize(
    ("key", "modifiers", "taken"),
    [
        (Qt.Key.Key_K, CONTROL, False),
        (Qt.Key.Key_D, CONTROL, False),
        (Qt.Key.Key_E, CONTROL, False),
        (Qt.Key.Key_Down, ALT, False),
        (Qt.Key.Key_C, CONTROL, True),
        (Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, True),
    ],
)
def test_that_no_field_takes_a_key_of_the_window(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, taken: bool
) -> None:
    assert is_taken(GreedyLine(window), key, modifiers) is taken


def test_that_a_choice_keeps_the_key_that_drops_its_list_down(window: MainWindow) -> None:
    box = QComboBox(window)
    box.addItems(["een", "twee"])
    assert is_taken(box, Qt.Key.Key_Down, ALT)
    QTest.keyClick(box, Qt.Key.Key_Down, ALT)
    assert box.view().isVisible()
    box.hidePopup()
    assert not is_taken(box, Qt.Key.Key_Up, ALT)


def is_taken(field: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether the field keeps the key for itself."""
    field.show()
    field.setFocus()
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_that_practice_is_marked(window: MainWindow) -> None:
    marks = [item for item in window.findChildren(QWidget) if item.property("role") == "practice"]
    assert [mark.isVisible() for mark in marks] == [True]


def test_that_a_message_of_what_was_done_goes_with_the_page_and_takes_no_focus(
    window: MainWindow, desk: Desk
) -> None:
    open_example(window, desk)
    assert window.pages is not None
    for kind, stays in ((MessageKind.DONE, False), (MessageKind.WARNING, True)):
        window.show_message(Message(kind=kind, text="Bewaard."))
        window._bar.page_wanted.emit(Page.OVERZICHT.value)
        assert window._messages.isVisible() == stays
    before = QApplication.focusWidget()
    QTest.mouseClick(window._messages._close, Qt.MouseButton.LeftButton)
    assert not window._messages.isVisible()
    assert QApplication.focusWidget() is before
