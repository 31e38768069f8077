"""What the use cases need to keep a vault whole: checks, backups, and the logs to hand over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.audit_anchor import AuditHead


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupInfo:
    """One verified copy; `id` is the name of its file, `second` that it lies on the second place."""

    id: str
    moment: datetime
    dossiers: int
    size: int
    second: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupOutcome:
    """A copy that was made and verified, and what was not as it should be beside that.

    `second_problem` is why the second place has no copy, as a code; `log_deviates` whether the log
    of the vault does not go on from that of the copy before.
    """

    backup: BackupInfo
    second_problem: str = ""
    log_deviates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupTest:
    """What a copy held when it was restored to see whether it can be."""

    backup: BackupInfo
    seconds: float
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Warnings:
    """What the user should know about a vault that was opened; codes, empty where all is well."""

    read_only: str = ""
    clock_behind: bool = False
    place: str = ""
    erased_again: int = 0


class VaultUpkeep(Protocol):
    """Keeps one open vault whole. What takes long may run beside the window; raises VaultError."""

    def warnings(self) -> Warnings:
        """What is not as it should be around the vault."""
        ...

    def check(self) -> str:
        """Read what was not read on opening; the name of the check that was done, or empty.

        VaultError `kluis_beschadigd`; from then on nothing is saved in the vault.
        """
        ...

    def backup_is_due(self) -> bool:
        """Whether something changed and it is time for a copy."""
        ...

    def back_up(self) -> BackupOutcome:
        """Make a copy now, verify it, and take away those that need not stay."""
        ...

    def backups(self) -> tuple[BackupInfo, ...]:
        """The copies that count, newest first."""
        ...

    def test_backup(self, backup: str) -> BackupTest:
        """Restore a copy apart and compare what it holds; VaultError where it cannot be."""
        ...

    def second_place(self) -> Path | None:
        """The folder where each copy is put as well."""
        ...

    def choose_second_place(self, folder: Path | None) -> None:
        """Put each copy there as well from now on."""
        ...

    def audit_head(self) -> AuditHead:
        """Where the audit log ends, to write down elsewhere."""
        ...

    def audit_file(self) -> bytes:
        """The audit log as a file that can be checked without this program."""
        ...

    def processing_file(self) -> bytes:
        """The processing log as a file, without a word about users."""
        ...
