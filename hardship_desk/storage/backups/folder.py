"""The copies of a vault in their folders: found by name, rotated, and put on a second place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from hardship_desk.config.files import copy_durably, write_atomically
from hardship_desk.domain.errors import VaultError
from hardship_desk.services.ports.upkeep import BackupInfo
from hardship_desk.storage.backups.form import Backup, backups_in, write_manifest
from hardship_desk.storage.backups.making import remove_backup, slot_copy
from hardship_desk.storage.backups.rotation import erased_too_long, to_keep

ABSENT = "kopie_ontbreekt"


def info_of(backup: Backup, *, second: bool = False) -> BackupInfo:
    """A copy as the window shows it."""
    manifest = backup.manifest
    return BackupInfo(
        id=backup.file.name,
        moment=manifest.moment,
        dossiers=manifest.rows.get("dossier", 0),
        size=manifest.size,
        second=second,
    )


def backup_named(vault: Path, folder: Path, name: str) -> Backup:
    """The copy with this name, here or on the second place; VaultError `kopie_ontbreekt`."""
    second = read_second_place(vault)
    for place in (folder, *((second,) if second else ())):
        for backup in backups_in(place):
            if backup.file.name == name:
                return backup
    raise VaultError(ABSENT)


def rotate(backups: tuple[Backup, ...], erasures: Iterable[datetime], now: datetime) -> int:
    """Take away the copies that need not stay, or may not; how many. Raises OSError.

    Only after a newer one was verified, so the last good copy always stays.
    """
    stay = to_keep(backups) - erased_too_long(backups, erasures, now)
    gone = [one for one in backups if one.manifest.serial not in stay]
    for one in gone:
        remove_backup(one)
    return len(gone)


def copy_to_second(backup: Backup, place: Path, salt: bytes) -> None:
    """Put a copy with its key file on the second place, read back; raises WriteError, OSError.

    The folder is not made: where it is absent the stick or the share is not there.
    """
    if not place.is_dir():
        raise VaultError("tweede_plek_ontbreekt")
    target = place / backup.file.name
    if copy_durably(backup.file, target) != backup.manifest.sha256:
        raise VaultError("kluis_beschadigd")
    keys = slot_copy(backup.file.parent, salt)
    if keys.exists():
        copy_durably(keys, slot_copy(place, salt))
    write_manifest(target, backup.manifest)


def read_second_place(vault: Path) -> Path | None:
    """The second place that was chosen for this vault."""
    try:
        chosen = _note(vault).read_text("utf-8").strip()
    except (OSError, ValueError):
        return None
    return Path(chosen) if chosen else None


def write_second_place(vault: Path, folder: Path | None) -> None:
    """Note the second place; raises WriteError, and VaultError where it lies beside the vault."""
    if folder is None:
        _note(vault).unlink(missing_ok=True)
        return
    if folder.resolve().is_relative_to(vault.parent.resolve()):
        raise VaultError("tweede_plek_hier")
    write_atomically(_note(vault), f"{folder}\n".encode())


def _note(vault: Path) -> Path:
    return vault.with_name(f"{vault.name}.tweede-plek")
