"""Each part of privacy and evidence, reached from the menu by a user with the right role."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QWidget,
)

from hardship_desk import storage
from hardship_desk.bootstrap import Desks
from hardship_desk.domain.policy import Policy
from hardship_desk.domain.users import Role
from hardship_desk.presenters.shell import Page
from hardship_desk.ui.application import make_application, make_window
from hardship_desk.ui.dialogs.destroy import DestroyDialog
from hardship_desk.ui.dialogs.privacy import PrivacyDialog
from hardship_desk.ui.main_window import MainWindow
from tests.integration.desks import with_parts
from tests.integration.test_retention import LATER, announced
from tests.reliability.paper_texts import in_docx
from tests.ui.waiting import until
from tests.unit.storage.case_samples import CASE
from tests.unit.storage.conftest import CHEAP

WORDS = "woorden van wie hier werkt"
A, B, C = "A. Behandelaar", "B. Lezer", "C. Beheerder"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "kluis" / "eigen.db"
    with storage.create_vault(made, WORDS, LATER, cost=CHEAP, name=A) as opened:
        opened.cases.add_case(announced())
        opened.keys.add_user(B, (Role.TWEEDE_LEZER,), WORDS)
        opened.keys.add_user(C, (Role.BEHEERDER,), WORDS)
    return made


@contextmanager
def window_of(path: Path, name: str, *, copies: bool = False) -> Iterator[MainWindow]:
    """The window as a user sees it after giving the passphrase."""
    desks = Desks(practice_vault=path.with_name("o.db"), own_vault=path, clock=LATER)
    desks._core = with_parts(desks._core, policy=Policy(evidence_copies=copies))
    user = next(item for item in storage.users_of(path) if item.name == name)
    opened = storage.open_vault(path, WORDS, LATER, user=user.id, cost=CHEAP)
    window = make_window(desks._own_desk(opened), make_application([]))
    window.show()
    try:
        yield window
    finally:
        for other in QApplication.topLevelWidgets():
            other.close()
        window.deleteLater()
        QApplication.processEvents()
        desks.close()


def choose(window: MainWindow, entry: str) -> None:
    """Choose an entry of the menu, as it is called there; a menu is filled as it opens."""
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    action = next(item for item in window.findChildren(QAction) if item.text() == entry)
    assert action.isEnabled()
    action.trigger()
    QApplication.processEvents()


def press(place: QWidget, words: str) -> None:
    button = next(
        item
        for item in place.findChildren(QPushButton)
        if item.text() == words and item.isVisible()
    )
    assert button.isEnabled(), words
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def says(place: QWidget, words: str) -> bool:
    return any(words in item.text() for item in place.findChildren(QLabel) if item.isVisible())


def open_privacy(window: MainWindow) -> PrivacyDialog:
    choose(window, "Inzage, bewaren en vernietigen …")
    dialog = window.findChild(PrivacyDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "uit"
    made.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(made))
    return made


def test_that_all_of_it_is_in_the_window(path: Path, folder: Path, qapp: QApplication) -> None:
    with window_of(path, A) as window:
        dialog = open_privacy(window)
        until(lambda: dialog.terms.count() == 1)
        field = dialog.words.widget
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, "geheim")
        press(dialog, "Zoeken")
        until(lambda: dialog.found.count() == 1)
        press(dialog, "Bestanden maken …")
        until(lambda: len(list(folder.iterdir())) == 2)
        given = json.loads(next(folder.glob("*.json")).read_text("utf-8"))
        assert given["dossiers"]
        until(lambda: says(dialog, "niet versleuteld"))
        pick(dialog.terms)
        press(dialog, "Voorstellen om te vernietigen")
        until(lambda: says(dialog, "De lijst staat klaar"))
    with window_of(path, B) as window:
        dialog = open_privacy(window)
        until(lambda: dialog.lists.text() != "")
        look_at_each(dialog)
        until(lambda: says(dialog, "zijn vernietigd"))
        on_paper(dialog, folder)
        assert window.start.list_view.findChildren(QWidget)
    with storage.open_vault(path, WORDS, LATER) as opened:
        assert opened.cases.list_cases() == ()
        events = [line.event for line in opened.audit_entries()]
        assert {"inzage_verstrekt", "vernietiging_voorgesteld", "vernietiging_uitgevoerd"} <= {
            *events
        }


def look_at_each(dialog: PrivacyDialog) -> None:
    """Tick the one dossier of the list, and agree."""
    press(dialog, "Instemmen en vernietigen …")
    until(lambda: dialog.findChildren(DestroyDialog))
    [asked] = dialog.findChildren(DestroyDialog)
    QTest.keyClick(asked.dossiers, Qt.Key.Key_Space)
    press(asked, "Nagekeken, vernietigen")


def on_paper(dialog: PrivacyDialog, folder: Path) -> None:
    """The declaration is there, and becomes a file without a word about anyone."""
    box = dialog.declarations.widget
    assert isinstance(box, QComboBox)
    until(lambda: f"ingestemd door {B}" in box.currentText())
    press(dialog, "Verklaring maken in Word …")
    until(lambda: says(dialog, "De verklaring staat in"))
    [made] = folder.glob("verklaring-*.docx")
    assert "GEHEIM-titel" not in in_docx(made.read_bytes())


def pick(shown: QListWidget) -> None:
    shown.item(0).setSelected(True)


def test_that_who_keeps_the_vault_hands_out_the_numbers_and_reads_nothing(
    path: Path, folder: Path, qapp: QApplication
) -> None:
    with window_of(path, C) as window:
        assert window.isVisible()
        dialog = open_privacy(window)
        until(dialog.words.isEnabled)
        press(dialog, "Lijst maken …")
        until(lambda: says(dialog, "De lijst staat in"))
        assert dialog.terms.count() == 0
    [file] = folder.iterdir()
    text = file.read_text("utf-8")
    assert announced().number in text
    assert announced().title not in text
    with storage.open_vault(path, WORDS, LATER) as opened:
        assert opened.audit_entries()[-1].event == "zaaknummers_uitgevoerd"


def test_that_a_kept_copy_of_evidence_is_written_out_with_a_clear_sentence(
    path: Path, folder: Path, tmp_path: Path, qapp: QApplication
) -> None:
    file = tmp_path / "huurcontract.pdf"
    file.write_bytes(b"inhoud van het stuk")
    with window_of(path, A, copies=True) as window:
        window.show_case(CASE)
        window.show_page_of_case(Page.BEWIJS)
        pages = window.pages
        assert pages is not None
        view = pages.evidence.view
        assert says(view, "Uw organisatie bewaart")
        pages.evidence.presenter.choose("")
        assert not says(view, "versleutelde kopie in de kluis. Schrijft")
        pages.evidence.presenter.drop((str(file),))
        assert says(view, "versleutelde kopie in de kluis. Schrijft")
        press(view, "Kopie wegschrijven …")
        assert says(window, "niet versleuteld")
        [written] = folder.iterdir()
        assert written.read_bytes() == b"inhoud van het stuk"
    with window_of(path, B) as window:
        window.show_case(CASE)
        window.show_page_of_case(Page.BEWIJS)
        assert window.pages is not None
        assert says(window.pages.evidence.view, "Het bestand zelf wordt niet bewaard")
