"""Filling in by keyboard what no source gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.organisation_dialog import OrganisationDialog
from tests.integration.desks import open_desk_in


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
    dialog.save_letter()
    assert "Kies eerst een gemeente" in words_of(dialog)
    box = dialog.municipality.widget
    box.setFocus()
    QTest.keyClicks(box, "Amsterdam")
    assert dialog.municipality.text() == "GM0363"
    QTest.keyClicks(dialog.letter["phone"].widget, "14 020")
    dialog.save_letter()
    assert desk.organisation.letter_facts(Gemeentecode("GM0363")).phone == "14 020"
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert dialog.letter["phone"].text() == ""
