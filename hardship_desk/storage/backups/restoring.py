"""Puts a copy in the place of a vault. What stood there is kept, whatever it is.

At each moment of it there is a vault in its place: the earlier one, or the whole copy. That it was put
back is logged when the vault is opened again, with the end of the log that was known before.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from hardship_desk.config.files import (
    copy_durably,
    sync_folder,
    write_atomically,
)
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.ids import CaseId
from hardship_desk.services.ports.upkeep import BackupInfo
from hardship_desk.storage.backups.folder import backup_named, info_of, read_second_place
from hardship_desk.storage.backups.form import Backup, backups_in
from hardship_desk.storage.backups.making import RESTORED, salt_of, slot_copy
from hardship_desk.storage.erased_list import gather
from hardship_desk.storage.errors import DAMAGED, vault_errors
from hardship_desk.storage.keys.slot_file import read_key_file, slot_path
from hardship_desk.storage.keys.unlocking import WITHOUT_ACCOUNT
from hardship_desk.storage.lock import lock_vault
from hardship_desk.storage.logs.vault_logs import VaultLogs
from hardship_desk.storage.opening import backup_folder, restore_note
from hardship_desk.storage.records.contacts import doubt_after_restore
from hardship_desk.storage.session import Session


def backups_of(path: Path) -> tuple[BackupInfo, ...]:
    """The copies of a vault, which need not be there any more; newest first."""
    second = read_second_place(path)
    here = backups_in(backup_folder(path))
    there = backups_in(second) if second else ()
    names = {one.file.name for one in here}
    every = [info_of(one) for one in here]
    every += [info_of(one, second=True) for one in there if one.file.name not in names]
    return tuple(sorted(every, key=lambda one: one.moment, reverse=True))


def restore_vault(path: Path, backup: str, clock: Clock) -> tuple[Path, ...]:
    """Put a copy in the place of the vault, which is closed; the files under which what was there is kept.

    The key file that stands beside the vault stays where it fits the copy. VaultError
    `kopie_ontbreekt`, `kluis_beschadigd` where the copy is not whole, `kluis_in_gebruik`,
    `schijf_vol` or `alleen_lezen`; then the vault is as it was.
    """
    with vault_errors():
        chosen = backup_named(path, backup_folder(path), backup)
        with _held(path):
            fresh = path.with_name(f"{path.name}.terug")
            try:
                if copy_durably(chosen.file, fresh) != chosen.manifest.sha256:
                    raise VaultError(DAMAGED)
                gather(path, chosen.file.parent)
                known = _newest_seal(path, chosen)
                _note(path, chosen, known)
                _put_key_back(path, chosen)
                kept = _put_in_place(path, fresh, clock.now())
            finally:
                fresh.unlink(missing_ok=True)
    return kept


def log_restore(path: Path, session: Session) -> None:
    """Log that a copy was put back, once, when the vault is open again."""
    note = restore_note(path)
    if not note.exists():
        return
    said = _read_note(note)
    # Where it never came to putting back, the vault does not end where the copy does.
    if said is not None and said["begin"] == VaultLogs(session).audit_head().seal:
        with session.writing() as at:
            session.log(at, RESTORED, CaseId(""), f"{said['kopie']}/{said['einde']}")
            users = (item.user.id for item in read_key_file(path).users)
            doubt_after_restore(session, at, (*users, *WITHOUT_ACCOUNT))
    note.unlink(missing_ok=True)


def _read_note(note: Path) -> dict[str, str] | None:
    try:
        said = json.loads(note.read_text("utf-8"))
        return {name: str(said[name]) for name in ("kopie", "begin", "einde")}
    except (OSError, ValueError, KeyError, TypeError):
        return None


@contextmanager
def _held(path: Path) -> Iterator[None]:
    lock = lock_vault(path)
    if not lock.may_write:
        raise VaultError("alleen_lezen")
    try:
        yield
    finally:
        lock.release()


def _newest_seal(path: Path, chosen: Backup) -> str:
    """The end of the log in the newest copy, which the vault that is put back does not have."""
    newest = next(iter(backups_in(backup_folder(path))), chosen)
    return newest.manifest.audit_seal


def _note(path: Path, chosen: Backup, known: str) -> None:
    said = {"kopie": chosen.file.name, "begin": chosen.manifest.audit_seal, "einde": known}
    write_atomically(restore_note(path), json.dumps(said, sort_keys=True).encode())


def _put_key_back(path: Path, chosen: Backup) -> None:
    """Let the key file fit the copy: the present one where it does, or else the one that was kept."""
    salt = salt_of(chosen.file)
    present = slot_path(path)
    if _salt_in(present) == salt.hex():
        return
    kept = slot_copy(chosen.file.parent, salt)
    if not kept.exists():
        raise VaultError("kluis_sleutel_ontbreekt")
    if present.exists():
        present.rename(_free_name(present, "oud"))
    copy_durably(kept, present)


def _salt_in(slot: Path) -> str:
    """The salt a key file is for; empty where it is absent or not whole."""
    try:
        fields = json.loads(slot.read_text("utf-8").partition("\n")[0])
        return str(fields["vault_salt"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _put_in_place(path: Path, fresh: Path, moment: datetime) -> tuple[Path, ...]:
    """Keep what is there under a dated name, and let the copy take its place in one step."""
    stamp = f"bewaard-{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    kept = []
    aside = _free_name(path, stamp)
    for ending in ("", "-wal"):
        part = path.with_name(path.name + ending)
        if part.exists():
            target = aside.with_name(aside.name + ending)
            copy_durably(part, target)
            kept.append(target)
    # The log of the earlier file must not be read into the copy; it was kept above.
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    fresh.replace(path)
    sync_folder(path.parent)
    return tuple(kept)


def _free_name(path: Path, word: str) -> Path:
    number = 1
    while (found := path.with_name(f"{path.name}.{word}-{number}")).exists():
        number += 1
    return found
