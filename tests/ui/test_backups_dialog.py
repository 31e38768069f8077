"""Copies, the test of one, putting one back, and what the window tells about the vault."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hardship_desk import storage
from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder
from hardship_desk.domain.errors import VaultError
from hardship_desk.presenters.shell import Message
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.ports.upkeep import BackupInfo, BackupOutcome, Warnings
from hardship_desk.storage import OpenVault
from hardship_desk.storage.backups import restoring
from hardship_desk.storage.opening import backup_folder
from hardship_desk.ui.dialogs.backups import BackupsDialog
from hardship_desk.ui.dialogs.restore import RestoreDialog
from hardship_desk.ui.running.upkeep_work import UpkeepWork
from tests.unit.storage.case_samples import CASE, NOON, HandClock, case
from tests.unit.storage.conftest import CHEAP

WORDS = "vier losse gewone woorden"


@pytest.fixture(scope="module")
def texts() -> WindowTexts:
    return WindowTexts(Texts.load_folder(resources_folder() / "texts"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kluis" / "dossiers.db"


@pytest.fixture
def vault(path: Path) -> Iterator[OpenVault]:
    with storage.create_vault(path, WORDS, HandClock(), cost=CHEAP) as opened:
        opened.cases.add_case(case())
        yield opened


@pytest.fixture
def dialog(qtbot: QtBot, vault: OpenVault, texts: WindowTexts) -> BackupsDialog:
    made = BackupsDialog(None, vault.upkeep, texts, HandClock())
    qtbot.addWidget(made)
    made.show()
    return made


def words_of(widget: QWidget) -> str:
    return " ".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def press(widget: QWidget, words: str) -> None:
    found = [item for item in widget.findChildren(QPushButton) if item.text() == words]
    found[0].click()


def test_that_a_copy_is_made_and_tested_in_the_window(qtbot: QtBot, dialog: BackupsDialog) -> None:
    assert "Er is nog geen kopie." in words_of(dialog)
    press(dialog, "Test mijn back-up")
    assert dialog.said == "⚠ Kies eerst een kopie."
    press(dialog, "Nu een kopie maken")
    qtbot.waitUntil(lambda: "De kopie is gemaakt" in dialog.said, timeout=10_000)
    box = dialog.copies.widget
    assert isinstance(box, QComboBox)
    assert box.count() == 1
    assert "1 dossier ·" in box.currentText()
    press(dialog, "Test mijn back-up")
    qtbot.waitUntil(lambda: "is goed" in dialog.said, timeout=10_000)


def test_that_a_damaged_copy_fails_its_test(
    qtbot: QtBot, dialog: BackupsDialog, vault: OpenVault, path: Path
) -> None:
    made = vault.upkeep.back_up().backup
    file = backup_folder(path) / made.id
    data = bytearray(file.read_bytes())
    data[9000] ^= 1
    file.write_bytes(data)
    dialog._presenter.refresh()
    dialog.test_copy()
    qtbot.waitUntil(lambda: "beschadigd" in dialog.said, timeout=10_000)


def test_that_a_second_place_gets_a_copy_at_once(
    qtbot: QtBot, dialog: BackupsDialog, tmp_path: Path, path: Path
) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    dialog.choose_second("")
    assert "geen tweede plek" in words_of(dialog)
    dialog.choose_second(str(second))
    qtbot.waitUntil(lambda: "De kopie is gemaakt" in dialog.said, timeout=10_000)
    assert str(second) in words_of(dialog)
    assert list(second.glob("kopie-*.db"))
    for file in second.iterdir():
        file.unlink()
    second.rmdir()
    dialog.back_up()
    qtbot.waitUntil(lambda: "niet op de tweede plek" in dialog.said, timeout=10_000)
    press(dialog, "Geen tweede plek meer")
    assert "geen tweede plek" in words_of(dialog)
    dialog.choose_second(str(path.parent))
    assert "ligt bij de kluis zelf" in dialog.said


def test_that_both_logs_are_handed_over(
    qtbot: QtBot, dialog: BackupsDialog, tmp_path: Path
) -> None:
    dialog.export_logs("")
    dialog.export_logs(str(tmp_path))
    qtbot.waitUntil(lambda: "De logboeken" in dialog.said, timeout=10_000)
    assert b'"dossier_toegevoegd"' in (tmp_path / "auditlog.jsonl").read_bytes()
    assert b'"data_subject' not in (tmp_path / "auditlog.jsonl").read_bytes()
    assert b"actor" not in (tmp_path / "verwerkingslog.jsonl").read_bytes()
    checker = [sys.executable, "-I", "controleer_logboek.py", "auditlog.jsonl"]
    done = subprocess.run(checker, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout[:13]) == (0, "Goed. 1 regel")


def test_that_the_sheet_says_where_the_log_ends(dialog: BackupsDialog, vault: OpenVault) -> None:
    head = vault.audit_head()
    sheet = dialog.sheet()
    assert head.text in sheet
    assert f'--anker "{head.count} {head.seal[:16]}"' in sheet
    assert "GEHEIM" not in sheet


@dataclass
class Opener:
    """What the dialog needs of the stores."""

    path: Path

    def own_backups(self) -> tuple[BackupInfo, ...]:
        return restoring.backups_of(self.path)

    def restore_own(self, backup: str) -> None:
        restoring.restore_vault(self.path, backup, HandClock())


def test_that_a_copy_is_put_back_in_the_window(
    qtbot: QtBot, path: Path, texts: WindowTexts, vault: OpenVault
) -> None:
    vault.upkeep.back_up()
    dialog = RestoreDialog(None, texts, Opener(path))  # type: ignore[arg-type]  # what it asks
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.restore()
    qtbot.waitUntil(lambda: "staat al open" in dialog.said, timeout=10_000)
    vault.close()
    path.write_bytes(b"kapot")
    with qtbot.waitSignal(dialog.restored, timeout=10_000):
        dialog.restore()
    with storage.open_vault(path, WORDS, HandClock()) as again:
        assert again.cases.load(CASE) == case()


def test_that_without_copies_nothing_can_be_put_back(
    qtbot: QtBot, path: Path, texts: WindowTexts
) -> None:
    dialog = RestoreDialog(None, texts, Opener(path))  # type: ignore[arg-type]  # what it asks
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.said == "⚠ Er is nog geen kopie."
    dialog._presenter.restore("")
    assert dialog.said == "⚠ Kies eerst een kopie."
    dialog.reject()
    assert not dialog.isVisible()


ALL_WELL = Warnings()


@dataclass
class Upkeep:
    """An upkeep that says what it is told to."""

    found: Warnings = ALL_WELL
    outcome: BackupOutcome | None = None
    trouble: str = ""
    copies: int = 0

    def warnings(self) -> Warnings:
        return self.found

    def check(self) -> str:
        if self.trouble:
            raise VaultError(self.trouble)
        return "volledig"

    def backup_is_due(self) -> bool:
        return self.outcome is not None

    def back_up(self) -> BackupOutcome:
        self.copies += 1
        assert self.outcome is not None
        return self.outcome


MADE = BackupInfo(id="kopie", moment=NOON, dossiers=1, size=1)


def told_by(qtbot: QtBot, upkeep: Upkeep, texts: WindowTexts) -> list[Message]:
    parent = QWidget()
    qtbot.addWidget(parent)
    work = UpkeepWork(upkeep, texts, parent)  # type: ignore[arg-type]  # what it asks
    said: list[Message] = []
    work.told.connect(said.append)
    work.start()
    qtbot.waitUntil(lambda: work._task is None, timeout=10_000)
    qtbot.wait(50)
    qtbot.waitUntil(lambda: work._task is None, timeout=10_000)
    work.stop()
    return said


@pytest.mark.parametrize(
    ("upkeep", "words"),
    [
        (Upkeep(found=Warnings(read_only="alleen_lezen")), "mag niet worden geschreven"),
        (Upkeep(found=Warnings(read_only="bijwerken_mislukt")), "kon niet worden bijgewerkt"),
        (Upkeep(found=Warnings(clock_behind=True)), "loopt meer dan een dag achter"),
        (Upkeep(found=Warnings(place="plek_cloud")), "met de cloud"),
        (Upkeep(found=Warnings(place="plek_stick")), "losse schijf"),
        (Upkeep(trouble="kluis_beschadigd"), "is beschadigd"),
        (Upkeep(trouble="schijf_vol"), "reservekopie is niet gelukt"),
        (
            Upkeep(outcome=BackupOutcome(backup=MADE, log_deviates=True)),
            "sluit niet aan",
        ),
        (
            Upkeep(outcome=BackupOutcome(backup=MADE, second_problem="tweede_plek_ontbreekt")),
            "niet op de tweede plek",
        ),
    ],
)
def test_that_the_user_is_told_what_is_not_as_it_should_be(
    qtbot: QtBot, texts: WindowTexts, upkeep: Upkeep, words: str
) -> None:
    said = told_by(qtbot, upkeep, texts)
    assert [words in message.text for message in said] == [True]


def test_that_nothing_is_said_where_all_is_well(qtbot: QtBot, texts: WindowTexts) -> None:
    upkeep = Upkeep(outcome=BackupOutcome(backup=MADE))
    assert told_by(qtbot, upkeep, texts) == []
    assert upkeep.copies == 1
    assert told_by(qtbot, Upkeep(trouble="kluis_gesloten"), texts) == []
