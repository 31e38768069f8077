"""Reads what the logs of an open vault say, and notes what was done for its upkeep."""

from __future__ import annotations

from datetime import datetime

from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.storage.logs.audit import AuditEntry
from hardship_desk.storage.session import VaultPart


class VaultLogs(VaultPart):
    """The logs of one open vault, each question in a transaction of its own."""

    def audit_entries(self) -> tuple[AuditEntry, ...]:
        """The whole log, checked; VaultError `kluis_beschadigd` where a line was changed."""
        with self._session.reading():
            return tuple(self._session.audit.entries())

    def audit_head(self) -> AuditHead:
        """Where the log ends."""
        with self._session.reading():
            return self._session.audit.head()

    def record_upkeep(self, kind: str, result: str) -> None:
        """Note what was done to keep the vault whole."""
        with self._session.writing() as at:
            self._session.database.run(
                "INSERT INTO upkeep (at, kind, result) VALUES (?, ?, ?)",
                (at.isoformat(), kind, result),
            )

    def last_upkeep(self, kind: str) -> datetime | None:
        """When that was done last."""
        return self._moment("SELECT at FROM upkeep WHERE kind = ? ORDER BY key DESC LIMIT 1", kind)

    def newest_moment(self) -> datetime | None:
        """The moment of the newest line of the log."""
        return self._moment("SELECT at FROM audit ORDER BY seq DESC LIMIT 1")

    def moments_of(self, event: str) -> tuple[datetime, ...]:
        """When something happened, by the log."""
        with self._session.reading():
            rows = self._session.database.rows("SELECT at FROM audit WHERE event = ?", event)
        return tuple(datetime.fromisoformat(str(row[0])) for row in rows)

    def moments_of_tombstones(self) -> tuple[datetime, ...]:
        """When it was decided to destroy what is no longer there, also where a log was put back."""
        with self._session.reading():
            rows = self._session.database.rows("SELECT erased_at FROM tombstone")
        return tuple(datetime.fromisoformat(str(row[0])) for row in rows)

    def _moment(self, sql: str, *parameters: str) -> datetime | None:
        with self._session.reading():
            for row in self._session.database.rows(sql, *parameters):
                return datetime.fromisoformat(str(row[0]))
        return None
