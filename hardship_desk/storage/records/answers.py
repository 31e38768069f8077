"""Answers in the vault, with every state they were in."""

from __future__ import annotations

from datetime import datetime

from hardship_desk.domain.answers import Answer, AnswerSet
from hardship_desk.domain.codec import answer_from_json
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.ids import CaseId, DecisionId, QuestionId
from hardship_desk.services.ports.cases import CHANGED_MEANWHILE, AnswerChange, Seen
from hardship_desk.storage.session import Change, Session, VaultPart
from hardship_desk.storage.stored_json import to_text
from hardship_desk.storage.tables import AnswerHistoryTable, AnswerTable

_FACTS = ""
# Written out: every save does these, and putting them together takes longer than doing them.
_PUT = (
    "INSERT INTO answer (dossier, scope, question, body) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (dossier, scope, question) DO UPDATE SET body = excluded.body"
)
_WHO = "SELECT at, actor FROM audit WHERE case_id = ?"
_STANDS = "SELECT body FROM answer WHERE dossier = ? AND scope = ? AND question = ?"
_REMEMBER = "INSERT INTO answer_history (dossier, scope, question, at, body) VALUES (?, ?, ?, ?, ?)"


def scope_of(decision_id: DecisionId | None) -> str:
    """Where an answer belongs: to a decision, or to the facts of the dossier."""
    return _FACTS if decision_id is None else f"besluit:{decision_id}"


class AnswerRecords(VaultPart):
    """Fulfils AnswerStore."""

    def save_answer(
        self,
        case_id: CaseId,
        decision_id: DecisionId | None,
        answer: Answer,
        seen: Seen | None = None,
    ) -> None:
        """Store one answer; a fact of the dossier where `decision_id` is None.

        Raises VaultError, `antwoord_veranderd` where something else stands there than was seen,
        and KeyError where dossier or decision is not there.
        """
        subject = _subject(decision_id, answer.question)
        with self._session.change(case_id, "antwoord_opgeslagen", subject) as change:
            scope = self._scope(change, decision_id)
            self._require_seen(change, scope, answer.question, seen)
            insert_answer(self._session, change, scope, answer)

    def remove_answer(
        self,
        case_id: CaseId,
        decision_id: DecisionId | None,
        question: QuestionId,
        seen: Seen | None = None,
    ) -> None:
        """Make a question unanswered again; its history stays. Raises as `save_answer` does."""
        subject = _subject(decision_id, question)
        with self._session.change(case_id, "antwoord_verwijderd", subject) as change:
            scope = self._scope(change, decision_id)
            self._require_seen(change, scope, question, seen)
            removed = (
                AnswerTable.delete()
                .where(
                    (AnswerTable.dossier == change.dossier)
                    & (AnswerTable.scope == scope)
                    & (AnswerTable.question == question)
                )
                .execute(self._session.database)
            )
            if removed:
                _remember(self._session, change, scope, (question, None))

    def answer_history(
        self, case_id: CaseId, decision_id: DecisionId | None, question: QuestionId
    ) -> tuple[AnswerChange, ...]:
        """Every state the answer was given, oldest first; the last line is how it stands now."""
        table = AnswerHistoryTable
        with self._session.reading():
            dossier = self._session.dossier_key(case_id)
            lines = (
                table.select(table.at, table.body)
                .where(
                    (table.dossier == dossier)
                    & (table.scope == scope_of(decision_id))
                    & (table.question == question)
                )
                .order_by(table.key)
            )
            who = {str(at): str(by) for at, by in self._session.database.rows(_WHO, case_id)}
            return tuple(
                AnswerChange(
                    at=datetime.fromisoformat(line.at),
                    answer=None if line.body is None else answer_from_json(line.body, question),
                    by=who.get(line.at, ""),
                )
                for line in lines.execute(self._session.database)
            )

    def _require_seen(
        self, change: Change, scope: str, question: QuestionId, seen: Seen | None
    ) -> None:
        if seen is None:
            return
        rows = self._session.database.rows(_STANDS, change.dossier, scope, question)
        stands = str(rows[0][0]) if rows else ""
        expected = to_text(seen.answer) if seen.answer is not None else ""
        # An answer of an earlier version of the program may be written in another way.
        if stands != expected and not (
            stands and answer_from_json(stands, question) == seen.answer
        ):
            raise VaultError(CHANGED_MEANWHILE)

    def _scope(self, change: Change, decision_id: DecisionId | None) -> str:
        if decision_id is not None:
            self._session.decision_key(change.dossier, decision_id)
        return scope_of(decision_id)


def insert_answer(session: Session, change: Change, scope: str, answer: Answer) -> None:
    """Put an answer in its place, within a change, and add a line to its history."""
    body = to_text(answer)
    session.database.run(_PUT, (change.dossier, scope, answer.question, body))
    _remember(session, change, scope, (answer.question, body))


def read_answers(session: Session, dossier: int) -> dict[str, AnswerSet]:
    """All answers of a dossier by scope, in the order in which they were first given."""
    found: dict[str, list[Answer]] = {}
    rows = AnswerTable.select().where(AnswerTable.dossier == dossier).order_by(AnswerTable.key)
    for row in rows.execute(session.database):
        answer = answer_from_json(row.body, QuestionId(row.question))
        found.setdefault(row.scope, []).append(answer)
    return {scope: AnswerSet.of(tuple(answers)) for scope, answers in found.items()}


def _remember(
    session: Session, change: Change, scope: str, line: tuple[QuestionId, str | None]
) -> None:
    question, body = line
    moment = change.at.isoformat()
    session.database.run(_REMEMBER, (change.dossier, scope, question, moment, body))


def _subject(decision_id: DecisionId | None, question: QuestionId) -> str:
    return f"{decision_id or ''}/{question}"
