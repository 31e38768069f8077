"""Keys of users, cards of colleagues, and drafts that belong to no dossier.

Whose keys are on a card never changes: another key is another card. What signs is made once for a user.
"""

_TABLES = (
    """CREATE TABLE identity (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        user_id TEXT NOT NULL UNIQUE,
        signing BLOB NOT NULL CHECK (length(signing) = 32),
        receiving TEXT NOT NULL,
        made_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE contact (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        signing TEXT NOT NULL,
        receiving TEXT NOT NULL,
        is_practice INTEGER NOT NULL,
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL,
        checked_at TEXT,
        checked_by TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE loose_draft (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        user_id TEXT NOT NULL,
        place TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (user_id, place)
    ) STRICT""",
)

_FROZEN = (
    ("identity", "user_id, signing, receiving"),
    ("contact", "contact_id, name, signing, receiving, is_practice"),
)

STATEMENTS = (
    *_TABLES,
    *(
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE OF {columns} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'kluis_geweigerd'); END"
        for table, columns in _FROZEN
    ),
)
