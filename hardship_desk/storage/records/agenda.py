"""Finds dossiers by what is in them, through indexes made for that (migration 4)."""

from __future__ import annotations

from datetime import date

from hardship_desk.domain.ids import CaseId, DecisionId, QuestionId
from hardship_desk.domain.users import Right
from hardship_desk.services.ports.agenda import DueCases, DueWindow, LastAnswer
from hardship_desk.storage.migrations.m0004_days import ANSWER_DAY, DECISION_DAY, TO_FIND_OUT
from hardship_desk.storage.records.dossiers import DossierRecords

_NEWEST = "ORDER BY changed_at DESC, change_number DESC LIMIT ?"
_SCOPE = "besluit:"
_LAST = "SELECT scope, question, at FROM answer_history WHERE dossier = ? ORDER BY key DESC LIMIT 2"


class AgendaRecords(DossierRecords):
    """Fulfils AgendaStore. Raises VaultError."""

    def due_cases(self, window: DueWindow) -> DueCases:
        """The dossiers that may have a term in the window, the ones changed last first."""
        self._session.ask(Right.LEZEN)
        with self._session.reading():
            keys: dict[int, None] = {}
            is_cut = False
            for part, values in _parts(window):
                found = self._session.database.rows(
                    f"SELECT key FROM dossier WHERE key IN ({part}) {_NEWEST}",  # noqa: S608 - ours
                    *values,
                    window.most + 1,
                )
                is_cut = is_cut or len(found) > window.most
                keys.update(dict.fromkeys(int(row[0]) for row in found[: window.most]))
            return DueCases(cases=self._summaries(tuple(keys)), is_cut=is_cut)

    def last_answer(self, case_id: CaseId) -> LastAnswer | None:
        """Where the last answer was given or taken away by hand; None while there is none.

        Answers that came together, as from a file, were not given one by one.
        """
        with self._session.reading():
            key = self._session.dossier_key(case_id)
            found = self._session.database.rows(_LAST, key)
        if not found or (len(found) > 1 and found[0][2] == found[1][2]):
            return None
        name = str(found[0][0]).removeprefix(_SCOPE)
        question = QuestionId(str(found[0][1]))
        return LastAnswer(decision=DecisionId(name) if name else None, question=question)


def _parts(window: DueWindow) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each reason to look into a dossier: a query for keys, and its values."""
    named = ", ".join("?" * len(window.questions))
    kinds = ", ".join("?" * len(window.types))
    by_day = f"SELECT dossier FROM answer WHERE {ANSWER_DAY} BETWEEN ? AND ?"  # noqa: S608 - ours
    between = (_text(window.start), _text(window.end))
    return (
        (f"SELECT dossier FROM answer WHERE {TO_FIND_OUT}", ()),  # noqa: S608
        (f"{by_day} AND question IN ({named})", (*between, *window.questions)),
        (
            f"SELECT dossier FROM decision WHERE state <> 'concept' AND {DECISION_DAY} >= ?",  # noqa: S608
            (_text(window.adopted_since),),
        ),
        (
            f"SELECT dossier FROM decision WHERE state = 'concept' AND type IN ({kinds})",  # noqa: S608
            window.types,
        ),
    )


def _text(day: date) -> str:
    return day.isoformat()
