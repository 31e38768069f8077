"""Filling in by keyboard what no source gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from hardship_desk.assessment.law.package import SIGNATURE
from hardship_desk.core_setup import build_core
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.domain.users import Role, UserId, VaultUser
from hardship_desk.exchange.settings_package import SettingsPackageFile, settings_files
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.services.law_packages import zipped
from hardship_desk.services.organisation import OrganisationService
from hardship_desk.ui.dialogs.organisation import OrganisationDialog
from tests.integration.desks import open_desk_in, with_parts


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("HARDSHIP_DESK_DATA", str(tmp_path))
    return open_desk_in(tmp_path)


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> OrganisationDialog:
    made = OrganisationDialog(None, desk, WindowTexts(desk.texts))
    qtbot.addWidget(made)
    made.show()
    return made


def words_of(dialog: OrganisationDialog) -> str:
    return " ".join(part.text() for part in dialog.findChildren(QLabel) if part.isVisible())


def test_that_a_value_is_kept_with_its_source(dialog: OrganisationDialog, desk: Desk) -> None:
    assert "Wetboek van Strafrecht" in words_of(dialog)
    QTest.keyClicks(dialog.value.widget, "veel")
    dialog.save_value()
    assert "Vul een bedrag in" in words_of(dialog)
    dialog.value.clear()
    QTest.keyClicks(dialog.value.widget, "5.000,00")
    dialog.save_value()
    assert "Noem de bron" in words_of(dialog)
    QTest.keyClicks(dialog.source.widget, "Staatsblad (verzonnen)")
    dialog.save_value()
    assert "Opgeslagen" in words_of(dialog)
    [filled] = [item.filled for item in desk.organisation.open_values() if item.filled]
    assert filled.source.title == "Staatsblad (verzonnen)"
    assert dialog.value.text() == "5.000,00"


def test_that_a_letter_head_is_kept(dialog: OrganisationDialog, desk: Desk) -> None:
    box = dialog.municipality.widget
    QTest.keyClicks(dialog.letter["signatory"].widget, "de teammanager")
    dialog.letter["phone"].widget.setFocus()
    dialog.save_letter()
    assert "Kies eerst een gemeente" in words_of(dialog)
    assert box.hasFocus(), "at once where it is wrong"
    QTest.keyClicks(box, "Amsterdam")
    assert dialog.municipality.text() == "GM0363"
    QTest.keyClicks(dialog.letter["phone"].widget, "14 020")
    QTest.keyClicks(dialog.letter["contact_person"].widget, "Team Inkomen")
    dialog.save_letter()
    assert "Noem de bron" in words_of(dialog)
    assert dialog.letter_source.widget.hasFocus()
    QTest.keyClicks(dialog.letter_source.widget, "Website")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "nog niet is opgeslagen" in words_of(dialog)
    dialog.save_letter()
    entry = desk.organisation.letter_head(Gemeentecode("GM0363"))
    assert (entry.facts.phone, entry.source) == ("14 020", "Website")
    assert entry.facts.signatory == "de teammanager", "typed before the municipality was chosen"
    assert entry.facts.contact_person == "Team Inkomen"
    assert "Ingevuld op" in words_of(dialog)
    again = OrganisationDialog(None, desk, WindowTexts(desk.texts))
    assert again.letter["phone"].text() == "14 020", "the only municipality is chosen already"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert dialog.letter["phone"].text() == ""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible(), "nothing is lost"


def test_that_what_is_typed_for_one_choice_waits_while_another_is_looked_at(
    dialog: OrganisationDialog, desk: Desk
) -> None:
    box = dialog.municipality.widget
    assert isinstance(box, QComboBox)
    QTest.keyClicks(box, "Amsterdam")
    QTest.keyClicks(dialog.letter["phone"].widget, "14 020")
    box.setCurrentIndex(box.findText("Utrecht"))
    assert dialog.letter["phone"].text() == "", "not of this municipality"
    assert "Wat u typte bij Amsterdam, staat er nog" in words_of(dialog)
    QTest.keyClicks(dialog.value.widget, "5.000,00")
    QTest.keyClick(dialog.values.widget, Qt.Key.Key_End)
    assert dialog.value.text() == ""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "Wat u typte bij Tweede strafcategorie" in words_of(dialog)
    QTest.keyClick(dialog.values.widget, Qt.Key.Key_Home)
    assert dialog.value.text() == "5.000,00"
    box.setCurrentIndex(box.findText("Amsterdam"))
    QTest.keyClicks(dialog.letter_source.widget, "Website")
    dialog.save_letter()
    assert desk.organisation.letter_head(Gemeentecode("GM0363")).facts.phone == "14 020"


@pytest.mark.parametrize(
    ("role", "may"),
    [(Role.BEHANDELAAR, False), (Role.JURIDISCH_ADVISEUR, True), (Role.BEHEERDER, True)],
)
def test_that_filling_in_takes_a_role(desk: Desk, qtbot: QtBot, role: Role, *, may: bool) -> None:
    user = VaultUser(id=UserId("u"), name="X", roles=(role,))
    core = build_core()
    service = OrganisationService(core.organisation, core.engine, core.clock, user)
    dialog = OrganisationDialog(
        None, with_parts(desk, organisation=service), WindowTexts(desk.texts)
    )
    qtbot.addWidget(dialog)
    dialog.show()
    assert ("Invullen doet een juridisch adviseur" in words_of(dialog)) is not may
    dialog.value.clear()
    QTest.keyClicks(dialog.value.widget, "5.000,00")
    QTest.keyClicks(dialog.source.widget, "Staatsblad (verzonnen)")
    dialog.save_value()
    assert ("Uw rol mag dit niet." in words_of(dialog)) is not may
    assert any(item.filled for item in service.open_values()) is may


def test_that_settings_of_another_laptop_are_looked_at_first(
    desk: Desk, dialog: OrganisationDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = Gemeentecode("GM0363")
    desk.organisation.save_letter_head(code, LetterFacts(phone="14 020"), "Website")
    path = tmp_path / "organisatie.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    card = dialog.others
    card.export.click()
    assert "Onderteken het" in card.said.text()
    card.read.click()
    card.take_in.click()
    assert not card.take_in.isVisible()
    signed = replace(desk.settings, format=SettingsPackageFile(lambda *_signature: ""))
    files = settings_files(path)
    path.write_bytes(zipped(replace(files, contents={**files.contents, SIGNATURE: b"x"})))
    desk.organisation.save_letter_head(code, LetterFacts(phone="088"), "Website")
    other = OrganisationDialog(None, with_parts(desk, settings=signed), WindowTexts(desk.texts))
    other.show()
    other.municipality.widget.setFocus()
    QTest.keyClicks(other.municipality.widget, "Amsterdam")
    other.others.read.click()
    QApplication.processEvents()
    said = words_of(other)
    assert "Brief van Amsterdam, Telefoonnummer: van 088 naar 14 020. Bron: Website" in said
    assert desk.organisation.letter_head(code).facts.phone == "088"
    other.others.take_in.click()
    assert desk.organisation.letter_head(code).facts.phone == "14 020"
    assert other.letter["phone"].text() == "14 020"
