"""Takes out of the write-ahead log what was deleted."""

from __future__ import annotations

from hardship_desk.storage.errors import vault_errors
from hardship_desk.storage.session import Session


def empty_write_ahead_log(session: Session) -> None:
    """Leave nothing there of what was deleted; in the file itself it was overwritten."""
    with session.alone(), vault_errors():
        session.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
