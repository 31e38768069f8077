"""The connection to one SQLCipher file, opened with a raw key."""

from __future__ import annotations

from pathlib import Path

from peewee import SqliteDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.errors import DAMAGED, vault_errors
from hardship_desk.storage.keys import SALT_BYTES, DataKey

PLAIN_HEADER = b"SQLite format 3\x00"
SMALLEST_FILE = 4096
_ENOUGH_OF_THE_SALT = 12
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    # Without this an INSERT OR REPLACE deletes a row behind the back of its trigger.
    "recursive_triggers": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "trusted_schema": 0,
}


class VaultDatabase(SqliteDatabase):
    """peewee on SQLCipher; never on the SQLite of the standard library.

    One connection serves all threads; who uses it takes a lock first.
    """

    def __init__(self, path: Path, key: DataKey) -> None:
        self._key = key
        super().__init__(
            str(path),
            pragmas=_PRAGMAS,
            lock_type="IMMEDIATE",
            thread_safe=False,
            check_same_thread=False,
            autoconnect=False,
        )
        self.server_version = sqlcipher.sqlite_version_info

    def rows(self, sql: str, *parameters: str) -> list[tuple[str | int, ...]]:
        """What a statement without a model gives; raises the errors of peewee."""
        found = self.execute_sql(sql, parameters)  # type: ignore[no-untyped-call]  # untyped stub
        return list(found.fetchall())

    def _connect(self) -> sqlcipher.Connection:
        connection = sqlcipher.connect(self.database, isolation_level=None, **self.connect_params)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{self._key.raw}'\"")
            self._add_conn_hooks(connection)  # type: ignore[attr-defined]  # absent from the stub
        except BaseException:
            connection.close()
            raise
        return connection


def connect(path: Path, key: DataKey) -> VaultDatabase:
    """A connection to an existing or new file, without looking whether it is whole."""
    with vault_errors():
        database = VaultDatabase(path, key)
        database.connect()
        return database


def connect_whole(path: Path, key: DataKey) -> VaultDatabase:
    """A connection to a file of which every page was read and found whole.

    VaultError `kluis_onbekend_bestand` where another file stands in its place, and
    `kluis_beschadigd` where it is ours and not whole.
    """
    if not _is_ours(path, key):
        raise VaultError("kluis_onbekend_bestand")
    database = connect(path, key)
    try:
        _read_every_page(database)
    except BaseException:
        database.close()
        raise
    return database


def _read_every_page(database: VaultDatabase) -> None:
    with vault_errors():
        complaints = database.rows("PRAGMA cipher_integrity_check")
        verdict = database.rows("PRAGMA quick_check")
    if complaints or verdict != [("ok",)]:
        raise VaultError(DAMAGED)


def _is_ours(path: Path, key: DataKey) -> bool:
    """Whether the file starts with the salt of this key; VaultError where only part of it is there.

    SQLCipher is told the salt and does not look at the one in the file.
    """
    with vault_errors(), path.open("rb") as file:
        found = file.read(SALT_BYTES)
    same = sum(one == other for one, other in zip(found, key.salt, strict=False))
    if same < SALT_BYTES and (same >= _ENOUGH_OF_THE_SALT or not any(found)):
        raise VaultError(DAMAGED)
    return same == SALT_BYTES
