"""One program at a time in a vault. The lock is the system's, so a crash leaves none behind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from hardship_desk.config.files import write_error_code
from hardship_desk.domain.errors import VaultError


@dataclass(frozen=True, slots=True)
class VaultLock:
    """The right to be the one program in a vault; without a file where nothing can be written."""

    file: BaseFileLock | None = None

    @property
    def may_write(self) -> bool:
        """Whether the folder of the vault can be written."""
        return self.file is not None

    def release(self) -> None:
        """Let others in."""
        if self.file is not None:
            self.file.release()


def lock_vault(vault: Path) -> VaultLock:
    """The lock of this vault, held; VaultError `kluis_in_gebruik` where another holds it.

    In a folder that cannot be written nobody can change the vault, so there it is no lock.
    """
    try:
        vault.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(
            vault.with_name(f"{vault.name}.lock"),
            timeout=0,
            thread_local=False,
            fallback_to_soft=False,
        )
        lock.acquire()
    except Timeout:
        raise VaultError("kluis_in_gebruik") from None
    except OSError as error:
        if vault.exists() and write_error_code(error) == "alleen_lezen":
            return VaultLock()
        raise
    return VaultLock(lock)
