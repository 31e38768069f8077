"""The connection to one SQLCipher file, opened with a raw key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from peewee import SqliteDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.engine import require_sound_engine
from hardship_desk.storage.errors import DAMAGED, vault_errors
from hardship_desk.storage.keys.passphrase import SALT_BYTES, DataKey

PLAIN_HEADER = b"SQLite format 3\x00"
SMALLEST_FILE = 4096
_ENOUGH_OF_THE_SALT = 12
_AT_ONCE = 1000
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    # Without this an INSERT OR REPLACE deletes a row behind the back of its trigger.
    "recursive_triggers": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "trusted_schema": 0,
    "mmap_size": 0,
}
# What stays when nothing may be written.
_READING = {"query_only": 1, "temp_store": 2, "trusted_schema": 0}
_Value = str | int | bytes | None


class VaultDatabase(SqliteDatabase):
    """peewee on SQLCipher; never on the SQLite of the standard library.

    One connection serves all threads; who uses it takes a lock first.
    """

    def __init__(self, path: Path, key: DataKey, *, reading: str = "") -> None:
        """`reading` is what an SQLite address takes to open the file without writing, or empty."""
        self._key = key
        super().__init__(
            f"file:{quote(str(path))}?{reading}" if reading else str(path),
            pragmas=_READING if reading else _PRAGMAS,
            lock_type="IMMEDIATE",
            thread_safe=False,
            check_same_thread=False,
            autoconnect=False,
            uri=bool(reading),
        )
        self.server_version = sqlcipher.sqlite_version_info

    @property
    def key(self) -> DataKey:
        """What the file is encrypted with."""
        return self._key

    def rows(self, sql: str, *parameters: _Value) -> list[tuple[str | int, ...]]:
        """What a statement without a model gives; raises the errors of peewee."""
        found = self.execute_sql(sql, parameters)  # type: ignore[no-untyped-call]  # untyped stub
        return list(found.fetchall())

    def stream(self, sql: str) -> Iterator[tuple[str | int | None, ...]]:
        """What a statement gives, a part at a time: a vault may be larger than the memory."""
        cursor = self.raw().execute(sql)
        while part := cursor.fetchmany(_AT_ONCE):
            yield from part

    def run(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Do a statement without a model; raises the errors of peewee."""
        self.execute_sql(sql, tuple(parameters))  # type: ignore[no-untyped-call]  # untyped stub

    def raw(self) -> sqlcipher.Connection:
        """The connection below, for copying the whole file."""
        return self.connection()  # type: ignore[no-untyped-call]  # untyped stub

    def _connect(self) -> sqlcipher.Connection:
        connection = sqlcipher.connect(self.database, isolation_level=None, **self.connect_params)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.create_function("casefold", 1, str.casefold, deterministic=True)
            connection.execute(f"PRAGMA key = \"x'{self._key.raw}'\"")
            self._add_conn_hooks(connection)  # type: ignore[attr-defined]  # absent from the stub
        except BaseException:
            connection.close()
            raise
        return connection


def connect(path: Path, key: DataKey) -> VaultDatabase:
    """A connection to an existing or new file, without looking whether it is whole.

    VaultError `sqlite_te_oud`, and `kluis_plek_ongeschikt` where the write-ahead log cannot be kept,
    as on a network folder.
    """
    require_sound_engine()
    with vault_errors():
        database = VaultDatabase(path, key)
        database.connect()
        try:
            _require(database)
        except BaseException:
            database.close()
            raise
        return database


def connect_reading(path: Path, key: DataKey) -> VaultDatabase:
    """A connection that writes nothing at all, not even beside the file.

    For a file whose write-ahead log is empty: what stands there is not read.
    """
    require_sound_engine()
    with vault_errors():
        database = VaultDatabase(path, key, reading="immutable=1")
        database.connect()
        try:
            database.rows("SELECT count(*) FROM sqlite_master")
        except BaseException:
            database.close()
            raise
        return database


def _require(database: VaultDatabase) -> None:
    if not database.rows("PRAGMA cipher_version"):
        raise VaultError("sqlite_te_oud", versie="zonder versleuteling")
    if database.rows("PRAGMA journal_mode") != [("wal",)]:
        raise VaultError("kluis_plek_ongeschikt")


def connect_own(path: Path, key: DataKey) -> VaultDatabase:
    """A connection to a file that belongs to this key, which may still be damaged further on.

    VaultError `kluis_onbekend_bestand` where another file stands in its place, and
    `kluis_beschadigd` where it is ours and does not even open.
    """
    if not _is_ours(path, key):
        raise VaultError("kluis_onbekend_bestand")
    return connect(path, key)


def connect_whole(path: Path, key: DataKey) -> VaultDatabase:
    """A connection to a file of which every page was read and found whole; raises as above."""
    database = connect_own(path, key)
    try:
        read_every_page(database)
    except BaseException:
        database.close()
        raise
    return database


def read_every_page(database: VaultDatabase) -> None:
    """VaultError `kluis_beschadigd` unless every page is as it was written.

    The check of the cipher comes first, on a connection that has read nothing: a bad page makes
    what comes after it say anything. It reads the file and not the log beside it, so a page that a
    power cut tore while it was copied from that log, or that is being copied now, looks bad and is
    not: then the log is copied first, and nobody writes while the file is read again.
    """
    with vault_errors():
        complaints = database.rows("PRAGMA cipher_integrity_check")
        if complaints and database.rows("PRAGMA query_only") == [(0,)]:
            database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
            with database.atomic("IMMEDIATE"):
                complaints = database.rows("PRAGMA cipher_integrity_check")
        verdict = [] if complaints else database.rows("PRAGMA quick_check")
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
