"""Which version the tables of a vault have, and whether the file is ours."""

from __future__ import annotations

from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.connection import VaultDatabase
from hardship_desk.storage.migrations.m0002_logs import APPLICATION_ID
from hardship_desk.storage.tables import TABLES

_FIRST_WITH_LOGS = 2


def version_of(database: VaultDatabase) -> int:
    """The number of the last migration this vault has had."""
    return int(database.rows("PRAGMA user_version")[0][0])


def has_logs(database: VaultDatabase) -> bool:
    """Whether the tables have both logs as they are now."""
    return version_of(database) >= _FIRST_WITH_LOGS


def require_known(database: VaultDatabase, newest: int) -> None:
    """Refuse a vault of a newer program, or a file of another one; nothing is touched.

    VaultError `kluis_te_nieuw`, which names both versions, or `kluis_onbekend_bestand`.
    """
    version = version_of(database)
    said = int(database.rows("PRAGMA application_id")[0][0])
    if said not in (0, APPLICATION_ID) or (said == 0 and version >= _FIRST_WITH_LOGS):
        raise VaultError("kluis_onbekend_bestand")
    if version > newest:
        raise VaultError("kluis_te_nieuw", kluis=str(version), programma=str(newest))


def require_tables(database: VaultDatabase) -> None:
    """VaultError `kluis_anders` unless the tables really are what the version says."""
    for table in TABLES:
        name = table._meta.table_name  # noqa: SLF001 - the way peewee gives it
        found = [row[1] for row in database.rows(f"PRAGMA table_info({name})")]
        if found != list(table._meta.columns):  # noqa: SLF001
            raise VaultError("kluis_anders", tabel=name)
