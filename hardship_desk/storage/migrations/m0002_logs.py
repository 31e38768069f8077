"""Who, where and how in the audit log; the processing log beside it; what was done for the upkeep."""

# "HDsk": tells our own file from that of another program with the same key.
APPLICATION_ID = 0x4844736B

_FROZEN = ("processing", "upkeep")

_TABLES = (
    # Lines of before are sealed in form 1, without these columns; they stay as they are.
    "ALTER TABLE audit ADD COLUMN form INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE audit ADD COLUMN operation TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE audit ADD COLUMN actor TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE audit ADD COLUMN origin TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE audit ADD COLUMN result TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE processing (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        trace_id TEXT NOT NULL,
        operation_id TEXT NOT NULL,
        status_code TEXT NOT NULL,
        name TEXT NOT NULL,
        start_time TEXT NOT NULL,
        end_time TEXT NOT NULL,
        activity_id TEXT NOT NULL,
        subject TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE upkeep (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        result TEXT NOT NULL
    ) STRICT""",
    # The newest dossiers come first in the list, without reading all the others.
    "CREATE INDEX dossier_newest ON dossier (changed_at DESC, change_number DESC)",
    f"PRAGMA application_id = {APPLICATION_ID}",
)


def _refusal(table: str, deed: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'kluis_geweigerd'); END"
    )


STATEMENTS = (
    *_TABLES,
    *(_refusal(table, deed) for table in _FROZEN for deed in ("UPDATE", "DELETE")),
)
