"""Both logs as files to hand over: one line of JSON each, that other programs can read.

The audit log carries the key of its seals. That key opens nothing; with it the stand-alone checker
sees that no line was changed, and against a head that was printed elsewhere that none was cut off.
"""

from __future__ import annotations

from datetime import UTC, datetime

from hardship_desk.config.version import program_version
from hardship_desk.storage.logs.audit import AuditLog
from hardship_desk.storage.logs.audit_form import canonical_bytes
from hardship_desk.storage.logs.processing import ProcessingLog

FORM = 1


def audit_file(log: AuditLog, moment: datetime) -> bytes:
    """The whole audit log; VaultError where a line was changed."""
    head = log.head()
    first = {
        **_head("auditlog", moment),
        "sleutel": log.key.hex(),
        "regels": head.count,
        "einde": head.seal,
    }
    return _lines([first, *log.lines()])


def processing_file(log: ProcessingLog, moment: datetime) -> bytes:
    """The whole processing log."""
    lines = log.lines()
    return _lines([{**_head("verwerkingslog", moment), "regels": len(lines)}, *lines])


def _head(kind: str, moment: datetime) -> dict[str, object]:
    return {
        "soort": kind,
        "vorm": FORM,
        "programma": program_version(),
        "gemaakt": moment.astimezone(UTC).isoformat(),
    }


def _lines(values: list[dict[str, object]]) -> bytes:
    return b"".join(canonical_bytes(value) + b"\n" for value in values)
