"""The work on a decision, to rows and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.decision import (
    CaseWeight,
    DecisionFile,
    DecisionVersion,
    FollowUp,
    LinkedAmount,
    Review,
)
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.flag import FlagResponse
from hardship_desk.domain.ids import DecisionId, DecisionTypeId, PersonId
from hardship_desk.domain.remark import RemarkAnswer
from hardship_desk.domain.weighing import WeighedFinding
from hardship_desk.storage.records.answers import insert_answer, read_answers, scope_of
from hardship_desk.storage.session import Change, Session
from hardship_desk.storage.stored_json import from_text, to_text
from hardship_desk.storage.tables import (
    DecisionTable,
    JudgementTable,
    RecordTable,
    SealedVersionTable,
)

_WEIGHING, _FLAG, _REVIEW, _FOLLOW_UP = "weging", "vlag", "lezing", "opvolging"
_REMARK_ANSWER = "opmerking"
_Judged = WeighedFinding | FlagResponse
Added = Review | RemarkAnswer | FollowUp
"""What is only added to a decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Header:
    person: PersonId | None
    weight: CaseWeight
    weight_reason: str
    decision_date: date | None
    sending_date: date | None
    current_step: int
    linked_seen: tuple[LinkedAmount, ...] = ()


def insert_decision(session: Session, change: Change, decision: DecisionFile) -> None:
    """Store a decision with all that is in it, within a change."""
    key = insert_header(session, change, decision)
    for answer in decision.answers:
        insert_answer(session, change, scope_of(decision.id), answer)
    judgements: tuple[_Judged, ...] = (*decision.weighing, *decision.flag_responses)
    for judged in judgements:
        put_judgement(session, key, judged)
    records: tuple[Added, ...] = (
        *decision.reviews,
        *decision.remark_answers,
        *decision.follow_ups,
    )
    for record in records:
        add_record(session, key, record)
    for version in decision.versions:
        add_version(session, key, version)


def insert_header(session: Session, change: Change, decision: DecisionFile) -> int:
    """Store a new decision without its contents and give the key of its row."""
    return int(
        DecisionTable.insert(
            dossier=change.dossier,
            decision_id=decision.id,
            type=decision.type,
            state=decision.state.value,
            header=_header_text(decision),
        ).execute(session.database)
    )


def update_header(session: Session, key: int, decision: DecisionFile) -> None:
    """Replace the header of a decision; its state stays."""
    DecisionTable.update(type=decision.type, header=_header_text(decision)).where(
        DecisionTable.key == key
    ).execute(session.database)


def set_state(session: Session, key: int, state: DecisionState) -> None:
    """Move a decision to a state."""
    DecisionTable.update(state=state.value).where(DecisionTable.key == key).execute(
        session.database
    )


def put_judgement(session: Session, key: int, judged: _Judged) -> None:
    """Add or replace a weighing or a flag response."""
    if isinstance(judged, WeighedFinding):
        kind, part_id = _WEIGHING, str(judged.finding)
    else:
        kind, part_id = _FLAG, str(judged.flag)
    table, body = JudgementTable, to_text(judged)
    table.insert(decision=key, kind=kind, part_id=part_id, body=body).on_conflict(
        conflict_target=[table.decision, table.kind, table.part_id], update={table.body: body}
    ).execute(session.database)


def add_record(session: Session, key: int, record: Added) -> None:
    """Add a review, the answer to a remark, or a follow-up."""
    kinds = {Review: _REVIEW, RemarkAnswer: _REMARK_ANSWER, FollowUp: _FOLLOW_UP}
    kind = kinds[type(record)]
    RecordTable.insert(decision=key, kind=kind, body=to_text(record)).execute(session.database)


def add_version(session: Session, key: int, version: DecisionVersion) -> None:
    """Add a sealed version, or the announcement of one; VaultError where it is sealed already."""
    table = SealedVersionTable
    same = table.select(table.part).where(
        (table.decision == key) & (table.number == version.number)
    )
    is_known = any(True for _ in same.execute(session.database))
    if is_known and version.state is not DecisionState.BEKENDGEMAAKT:
        raise VaultError("kluis_geweigerd")
    table.insert(
        decision=key, number=version.number, part=version.state.value, body=to_text(version)
    ).execute(session.database)


def read_decisions(session: Session, dossier: int) -> tuple[tuple[DecisionFile, ...], AnswerSet]:
    """The decisions of a dossier, in the order in which they came, and the facts they share."""
    answers = read_answers(session, dossier)
    rows = DecisionTable.select().where(DecisionTable.dossier == dossier)
    decisions = tuple(
        _read_decision(session, row, answers.get(scope_of(row.decision_id), AnswerSet()))
        for row in rows.order_by(DecisionTable.key).execute(session.database)
    )
    return decisions, answers.get(scope_of(None), AnswerSet())


def _read_decision(session: Session, row: DecisionTable, answers: AnswerSet) -> DecisionFile:
    key = int(row.key)
    header = from_text(_Header, str(row.header))
    judged, records = _judgements(session, key), _records(session, key)
    return DecisionFile(
        id=DecisionId(str(row.decision_id)),
        type=DecisionTypeId(str(row.type)),
        state=DecisionState(str(row.state)),
        person=header.person,
        weight=header.weight,
        weight_reason=header.weight_reason,
        decision_date=header.decision_date,
        sending_date=header.sending_date,
        current_step=header.current_step,
        linked_seen=header.linked_seen,
        answers=answers,
        weighing=tuple(from_text(WeighedFinding, text) for text in judged[_WEIGHING]),
        flag_responses=tuple(from_text(FlagResponse, text) for text in judged[_FLAG]),
        reviews=tuple(from_text(Review, text) for text in records[_REVIEW]),
        remark_answers=tuple(from_text(RemarkAnswer, text) for text in records[_REMARK_ANSWER]),
        follow_ups=tuple(from_text(FollowUp, text) for text in records[_FOLLOW_UP]),
        versions=_versions(session, key),
    )


def _judgements(session: Session, key: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {_WEIGHING: [], _FLAG: []}
    rows = JudgementTable.select().where(JudgementTable.decision == key)
    for row in rows.order_by(JudgementTable.key).execute(session.database):
        found[row.kind].append(row.body)
    return found


def _records(session: Session, key: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {_REVIEW: [], _REMARK_ANSWER: [], _FOLLOW_UP: []}
    rows = RecordTable.select().where(RecordTable.decision == key)
    for row in rows.order_by(RecordTable.key).execute(session.database):
        found[row.kind].append(row.body)
    return found


def _versions(session: Session, key: int) -> tuple[DecisionVersion, ...]:
    """The versions by number; an announcement stands in the place of what it announces."""
    table = SealedVersionTable
    rows = table.select().where(table.decision == key).order_by(table.key)
    found = {
        row.number: from_text(DecisionVersion, row.body) for row in rows.execute(session.database)
    }
    return tuple(found.values())


def _header_text(decision: DecisionFile) -> str:
    return to_text(
        _Header(
            person=decision.person,
            weight=decision.weight,
            weight_reason=decision.weight_reason,
            decision_date=decision.decision_date,
            sending_date=decision.sending_date,
            current_step=decision.current_step,
            linked_seen=decision.linked_seen,
        )
    )
