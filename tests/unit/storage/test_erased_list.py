"""What was destroyed stays destroyed, also when a copy from before it is put back."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

from hardship_desk import storage
from hardship_desk.domain.destruction import Declaration, DestructionList, ListedCase
from hardship_desk.domain.ids import CaseId
from hardship_desk.storage import OpenVault
from hardship_desk.storage.backups import restoring
from hardship_desk.storage.backups.form import backups_in
from hardship_desk.storage.erased_list import AGAIN, erased_path
from hardship_desk.storage.logs.audit import DESTROYED
from hardship_desk.storage.opening import backup_folder
from tests.unit.storage.case_samples import CASE, NOON, HandClock, case, empty_case
from tests.unit.storage.conftest import CHEAP, PASSPHRASE

OTHER = CaseId("c-2")


def destroy(vault: OpenVault, case_id: CaseId = CASE) -> None:
    proposed = DestructionList(
        id="l1",
        proposed_by="A",
        proposed_by_id="a",
        proposed_at=NOON,
        cases=(ListedCase(case_id=case_id, term="boete", due="2026-01-01"),),
    )
    vault.retention.save_list(proposed)
    declaration = Declaration(
        list_id="l1",
        proposed_by="A",
        approved_by="B",
        destroyed_at=NOON,
        count=1,
        terms=("boete",),
        way="proef",
    )
    vault.retention.destroy(proposed, declaration)


def vault_with_a_copy_from_before(path: Path, second: Path | None = None) -> str:
    """Two dossiers, a copy of both, and then one is destroyed; the name of the copy."""
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        vault.cases.add_case(case())
        vault.cases.add_case(empty_case(OTHER))
        if second is not None:
            vault.upkeep.choose_second_place(second)
        made = vault.upkeep.back_up().backup.id
        destroy(vault)
    return made


def test_that_a_copy_does_not_bring_back_what_was_destroyed(tmp_path: Path) -> None:
    path = tmp_path / "kluis" / "dossiers.db"
    made = vault_with_a_copy_from_before(path)
    before = json.loads(erased_path(path).read_text("utf-8"))
    restoring.restore_vault(path, made, HandClock())
    with storage.open_vault(path, PASSPHRASE, HandClock(NOON + timedelta(days=9))) as again:
        assert [item.id for item in again.cases.list_cases()] == [OTHER]
        assert again.upkeep.warnings().erased_again == 1
        (line,) = [item for item in again.audit_entries() if item.event == DESTROYED]
        assert (line.case_id, line.subject) == (CASE, AGAIN)
        (row,) = again._session.database.rows("SELECT erased_at FROM tombstone")
        assert row == (before["erased_at"],)
        again.upkeep.back_up()
    assert b"GEHEIM" not in path.read_bytes()
    with storage.open_vault(path, PASSPHRASE, HandClock()) as later:
        assert later.upkeep.warnings().erased_again == 0


def test_that_the_list_travels_with_the_copies(tmp_path: Path) -> None:
    path, second = tmp_path / "kluis" / "dossiers.db", tmp_path / "stick"
    second.mkdir()
    made = vault_with_a_copy_from_before(path, second)
    other = tmp_path / "andere" / "dossiers.db"
    shutil.copytree(second, backup_folder(other))
    restoring.restore_vault(other, made, HandClock())
    with storage.open_vault(other, PASSPHRASE, HandClock()) as again:
        assert [item.id for item in again.cases.list_cases()] == [OTHER]


def test_that_an_older_file_put_back_by_hand_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "kluis" / "dossiers.db"
    vault_with_a_copy_from_before(path)
    (older,) = backups_in(backup_folder(path))
    shutil.copyfile(older.file, path)
    with storage.open_vault(path, PASSPHRASE, HandClock()) as again:
        assert again.upkeep.warnings().erased_again == 1


def test_that_a_line_of_someone_else_destroys_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kluis" / "dossiers.db"
    vault_with_a_copy_from_before(path)
    said = json.loads(erased_path(path).read_text("utf-8"))
    forged = json.dumps({**said, "erased_at": "2026-01-01T00:00:00+00:00"})
    (older,) = backups_in(backup_folder(path))
    for text in (forged, "geen json", "[]", json.dumps({"mark": 1})):
        erased_path(path).write_text(text + "\n", "utf-8")
        (backup_folder(path) / erased_path(path).name).unlink(missing_ok=True)
        shutil.copyfile(older.file, path)
        with storage.open_vault(path, PASSPHRASE, HandClock()) as again:
            assert len(again.cases.list_cases()) == 2
            assert again.upkeep.warnings().erased_again == 0


def test_that_a_list_that_was_lost_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "kluis" / "dossiers.db"
    vault_with_a_copy_from_before(path)
    text = erased_path(path).read_text("utf-8")
    assert CASE not in text
    erased_path(path).unlink()
    storage.open_vault(path, PASSPHRASE, HandClock()).close()
    assert erased_path(path).read_text("utf-8") == text
