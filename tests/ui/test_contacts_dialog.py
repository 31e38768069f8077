"""Contacts in the window, by keyboard: the own card, a colleague's, comparing, and a package for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hardship_desk.domain.contact import OwnKeys, PublicKeys
from hardship_desk.exchange.contact_card_file import ContactCardFile
from hardship_desk.exchange.package import package_file
from hardship_desk.exchange.person_keys import new_keys, own_keys
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.dialogs.contacts import ContactsDialog
from hardship_desk.ui.dialogs.receive import ReceiveDialog
from hardship_desk.ui.dialogs.send import SendDialog
from tests.integration.desks import Work, example, open_desk_in

NAME, COLLEAGUE = "A. Voorbeeld (verzonnen)", "C. Collega (verzonnen)"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk_in(tmp_path)


@pytest.fixture
def colleague(tmp_path: Path) -> Desk:
    (tmp_path / "elders").mkdir()
    return open_desk_in(tmp_path / "elders")


@pytest.fixture(scope="module")
def keys() -> OwnKeys:
    return own_keys(new_keys(), is_practice=True)


@pytest.fixture
def card(keys: OwnKeys, tmp_path: Path) -> Path:
    path = tmp_path / "collega.hdkaart"
    path.write_bytes(ContactCardFile().write(COLLEAGUE, keys))
    return path


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> ContactsDialog:
    made = ContactsDialog(None, desk.packages.contacts, WindowTexts(desk.texts), NAME)
    qtbot.addWidget(made)
    made.show()
    return made


def press(dialog: QWidget, text: str) -> None:
    QApplication.processEvents()
    [found] = [
        item
        for item in dialog.findChildren(QAbstractButton)
        if item.text() == text and item.isVisible()
    ]
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Return)


def words_of(dialog: QWidget) -> str:
    QApplication.processEvents()
    return " ".join(part.text() for part in dialog.findChildren(QLabel) if part.isVisible())


def test_that_a_card_counts_after_its_digits_were_typed_as_heard(
    dialog: ContactsDialog, desk: Desk, keys: OwnKeys, card: Path
) -> None:
    assert "nog geen contacten" in words_of(dialog)
    dialog.presenter.open_card(card)
    assert COLLEAGUE in words_of(dialog)
    press(dialog, "Toevoegen aan mijn contacten")
    assert "telt pas mee" in dialog.said
    press(dialog, "Vergelijken")
    assert "Typ de cijfers" in dialog.said
    own = dialog.digits.text().replace("\n", " ")
    QTest.keyClicks(dialog.heard.widget, own)
    press(dialog, "Vergelijken")
    assert "andere cijfers" in dialog.said
    assert desk.packages.contacts.receivers() == ()
    dialog.heard.clear()
    QTest.keyClicks(dialog.heard.widget, keys.public.digits)
    QTest.keyClick(dialog.heard.widget, Qt.Key.Key_Return)
    assert "De cijfers zijn gelijk" in dialog.said
    [receiver] = desk.packages.contacts.receivers()
    assert receiver.card.name == COLLEAGUE
    assert not dialog.heard.isVisible()
    dialog.presenter.open_card(card)
    assert "Deze kaart hebt u al" in words_of(dialog)


def test_that_the_digits_of_a_card_are_not_on_screen_before_the_call(
    dialog: ContactsDialog, keys: OwnKeys, card: Path
) -> None:
    dialog.presenter.open_card(card)
    press(dialog, "Toevoegen aan mijn contacten")
    digits = keys.public.digits
    assert digits not in words_of(dialog)
    assert digits[:11] not in words_of(dialog)


def test_that_the_own_card_is_written_and_read_elsewhere(
    qtbot: QtBot, dialog: ContactsDialog, tmp_path: Path
) -> None:
    path = tmp_path / "mijn.hdkaart"
    dialog.name.clear()
    dialog.presenter.write_card(dialog.name.text(), path)
    assert "Vul uw naam in" in dialog.said
    assert not path.exists()
    dialog.presenter.write_card(NAME, path)
    qtbot.waitUntil(lambda: path.name in dialog.said, timeout=10_000)
    found = ContactCardFile().read(path.read_bytes())
    assert (found.name, found.keys.digits) == (NAME, dialog.digits.text().replace("\n", " "))


def test_that_other_keys_for_a_known_name_are_told(
    qtbot: QtBot, dialog: ContactsDialog, desk: Desk, card: Path, tmp_path: Path
) -> None:
    dialog.presenter.open_card(card)
    press(dialog, "Toevoegen aan mijn contacten")
    other = tmp_path / "ander.hdkaart"
    new = own_keys(new_keys(), is_practice=True)
    other.write_bytes(ContactCardFile().write(COLLEAGUE, new))
    dialog.presenter.open_card(other)
    assert "met andere sleutels" in words_of(dialog)
    press(dialog, "Toevoegen aan mijn contacten")
    assert len(desk.packages.contacts.all()) == 2


def test_that_a_contact_goes_after_one_question(
    qtbot: QtBot, dialog: ContactsDialog, desk: Desk, card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.presenter.open_card(card)
    press(dialog, "Toevoegen aan mijn contacten")
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_words: answers.pop(0))
    press(dialog, "Contact verwijderen")
    assert len(desk.packages.contacts.all()) == 1
    press(dialog, "Contact verwijderen")
    assert desk.packages.contacts.all() == ()
    assert "is verwijderd" in dialog.said


def test_that_another_file_is_refused_in_a_sentence(dialog: ContactsDialog, tmp_path: Path) -> None:
    path = tmp_path / "geen.hdkaart"
    dialog.presenter.open_card(path)
    assert "geen contactkaart" in dialog.said
    path.write_bytes(b"x" * 5_000)
    dialog.presenter.open_card(path)
    assert "geen contactkaart" in dialog.said
    dialog.presenter.add()


def test_that_every_input_has_a_name_and_the_keys_come_past_them_all(
    dialog: ContactsDialog, card: Path
) -> None:
    dialog.presenter.open_card(card)
    press(dialog, "Toevoegen aan mijn contacten")
    wanted = [
        part
        for kind in (QLineEdit, QComboBox, QAbstractButton)
        for part in dialog.findChildren(kind)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert all(part.accessibleName() for part in wanted)
    assert dialog.digits.accessibleName()
    dialog.name.widget.setFocus()
    reached = set()
    for _ in range(40):
        focus = dialog.focusWidget()
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert set(wanted) <= reached


def acquainted(here: Desk, there: Desk, name: str) -> PublicKeys:
    """Let one have the card of the other, compared; the keys on it."""
    contacts = here.packages.contacts
    contacts.add(contacts.read(there.packages.contacts.own_card(name)))
    keys = there.packages.contacts.own_keys().public
    assert contacts.check(keys.id, keys.digits)
    return keys


def sent(qtbot: QtBot, desk: Desk, to: PublicKeys, path: Path) -> Work:
    """The example given along to a contact, for a second reader."""
    work = example(desk)
    sending = SendDialog(None, desk.packages, work.case, WindowTexts(desk.texts), NAME)
    qtbot.addWidget(sending)
    sending.show()
    sending.what.show_text(work.decision_id)
    sending.to.show_text(to.id)
    sending.make(path)
    qtbot.waitUntil(lambda: f"Alleen {COLLEAGUE} kan het openen" in sending.said, timeout=10_000)
    assert not sending.code.isVisible()
    return work


def opened(qtbot: QtBot, desk: Desk, path: Path, wanted: str) -> ReceiveDialog:
    """The package in the window; no code is asked."""
    reading = ReceiveDialog(None, desk.packages, WindowTexts(desk.texts), COLLEAGUE)
    qtbot.addWidget(reading)
    reading.show()
    reading.choose(path)
    assert not reading.code.isVisible()
    press(reading, "Openen")
    qtbot.waitUntil(lambda: wanted in words_of(reading), timeout=10_000)
    return reading


def test_that_a_package_for_a_contact_needs_no_code_and_the_answer_comes_back_the_same_way(
    qtbot: QtBot, desk: Desk, colleague: Desk, tmp_path: Path
) -> None:
    to, path, back = acquainted(desk, colleague, COLLEAGUE), tmp_path / "heen", tmp_path / "terug"
    acquainted(colleague, desk, NAME)
    work = sent(qtbot, desk, to, path)
    reading = opened(qtbot, colleague, path, f"✓ Ondertekend door {NAME}")
    reading.verdict.show_text("akkoord")
    reading.answer(back)
    qtbot.waitUntil(lambda: "Alleen de afzender" in reading.said, timeout=10_000)
    home = opened(qtbot, desk, back, f"✓ Ondertekend door {COLLEAGUE}")
    press(home, "Bij het dossier zetten")
    assert work.decision.reviews[-1].reader == COLLEAGUE
    press(home, "Bij het dossier zetten")
    assert "staat al bij het besluit" in home.said


def test_that_an_answer_to_an_unknown_signer_gets_a_code(
    qtbot: QtBot,
    desk: Desk,
    colleague: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(package_file, "seal", lambda content, _code: content)
    path, back = tmp_path / "heen", tmp_path / "terug"
    sent(qtbot, desk, acquainted(desk, colleague, COLLEAGUE), path)
    reading = opened(qtbot, colleague, path, "⚠ Ondertekend met een kaart die u niet hebt")
    reading.verdict.show_text("akkoord")
    reading.answer(back)
    qtbot.waitUntil(lambda: "is er een code" in reading.said, timeout=10_000)
    opened(qtbot, desk, path, "U kunt dit pakket niet openen")
