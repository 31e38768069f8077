"""Destroying a dossier, and what remains to be known of it; evidence kept in the vault.

While `erasing` holds a dossier, and only then, what may not be deleted of it can be deleted.
"""

_TABLES = (
    "CREATE TABLE erasing (dossier INTEGER PRIMARY KEY) STRICT",
    """CREATE TABLE tombstone (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL UNIQUE,
        erased_at TEXT NOT NULL,
        ground TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE legal_hold (
        dossier INTEGER PRIMARY KEY REFERENCES dossier (key),
        reason TEXT NOT NULL,
        placed_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE destruction_list (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        list_id TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE declaration (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        list_id TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE evidence_file (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        dossier INTEGER NOT NULL REFERENCES dossier (key),
        evidence_id TEXT NOT NULL,
        ending TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        content BLOB NOT NULL,
        UNIQUE (dossier, evidence_id)
    ) STRICT""",
)

_OF_DOSSIER = "NOT EXISTS (SELECT 1 FROM erasing WHERE erasing.dossier = OLD.dossier)"
_OF_DECISION = (
    "NOT EXISTS (SELECT 1 FROM erasing JOIN decision ON decision.dossier = erasing.dossier "
    "WHERE decision.key = OLD.decision)"
)
_FROZEN_UNTIL_ERASED = (
    ("answer_history", _OF_DOSSIER),
    ("record", _OF_DECISION),
    ("sealed_version", _OF_DECISION),
)


def _trigger(table: str, deed: str, condition: str = "") -> str:
    when = f"WHEN {condition} " if condition else ""
    return (
        f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} {when}"
        f"BEGIN SELECT RAISE(ABORT, 'kluis_geweigerd'); END"
    )


STATEMENTS = (
    *_TABLES,
    *(f"DROP TRIGGER {table}_no_delete" for table, _ in _FROZEN_UNTIL_ERASED),
    *(_trigger(table, "DELETE", condition) for table, condition in _FROZEN_UNTIL_ERASED),
    *(
        _trigger(table, deed)
        for table in ("tombstone", "declaration")
        for deed in ("UPDATE", "DELETE")
    ),
)
