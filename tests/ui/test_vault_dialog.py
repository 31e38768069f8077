"""Making and opening the own vault by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hardship_desk.bootstrap import Desks
from hardship_desk.desk_setup import OwnDesk
from hardship_desk.domain.errors import VaultError
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.application import Program, make_application, show_emblem
from hardship_desk.ui.dialogs.other_way import OtherWayDialog
from hardship_desk.ui.dialogs.vault import VaultDialog
from hardship_desk.ui.dress.look import Look
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.spelling import SpellingWatch
from tests.ui.waiting import until

GOOD = "vier losse gewone woorden"
pytestmark = pytest.mark.slow


def paths_in(folder: Path) -> Desks:
    return Desks(practice_vault=folder / "oefening.db", own_vault=folder / "kluis" / "eigen.db")


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return paths_in(tmp_path)


def show(qtbot: QtBot, desks: Desks) -> VaultDialog:
    dialog = VaultDialog(None, WindowTexts(desks.texts), desks)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def type_in(qtbot: QtBot, widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)


def words_of(dialog: QWidget) -> str:
    return " ".join(part.text() for part in dialog.findChildren(QLabel) if part.isVisible())


def open_with(qtbot: QtBot, dialog: VaultDialog, *typed: str) -> Desk:
    fields = (dialog.passphrase.widget, dialog.again.widget)
    for widget, text in zip(fields, typed, strict=False):
        type_in(qtbot, widget, text)
    with qtbot.waitSignal(dialog.opened, timeout=20_000) as waited:
        QTest.keyClick(fields[len(typed) - 1], Qt.Key.Key_Return)
    desk = waited.args[0] if waited.args else None
    assert isinstance(desk, OwnDesk)
    return desk


def test_that_a_vault_is_made_and_opened_again(qtbot: QtBot, desks: Desks) -> None:
    dialog = show(qtbot, desks)
    type_in(qtbot, dialog.passphrase.widget, "kort")
    QTest.keyClick(dialog.passphrase.widget, Qt.Key.Key_Return)
    assert "te kort" in words_of(dialog)
    type_in(qtbot, dialog.passphrase.widget, GOOD)
    type_in(qtbot, dialog.again.widget, "iets anders")
    QTest.keyClick(dialog.again.widget, Qt.Key.Key_Return)
    assert "niet gelijk" in words_of(dialog)
    assert not desks.has_own_vault()
    desk = open_with(qtbot, dialog, GOOD, GOOD)
    assert not desk.is_practice
    assert dialog.code.count("-") == 7
    assert desk.cases.list_cases() == ()
    assert dialog.passphrase.text() == ""
    desks.close()

    again = show(qtbot, desks)
    assert not again.again.isVisible()
    type_in(qtbot, again.passphrase.widget, "verkeerde woorden hier")
    QTest.keyClick(again.passphrase.widget, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "klopt niet" in words_of(again), timeout=20_000)
    assert not open_with(qtbot, again, GOOD).is_practice
    desks.close()


def test_that_a_forgotten_passphrase_is_no_end(qtbot: QtBot, desks: Desks) -> None:
    made = desks.create_own(GOOD, "A. Voorbeeld")
    assert made.keys is not None
    code = made.keys.new_recovery_code()
    desks.close()
    other = OtherWayDialog(None, WindowTexts(desks.texts), desks)
    qtbot.addWidget(other)
    other.show()
    type_in(qtbot, other.code.widget, code[:-1])
    other.open_with_code()
    qtbot.waitUntil(lambda: "typefout" in words_of(other), timeout=20_000)
    other.open_with_officers()
    qtbot.waitUntil(lambda: "geen sleutel van deze kluis" in words_of(other), timeout=20_000)
    type_in(qtbot, other.code.widget, code)
    with qtbot.waitSignal(other.opened, timeout=20_000):
        other.open_with_code()
    desks.close()


def test_that_the_window_changes_from_practice_to_the_vault(
    qtbot: QtBot, desks: Desks, tmp_path: Path
) -> None:
    program = Program(desks, WindowTexts(desks.texts), make_application([]))
    assert program.show_practice()
    first = program.window
    assert isinstance(first, MainWindow)
    own = desks.create_own(GOOD)
    program.show_desk(own)
    assert program.window is not first
    assert program.window is not None
    assert program.window.isVisible()
    window = program.window
    qtbot.waitUntil(lambda: window.findChild(SpellingWatch) is not None, timeout=20_000)
    show_emblem(program._application)
    assert not window.windowIcon().pixmap(32, 32).isNull()
    own.spelling.add_own_word("doenvermogen")
    assert program.locker is not None
    program.locker.locked.emit()
    assert own.spelling._words is None
    assert own.spelling.own_words() == {"doenvermogen"}
    assert own.stock_texts.own() == ()
    check_that_one_goes_back_to_practise(qtbot, desks, program, own)
    check_that_a_start_asks_for_the_vault_first(qtbot, paths_in(tmp_path))


def check_that_one_goes_back_to_practise(
    qtbot: QtBot, desks: Desks, program: Program, own: Desk
) -> None:
    window = program.window
    assert window is not None
    window.show_list()
    window.commands.run("kluis.oefenen")
    practice = program.window
    assert practice is not None
    assert practice is not window
    qtbot.addWidget(practice)
    knob = next(made for made in practice.findChildren(QPushButton) if made.text() == "Mijn kluis")
    assert knob.isVisible()
    assert program.locker is None
    until(lambda: not isValid(window))
    with pytest.raises(VaultError):
        own.cases.list_cases()
    again = desks.open_own(GOOD)
    assert again.cases.list_cases() == ()
    practice.show_case(practice._desk.cases.list_cases()[0].id)
    assert knob.isHidden()
    desks.close()


def check_that_a_start_asks_for_the_vault_first(qtbot: QtBot, desks: Desks) -> None:
    asked: list[str] = []

    def go_and_practise() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, VaultDialog)
        asked.append(dialog._cancel.text())
        asked.extend("dressed" for _look in dressed)
        dialog._cancel.click()

    dressed: list[Look] = []
    program = Program(desks, WindowTexts(desks.texts), make_application([]))
    QTimer.singleShot(0, program, go_and_practise)
    # Seen here, and not by taking the style sheet off: without a running application Qt would not take it
    # off what stands, note nothing of its end from then on, and reach for it when the look changes.
    with pytest.MonkeyPatch.context() as watch:
        watch.setattr(Look, "apply", lambda look: dressed.append(look))  # noqa: PLW0108 - a method
        assert program.begin(own=False)
    assert asked == ["Naar de oefenomgeving", "dressed"], "like the window that follows"
    assert program.window is not None
    assert program.window._desk.is_practice
    qtbot.addWidget(program.window)
    desks.close()
    assert desks.practice().lists.newest(1), "what was closed may be opened again"
    desks.close()
