"""Small things without which one is not back at once: Enter, arrows, and the focus of a button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder
from hardship_desk.presenters.line_item import LineGroup, LineItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.locking.cover import LockCover
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.line_list import MOST_AT_FIRST, LineList
from hardship_desk.ui.widgets.parts import button
from tests.ui.waiting import until


def test_that_enter_opens_the_locked_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    cover = LockCover(window, WindowTexts(Texts.load_folder(resources_folder() / "texts")))
    given: list[str] = []
    cover.passphrase_given.connect(given.append)
    window.show()
    cover.ask(by_pin=False)
    QTest.keyClicks(cover.secret.widget, "vier losse woorden")
    QTest.keyClick(cover.secret.widget, Qt.Key.Key_Return)
    assert given == ["vier losse woorden"]
    check_that_what_is_typed_shows_only_where_it_was_asked(cover)


def check_that_what_is_typed_shows_only_where_it_was_asked(cover: LockCover) -> None:
    line, [box] = cover.secret.widget, cover.findChildren(QCheckBox)
    assert isinstance(line, QLineEdit)
    box.click()
    cover.refuse("Deze wachtzin past niet.", by_pin=False)
    assert line.echoMode() is QLineEdit.EchoMode.Normal, "a second try is as easy to read"
    cover.accept()
    cover.ask(by_pin=False)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    box.click()
    cover.ask(by_pin=True)
    assert box.isHidden()
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_that_the_arrows_walk_through_the_lines(qtbot: QtBot) -> None:
    lines = LineList("Verder", with_lead=False)
    qtbot.addWidget(lines)
    lines.show_lines(tuple(LineItem(key=key, lead="", text=key, detail="") for key in "abc"))
    lines.show()
    lines.activateWindow()
    QTest.qWaitForWindowActive(lines)
    first, second, third = lines.rows()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is third
    QTest.keyClick(third, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is second


def test_that_a_long_list_shows_the_first_lines_until_all_are_wanted(qtbot: QtBot) -> None:
    lines = LineList("Termijnen", all_of=lambda count: f"Toon alle {count}")
    qtbot.addWidget(lines)
    many = tuple(
        LineItem(key=str(number), lead="", text="regel", detail="")
        for number in range(MOST_AT_FIRST + 3)
    )
    groups = (LineGroup(title="Nu", lines=many[:-1]), LineGroup(title="Later", lines=many[-1:]))
    lines.show_groups(groups)
    lines.show()
    lines.activateWindow()
    QTest.qWaitForWindowActive(lines)
    assert len(lines.rows()) == MOST_AT_FIRST
    [more] = [made for made in lines.findChildren(QPushButton) if made.text().startswith("Toon")]
    assert more.text() == f"Toon alle {len(many)}"
    more.click()
    assert [row.key for row in lines.rows()] == [item.key for item in many]
    assert QApplication.focusWidget() is lines.rows()[MOST_AT_FIRST]
    lines.show_groups(groups[:1])
    assert len(lines.rows()) == len(many) - 1


def test_that_a_button_gets_the_focus_back_after_its_work(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    done: list[int] = []
    run = TaskRunner(page, lambda busy: page.setEnabled(not busy))
    pressed = button("Doen", lambda: run(lambda: 1, done.append, lambda _error: None))
    QVBoxLayout(page).addWidget(pressed)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    pressed.setFocus()
    pressed.click()
    until(lambda: done == [1])
    assert QApplication.focusWidget() is pressed
