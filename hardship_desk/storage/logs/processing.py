"""The log of processing after the standard Logboek Dataverwerkingen: what was done with whose data.

It holds no word about who did it; that stands in the audit log, joined by the operation. Each person
in a dossier has a line of their own, under an id that only the holder of the vault can read.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from hardship_desk.storage.connection import VaultDatabase
from hardship_desk.storage.keys.passphrase import DataKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ACTIVITY = "beoordeling-hardheid-participatiewet"
STATUS_OK = "OK"
_NONCE = 12
_INSERT = (
    "INSERT INTO processing (trace_id, operation_id, status_code, name, start_time, end_time,"
    " activity_id, subject) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_PERSONS = (
    "SELECT part_id FROM part JOIN dossier ON dossier.key = part.dossier"
    " WHERE dossier.case_id = ? AND part.kind = 'persoon' ORDER BY part.key"
)
_LINES = (
    "SELECT seq, trace_id, operation_id, status_code, name, start_time, end_time, activity_id,"
    " subject FROM processing ORDER BY seq"
)
FIELDS = (
    "seq",
    "trace_id",
    "operation_id",
    "status_code",
    "name",
    "start_time",
    "end_time",
    "dpl.core.processing_activity_id",
    "dpl.core.data_subject_id",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One act on one dossier: the dossier, what was done and when it began and ended."""

    id: str
    name: str
    case_id: str
    start: datetime
    end: datetime


def new_operation_id() -> str:
    """Eight bytes that no other operation has."""
    return secrets.token_hex(8)


class ProcessingLog:
    """Adds to the processing log of one vault. Runs within the caller's transaction."""

    def __init__(self, database: VaultDatabase, key: DataKey) -> None:
        self._database = database
        self._key = key
        # The operations of one session of work belong together.
        self._trace = secrets.token_hex(16)

    @cached_property
    def _cipher(self) -> AESGCM:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(self._key.derived("verwerkingslog"))

    def append(self, operation: Operation) -> None:
        """Add a line for each person in the dossier, or one for the dossier without persons."""
        persons = [row[0] for row in self._database.rows(_PERSONS, operation.case_id)]
        for person in persons or [""]:
            self._database.run(
                _INSERT,
                (
                    self._trace,
                    operation.id,
                    STATUS_OK,
                    operation.name,
                    operation.start.isoformat(),
                    operation.end.isoformat(),
                    ACTIVITY,
                    self._hidden(f"{operation.case_id}/{person}"),
                ),
            )

    def lines(self) -> tuple[dict[str, object], ...]:
        """Every line by the names of the standard, oldest first."""
        return tuple(dict(zip(FIELDS, row, strict=True)) for row in self._database.rows(_LINES))

    def subject(self, hidden: str) -> str:
        """The dossier and the person that an id in the log stands for."""
        data = bytes.fromhex(hidden)
        return self._cipher.decrypt(data[:_NONCE], data[_NONCE:], None).decode()

    def _hidden(self, subject: str) -> str:
        nonce = secrets.token_bytes(_NONCE)
        return (nonce + self._cipher.encrypt(nonce, subject.encode(), None)).hex()
