"""Users, passphrases and the recovery code by keyboard, on a vault whose keys cost nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hardship_desk import storage
from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder
from hardship_desk.domain.users import Role
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.storage import OpenVault
from hardship_desk.ui.dialogs.keys import KeysDialog
from hardship_desk.ui.dialogs.recovery_code import RecoveryCodeDialog
from tests.unit.storage.case_samples import HandClock
from tests.unit.storage.conftest import CHEAP

OLD, NEW = "vier losse gewone woorden", "vijf andere losse gewone woorden"


@pytest.fixture(scope="module")
def texts() -> WindowTexts:
    return WindowTexts(Texts.load_folder(resources_folder() / "texts"))


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[OpenVault]:
    path = tmp_path / "eigen.db"
    with storage.create_vault(path, OLD, HandClock(), cost=CHEAP, name="A. Voorbeeld") as opened:
        yield opened


@pytest.fixture
def dialog(qtbot: QtBot, vault: OpenVault, texts: WindowTexts) -> KeysDialog:
    made = KeysDialog(None, vault.keys, vault.user, texts)
    qtbot.addWidget(made)
    made.show()
    return made


def words_of(dialog: QWidget) -> str:
    return " ".join(part.text() for part in dialog.findChildren(QLabel) if part.isVisible())


def fill(dialog: KeysDialog, **typed: str) -> None:
    for name, text in typed.items():
        dialog.fields[name].clear()
        QTest.keyClicks(dialog.fields[name].widget, text)


def wait_for(qtbot: QtBot, dialog: KeysDialog, words: str) -> None:
    qtbot.waitUntil(lambda: words in words_of(dialog), timeout=10_000)


def test_that_the_own_passphrase_is_changed(
    qtbot: QtBot, dialog: KeysDialog, vault: OpenVault, tmp_path: Path
) -> None:
    dialog.change_passphrase()
    assert "Typ uw wachtzin" in words_of(dialog)
    fill(dialog, earlier=OLD, new="kort", again="kort")
    dialog.change_passphrase()
    assert "te kort" in words_of(dialog)
    fill(dialog, earlier="fout", new=NEW, again=NEW)
    dialog.change_passphrase()
    wait_for(qtbot, dialog, "klopt niet")
    fill(dialog, earlier=OLD)
    dialog.change_passphrase()
    wait_for(qtbot, dialog, "geldt vanaf nu")
    assert dialog.fields["earlier"].text() == ""
    vault.close()
    storage.open_vault(tmp_path / "eigen.db", NEW, HandClock()).close()


def test_that_a_user_is_added_changed_and_removed(
    qtbot: QtBot, dialog: KeysDialog, vault: OpenVault
) -> None:
    box = dialog.user.widget
    assert isinstance(box, QComboBox)
    assert dialog.fields["name"].text() == "A. Voorbeeld"
    QTest.keyClick(box, Qt.Key.Key_Home)
    box.activated.emit(box.currentIndex())
    dialog.save_user()
    assert "Vul een naam in" in words_of(dialog)
    fill(dialog, name="B. Voorbeeld")
    dialog.save_user()
    assert "Kies ten minste" in words_of(dialog)
    QTest.keyClick(dialog.roles["tweede_lezer"], Qt.Key.Key_Return)
    fill(dialog, passphrase=NEW, passphrase_again=OLD)
    dialog.save_user()
    assert "niet gelijk" in words_of(dialog)
    fill(dialog, passphrase_again=NEW)
    dialog.save_user()
    wait_for(qtbot, dialog, "kan de kluis nu openen")
    assert [item.roles for item in vault.keys.users()][1] == (Role.TWEEDE_LEZER,)
    fill(dialog, passphrase=OLD, passphrase_again=OLD)
    QTest.keyClick(dialog.roles["juridisch_adviseur"], Qt.Key.Key_Space)
    dialog.save_user()
    wait_for(qtbot, dialog, "is bewaard")
    assert len(vault.keys.users()[1].roles) == 2
    dialog._presenter.remove_user()
    wait_for(qtbot, dialog, "niet meer openen")
    assert [item.name for item in vault.keys.users()] == ["A. Voorbeeld"]
    dialog._presenter.choose(vault.user.id)
    dialog._presenter.remove_user()
    assert "uzelf niet" in words_of(dialog)


def test_that_a_new_code_is_shown_once(qtbot: QtBot, dialog: KeysDialog, vault: OpenVault) -> None:
    assert "nog geen herstelcode" in words_of(dialog)
    dialog._presenter.new_code()
    wait_for(qtbot, dialog, "De oude werkt niet meer")
    [shown] = dialog.findChildren(RecoveryCodeDialog)
    last = shown.printed().split()[-1]
    assert last
    shown.last.widget.setFocus()
    QTest.keyClicks(shown.last.widget, "fout")
    shown.confirm()
    assert "niet de laatste vier" in words_of(shown)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    shown.close()
    assert shown.isVisible(), "the code is seen only now"
    assert "Sleutels en gebruikers" in words_of(shown)
    code = next(part for part in shown.printed().split() if part.count("-") == 7)
    shown.last.clear()
    QTest.keyClicks(shown.last.widget, code[-4:].lower())
    shown.confirm()
    assert not shown.isVisible()
    assert vault.keys.has_recovery_code()


def test_that_who_is_no_keeper_changes_only_the_own_passphrase(
    qtbot: QtBot, vault: OpenVault, texts: WindowTexts
) -> None:
    reader = vault.keys.add_user("B", (Role.TWEEDE_LEZER,), NEW)
    made = KeysDialog(None, vault.keys, reader, texts)
    qtbot.addWidget(made)
    made.show()
    assert not made.user.isEnabled()
    assert made.fields["earlier"].isEnabled()
