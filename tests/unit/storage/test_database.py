"""Tables, migrations, triggers, the log, and the trouble a database may give."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import peewee
import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from hardship_desk.domain.errors import VaultError, WriteError
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.storage import OpenVault
from hardship_desk.storage.connection import VaultDatabase, connect
from hardship_desk.storage.errors import vault_errors
from hardship_desk.storage.keys.passphrase import DataKey
from hardship_desk.storage.migrating import MIGRATIONS, migrate
from hardship_desk.storage.tables import TABLES
from hardship_desk.storage.versions import version_of
from tests.unit.storage.case_samples import BOETE, CASE, INCOME, case, empty_case, income
from tests.unit.storage.conftest import reopen


def database_of(vault: OpenVault) -> VaultDatabase:
    return vault._session.database


def test_that_peewee_uses_sqlcipher(vault: OpenVault) -> None:
    database = database_of(vault)
    assert isinstance(database._connect(), sqlcipher.Connection)
    assert database.rows("PRAGMA cipher_version")
    settings = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    assert {name: database.rows(f"PRAGMA {name}")[0][0] for name in settings} == settings


def test_that_no_second_sqlite_comes_in() -> None:
    script = (
        "import sys, hardship_desk.storage, peewee\n"
        "assert sys.modules['sqlite3'] is None and peewee.sqlite3 is None\n"
    )
    # Isolated and without coverage, which would bring the standard one in itself.
    root = Path(__file__).resolve().parents[3]
    environment = {"PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_that_the_models_are_what_the_migrations_make(vault: OpenVault) -> None:
    for table in TABLES:
        name = table._meta.table_name
        columns = [row[1] for row in database_of(vault).rows(f"PRAGMA table_info({name})")]
        assert columns == list(table._meta.columns), name
    strict = database_of(vault).rows("SELECT strict FROM pragma_table_list WHERE schema = 'main'")
    assert strict.count((1,)) == len(TABLES)


@pytest.mark.parametrize("table", ["answer_history", "record", "sealed_version", "audit"])
@pytest.mark.parametrize("deed", ["DELETE FROM {}", "UPDATE {} SET {}", "INSERT OR REPLACE"])
def test_that_what_is_kept_refuses_every_change(vault: OpenVault, table: str, deed: str) -> None:
    vault.cases.add_case(case())
    database = database_of(vault)
    rows = database.rows(f"SELECT * FROM {table}")
    column = database.rows(f"PRAGMA table_info({table})")[0][1]
    statement = {
        "DELETE FROM {}": f"DELETE FROM {table}",
        "UPDATE {} SET {}": f"UPDATE {table} SET {column} = {column} + 100",
        "INSERT OR REPLACE": f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    }[deed]
    assert rows
    with pytest.raises(peewee.IntegrityError, match="kluis_geweigerd"):
        database.rows(statement)
    assert database.rows(f"SELECT * FROM {table}") == rows


def no_copy() -> None:
    """For a vault that has nothing to copy."""


@pytest.fixture
def database(path: Path) -> VaultDatabase:
    path.parent.mkdir()
    return connect(path, DataKey.random())


def test_that_a_migration_that_fails_leaves_nothing(database: VaultDatabase) -> None:
    migrate(database, no_copy)
    broken = (*MIGRATIONS, ("CREATE TABLE extra (a INTEGER) STRICT", "CREATE TABLE extra (b)"))
    with pytest.raises(VaultError):
        migrate(database, no_copy, broken)
    assert version_of(database) == len(MIGRATIONS)
    assert database.rows("SELECT 1 FROM sqlite_master WHERE name = 'extra'") == []
    database.close()


def test_that_only_a_vault_with_tables_is_copied_first(database: VaultDatabase) -> None:
    copies: list[int] = []

    def copy() -> None:
        copies.append(version_of(database))

    migrate(database, copy)
    migrate(database, copy)
    assert copies == []
    migrate(database, copy, (*MIGRATIONS, ("CREATE TABLE x (a) ",)))
    assert copies == [len(MIGRATIONS)]
    assert version_of(database) == len(MIGRATIONS) + 1
    database.close()


def test_that_a_migration_that_breaks_a_reference_is_undone(database: VaultDatabase) -> None:
    migrate(database, no_copy)
    database.rows("PRAGMA foreign_keys = 0")
    loose = ("INSERT INTO record (decision, kind, body) VALUES (99, 'x', 'x')",)
    with pytest.raises(VaultError) as caught:
        migrate(database, no_copy, (*MIGRATIONS, loose))
    assert caught.value.code == "kluis_geweigerd"
    assert database.rows("SELECT * FROM record") == []
    database.close()


def test_that_a_full_disk_loses_nothing_and_saving_goes_on_after_it(
    vault: OpenVault, path: Path
) -> None:
    cases, database = vault.cases, database_of(vault)
    cases.add_case(empty_case())
    (pages,) = database.rows("PRAGMA page_count")[0]
    database.rows(f"PRAGMA max_page_count = {pages}")
    saved, code = 0, ""
    while not code:
        try:
            cases.save_answer(CASE, None, income(saved + 1))
            saved += 1
        except VaultError as error:
            code = error.code
    assert code == "schijf_vol"
    assert len(cases.answer_history(CASE, None, INCOME)) == saved
    database.rows("PRAGMA max_page_count = 100000")
    cases.save_answer(CASE, None, income(saved + 1))
    vault.close()
    with reopen(path) as again:
        assert again.cases.load(CASE).facts.get(INCOME) == income(saved + 1)


def test_that_a_database_that_may_only_be_read_is_told(vault: OpenVault) -> None:
    database_of(vault).rows("PRAGMA query_only = 1")
    with pytest.raises(VaultError) as caught:
        vault.cases.add_case(empty_case())
    assert caught.value.code == "alleen_lezen"


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (WriteError("schijf_vol"), "schijf_vol"),
        (WriteError("schrijven_mislukt"), "kluis_onbereikbaar"),
        (OSError(5, "io"), "kluis_onbereikbaar"),
        (peewee.InterfaceError("x"), "kluis_onbereikbaar"),
    ],
)
def test_that_trouble_has_a_code(trouble: Exception, code: str) -> None:
    with pytest.raises(VaultError) as caught, vault_errors():
        raise trouble
    assert caught.value.code == code


@pytest.mark.parametrize(("number", "code"), [(778, "schijf_vol"), (5, "kluis_in_gebruik")])
def test_that_a_number_of_sqlite_has_a_code(number: int, code: str) -> None:
    error = sqlcipher.OperationalError("x")
    error.sqlite_errorcode = number
    with pytest.raises(VaultError) as caught, vault_errors():
        raise error
    assert caught.value.code == code


def test_that_the_log_names_what_happened_without_content(vault: OpenVault) -> None:
    vault.cases.add_case(case())
    vault.cases.save_answer(CASE, BOETE, income(1))
    vault.cases.reopen_decision(CASE, BOETE)
    entries = vault.audit_entries()
    assert [(item.event, item.subject) for item in entries] == [
        ("dossier_toegevoegd", ""),
        ("antwoord_opgeslagen", "boete-1/middelen.inkomen"),
        ("besluit_heropend", "boete-1"),
    ]
    assert "GEHEIM" not in repr(entries)
    assert vault.audit_head().count == 3


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET event = 'anders' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 1",
        "UPDATE audit SET seal = '' WHERE seq = 1",
    ],
)
def test_that_a_changed_log_is_found(vault: OpenVault, change: str) -> None:
    for name in ("a", "b", "c"):
        vault.cases.add_case(empty_case(name))
    for deed in ("update", "delete"):
        database_of(vault).rows(f"DROP TRIGGER audit_no_{deed}")
    database_of(vault).rows(change)
    with pytest.raises(VaultError) as caught:
        vault.audit_entries()
    assert caught.value.code == "kluis_beschadigd"


def test_that_threads_save_one_after_another(cases: CaseRepository) -> None:
    cases.add_case(empty_case())

    def save(number: int) -> None:
        for step in range(10):
            cases.save_answer(CASE, None, income(number * 10 + step))

    threads = [threading.Thread(target=save, args=(number,)) for number in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(cases.answer_history(CASE, None, INCOME)) == 40
