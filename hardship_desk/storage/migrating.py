"""Brings the tables of a vault to the version of this program, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.connection import VaultDatabase
from hardship_desk.storage.errors import vault_errors
from hardship_desk.storage.migrations import m0001_initial

Migration = tuple[str, ...]
MIGRATIONS: tuple[Migration, ...] = (m0001_initial.STATEMENTS,)


def migrate(
    database: VaultDatabase, vault: Path, migrations: tuple[Migration, ...] = MIGRATIONS
) -> None:
    """Run what this vault has not had yet, each in one transaction.

    A vault with data is first copied, encrypted, to a file beside it. VaultError `kluis_te_nieuw`
    where a newer program made it, and then nothing is touched.
    """
    with vault_errors():
        version = version_of(database)
        if version > len(migrations):
            raise VaultError("kluis_te_nieuw")
        if 0 < version < len(migrations):
            _copy(database, vault, version)
        for number in range(version + 1, len(migrations) + 1):
            _run(database, number, migrations[number - 1])


def version_of(database: VaultDatabase) -> int:
    """The number of the last migration this vault has had."""
    return int(database.rows("PRAGMA user_version")[0][0])


def _run(database: VaultDatabase, number: int, statements: Migration) -> None:
    with database.atomic("IMMEDIATE"):
        for statement in statements:
            database.rows(statement)
        if database.rows("PRAGMA foreign_key_check"):
            raise VaultError("kluis_geweigerd")
        database.rows(f"PRAGMA user_version = {number}")


def _copy(database: VaultDatabase, vault: Path, version: int) -> None:
    target = vault.with_name(f"{vault.name}.voor-versie-{version + 1}")
    target.unlink(missing_ok=True)
    database.rows("VACUUM INTO ?", str(target))
