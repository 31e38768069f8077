"""Steps are built while nothing happens, in turns that nobody notices."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from shiboken6 import isValid

from hardship_desk.presenters.shell import Page
from hardship_desk.services.desk import Desk
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.running.idle_work import TURN_S, IdleWork
from hardship_desk.ui.views.step_sheet import StepSheet
from hardship_desk.ui.widgets.editors.rows import RowsEditor
from hardship_desk.ui.widgets.question_card import QuestionCard
from hardship_desk.ui.widgets.wrapped_label import WrappedLabel
from tests.ui.test_pages import open_example
from tests.ui.waiting import until

PIECES = 6


def test_that_every_step_is_there_before_it_is_wanted(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_question(1)
    pages = window.pages
    assert pages is not None
    until(lambda: not pages.work.ahead.is_busy)
    cards = set(map(id, pages.work_view.column.findChildren(QuestionCard)))
    for step in pages.case.route.steps:
        window.show_question(step)
        shown = pages.work_view.column.sheet.cards
        assert set(shown) == {question.id for question in pages.case.questions(step)}
        assert all(card.isVisible() and id(card) in cards for card in shown.values())
    first = next(iter(pages.work_view.column.sheet.cards.values()))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert first.isAncestorOf(focus)
    until(lambda: Page.BESLUIT in pages._parts)
    made = pages._parts[Page.BESLUIT]
    window.show_page_of_case(Page.BESLUIT)
    assert pages.currentWidget() is made.view, "once every step is there, the pages are made ahead"


def test_that_who_types_before_a_table_is_there_types_in_it(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_question(1)
    window.show_question(9)
    assert window.pages is not None
    sheet = window.pages.work_view.column.sheet
    assert sheet._cards == {}, "a table follows in a moment"
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "x")
    first = next(iter(sheet._cards.values()))
    assert isinstance(first.editor, RowsEditor)
    assert len(first.editor._rows) == len(first.item.raw), "every row is there"
    assert first.editor.has_focus()


def test_that_a_card_half_made_ahead_never_lies_on_its_page(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_question(9)
    assert window.pages is not None
    view = window.pages.work_view
    page = view._page
    assert page is not None
    sheet = StepSheet("", view.column.sheet._make)
    made_ahead = sheet.building(page, QSize(600, 600))
    next(made_ahead)
    half = sheet.findChildren(QuestionCard)
    sheet.show_page(page)
    next(made_ahead, None)
    QTest.qWait(10)
    assert [card for card in half if isValid(card) and card not in sheet.cards.values()] == []
    assert set(sheet.cards) == {item.id for group in page.groups for item in group.questions}


def test_that_what_is_typed_stays_where_it_was_typed(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_question(3)
    pages = window.pages
    assert pages is not None
    card = next(c for c in pages.work_view.column.sheet.cards.values() if c.findChild(QLineEdit))
    field = card.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "geen antwoord")
    pages.work_view.step_wanted.emit(4)
    pages.work_view.step_wanted.emit(3)
    assert pages.work_view.column.sheet.cards[card.item.id] is card
    assert field.text() == "geen antwoord"
    assert pages.work.answering.has_errors or card.item.raw == "geen antwoord"


def test_that_nothing_is_built_for_a_dossier_that_is_left(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda *error: wrong.append(error))
    for case in desk.cases.list_cases()[:3]:
        window.show_case(case.id)
        QTest.qWait(60)
    left = window.pages
    assert left is not None
    window.show_list()
    until(lambda: not isValid(left))
    assert wrong == []


def test_that_a_turn_ends_before_it_is_noticed(qapp: QApplication) -> None:
    others = 0
    seen: list[int] = []

    def beat() -> None:
        nonlocal others
        others += 1

    def pieces() -> Iterator[None]:
        for _piece in range(PIECES):
            time.sleep(TURN_S)
            seen.append(others)
            yield

    told: list[bool] = []
    parent, timer = QObject(), QTimer()
    timer.timeout.connect(beat)
    timer.start(0)
    work = IdleWork(parent)
    work.free.connect(lambda: told.append(True))
    work.start(pieces())
    until(lambda: told)
    timer.stop()
    assert told == [True]
    assert len(seen) == len(set(seen)) == PIECES, "others had their turn between two pieces"


def test_that_a_label_knows_its_height_also_after_a_change(qapp: QApplication) -> None:
    known, plain = WrappedLabel("Een zin die past."), QLabel("Een zin die past.")
    plain.setWordWrap(True)
    for text in ("Een zin die past.", "Een langere zin die dat niet doet. " * 9):
        known.setText(text)
        plain.setText(text)
        for width in (120, 400):
            assert known.heightForWidth(width) == plain.heightForWidth(width)
        assert known.minimumSizeHint() == plain.minimumSizeHint()
    font = known.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    known.setFont(font)
    plain.setFont(font)
    assert known.heightForWidth(400) == plain.heightForWidth(400)


def test_that_a_page_made_ahead_is_seen_when_it_is_shown(window: MainWindow) -> None:
    for _piece in window.tools._making():
        pass
    assert not window.tools.isVisible()
    window.show_reference()
    assert window.tools.reference_view.isVisible()
    window.show_rekenhulp()
    assert window.tools.rekenhulp_view.isVisible()
    window.show_reference()
    assert window.tools.reference_view.isVisible()
