"""Vaults of every earlier version of the tables, and what becomes of them when it goes wrong."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.domain.case import Case
from hardship_desk.domain.codec import decode
from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.backups import restoring
from hardship_desk.storage.connection import VaultDatabase, connect
from hardship_desk.storage.content import content_hash, schema_of
from hardship_desk.storage.keys.passphrase import DataKey, unwrap_key
from hardship_desk.storage.keys.slot_file import read_key_file
from hardship_desk.storage.migrating import MIGRATIONS, migrate
from hardship_desk.storage.migrations.m0002_logs import APPLICATION_ID
from hardship_desk.storage.opening import Opened, backup_folder, open_database
from hardship_desk.storage.versions import version_of
from tests.fixtures.make_vaults import CARD, NAME, PASSPHRASE, SECRET, vault_of
from tests.unit.storage.case_samples import CASE, HandClock, income

VERSIONS = range(1, len(MIGRATIONS) + 1)
WITH_PEOPLE = 5
EARLIER = range(1, len(MIGRATIONS))


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    return copied(1, tmp_path)


def copied(version: int, folder: Path) -> Path:
    shutil.copytree(vault_of(version).parent, folder / f"v{version}")
    return folder / f"v{version}" / NAME


def key_of(path: Path) -> DataKey:
    stored = read_key_file(path)
    return unwrap_key(stored.users[0].slot, PASSPHRASE, stored.vault_salt)


def opened(path: Path, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS) -> Opened:
    return open_database(path, key_of(path), HandClock(), migrations)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[VaultDatabase]:
    database = connect(tmp_path / "vers.db", DataKey.random())
    migrate(database, lambda: None)
    yield database
    database.close()


def test_that_there_is_a_fixture_of_every_version() -> None:
    missing = [version for version in VERSIONS if not vault_of(version).exists()]
    assert missing == [], "run python -m tests.fixtures.make_vaults"


@pytest.mark.parametrize("version", VERSIONS)
def test_that_every_version_opens_with_all_that_is_in_it(
    version: int, tmp_path: Path, fresh: VaultDatabase
) -> None:
    path = copied(version, tmp_path)
    expected = json.loads((path.parent / "inhoud.json").read_text("utf-8"))
    with storage.open_vault(path, PASSPHRASE, HandClock()) as vault:
        assert vault.read_only == ""
        cases = tuple(vault.cases.load(item.id) for item in vault.cases.list_cases())
        assert cases == decode(tuple[Case, ...], expected[0])
        assert len(vault.cases.answer_history(CASE, None, income(1).question)) == len(expected[1])
        assert vault.upkeep.check() == "volledig"
        assert schema_of(vault._session.database) == schema_of(fresh)
        people = version >= WITH_PEOPLE
        assert vault.contacts.own_keys() == (SECRET if people else None)
        assert [item.card for item in vault.contacts.contacts()] == ([CARD] if people else [])
        lines = len(vault.audit_entries())
        vault.cases.save_answer(CASE, None, income(1))
        assert len(vault.audit_entries()) == lines + 1
    copies = len(restoring.backups_of(path))
    assert copies == (1 if version < len(MIGRATIONS) else 0)


BROKEN = (*MIGRATIONS, ("CREATE TABLE extra (a INTEGER) STRICT", "CREATE TABLE extra (b)"))


def test_that_a_vault_that_cannot_be_brought_up_to_date_can_be_read(earlier: Path) -> None:
    with storage.open_vault(earlier, PASSPHRASE, HandClock()) as vault:
        before = content_hash(vault._session.database)
    found = opened(earlier, BROKEN)
    assert found.read_only == "bijwerken_mislukt"
    assert version_of(found.database) == len(MIGRATIONS)
    assert content_hash(found.database) == before
    assert found.database.rows("SELECT count(*) FROM dossier") == [(5,)]
    found.database.close()
    assert len(list(backup_folder(earlier).glob("*.db"))) == 2


def test_that_without_a_copy_nothing_is_brought_up_to_date(
    earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> object:
        return shutil._ntuple_diskusage(1, 1, 0)

    monkeypatch.setattr(shutil, "disk_usage", full)
    with storage.open_vault(earlier, PASSPHRASE, HandClock()) as vault:
        assert vault.read_only == "bijwerken_mislukt"
        assert version_of(vault._session.database) == 1
        assert len(vault.cases.list_cases()) == 5


@pytest.mark.parametrize(
    ("pragma", "code"),
    [("user_version = 99", "kluis_te_nieuw"), ("application_id = 7", "kluis_onbekend_bestand")],
)
def test_that_a_vault_of_another_program_is_refused_untouched(
    earlier: Path, pragma: str, code: str
) -> None:
    database = connect(earlier, key_of(earlier))
    database.rows(f"PRAGMA application_id = {APPLICATION_ID}")
    database.rows(f"PRAGMA {pragma}")
    database.close()
    before = {file.name: file.read_bytes() for file in earlier.parent.iterdir()}
    with pytest.raises(VaultError) as caught:
        opened(earlier)
    assert caught.value.code == code
    if code == "kluis_te_nieuw":
        assert caught.value.parameters == {"kluis": "99", "programma": str(len(MIGRATIONS))}
    assert {file.name: file.read_bytes() for file in earlier.parent.iterdir()} == before


def test_that_columns_count_and_not_only_the_number(earlier: Path) -> None:
    opened(earlier).database.close()
    database = connect(earlier, key_of(earlier))
    database.rows("ALTER TABLE dossier ADD COLUMN vreemd TEXT")
    database.close()
    with pytest.raises(VaultError) as caught:
        opened(earlier)
    assert (caught.value.code, caught.value.parameters) == ("kluis_anders", {"tabel": "dossier"})
