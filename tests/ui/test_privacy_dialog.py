"""Access, terms, lists and numbers by keyboard, on a vault with one dossier that may go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from hardship_desk import storage
from hardship_desk.core_setup import build_core
from hardship_desk.desk_setup import OwnDesk
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import PrivacyDesk
from hardship_desk.storage import OpenVault
from hardship_desk.ui.dialogs.destroy import DestroyDialog
from hardship_desk.ui.dialogs.privacy import PrivacyDialog
from tests.integration.test_retention import LATER, A, B, announced
from tests.unit.storage.case_samples import CASE
from tests.unit.storage.conftest import CHEAP


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[OpenVault]:
    path = tmp_path / "kluis" / "eigen.db"
    with storage.create_vault(path, "woorden", LATER, cost=CHEAP, name="A") as opened:
        opened.cases.add_case(announced())
        yield opened


def words_of(dialog: PrivacyDialog) -> str:
    return " ".join(part.text() for part in dialog.findChildren(QLabel) if part.isVisible())


def said(qtbot: QtBot, dialog: PrivacyDialog, words: str) -> None:
    qtbot.waitUntil(lambda: words in words_of(dialog) and dialog.terms.isEnabled(), timeout=10_000)


@pytest.fixture
def texts() -> WindowTexts:
    return WindowTexts(build_core(LATER).texts)


@pytest.fixture
def privacy(vault: OpenVault) -> PrivacyDesk:
    return OwnDesk(build_core(LATER), vault).privacy


@pytest.fixture
def made(qtbot: QtBot, privacy: PrivacyDesk, texts: WindowTexts) -> PrivacyDialog:
    dialog = PrivacyDialog(None, privacy, A, texts)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.terms.count() == 1, timeout=10_000)
    return dialog


def test_that_all_about_a_person_is_handed_out(
    qtbot: QtBot, made: PrivacyDialog, tmp_path: Path
) -> None:
    folder = str(tmp_path / "uit")
    QTest.keyClicks(made.words.widget, "niemand")
    made.presenter.find(made.words.text())
    said(qtbot, made, "geen dossier gevonden")
    made.presenter.export_person((), folder)
    assert "Kies ten minste" in words_of(made)
    made.presenter.find("geheim")
    qtbot.waitUntil(lambda: made.found.count() == 1, timeout=10_000)
    made.presenter.export_person((CASE,), folder)
    said(qtbot, made, "niet versleuteld")
    made.presenter.export_numbers(folder)
    said(qtbot, made, "De lijst staat in")
    assert len(list(Path(folder).iterdir())) == 3


def test_that_a_dossier_is_kept_and_let_go(qtbot: QtBot, made: PrivacyDialog) -> None:
    assert "termijn voorbij" in made.terms.item(0).text()
    assert "Selectielijst" in made.terms.item(0).toolTip()
    made.terms.setFocus()
    QTest.keyClick(made.terms, Qt.Key.Key_Home)
    QTest.keyClick(made.terms, Qt.Key.Key_Space)
    QTest.keyClicks(made.reason.widget, "beroep")
    made.presenter.hold((CASE,), made.reason.text())
    said(qtbot, made, "blijft bewaard")
    qtbot.waitUntil(lambda: "beroep" in made.terms.item(0).text(), timeout=10_000)
    made.presenter.release((CASE,))
    said(qtbot, made, "gewone termijn")
    qtbot.waitUntil(lambda: "voorbij" in made.terms.item(0).text(), timeout=10_000)


def looked_at(qtbot: QtBot, made: PrivacyDialog) -> None:
    """The list as who agrees meets it: nothing is ticked, and nothing can go before it is."""
    made.approve()
    qtbot.waitUntil(lambda: bool(made.findChildren(DestroyDialog)), timeout=10_000)
    [asked] = made.findChildren(DestroyDialog)
    assert "GEHEIM-2026-1\nBestuurlijke boete: 7 jaar" in asked.dossiers.item(0).text()
    assert (asked.checked, asked.destroy_button.isEnabled()) == ((), False)
    QTest.keyClick(asked.dossiers, Qt.Key.Key_Space)
    assert asked.checked == ("GEHEIM-2026-1",)
    QTest.keyClick(asked.destroy_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not made.findChildren(DestroyDialog), timeout=10_000)


def test_that_two_people_destroy(qtbot: QtBot, made: PrivacyDialog, vault: OpenVault) -> None:
    made.approve()
    made.terms.item(0).setSelected(True)
    made.propose()
    said(qtbot, made, "De lijst staat klaar")
    qtbot.waitUntil(lambda: made.lists.text() != "", timeout=10_000)
    looked_at(qtbot, made)
    said(qtbot, made, "Een andere gebruiker moet")
    made.presenter._user = B
    looked_at(qtbot, made)
    said(qtbot, made, "zijn vernietigd")
    box = made.declarations.widget
    assert isinstance(box, QComboBox)
    qtbot.waitUntil(lambda: "ingestemd door B" in box.currentText(), timeout=10_000)
    assert vault.cases.list_cases() == ()
