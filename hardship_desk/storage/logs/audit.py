"""The log of what happened: codes and ids only, each line sealed together with the one before.

A chain shows that a line in the middle was changed; that the end was cut off shows only against a
head that was written down elsewhere, such as in a report.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.connection import VaultDatabase
from hardship_desk.storage.errors import DAMAGED
from hardship_desk.storage.keys.passphrase import DataKey
from hardship_desk.storage.logs.audit_form import FORM, seal_of

_START = ""
DONE = "gelukt"
DESTROYED = "dossier_vernietigd"
"""The event of a dossier that is destroyed; its copies may stay for a while after it, no longer."""
_COLUMNS = (
    "seq",
    "at",
    "event",
    "case_id",
    "subject",
    "previous",
    "form",
    "operation",
    "actor",
    "origin",
    "result",
    "seal",
)
_LIST = ", ".join(_COLUMNS)
_SELECT = f"SELECT {_LIST} FROM audit ORDER BY seq"  # noqa: S608 - names of our own
_INSERT = f"INSERT INTO audit ({_LIST}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608
_HEAD = "SELECT seq, seal FROM audit ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What happened, to what, by whom and from where; `operation` joins it to the other log."""

    event: str
    case_id: str = ""
    subject: str = ""
    operation: str = ""
    actor: str = ""
    origin: str = ""
    result: str = DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line; `subject` names what it was about within the dossier."""

    seq: int
    at: datetime
    event: str
    case_id: str
    subject: str
    operation: str = ""
    actor: str = ""
    origin: str = ""
    result: str = DONE


class AuditLog:
    """Adds to the log of one vault and reads it back. Runs within the caller's transaction."""

    def __init__(self, database: VaultDatabase, key: DataKey) -> None:
        self._database = database
        self._key = key.derived("audit")

    @property
    def key(self) -> bytes:
        """What the lines are sealed with; it opens nothing."""
        return self._key

    def append(self, at: datetime, deed: Deed) -> AuditHead:
        """Add a line; where the log ends now."""
        head = self.head()
        fields: dict[str, object] = {
            "seq": head.count + 1,
            "at": at.isoformat(),
            "event": deed.event,
            "case_id": deed.case_id,
            "subject": deed.subject,
            "previous": head.seal,
            "form": FORM,
            "operation": deed.operation,
            "actor": deed.actor,
            "origin": deed.origin,
            "result": deed.result,
        }
        seal = seal_of(fields, self._key)
        self._database.run(_INSERT, (*fields.values(), seal))
        return AuditHead(count=head.count + 1, seal=seal)

    def head(self) -> AuditHead:
        """Where the log ends."""
        for count, seal in self._database.rows(_HEAD):
            return AuditHead(count=int(count), seal=str(seal))
        return AuditHead(count=0, seal=_START)

    def holds(self, anchor: AuditHead) -> bool:
        """Whether the log is still the one of which this was the end."""
        if anchor.count == 0:
            return anchor.seal == _START
        found = self._database.rows("SELECT seal FROM audit WHERE seq = ?", anchor.count)
        return found == [(anchor.seal,)]

    def last_of(self, events: tuple[str, ...], case_id: str, start: str) -> AuditHead | None:
        """The last line of one of these events whose subject begins so, as an anchor."""
        marks = ", ".join("?" * len(events))
        found = self._database.rows(
            f"SELECT seq, seal FROM audit WHERE case_id = ? AND event IN ({marks})"  # noqa: S608
            " AND substr(subject, 1, ?) = ? ORDER BY seq DESC LIMIT 1",
            case_id,
            *events,
            len(start),
            start,
        )
        return AuditHead(count=int(found[0][0]), seal=str(found[0][1])) if found else None

    def entries(self) -> Iterator[AuditEntry]:
        """Every line, oldest first; VaultError `kluis_beschadigd` at the first that was changed."""
        for fields in self.lines():
            yield AuditEntry(
                seq=int(str(fields["seq"])),
                at=datetime.fromisoformat(str(fields["at"])),
                event=str(fields["event"]),
                case_id=str(fields["case_id"]),
                subject=str(fields["subject"]),
                operation=str(fields["operation"]),
                actor=str(fields["actor"]),
                origin=str(fields["origin"]),
                result=str(fields["result"]) or DONE,
            )

    def lines(self) -> Iterator[dict[str, object]]:
        """Every line as it stands, seal and all; raises as `entries` does, and names the line."""
        previous = _START
        for count, row in enumerate(self._database.stream(_SELECT), 1):
            fields: dict[str, object] = dict(zip(_COLUMNS, row, strict=True))
            if not _fits(fields, count, previous, self._key):
                raise VaultError(DAMAGED, regel=str(count))
            previous = str(fields["seal"])
            yield fields


def _fits(fields: dict[str, object], count: int, previous: str, key: bytes) -> bool:
    try:
        seal = seal_of(fields, key)
    except (TypeError, ValueError):
        return False
    return (
        hmac.compare_digest(str(fields["seal"]), seal)
        and fields["seq"] == count
        and fields["previous"] == previous
    )
