"""Copies of a vault: made, counted only when whole, rotated, tested and put back."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.config.files import sha256_of_file
from hardship_desk.domain.errors import VaultError, WriteError
from hardship_desk.storage import OpenVault
from hardship_desk.storage import upkeep as upkeep_module
from hardship_desk.storage.backups import making, restoring
from hardship_desk.storage.backups.folder import rotate
from hardship_desk.storage.backups.form import Backup, Manifest, backups_in, manifest_path
from hardship_desk.storage.backups.rotation import erased_too_long, to_keep
from hardship_desk.storage.keys.slot_file import slot_path
from hardship_desk.storage.opening import backup_folder
from tests.unit.storage.case_samples import CASE, NOON, HandClock, case, empty_case, income
from tests.unit.storage.conftest import CHEAP, PASSPHRASE, reopen


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(VaultError) as caught:
        call()
    return caught.value.code


@pytest.fixture
def full(vault: OpenVault) -> OpenVault:
    vault.cases.add_case(case())
    return vault


def names_in(folder: Path) -> set[str]:
    return {file.suffix for file in folder.iterdir()}


def test_that_a_copy_holds_the_same_and_is_encrypted(full: OpenVault, path: Path) -> None:
    made = full.upkeep.back_up()
    assert made.backup.dossiers == 1
    assert (made.second_problem, made.log_deviates) == ("", False)
    (backup,) = backups_in(backup_folder(path))
    assert backup.manifest.anchor == full.audit_head()
    assert backup.manifest.rows["dossier"] == 1
    assert b"GEHEIM" not in backup.file.read_bytes()
    assert b"GEHEIM" not in manifest_path(backup.file).read_bytes()
    tested = full.upkeep.test_backup(made.backup.id)
    assert tested.lines == sum(backup.manifest.rows.values())
    assert names_in(backup_folder(path)) == {".db", ".json"}


def test_that_a_copy_is_due_when_something_changed_and_time_passed(
    full: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert full.upkeep.backup_is_due()
    full.upkeep.back_up()
    assert not full.upkeep.backup_is_due()
    full.cases.add_case(empty_case("c-2"))
    assert not full.upkeep.backup_is_due()
    later = time.monotonic() + 1801
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert full.upkeep.backup_is_due()
    full.upkeep.back_up()
    assert not full.upkeep.backup_is_due()


def test_that_the_first_unlock_of_the_day_asks_a_copy(path: Path) -> None:
    clock = HandClock()
    with storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP) as opened:
        opened.cases.add_case(case())
        opened.upkeep.back_up()
        opened.cases.save_answer(CASE, None, income(7))
        clock.moment += timedelta(days=1)
        assert opened.upkeep.backup_is_due()
        opened.upkeep.back_up()
        opened.cases.save_answer(CASE, None, income(8))
        clock.moment -= timedelta(days=400)
        assert opened.upkeep.backup_is_due()


def test_that_a_copy_that_does_not_agree_is_not_counted(
    full: OpenVault, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full.upkeep.back_up()
    before = backups_in(backup_folder(path))
    monkeypatch.setattr(making, "content_hash", lambda _: os.urandom(4).hex())
    assert code_of(full.upkeep.back_up) == "kluis_beschadigd"
    assert backups_in(backup_folder(path)) == before
    assert {file.name for file in backup_folder(path).glob("maken*")} == set()


def test_that_a_disk_without_room_is_told_with_what_is_needed(
    full: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 0))
    with pytest.raises(VaultError) as caught:
        full.upkeep.back_up()
    assert caught.value.code == "schijf_vol"
    assert caught.value.parameters["vrij"] == "0"


def test_that_a_damaged_description_or_copy_does_not_count(full: OpenVault, path: Path) -> None:
    folder = backup_folder(path)
    assert backups_in(folder) == ()
    full.upkeep.back_up()
    (backup,) = backups_in(folder)
    good = manifest_path(backup.file).read_bytes()
    for damaged in (b"", good[:-20], good.replace(b'"form":1', b'"form":2'), b"[]\nx", b"\xff"):
        manifest_path(backup.file).write_bytes(damaged)
        assert backups_in(folder) == ()
    manifest_path(backup.file).write_bytes(good)
    data = bytearray(backup.file.read_bytes())
    data[6000] ^= 1
    backup.file.write_bytes(data)
    assert code_of(lambda: full.upkeep.test_backup(backup.file.name)) == "kluis_beschadigd"
    backup.file.write_bytes(data[:-1])
    assert backups_in(folder) == ()
    assert code_of(lambda: full.upkeep.test_backup(backup.file.name)) == "kopie_ontbreekt"


def test_that_a_copy_without_its_key_file_fails_the_test(full: OpenVault, path: Path) -> None:
    made = full.upkeep.back_up()
    for key in backup_folder(path).glob("sleutel-*"):
        key.unlink()
    assert code_of(lambda: full.upkeep.test_backup(made.backup.id)) == "kluis_sleutel_ontbreekt"


def test_that_the_second_place_gets_each_copy_with_its_key(
    full: OpenVault, path: Path, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    full.upkeep.choose_second_place(second)
    assert full.upkeep.second_place() == second
    made = full.upkeep.back_up()
    assert made.second_problem == ""
    assert {one.file.name for one in backups_in(second)} == {made.backup.id}
    assert list(second.glob("sleutel-*"))
    second.rename(tmp_path / "weg")
    full.cases.add_case(empty_case("c-2"))
    assert full.upkeep.back_up().second_problem == "tweede_plek_ontbreekt"
    assert len(full.upkeep.backups()) == 2
    full.upkeep.choose_second_place(None)
    assert full.upkeep.second_place() is None
    inside = path.parent / "hier"
    assert code_of(lambda: full.upkeep.choose_second_place(inside)) == "tweede_plek_hier"


def test_that_trouble_on_the_second_place_costs_no_copy(
    full: OpenVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full.upkeep.choose_second_place(tmp_path)
    for trouble, code in (
        (OSError(5, "weg"), "kluis_onbereikbaar"),
        (WriteError("schijf_vol"), "schijf_vol"),
    ):

        def refuse(*_: object, error: Exception = trouble) -> None:
            raise error

        monkeypatch.setattr(upkeep_module, "copy_to_second", refuse)
        assert full.upkeep.back_up().second_problem == code
    assert len(full.upkeep.backups()) == 2


def test_that_a_copy_only_on_the_second_place_is_listed_and_put_back(
    path: Path, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as opened:
        opened.cases.add_case(case())
        opened.upkeep.choose_second_place(second)
        opened.upkeep.back_up()
    shutil.rmtree(backup_folder(path))
    path.unlink()
    slot_path(path).unlink()
    (found,) = restoring.backups_of(path)
    assert found.second
    restoring.restore_vault(path, found.id, HandClock())
    with reopen(path) as again:
        assert again.cases.load(CASE) == case()


def test_that_putting_back_keeps_what_was_there_and_is_logged(path: Path) -> None:
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as opened:
        opened.cases.add_case(case())
        made = opened.upkeep.back_up()
        opened.cases.save_answer(CASE, None, income(7))
        opened.upkeep.back_up()
        assert code_of(lambda: restoring.restore_vault(path, made.backup.id, HandClock())) == (
            "kluis_in_gebruik"
        )
    path.write_bytes(b"kapot" * 1000)
    kept = restoring.restore_vault(path, made.backup.id, HandClock())
    assert [one.read_bytes()[:5] for one in kept] == [b"kapot"]
    with reopen(path) as again:
        assert again.cases.load(CASE).facts == case().facts
        assert [entry.event for entry in again.audit_entries()][-1] == "kluis_teruggezet"
        outcome = again.upkeep.back_up()
        assert not outcome.log_deviates
    with reopen(path) as again:
        events = [entry.event for entry in again.audit_entries()]
        assert events.count("kluis_teruggezet") == 1


def test_that_a_restore_that_never_came_about_is_not_logged(path: Path) -> None:
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as opened:
        opened.cases.add_case(case())
    note = path.with_name("dossiers.db.teruggezet")
    for said in (b"{}", b'{"kopie":"x","begin":"ander","einde":"y"}'):
        note.write_bytes(said)
        with reopen(path) as again:
            assert len(again.audit_entries()) == 1
        assert not note.exists()


def test_that_a_damaged_copy_is_not_put_back(path: Path) -> None:
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as opened:
        opened.cases.add_case(case())
        made = opened.upkeep.back_up()
    (backup,) = backups_in(backup_folder(path))
    data = bytearray(backup.file.read_bytes())
    data[6000] ^= 1
    backup.file.write_bytes(data)
    before = sha256_of_file(path)
    assert code_of(lambda: restoring.restore_vault(path, made.backup.id, HandClock())) == (
        "kluis_beschadigd"
    )
    assert code_of(lambda: restoring.restore_vault(path, "x", HandClock())) == "kopie_ontbreekt"
    assert sha256_of_file(path) == before


def test_that_a_key_file_of_another_vault_is_set_aside(path: Path) -> None:
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as opened:
        opened.cases.add_case(case())
        made = opened.upkeep.back_up()
    path.unlink()
    storage.create_vault(path, "een andere", HandClock(), cost=CHEAP).close()
    restoring.restore_vault(path, made.backup.id, HandClock())
    with reopen(path) as again:
        assert again.cases.load(CASE) == case()
    for key in backup_folder(path).glob("sleutel-*"):
        key.unlink()
    slot_path(path).write_bytes(b"kapot")
    assert code_of(lambda: restoring.restore_vault(path, made.backup.id, HandClock())) == (
        "kluis_sleutel_ontbreekt"
    )


def test_that_a_log_that_does_not_go_on_is_told_and_costs_no_copy(path: Path) -> None:
    earlier = path.with_name("eerder")
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as opened:
        opened.cases.add_case(case())
    shutil.copyfile(path, earlier)
    with reopen(path) as opened:
        opened.cases.save_answer(CASE, None, income(7))
        opened.upkeep.back_up()
    shutil.copyfile(earlier, path)
    with reopen(path) as opened:
        opened.cases.save_answer(CASE, None, income(8))
        assert opened.upkeep.back_up().log_deviates
        assert len(opened.upkeep.backups()) == 2


MOMENT = datetime(2026, 1, 1, 9, tzinfo=UTC)


def copy_of(serial: int, elapsed: int, moment: datetime = MOMENT) -> Backup:
    return Backup(
        file=Path(f"kopie-{serial}.db"),
        manifest=Manifest(
            serial=serial,
            made_at=moment.isoformat(),
            elapsed=elapsed,
            reason="op_tijd",
            program="1",
            version=2,
            size=1,
            sha256="",
            content="",
            rows={},
            audit_count=serial,
            audit_seal=str(serial),
            agrees=True,
        ),
    )


def test_that_two_years_of_copies_keep_days_weeks_and_months() -> None:
    kept: dict[int, Backup] = {}
    for day in range(730):
        for turn in range(8):
            serial = day * 8 + turn + 1
            kept[serial] = copy_of(serial, day * 86_400 + turn * 1800)
            stay = to_keep(kept.values())
            kept = {number: one for number, one in kept.items() if number in stay}
    ages = sorted(
        (729 * 86_400 + 7 * 1800 - one.manifest.elapsed) / 86_400 for one in kept.values()
    )
    assert sum(1 for age in ages if age <= 2) == 17
    assert len({int(age) for age in ages if age < 14}) == 14
    assert 300 < ages[-1] < 390
    assert len(kept) <= 16 + 14 + 12 + 12


def test_that_no_copies_means_nothing_to_keep() -> None:
    assert to_keep(()) == frozenset()


def test_that_what_was_destroyed_leaves_the_copies_after_35_days() -> None:
    copies = [copy_of(day, day * 86_400, MOMENT + timedelta(days=day)) for day in range(1, 60)]
    erased = MOMENT + timedelta(days=10, hours=1)
    for now, gone in ((45, 0), (46, 10)):
        found = erased_too_long(copies, (erased,), MOMENT + timedelta(days=now))
        assert len(found) == gone
    assert erased_too_long(copies[:1], (erased,), MOMENT + timedelta(days=400)) == frozenset()


def test_that_rotating_takes_files_away(full: OpenVault, path: Path) -> None:
    for _ in range(2):
        full.upkeep.back_up()
    newest, oldest = backups_in(backup_folder(path))
    aged = Backup(file=oldest.file, manifest=replace(oldest.manifest, made_at=NOON.isoformat()))
    erased = NOON + timedelta(seconds=1)
    assert rotate((newest, aged), (erased,), erased + timedelta(days=36)) == 1
    assert backups_in(backup_folder(path)) == (newest,)
    assert not oldest.file.exists()
