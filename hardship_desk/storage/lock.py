"""One program at a time in a vault. The lock is the system's, so a crash leaves none behind."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from hardship_desk.domain.errors import VaultError


def lock_vault(vault: Path) -> FileLock:
    """The lock of this vault, held; VaultError `kluis_in_gebruik` where another holds it."""
    vault.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(
        vault.with_name(f"{vault.name}.lock"), timeout=0, thread_local=False, fallback_to_soft=False
    )
    try:
        lock.acquire()
    except Timeout:
        raise VaultError("kluis_in_gebruik") from None
    return lock
