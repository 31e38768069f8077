"""Brings the tables of a vault to the version of this program, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable

from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.connection import VaultDatabase
from hardship_desk.storage.errors import vault_errors
from hardship_desk.storage.migrations import (
    m0001_initial,
    m0002_logs,
    m0003_retention,
    m0004_days,
    m0005_people,
)
from hardship_desk.storage.versions import version_of

Migration = tuple[str, ...]
MIGRATIONS: tuple[Migration, ...] = (
    m0001_initial.STATEMENTS,
    m0002_logs.STATEMENTS,
    m0003_retention.STATEMENTS,
    m0004_days.STATEMENTS,
    m0005_people.STATEMENTS,
)


def migrate(
    database: VaultDatabase,
    copy_first: Callable[[], object],
    migrations: tuple[Migration, ...] = MIGRATIONS,
) -> None:
    """Run what this vault has not had yet, each in one transaction together with its number.

    A vault with data is first copied, by `copy_first`. Raises VaultError; then the tables are those
    of the last migration that went well.
    """
    with vault_errors():
        version = version_of(database)
        if 0 < version < len(migrations):
            copy_first()
        for number in range(version + 1, len(migrations) + 1):
            _run(database, number, migrations[number - 1])


def _run(database: VaultDatabase, number: int, statements: Migration) -> None:
    with database.atomic("IMMEDIATE"):
        for statement in statements:
            database.rows(statement)
        if database.rows("PRAGMA foreign_key_check"):
            raise VaultError("kluis_geweigerd")
        database.rows(f"PRAGMA user_version = {number}")
