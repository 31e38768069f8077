"""The first tables, and the triggers that keep what may not change."""

_FROZEN = ("answer_history", "record", "sealed_version", "audit")

_TABLES = (
    """CREATE TABLE dossier (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL UNIQUE,
        number TEXT NOT NULL,
        title TEXT NOT NULL,
        gemeentecode TEXT NOT NULL,
        dates TEXT NOT NULL,
        is_practice INTEGER NOT NULL,
        created_at TEXT,
        changed_at TEXT NOT NULL,
        change_number INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE part (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        dossier INTEGER NOT NULL REFERENCES dossier (key),
        kind TEXT NOT NULL,
        part_id TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (dossier, kind, part_id)
    ) STRICT""",
    """CREATE TABLE answer (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        dossier INTEGER NOT NULL REFERENCES dossier (key),
        scope TEXT NOT NULL,
        question TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (dossier, scope, question)
    ) STRICT""",
    """CREATE TABLE answer_history (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        dossier INTEGER NOT NULL REFERENCES dossier (key),
        scope TEXT NOT NULL,
        question TEXT NOT NULL,
        at TEXT NOT NULL,
        body TEXT
    ) STRICT""",
    "CREATE INDEX answer_history_place ON answer_history (dossier, scope, question)",
    """CREATE TABLE decision (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        dossier INTEGER NOT NULL REFERENCES dossier (key),
        decision_id TEXT NOT NULL,
        type TEXT NOT NULL,
        state TEXT NOT NULL,
        header TEXT NOT NULL,
        UNIQUE (dossier, decision_id)
    ) STRICT""",
    """CREATE TABLE judgement (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        decision INTEGER NOT NULL REFERENCES decision (key),
        kind TEXT NOT NULL,
        part_id TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (decision, kind, part_id)
    ) STRICT""",
    """CREATE TABLE record (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        decision INTEGER NOT NULL REFERENCES decision (key),
        kind TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX record_decision ON record (decision)",
    """CREATE TABLE sealed_version (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        decision INTEGER NOT NULL REFERENCES decision (key),
        number INTEGER NOT NULL,
        part TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (decision, number, part)
    ) STRICT""",
    """CREATE TABLE audit (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        event TEXT NOT NULL,
        case_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        previous TEXT NOT NULL UNIQUE,
        seal TEXT NOT NULL
    ) STRICT""",
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
