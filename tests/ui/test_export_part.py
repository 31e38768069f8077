"""Exporting from the window: the folder, and whether the report is wanted to work in as well."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.ports.writers import OfficeForm
from hardship_desk.ui.views.export_part import ExportPart
from tests.unit.documents.papers_for_tests import TEXTS


@pytest.mark.parametrize(
    ("choice", "also"),
    [
        ("Nee, alleen de PDF", ()),
        ("Ja, ook in Word (DOCX)", (OfficeForm.DOCX,)),
        ("Ja, ook als OpenDocument (ODT)", (OfficeForm.ODT,)),
    ],
)
def test_that_the_chosen_form_goes_with_the_folder(
    qtbot: QtBot, choice: str, also: tuple[OfficeForm, ...]
) -> None:
    part = ExportPart(WindowTexts(TEXTS))
    qtbot.addWidget(part)
    qtbot.addWidget(part.files)
    wanted: list[tuple[str, object]] = []
    part.export_wanted.connect(lambda folder, forms: wanted.append((folder, forms)))
    [box] = part.files.findChildren(QComboBox)
    assert box.accessibleName() or box.accessibleDescription()
    box.setCurrentText(choice)
    part.ask_folder()
    [dialog] = part.files.findChildren(QFileDialog)
    dialog.filesSelected.emit(["/een", "/een/map"])  # as a path that is typed does
    assert wanted == [("/een/map", also)]
    dialog.close()
