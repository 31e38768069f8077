"""Whether a vault is whole: every page, every reference, every line of the log."""

from __future__ import annotations

from pathlib import Path

from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.connection import VaultDatabase, connect, read_every_page
from hardship_desk.storage.errors import DAMAGED, vault_errors
from hardship_desk.storage.keys.passphrase import DataKey
from hardship_desk.storage.logs.audit import AuditLog
from hardship_desk.storage.versions import has_logs


def check_pages(path: Path, key: DataKey) -> None:
    """Read every page over a connection of its own; VaultError `kluis_beschadigd`."""
    database = connect(path, key)
    try:
        read_every_page(database)
    finally:
        database.close()


def check_fully(path: Path, key: DataKey) -> None:
    """Check all there is to check, over a connection of its own; VaultError `kluis_beschadigd`."""
    database = connect(path, key)
    try:
        require_whole(database)
    finally:
        database.close()


def require_whole(database: VaultDatabase) -> None:
    """VaultError `kluis_beschadigd` unless pages, tables, references and log are whole.

    The connection has read nothing before.
    """
    read_every_page(database)
    with vault_errors():
        verdict = database.rows("PRAGMA integrity_check")
        loose = database.rows("PRAGMA foreign_key_check")
        if verdict != [("ok",)] or loose:
            raise VaultError(DAMAGED)
        if has_logs(database):
            for _ in AuditLog(database, database.key).lines():
                pass
