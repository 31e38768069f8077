"""What a vault holds, counted and hashed, to see that a copy holds the same."""

from __future__ import annotations

import hashlib

from hardship_desk.storage.connection import VaultDatabase

_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
)
_SCHEMA = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master"
    " WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
)


def row_counts(database: VaultDatabase) -> dict[str, int]:
    """How many rows each table has."""
    return {
        name: int(database.rows(f"SELECT count(*) FROM {name}")[0][0])  # noqa: S608 - own names
        for name in _table_names(database)
    }


def content_hash(database: VaultDatabase) -> str:
    """One hash of all rows of all tables in order; the place of a row in the file does not count."""
    total = hashlib.sha256()
    for name in _table_names(database):
        total.update(f"\x00{name}\x00".encode())
        for row in database.stream(f"SELECT * FROM {name} ORDER BY rowid"):  # noqa: S608
            total.update(repr(row).encode("utf-8", "surrogatepass"))
    return total.hexdigest()


def schema_of(database: VaultDatabase) -> tuple[tuple[str | int, ...], ...]:
    """All tables, indexes and triggers as they were made."""
    return tuple(database.rows(_SCHEMA))


def _table_names(database: VaultDatabase) -> list[str]:
    return [str(row[0]) for row in database.rows(_TABLES)]
