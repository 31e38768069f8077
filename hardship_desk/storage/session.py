"""One reading or one change at a time, with what every change does besides its own work."""

from __future__ import annotations

import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock

from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.domain.users import NOBODY, Right, VaultUser
from hardship_desk.storage.connection import VaultDatabase
from hardship_desk.storage.errors import vault_errors
from hardship_desk.storage.keys.passphrase import DataKey
from hardship_desk.storage.logs.audit import AuditLog, Deed
from hardship_desk.storage.logs.processing import Operation, ProcessingLog, new_operation_id
from hardship_desk.storage.tables import DecisionTable

# Written out: every save does these, and putting them together takes longer than doing them.
_DOSSIER = "SELECT key FROM dossier WHERE case_id = ?"
_CHANGED = "UPDATE dossier SET changed_at = ?, change_number = ? WHERE key = ?"
ROOM_TO_SAVE = "1 MB"
_RIGHTS = {"lezing_toegevoegd": Right.TOETSEN}
"""What an event takes, where it is not working on a dossier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The dossier that changes, by the key of its row, and the moment."""

    dossier: int
    at: datetime


class VaultPart:
    """What works on an open vault through its session."""

    def __init__(self, session: Session) -> None:
        self._session = session


class Session:
    """The open database of a vault, shared by its repositories and safe between threads."""

    def __init__(
        self, database: VaultDatabase, key: DataKey, clock: Clock, user: VaultUser = NOBODY
    ) -> None:
        self.database = database
        self.user = user
        self.read_only = ""
        """Why nothing can be saved, as a code; empty where it can."""
        self._audit = AuditLog(database, key)
        self._processing = ProcessingLog(database, key)
        self._origin = f"venster@{platform.node()}"
        self.clock = clock
        self._turn = RLock()
        self._began = 0.0

    @property
    def audit(self) -> AuditLog:
        """The log of who did what, to use within `reading` or `writing`."""
        return self._audit

    @property
    def processing(self) -> ProcessingLog:
        """The log of whose data were processed, to use within `reading` or `writing`."""
        return self._processing

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A block that sees one state of the vault; trouble leaves it as VaultError."""
        with self._turn, vault_errors():
            self._refuse_when_closed()
            with self.database.atomic("DEFERRED"):
                yield

    def ask(self, right: Right) -> None:
        """VaultError `geen_recht` where the roles of the user do not allow it."""
        if not self.user.may(right):
            raise VaultError("geen_recht")

    @contextmanager
    def writing(self) -> Iterator[datetime]:
        """A block that changes all or nothing, on the disk when it ends; gives the moment."""
        with self._turn, vault_errors():
            self._refuse_when_closed()
            if self.read_only:
                raise VaultError("alleen_lezen")
            self._began = time.monotonic()
            with self._room_named(), vault_errors(), self.database.atomic("IMMEDIATE"):
                yield self.clock.now().astimezone(UTC)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """A block outside any transaction, in which no other thread works on the vault."""
        with self._turn:
            self._refuse_when_closed()
            yield

    @contextmanager
    def _room_named(self) -> Iterator[None]:
        """Let a full disk say which one it is and what saving takes."""
        try:
            yield
        except VaultError as error:
            if error.code != "schijf_vol" or error.parameters:
                raise
            folder = str(Path(str(self.database.database)).parent)
            raise VaultError("schijf_vol", plek=folder, nodig=ROOM_TO_SAVE) from error

    @contextmanager
    def change(self, case_id: CaseId, event: str, subject: str = "") -> Iterator[Change]:
        """A change of one dossier: dated and logged with it; KeyError where it is not there."""
        self.ask(_RIGHTS.get(event, Right.BEHANDELEN))
        with self.writing() as at:
            dossier = self.dossier_key(case_id)
            yield Change(dossier=dossier, at=at)
            number = self.log(at, event, case_id, subject)
            moment = at.isoformat(timespec="microseconds")
            self.database.run(_CHANGED, (moment, number, dossier))

    def note(self, case_id: CaseId, event: str, subject: str = "") -> None:
        """Log what changed nothing, such as a view; where nothing can be saved it is not logged.

        KeyError where the dossier is not there.
        """
        if self.read_only:
            return
        with self.writing() as at:
            self.dossier_key(case_id)
            self.log(at, event, case_id, subject)

    def log(self, at: datetime, event: str, case_id: CaseId, subject: str = "") -> int:
        """Add a line to both logs, within a change; the number in the audit log."""
        operation = new_operation_id()
        deed = Deed(
            event=event,
            case_id=case_id,
            subject=subject,
            operation=operation,
            actor=self.user.name or self.user.id,
            origin=self._origin,
        )
        head = self._audit.append(at, deed)
        if case_id:
            # The clock may be set while we work; how long it took does not come from it.
            end = at + timedelta(seconds=time.monotonic() - self._began)
            self._processing.append(
                Operation(id=operation, name=event, case_id=case_id, start=at, end=end)
            )
        return head.count

    def dossier_key(self, case_id: CaseId) -> int:
        """The row of a dossier; KeyError where it is not there."""
        for row in self.database.rows(_DOSSIER, case_id):
            return int(row[0])
        raise KeyError(case_id)

    def decision_key(self, dossier: int, decision_id: DecisionId) -> int:
        """The row of a decision; KeyError where the dossier has none such."""
        found = DecisionTable.select(DecisionTable.key).where(
            (DecisionTable.dossier == dossier) & (DecisionTable.decision_id == decision_id)
        )
        for row in found.execute(self.database):
            return int(row.key)
        raise KeyError(decision_id)

    def close(self) -> None:
        """Close the database; what was saved is in the one file then."""
        with self._turn:
            self.database.close()

    def _refuse_when_closed(self) -> None:
        if self.database.is_closed():
            raise VaultError("kluis_gesloten")
