"""The dialog of plugins: what it shows, allowing code, switching off, taking in a list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from typing_extensions import override

from hardship_desk.assessment.plugins.gate import ListedPlugin, PluginGate, PluginList
from hardship_desk.assessment.plugins.shelf import Shelf, ShelfEntry
from hardship_desk.assessment.texts import Texts
from hardship_desk.config.files import write_atomically
from hardship_desk.config.paths import resources_folder
from hardship_desk.exchange.plugin_choices_file import PluginTrustFiles
from hardship_desk.exchange.plugin_list_file import new_signing_key, read_plugin_list, signed_list
from hardship_desk.plugin_setup import rules_in_workers
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.plugins import PluginService
from hardship_desk.ui.dialogs.plugins import PluginsDialog
from tests.unit.assessment.shelves import shelf, write

PRIVATE, PUBLIC = new_signing_key()
VALUE = """[[parameter]]
name = "proef.{unit}"
unit = "{unit}"
anchor = "besluit"
basis = {{ law = "Verordening", article = "1" }}
[[parameter.value]]
valid_from = 2020-01-01
{more}value = {value}
certainty = "{certainty}"
source = {{ title = "Proeftekst" }}
"""
VALUES = "".join(
    VALUE.format(unit=unit, value=value, more=more, certainty=certainty)
    for unit, value, more, certainty in (
        ("euro", "1250.50", "", "verified"),
        ("procent", "12.5", "valid_until = 2021-01-01\n", "secondary"),
        ("maanden", "12", "", "verified"),
        ("ja_nee", "true", "", "derived"),
        ("lijst", '["a", "b"]', "", "verified"),
        ("keuze", '"onbekend"', "", "onbekend"),
        ("dagen", "14", "", "verified"),
    )
)


@pytest.fixture(scope="module")
def texts() -> WindowTexts:
    return WindowTexts(Texts.load_folder(resources_folder() / "texts"))


def trust(folder: Path) -> PluginTrustFiles:
    return PluginTrustFiles(folder, write_atomically, partial(read_plugin_list, keys=(PUBLIC,)))


def filled(folder: Path) -> Shelf:
    files = trust(folder)
    gate = PluginGate(listed=files.plugin_list, choices=files.choices())
    return shelf(folder / "erbij", gate=gate, make_rules=rules_in_workers())


@pytest.fixture
def service(tmp_path: Path) -> Iterator[PluginService]:
    write(tmp_path / "erbij", rules="x = 1", parameters=VALUES)
    made = PluginService(filled(tmp_path), trust(tmp_path))
    yield made
    made.close()


@pytest.fixture
def dialog(qtbot: QtBot, service: PluginService, texts: WindowTexts) -> PluginsDialog:
    made = PluginsDialog(None, service, date(2026, 6, 1), texts)
    qtbot.addWidget(made)
    made.show()
    return made


def words(dialog: PluginsDialog) -> str:
    return " ".join(part.text() for part in dialog.findChildren(QLabel) if part.isVisible())


def test_that_code_that_asks_comes_first_and_is_allowed(
    dialog: PluginsDialog, service: PluginService, tmp_path: Path
) -> None:
    assert service.asking() == ("proefdorp",)
    assert "Geef eerst toestemming" in words(dialog)
    assert "Bevat code" in words(dialog)
    dialog.allow.click()
    assert "Toegestaan" in dialog.said.text()
    assert not dialog.allow.isVisible()
    assert service.asking() == ()
    [entry] = [item for item in filled(tmp_path).entries if item.plugin.id == "proefdorp"]
    assert entry.is_used


def test_that_each_value_has_its_source(dialog: PluginsDialog) -> None:
    said = words(dialog)
    for part in (
        "€ 1.250,50",
        "12,50 procent",
        "12 maanden",
        "Proef: ja nee: ja",
        "a, b",
        "Proeftekst",
    ):
        assert part in said
    assert "geldt niet meer" in said
    assert "Niemand zocht deze waarde op" in said
    assert said.count("Deze waarde is niet woordelijk in de regeling nagelezen.") == 1


def test_that_a_plugin_is_switched_off_and_on(
    dialog: PluginsDialog, service: PluginService
) -> None:
    dialog.off.click()
    assert service.is_off("proefdorp")
    assert dialog.on.isVisible()
    dialog.on.click()
    assert not service.is_off("proefdorp")


def test_that_a_list_is_taken_in_or_refused(
    dialog: PluginsDialog,
    service: PluginService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    [entry] = [item for item in service.entries() if item.plugin.id == "proefdorp"]
    listed = ListedPlugin(id="proefdorp", version="1.0.0", sha256=entry.plugin.files.sha256)
    file = tmp_path / "lijst.json"
    file.write_bytes(signed_list(PluginList(number=4, publisher="P", allowed=(listed,)), PRIVATE))
    chosen = [str(tmp_path / "weg.json"), "", str(file)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (chosen.pop(0), ""))
    dialog.choose_list()
    assert "niet te lezen" in dialog.said.text()
    dialog.choose_list()
    dialog.choose_list()
    assert "Lijst nummer 4 van P" in words(dialog)
    assert "Staat op de lijst" in words(dialog)


def test_that_another_plugin_is_shown(dialog: PluginsDialog) -> None:
    box = dialog.plugin.widget
    assert isinstance(box, QComboBox)
    place = box.findText("Gemeente Amsterdam", Qt.MatchFlag.MatchContains)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert "Gemeente Amsterdam" in box.currentText()
    assert "Hoort bij dit programma" in words(dialog)


def test_that_a_machine_without_plugins_says_so(
    qtbot: QtBot, tmp_path: Path, texts: WindowTexts
) -> None:
    class Empty(PluginService):
        """No plugins but national law."""

        @override
        def entries(self) -> tuple[ShelfEntry, ...]:
            return ()

    empty = PluginsDialog(None, Empty(filled(tmp_path), trust(tmp_path)), date(2026, 6, 1), texts)
    qtbot.addWidget(empty)
    empty.show()
    assert "geen plugins" in words(empty)
