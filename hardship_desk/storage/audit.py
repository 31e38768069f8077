"""The log of what happened: codes and ids only, each line sealed together with the one before.

A chain shows that a line in the middle was changed; that the end was cut off shows only against a
head that was written down elsewhere, such as in a report.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.connection import VaultDatabase
from hardship_desk.storage.errors import DAMAGED
from hardship_desk.storage.keys import DataKey
from hardship_desk.storage.tables import AuditTable

_START = ""
_SEALED = ("seq", "at", "event", "case_id", "subject", "previous")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line; `subject` names what it was about within the dossier."""

    seq: int
    at: datetime
    event: str
    case_id: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditHead:
    """How far the log goes and the seal of its last line, to compare later."""

    count: int
    seal: str


class AuditLog:
    """Adds to the log of one vault and reads it back. Runs within the caller's transaction."""

    def __init__(self, database: VaultDatabase, key: DataKey) -> None:
        self._database = database
        self._key = key.derived("audit")

    def append(self, at: datetime, event: str, case_id: str, subject: str) -> int:
        """Add a line and give its number."""
        head = self.head()
        fields = {
            "seq": head.count + 1,
            "at": at.isoformat(),
            "event": event,
            "case_id": case_id,
            "subject": subject,
            "previous": head.seal,
        }
        AuditTable.insert(**fields, seal=self._seal(fields)).execute(self._database)
        return head.count + 1

    def head(self) -> AuditHead:
        """Where the log ends."""
        last = AuditTable.select(AuditTable.seq, AuditTable.seal).order_by(AuditTable.seq.desc())
        for row in last.limit(1).execute(self._database):
            return AuditHead(count=row.seq, seal=row.seal)
        return AuditHead(count=0, seal=_START)

    def entries(self) -> Iterator[AuditEntry]:
        """Every line, oldest first; VaultError `kluis_beschadigd` at the first that was changed."""
        previous = _START
        lines = AuditTable.select().order_by(AuditTable.seq).execute(self._database)
        for count, row in enumerate(lines, 1):
            fields = {name: getattr(row, name) for name in _SEALED}
            intact = hmac.compare_digest(row.seal, self._seal(fields))
            if not intact or row.seq != count or row.previous != previous:
                raise VaultError(DAMAGED)
            previous = row.seal
            yield AuditEntry(
                seq=row.seq,
                at=datetime.fromisoformat(row.at),
                event=row.event,
                case_id=row.case_id,
                subject=row.subject,
            )

    def _seal(self, fields: dict[str, object]) -> str:
        text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hmac.new(self._key, text.encode(), "sha256").hexdigest()
