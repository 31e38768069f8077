"""Indexes on the days in answers and decisions, so that the agenda reads few dossiers."""

# A query uses these indexes only where it says the same words.
ANSWER_DAY = "json_extract(body, '$.value.date')"
TO_FIND_OUT = "json_extract(body, '$.state') = 'uit_te_zoeken'"
DECISION_DAY = (
    "coalesce(json_extract(header, '$.sending_date.date'),"
    " json_extract(header, '$.decision_date.date'))"
)

STATEMENTS = (
    (
        f"CREATE INDEX answer_day ON answer ({ANSWER_DAY}, question, dossier)"
        f" WHERE {ANSWER_DAY} IS NOT NULL"
    ),
    f"CREATE INDEX answer_to_find_out ON answer (dossier) WHERE {TO_FIND_OUT}",
    f"CREATE INDEX decision_day ON decision ({DECISION_DAY}, dossier) WHERE state <> 'concept'",
    "CREATE INDEX decision_concept ON decision (type, dossier) WHERE state = 'concept'",
    "CREATE INDEX decision_dossier ON decision (dossier)",
)
