"""Restores a copy apart, to know that it can be restored before it has to be."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from hardship_desk.config.files import copy_durably
from hardship_desk.domain.errors import VaultError
from hardship_desk.services.ports.upkeep import BackupTest
from hardship_desk.storage.backups.folder import info_of
from hardship_desk.storage.backups.form import Backup
from hardship_desk.storage.backups.making import slot_copy, verify_backup
from hardship_desk.storage.errors import vault_errors
from hardship_desk.storage.keys.passphrase import DataKey


def restore_apart(backup: Backup, key: DataKey) -> BackupTest:
    """Put the copy in a folder of its own, open it and compare what it holds; then it is gone.

    VaultError `kluis_beschadigd`, or `kluis_sleutel_ontbreekt` where no passphrase could open it.
    """
    started = time.monotonic()
    with vault_errors():
        if not slot_copy(backup.file.parent, key.salt).exists():
            raise VaultError("kluis_sleutel_ontbreekt")
        folder = Path(tempfile.mkdtemp(prefix="proef-", dir=backup.file.parent))
        try:
            restored = folder / backup.file.name
            copy_durably(backup.file, restored)
            verify_backup(Backup(file=restored, manifest=backup.manifest), key)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return BackupTest(
        backup=info_of(backup),
        seconds=time.monotonic() - started,
        lines=sum(backup.manifest.rows.values()),
    )
