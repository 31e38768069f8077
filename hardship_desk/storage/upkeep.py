"""Keeps one open vault whole: checks it, copies it, and hands over its logs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock

from hardship_desk.config.places import place_of
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import HardshipDeskError, VaultError
from hardship_desk.services.ports.upkeep import BackupInfo, BackupOutcome, BackupTest, Warnings
from hardship_desk.storage.backups.folder import (
    backup_named,
    copy_to_second,
    info_of,
    read_second_place,
    rotate,
    write_second_place,
)
from hardship_desk.storage.backups.form import Backup, backups_in
from hardship_desk.storage.backups.making import Source, make_backup
from hardship_desk.storage.backups.restoring import backups_of
from hardship_desk.storage.backups.testing import restore_apart
from hardship_desk.storage.checking import check_fully, check_pages
from hardship_desk.storage.erased_list import ErasedList
from hardship_desk.storage.errors import DAMAGED, vault_errors
from hardship_desk.storage.logs.audit import DESTROYED
from hardship_desk.storage.logs.export import audit_file, processing_file
from hardship_desk.storage.logs.vault_logs import VaultLogs
from hardship_desk.storage.opening import Opened, backup_folder
from hardship_desk.storage.session import Session

BACKUP_EVERY = timedelta(minutes=30)
FULL_CHECK_EVERY = timedelta(days=7)
CLOCK_MAY_DIFFER = timedelta(hours=24)
_FULL, _PAGES = "volledig", "bladzijden"
_BY_TIME, _FIRST_OF_DAY, _BY_HAND = "op_tijd", "eerste_van_de_dag", "met_de_hand"


class Upkeep:
    """Fulfils VaultUpkeep. Its long work runs on connections of its own, beside those who save."""

    def __init__(
        self, session: Session, path: Path, opened: Opened, clock: Clock, erased: ErasedList
    ) -> None:
        self._session = session
        self._logs = VaultLogs(session)
        self._path = path
        self._opened = opened
        self._clock = clock
        self._backed_up = time.monotonic()
        self._newest_serial = 0
        self._full_check_due = opened.unclean
        self._job = Lock()
        self._closed = False
        self._erased = erased

    def warnings(self) -> Warnings:
        """What is not as it should be around the vault."""
        newest = self._newest_record()
        behind = newest is not None and newest - self._clock.now() > CLOCK_MAY_DIFFER
        return Warnings(
            read_only=self._session.read_only,
            clock_behind=behind,
            place=place_of(self._path.parent).warning,
            erased_again=self._erased.erased_again,
        )

    def check(self) -> str:
        """Read what was not read on opening; VaultError `kluis_beschadigd` where it is not whole."""
        if self._session.read_only:
            return ""
        with self._long_work():
            return self._check()

    def _check(self) -> str:
        kind = self._check_due()
        if not kind:
            return ""
        try:
            (check_fully if kind == _FULL else check_pages)(self._path, self._session.database.key)
        except VaultError as error:
            if error.code == DAMAGED:
                self._session.read_only = DAMAGED
            raise
        self._full_check_due = False
        if kind == _FULL:
            self._logs.record_upkeep(_FULL, "goed")
        return kind

    def backup_is_due(self) -> bool:
        """Whether something changed and it is time for a copy."""
        if self._session.read_only:
            return False
        newest = self._newest_backup()
        if newest is None:
            return True
        if newest.manifest.anchor == self.audit_head():
            return False
        return self._reason_for(newest) != ""

    def back_up(self) -> BackupOutcome:
        """Make a copy now, verify it, and take away those that need not stay."""
        with self._long_work():
            return self._back_up()

    def _back_up(self) -> BackupOutcome:
        now, newest = self._clock.now(), self._newest_backup()
        reason = (self._reason_for(newest) if newest else _FIRST_OF_DAY) or _BY_HAND
        passed = time.monotonic() - self._backed_up
        is_ours = newest is not None and newest.manifest.serial == self._newest_serial
        made = make_backup(self._source(), now, reason, passed if is_ours else None)
        self._backed_up, self._newest_serial = time.monotonic(), made.manifest.serial
        erasures = self._erasures()
        self._erased.write()
        deviates = not made.manifest.agrees
        with vault_errors():
            if not deviates:
                rotate(backups_in(self._folder), erasures, now)
            problem = self._second(made, erasures, now, may_rotate=not deviates)
        return BackupOutcome(backup=info_of(made), second_problem=problem, log_deviates=deviates)

    def backups(self) -> tuple[BackupInfo, ...]:
        """The copies that count, newest first; those of the second place that are not here as well."""
        return backups_of(self._path)

    def test_backup(self, backup: str) -> BackupTest:
        """Restore a copy apart and compare what it holds; VaultError where it cannot be."""
        with self._long_work():
            found = backup_named(self._path, self._folder, backup)
            return restore_apart(found, self._session.database.key)

    def second_place(self) -> Path | None:
        """The folder where each copy is put as well."""
        return read_second_place(self._path)

    def choose_second_place(self, folder: Path | None) -> None:
        """Put each copy there as well from now on."""
        with vault_errors():
            write_second_place(self._path, folder)

    def audit_head(self) -> AuditHead:
        """Where the audit log ends, to write down elsewhere."""
        return self._logs.audit_head()

    def audit_file(self) -> bytes:
        """The audit log as a file that can be checked without this program."""
        with self._session.reading():
            return audit_file(self._session.audit, self._clock.now())

    def processing_file(self) -> bytes:
        """The processing log as a file, without a word about users."""
        with self._session.reading():
            return processing_file(self._session.processing, self._clock.now())

    def close(self) -> None:
        """Wait for the work that is going on, and let none begin any more.

        A connection that outlives the vault could still touch the file that is put in its place.
        """
        self._closed = True
        with self._job:
            return

    @contextmanager
    def _long_work(self) -> Iterator[None]:
        """One piece of long work at a time, and none once the vault is closed."""
        with self._job:
            if self._closed:
                raise VaultError("kluis_gesloten")
            yield

    @property
    def _folder(self) -> Path:
        return backup_folder(self._path)

    def _source(self) -> Source:
        return Source(vault=self._path, key=self._session.database.key, folder=self._folder)

    def _newest_backup(self) -> Backup | None:
        return next(iter(backups_in(self._folder)), None)

    def _reason_for(self, newest: Backup) -> str:
        """Why it is time for a copy, by the clock or by what passed since; empty where it is not."""
        passed = self._clock.now() - newest.manifest.moment
        worked = timedelta(seconds=time.monotonic() - self._backed_up)
        if newest.manifest.moment.astimezone().date() != self._clock.now().astimezone().date():
            return _FIRST_OF_DAY
        return _BY_TIME if max(passed, worked) >= BACKUP_EVERY or passed < timedelta() else ""

    def _second(
        self, made: Backup, erasures: tuple[datetime, ...], now: datetime, *, may_rotate: bool
    ) -> str:
        second = read_second_place(self._path)
        if second is None:
            return ""
        try:
            copy_to_second(made, second, self._session.database.key.salt)
            if may_rotate:
                rotate(backups_in(second), erasures, now)
        except HardshipDeskError as error:
            return error.code
        except OSError:
            return "kluis_onbereikbaar"
        return ""

    def _check_due(self) -> str:
        last = self._logs.last_upkeep(_FULL)
        old = last is None or abs(self._clock.now() - last) > FULL_CHECK_EVERY
        if self._full_check_due or old:
            return _FULL
        return "" if self._opened.checked else _PAGES

    def _erasures(self) -> tuple[datetime, ...]:
        """When something was destroyed, and when that was done again after a copy was put back."""
        return (*self._logs.moments_of(DESTROYED), *self._logs.moments_of_tombstones())

    def _newest_record(self) -> datetime | None:
        return self._logs.newest_moment()
