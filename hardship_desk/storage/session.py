"""One reading or one change at a time, with what every change does besides its own work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import RLock

from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.domain.users import NOBODY, Right, VaultUser
from hardship_desk.storage.audit import AuditEntry, AuditHead, AuditLog
from hardship_desk.storage.connection import VaultDatabase
from hardship_desk.storage.errors import vault_errors
from hardship_desk.storage.keys import DataKey
from hardship_desk.storage.tables import DecisionTable, DossierTable

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
        self._audit = AuditLog(database, key)
        self._clock = clock
        self._turn = RLock()

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
            with self.database.atomic("IMMEDIATE"):
                yield self._clock.now().astimezone(UTC)

    @contextmanager
    def change(self, case_id: CaseId, event: str, subject: str = "") -> Iterator[Change]:
        """A change of one dossier: dated and logged with it; KeyError where it is not there."""
        self.ask(_RIGHTS.get(event, Right.BEHANDELEN))
        with self.writing() as at:
            dossier = self.dossier_key(case_id)
            yield Change(dossier=dossier, at=at)
            number = self.log(at, event, case_id, subject)
            DossierTable.update(
                changed_at=at.isoformat(timespec="microseconds"), change_number=number
            ).where(DossierTable.key == dossier).execute(self.database)

    def log(self, at: datetime, event: str, case_id: CaseId, subject: str = "") -> int:
        """Add a line to the log, within a change."""
        return self._audit.append(at, event, case_id, subject)

    def audit_entries(self) -> tuple[AuditEntry, ...]:
        """The whole log, checked; VaultError `kluis_beschadigd` where a line was changed."""
        with self.reading():
            return tuple(self._audit.entries())

    def audit_head(self) -> AuditHead:
        """Where the log ends."""
        with self.reading():
            return self._audit.head()

    def dossier_key(self, case_id: CaseId) -> int:
        """The row of a dossier; KeyError where it is not there."""
        found = DossierTable.select(DossierTable.key).where(DossierTable.case_id == case_id)
        for row in found.execute(self.database):
            return int(row.key)
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
