"""Opens the database of a vault: to work in it, or only to read where nothing may be written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.connection import (
    VaultDatabase,
    connect_own,
    connect_reading,
    read_every_page,
)
from hardship_desk.storage.errors import DAMAGED, vault_errors
from hardship_desk.storage.keys.passphrase import DataKey
from hardship_desk.storage.migrating import MIGRATIONS, Migration, migrate
from hardship_desk.storage.versions import require_known, require_tables, version_of

BEFORE_MIGRATION = "voor_bijwerken"
# A vault of at most this size is read whole before it opens; a larger one beside the open window.
READ_AT_ONCE = 1024 * 1024
_NOT_OURS_TO_READ = (DAMAGED, "kluis_te_nieuw", "kluis_onbekend_bestand")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open database; `read_only` says as a code why nothing can be saved, or is empty.

    `unclean` is whether the program before did not close it; `checked` whether every page was read.
    """

    database: VaultDatabase
    read_only: str = ""
    unclean: bool = False
    checked: bool = False
    clean_up: Callable[[], None] = lambda: None


def backup_folder(vault: Path) -> Path:
    """Where the copies of a vault lie: beside it, in a folder of their own."""
    return vault.with_name("reservekopie")


def restore_note(vault: Path) -> Path:
    """Says that a copy was put back, until that is written down in the vault."""
    return vault.with_name(f"{vault.name}.teruggezet")


def open_database(
    path: Path,
    key: DataKey,
    clock: Clock,
    migrations: tuple[Migration, ...] = MIGRATIONS,
) -> Opened:
    """The database, up to date; one that cannot be brought up to date is open for reading.

    VaultError for a file that is damaged, another's or of a newer program.
    """
    unclean = _was_left_open(path)
    size = path.stat().st_size
    database = connect_own(path, key)
    try:
        with vault_errors():
            if size <= READ_AT_ONCE:
                read_every_page(database)
            require_known(database, len(migrations))
        reason = _bring_up_to_date(database, path, clock, migrations)
    except BaseException:
        database.close()
        raise
    checked = size <= READ_AT_ONCE
    return Opened(database=database, read_only=reason, unclean=unclean, checked=checked)


def open_for_reading(path: Path, key: DataKey) -> Opened:
    """The database where the folder cannot be written; nothing there changes.

    What the program before left in the write-ahead log is read from a copy, still encrypted.
    """
    copied_to: Path | None = None
    if _was_left_open(path):
        copied_to = Path(tempfile.mkdtemp(prefix="hardship-desk-"))

    def clean_up() -> None:
        if copied_to is not None:
            shutil.rmtree(copied_to, ignore_errors=True)

    try:
        if copied_to is None:
            database = connect_reading(path, key)
        else:
            for ending in ("", "-wal"):
                shutil.copyfile(path.with_name(path.name + ending), copied_to / f"kluis{ending}")
            database = connect_own(copied_to / "kluis", key)
        checked = path.stat().st_size <= READ_AT_ONCE
        if checked:
            read_every_page(database)
        require_known(database, len(MIGRATIONS))
    except BaseException:
        clean_up()
        raise
    return Opened(database=database, read_only="alleen_lezen", checked=checked, clean_up=clean_up)


def _bring_up_to_date(
    database: VaultDatabase, path: Path, clock: Clock, migrations: tuple[Migration, ...]
) -> str:
    """Migrate; the code of what went wrong where that left an older vault as it was, or empty."""
    older = version_of(database) > 0

    def copy_first() -> None:
        from hardship_desk.storage.backups.making import Source, make_backup

        source = Source(vault=path, key=database.key, folder=backup_folder(path))
        make_backup(source, clock.now(), BEFORE_MIGRATION)

    try:
        migrate(database, copy_first, migrations)
    except VaultError as error:
        if not older or error.code in _NOT_OURS_TO_READ:
            raise
        database.rows("PRAGMA query_only = 1")
        return "bijwerken_mislukt"
    if migrations is MIGRATIONS:
        require_tables(database)
    return ""


def _was_left_open(path: Path) -> bool:
    """Whether the program that had the vault did not close it: its write-ahead log is still there."""
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and wal.stat().st_size > 0
