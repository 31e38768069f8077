"""Makes a backup: copied as one moment, opened again, compared, and only then counted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from hardship_desk.config.files import copy_durably, sha256_of_file, sync_file, sync_folder
from hardship_desk.config.version import program_version
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.backups.form import (
    Backup,
    Manifest,
    backup_name,
    backups_in,
    manifest_path,
    write_manifest,
)
from hardship_desk.storage.backups.rotation import elapsed_since
from hardship_desk.storage.checking import require_whole
from hardship_desk.storage.connection import (
    SMALLEST_FILE,
    VaultDatabase,
    connect,
    connect_reading,
)
from hardship_desk.storage.content import content_hash, row_counts
from hardship_desk.storage.errors import DAMAGED, vault_errors
from hardship_desk.storage.keys.passphrase import SALT_BYTES, DataKey
from hardship_desk.storage.keys.slot_file import slot_path
from hardship_desk.storage.logs.audit import AuditLog
from hardship_desk.storage.versions import has_logs, version_of

RESTORED = "kluis_teruggezet"
_UNFINISHED = "maken.tmp"
_ROOM = 16 * SMALLEST_FILE


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The vault to copy, and the folder in which its copies lie."""

    vault: Path
    key: DataKey
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contents:
    """What a vault held at one moment."""

    version: int
    rows: dict[str, int]
    content: str
    head: AuditHead


def make_backup(
    source: Source, moment: datetime, reason: str, passed: float | None = None
) -> Backup:
    """A new copy that was found whole and the same. The vault may be open and in use.

    `passed` are the seconds since the copy before, where they are known without the clock.

    VaultError `kluis_beschadigd`, `schijf_vol`, `alleen_lezen` or `kluis_onbereikbaar`; then no copy
    was added and none was taken away.
    """
    with vault_errors():
        source.folder.mkdir(parents=True, exist_ok=True)
        earlier = backups_in(source.folder)
        newest = earlier[0] if earlier else None
        unfinished = source.folder / _UNFINISHED
        _clear(unfinished)
        try:
            _require_room(source)
            found, agrees = _copy(source, unfinished, newest)
            _verify(unfinished, source.key, found)
            serial = 1 + (newest.manifest.serial if newest else 0)
            manifest = replace(
                _describe(unfinished, found, moment),
                serial=serial,
                elapsed=elapsed_since(newest, moment, passed),
                reason=reason,
                agrees=agrees,
            )
            return _settle(source, unfinished, manifest)
        finally:
            _clear(unfinished)


def verify_backup(backup: Backup, key: DataKey) -> None:
    """Open a copy and compare it with its description; VaultError `kluis_beschadigd`."""
    with vault_errors():
        if sha256_of_file(backup.file) != backup.manifest.sha256:
            raise VaultError(DAMAGED)
        manifest = backup.manifest
        _verify(
            backup.file,
            key,
            _Contents(
                version=manifest.version,
                rows=manifest.rows,
                content=manifest.content,
                head=manifest.anchor,
            ),
        )


def slot_copy(folder: Path, salt: bytes) -> Path:
    """Where the key file lies that opens the copies with this salt."""
    return folder / f"sleutel-{salt.hex()}.json"


def salt_of(file: Path) -> bytes:
    """The salt in front of a vault or a copy of one."""
    with file.open("rb") as data:
        return data.read(SALT_BYTES)


def _copy(source: Source, target: Path, newest: Backup | None) -> tuple[_Contents, bool]:
    """Copy one moment of the vault, and what it held then; whether the log goes on from `newest`."""
    database = connect(source.vault, source.key)
    try:
        with database.atomic("DEFERRED"):
            found = _contents(database)
            agrees = newest is None or _goes_on(database, newest.manifest)
            with _target(target, source.key) as copy:
                database.raw().backup(copy)
    finally:
        database.close()
    sync_file(target)
    return found, agrees


@contextmanager
def _target(path: Path, key: DataKey) -> Iterator[sqlcipher.Connection]:
    """A new file with the same key. It is synced as a whole afterwards, so not at each step."""
    copy = sqlcipher.connect(str(path), isolation_level=None)
    try:
        for pragma in (
            "cipher_log_level = NONE",
            f"key = \"x'{key.raw}'\"",
            "journal_mode = off",
            "synchronous = off",
        ):
            copy.execute(f"PRAGMA {pragma}")
        yield copy
    finally:
        copy.close()


def _contents(database: VaultDatabase) -> _Contents:
    version = version_of(database)
    head = AuditLog(database, database.key).head()
    return _Contents(
        version=version,
        rows=row_counts(database),
        content=content_hash(database),
        head=head,
    )


def _goes_on(database: VaultDatabase, earlier: Manifest) -> bool:
    """Whether the log still holds the end that the copy before had, or says why it does not."""
    log = AuditLog(database, database.key)
    if log.holds(earlier.anchor):
        return True
    if not has_logs(database):
        return False
    told = database.rows("SELECT subject FROM audit WHERE event = ?", RESTORED)
    return any(earlier.audit_seal in str(row[0]) for row in told)


def _verify(file: Path, key: DataKey, expected: _Contents) -> None:
    database = connect_reading(file, key)
    try:
        require_whole(database)
        if _contents(database) != expected:
            raise VaultError(DAMAGED)
    finally:
        database.close()


def _describe(file: Path, found: _Contents, moment: datetime) -> Manifest:
    return Manifest(
        serial=0,
        made_at=moment.astimezone(UTC).isoformat(),
        elapsed=0,
        reason="",
        program=program_version(),
        version=found.version,
        size=file.stat().st_size,
        sha256=sha256_of_file(file),
        content=found.content,
        rows=found.rows,
        audit_count=found.head.count,
        audit_seal=found.head.seal,
        agrees=True,
    )


def _settle(source: Source, unfinished: Path, manifest: Manifest) -> Backup:
    """Give the copy its name, its key and its description, in that order."""
    target = source.folder / backup_name(manifest.serial, manifest.moment)
    unfinished.replace(target)
    sync_folder(source.folder)
    keys = slot_path(source.vault)
    if keys.exists():
        copy_durably(keys, slot_copy(source.folder, source.key.salt))
    write_manifest(target, manifest)
    return Backup(file=target, manifest=manifest)


def _require_room(source: Source) -> None:
    needed = source.vault.stat().st_size + _ROOM
    free = shutil.disk_usage(source.folder).free
    if free < needed:
        raise VaultError("schijf_vol", nodig=str(needed), vrij=str(free))


def _clear(unfinished: Path) -> None:
    """Take away what an earlier attempt left."""
    for path in (unfinished, *unfinished.parent.glob(f"{unfinished.name}-*")):
        path.unlink(missing_ok=True)


def remove_backup(backup: Backup) -> None:
    """Take a copy away: first it no longer counts, then it is gone. Raises OSError."""
    manifest_path(backup.file).unlink(missing_ok=True)
    backup.file.unlink(missing_ok=True)
