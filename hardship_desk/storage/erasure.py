"""Destroys dossiers without a trace in the file, and gives what is kept of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from peewee import Model

from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.destruction import Declaration, DestructionList
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.retention import LegalHold
from hardship_desk.domain.users import Right
from hardship_desk.services.ports.privacy import StoredRow
from hardship_desk.storage.errors import vault_errors
from hardship_desk.storage.logs.audit import DESTROYED
from hardship_desk.storage.session import Session, VaultPart
from hardship_desk.storage.stored_json import from_text, to_text
from hardship_desk.storage.tables import (
    AnswerHistoryTable,
    AnswerTable,
    AuditTable,
    DecisionTable,
    DeclarationTable,
    DestructionListTable,
    DossierTable,
    ErasingTable,
    EvidenceFileTable,
    JudgementTable,
    LegalHoldTable,
    PartTable,
    RecordTable,
    SealedVersionTable,
    TombstoneTable,
)

_CARRIED_OUT = "vernietiging_uitgevoerd"
_OF_DECISION: tuple[type[Model], ...] = (JudgementTable, RecordTable, SealedVersionTable)
_OF_DOSSIER: tuple[type[Model], ...] = (
    PartTable,
    AnswerTable,
    AnswerHistoryTable,
    EvidenceFileTable,
    LegalHoldTable,
)


class RetentionRecords(VaultPart):
    """Fulfils RetentionStore and SubjectData; `on_destroyed` is called after dossiers went."""

    def __init__(self, session: Session, on_destroyed: Callable[[], object] = lambda: None) -> None:
        super().__init__(session)
        self._on_destroyed = on_destroyed

    def hold(self, case_id: CaseId) -> LegalHold | None:
        """Why a dossier may not be destroyed; None where it may."""
        with self._session.reading():
            key = self._session.dossier_key(case_id)
            found = LegalHoldTable.select().where(LegalHoldTable.dossier == key)
            for row in found.execute(self._session.database):
                return LegalHold(
                    case_id=case_id,
                    reason=row.reason,
                    placed_at=datetime.fromisoformat(row.placed_at),
                )
        return None

    def place_hold(self, case_id: CaseId, reason: str) -> None:
        """Keep a dossier, whatever its term says."""
        with self._session.change(case_id, "vastgehouden") as change:
            LegalHoldTable.insert(
                dossier=change.dossier, reason=reason, placed_at=change.at.isoformat()
            ).on_conflict_replace().execute(self._session.database)

    def lift_hold(self, case_id: CaseId) -> None:
        """Let its term count again."""
        with self._session.change(case_id, "vrijgegeven") as change:
            LegalHoldTable.delete().where(LegalHoldTable.dossier == change.dossier).execute(
                self._session.database
            )

    def lists(self) -> tuple[DestructionList, ...]:
        """The lists nobody decided on yet, oldest first."""
        with self._session.reading():
            rows = DestructionListTable.select().order_by(DestructionListTable.key)
            found = rows.execute(self._session.database)
            return tuple(from_text(DestructionList, row.body) for row in found)

    def save_list(self, proposed: DestructionList) -> None:
        """Keep a list for another user."""
        with self._session.writing() as at:
            DestructionListTable.insert(list_id=proposed.id, body=to_text(proposed)).execute(
                self._session.database
            )
            self._session.log(at, "vernietiging_voorgesteld", CaseId(""), proposed.id)

    def drop_list(self, list_id: str) -> None:
        """Take a list back."""
        with self._session.writing() as at:
            self._remove_list(list_id)
            self._session.log(at, "vernietiging_ingetrokken", CaseId(""), list_id)

    def destroy(self, proposed: DestructionList, declaration: Declaration) -> None:
        """Destroy all dossiers of a list and keep the declaration, or nothing of it."""
        self._session.ask(Right.TOETSEN)
        with self._session.writing() as at:
            for item in proposed.cases:
                told = (at.astimezone(UTC).isoformat(), item.term)
                erase(self._session, item.case_id, at, told)
            self._remove_list(proposed.id)
            DeclarationTable.insert(list_id=proposed.id, body=to_text(declaration)).execute(
                self._session.database
            )
            self._session.log(at, _CARRIED_OUT, CaseId(""), proposed.id)
        self._on_destroyed()
        sweep(self._session)

    def declarations(self) -> tuple[Declaration, ...]:
        """What was destroyed, oldest first."""
        with self._session.reading():
            rows = DeclarationTable.select().order_by(DeclarationTable.key)
            found = rows.execute(self._session.database)
            return tuple(from_text(Declaration, row.body) for row in found)

    def declared_at(self, list_id: str) -> AuditHead | None:
        """Where in the audit log a list was destroyed; None where it was not."""
        with self._session.reading():
            return self._session.audit.last_of((_CARRIED_OUT,), CaseId(""), list_id)

    def note_declaration(self, list_id: str, about: str) -> None:
        """Put in the log that the declaration was written to a file."""
        with self._session.writing() as at:
            self._session.log(at, "verklaring_uitgevoerd", CaseId(""), f"{list_id}/{about}")

    def rows(self, case_id: CaseId) -> Mapping[str, tuple[StoredRow, ...]]:
        """All rows of the dossier by table; KeyError where it is not there."""
        self._session.ask(Right.LEZEN)
        with self._session.reading():
            key = self._session.dossier_key(case_id)
            decisions = _decisions_of(self._session, key)
            found = {"dossier": self._rows(DossierTable, DossierTable.key == key)}
            found["decision"] = self._rows(DecisionTable, DecisionTable.dossier == key)
            for table in _OF_DOSSIER:
                found[_name(table)] = self._rows(table, table.dossier == key)  # type: ignore[attr-defined]  # each has it
            for table in _OF_DECISION:
                found[_name(table)] = self._rows(table, table.decision.in_(decisions))  # type: ignore[attr-defined]  # each has it
            found["audit"] = self._rows(AuditTable, AuditTable.case_id == case_id)
            return found

    def note_export(self, case_id: CaseId) -> None:
        """Put in the log that the data were handed out."""
        with self._session.writing() as at:
            self._session.dossier_key(case_id)
            self._session.log(at, "inzage_verstrekt", case_id)

    def _remove_list(self, list_id: str) -> None:
        gone = (
            DestructionListTable.delete()
            .where(DestructionListTable.list_id == list_id)
            .execute(self._session.database)
        )
        if not gone:
            raise VaultError("lijst_ontbreekt")

    def _rows(self, table: type[Model], condition: object) -> tuple[StoredRow, ...]:
        rows = table.select().where(condition).dicts().execute(self._session.database)
        return tuple({name: _shown(value) for name, value in row.items()} for row in rows)


def sweep(session: Session) -> None:
    """Leave nothing in the free pages or in the write-ahead log of what was deleted."""
    with session.alone(), vault_errors():
        session.database.rows("VACUUM")
        session.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")


def erase(
    session: Session,
    case_id: CaseId,
    at: datetime,
    tombstone: tuple[str, str],
    *,
    subject: str = "",
) -> None:
    """Destroy one dossier, within a change; `tombstone` is when that was decided and on what ground."""
    key = session.dossier_key(case_id)
    # The log needs the persons of the dossier, so its line comes before they go.
    session.log(at, DESTROYED, case_id, subject)
    ErasingTable.insert(dossier=key).execute(session.database)
    decisions = _decisions_of(session, key)
    for table in _OF_DECISION:
        table.delete().where(table.decision.in_(decisions)).execute(session.database)  # type: ignore[attr-defined]  # each has it
    for table in _OF_DOSSIER:
        table.delete().where(table.dossier == key).execute(session.database)  # type: ignore[attr-defined]  # each has it
    DecisionTable.delete().where(DecisionTable.dossier == key).execute(session.database)
    DossierTable.delete().where(DossierTable.key == key).execute(session.database)
    ErasingTable.delete().where(ErasingTable.dossier == key).execute(session.database)
    erased_at, ground = tombstone
    TombstoneTable.insert(case_id=case_id, erased_at=erased_at, ground=ground).execute(
        session.database
    )


def _decisions_of(session: Session, dossier: int) -> list[int]:
    found: Iterable[DecisionTable] = (
        DecisionTable.select(DecisionTable.key)
        .where(DecisionTable.dossier == dossier)
        .execute(session.database)
    )
    return [int(row.key) for row in found]


def _name(table: type[Model]) -> str:
    return str(table._meta.table_name)  # noqa: SLF001 - the way peewee gives it


def _shown(value: object) -> str | int | None:
    """A stored value as JSON can hold it; the content of a file as its size."""
    if isinstance(value, bytes | memoryview):
        return len(value)
    return value if isinstance(value, int) or value is None else str(value)
