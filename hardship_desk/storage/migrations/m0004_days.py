"""Indexes on days and on who made a dossier, so that agenda and list read few rows."""

# A query uses these indexes only where it says the same words.
ANSWER_DAY = "json_extract(body, '$.value.date')"
TO_FIND_OUT = "json_extract(body, '$.state') = 'uit_te_zoeken'"
DECISION_DAY = (
    "coalesce(json_extract(header, '$.sending_date.date'),"
    " json_extract(header, '$.decision_date.date'))"
)
DOSSIER_MADE = "event = 'dossier_toegevoegd'"

STATEMENTS = (
    (
        f"CREATE INDEX answer_day ON answer ({ANSWER_DAY}, question, dossier)"
        f" WHERE {ANSWER_DAY} IS NOT NULL"
    ),
    f"CREATE INDEX answer_to_find_out ON answer (dossier) WHERE {TO_FIND_OUT}",
    f"CREATE INDEX decision_day ON decision ({DECISION_DAY}, dossier) WHERE state <> 'concept'",
    "CREATE INDEX decision_concept ON decision (type, dossier) WHERE state = 'concept'",
    "CREATE INDEX decision_dossier ON decision (dossier)",
    f"CREATE INDEX audit_dossier_made ON audit (actor, case_id) WHERE {DOSSIER_MADE}",
)
