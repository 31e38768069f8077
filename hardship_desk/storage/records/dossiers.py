"""Dossiers in the vault, with their persons, evidence and conversations."""

from __future__ import annotations

from datetime import UTC, datetime

from hardship_desk.domain.case import Case, CaseDates, Conversation, Person
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.ids import CaseId, CaseNumber, EvidenceId, Gemeentecode, PersonId
from hardship_desk.domain.users import Right
from hardship_desk.storage.records.answers import insert_answer, scope_of
from hardship_desk.storage.records.case_lists import CaseListRecords
from hardship_desk.storage.records.decision_rows import insert_decision, read_decisions
from hardship_desk.storage.session import Change
from hardship_desk.storage.stored_json import from_text, to_text
from hardship_desk.storage.tables import DossierTable, EvidenceFileTable, PartTable

_PERSON, _EVIDENCE, _CONVERSATION = "persoon", "bewijsstuk", "gesprek"


class DossierRecords(CaseListRecords):
    """Fulfils DossierStore. Raises VaultError; a change raises KeyError where there is no dossier."""

    _last: tuple[CaseId, int, Case] | None = None
    """The dossier that was read last, and after which of its changes."""

    def load(self, case_id: CaseId) -> Case:
        """The dossier, whole; KeyError where it is not there.

        A page asks for it several times over: the one that was read last is given again as long as
        its number of change is the same. What is not on the disk yet is not remembered.
        """
        table = DossierTable
        self._session.ask(Right.LEZEN)
        is_final = not self._session.database.in_transaction()
        with self._session.reading():
            key = self._session.dossier_key(case_id)
            (row,) = table.select().where(table.key == key).execute(self._session.database)
            last = self._last
            if is_final and last is not None and last[:2] == (case_id, row.change_number):
                return last[2]
            case = self._whole(case_id, row)
            if is_final:
                self._last = (case_id, row.change_number, case)
            return case

    def _whole(self, case_id: CaseId, row: DossierTable) -> Case:
        parts = self._parts(row.key)
        decisions, facts = read_decisions(self._session, row.key)
        return Case(
            id=case_id,
            number=CaseNumber(row.number),
            gemeentecode=Gemeentecode(row.gemeentecode),
            created_at=datetime.fromisoformat(row.created_at) if row.created_at else None,
            changed_at=datetime.fromisoformat(row.changed_at),
            title=row.title,
            dates=from_text(CaseDates, row.dates),
            persons=tuple(from_text(Person, text) for text in parts[_PERSON]),
            evidence=tuple(from_text(Evidence, text) for text in parts[_EVIDENCE]),
            conversations=tuple(from_text(Conversation, text) for text in parts[_CONVERSATION]),
            facts=facts,
            decisions=decisions,
            is_practice=bool(row.is_practice),
        )

    def note(self, case_id: CaseId, event: str, subject: str = "") -> None:
        """Log what changed nothing, such as a view or an export."""
        self._session.note(case_id, event, subject)

    def add_case(self, case: Case) -> None:
        """Store a new dossier with all that is in it.

        Its `changed_at` stays; without one it is the moment of adding. VaultError
        `kluis_geweigerd` where the dossier is there already, or holds an id twice.
        """
        self._session.ask(Right.BEHANDELEN)
        with self._session.writing() as at:
            key = DossierTable.insert(
                case_id=case.id,
                is_practice=int(case.is_practice),
                created_at=_moment(case.created_at) if case.created_at else None,
                changed_at=_moment(case.changed_at or at),
                change_number=0,
                **_header(case),
            ).execute(self._session.database)
            change = Change(dossier=int(key), at=at)
            for kind, part_id, body in _parts_of(case):
                PartTable.insert(
                    dossier=change.dossier, kind=kind, part_id=part_id, body=body
                ).execute(self._session.database)
            for fact in case.facts:
                insert_answer(self._session, change, scope_of(None), fact)
            for decision in case.decisions:
                insert_decision(self._session, change, decision)
            # After the persons: each of them has a line in the processing log.
            number = self._session.log(at, "dossier_toegevoegd", case.id)
            DossierTable.update(change_number=number).where(
                DossierTable.key == change.dossier
            ).execute(self._session.database)

    def save_header(self, case: Case) -> None:
        """Store number, title, municipality and dates."""
        with self._session.change(case.id, "dossier_kop_opgeslagen") as change:
            DossierTable.update(**_header(case)).where(DossierTable.key == change.dossier).execute(
                self._session.database
            )

    def save_person(self, case_id: CaseId, person: Person) -> None:
        """Add or replace a person."""
        with self._session.change(case_id, "persoon_opgeslagen", person.id) as change:
            self._put(change, (_PERSON, person.id, to_text(person)))

    def remove_person(self, case_id: CaseId, person_id: PersonId) -> None:
        """Take a person out; nothing happens where there is none such."""
        with self._session.change(case_id, "persoon_verwijderd", person_id) as change:
            self._remove(change, _PERSON, person_id)

    def save_evidence(self, case_id: CaseId, evidence: Evidence) -> None:
        """Add or replace a piece of evidence."""
        with self._session.change(case_id, "bewijsstuk_opgeslagen", evidence.id) as change:
            self._put(change, (_EVIDENCE, evidence.id, to_text(evidence)))

    def remove_evidence(self, case_id: CaseId, evidence_id: EvidenceId) -> None:
        """Take a piece of evidence out; nothing happens where there is none such."""
        with self._session.change(case_id, "bewijsstuk_verwijderd", evidence_id) as change:
            self._remove(change, _EVIDENCE, evidence_id)
            copy = EvidenceFileTable
            copy.delete().where(
                (copy.dossier == change.dossier) & (copy.evidence_id == evidence_id)
            ).execute(self._session.database)

    def save_conversation(self, case_id: CaseId, conversation: Conversation) -> None:
        """Add or replace a conversation with its sentences."""
        with self._session.change(case_id, "gesprek_opgeslagen", conversation.id) as change:
            self._put(change, (_CONVERSATION, conversation.id, to_text(conversation)))

    def _put(self, change: Change, part: tuple[str, str, str]) -> None:
        kind, part_id, body = part
        PartTable.insert(dossier=change.dossier, kind=kind, part_id=part_id, body=body).on_conflict(
            conflict_target=[PartTable.dossier, PartTable.kind, PartTable.part_id],
            update={PartTable.body: body},
        ).execute(self._session.database)

    def _remove(self, change: Change, kind: str, part_id: str) -> None:
        PartTable.delete().where(
            (PartTable.dossier == change.dossier)
            & (PartTable.kind == kind)
            & (PartTable.part_id == part_id)
        ).execute(self._session.database)

    def _parts(self, dossier: int) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {_PERSON: [], _EVIDENCE: [], _CONVERSATION: []}
        kinds = PartTable.kind.in_(tuple(found))
        rows = PartTable.select().where((PartTable.dossier == dossier) & kinds)
        rows = rows.order_by(PartTable.key)
        for row in rows.execute(self._session.database):
            found[row.kind].append(row.body)
        return found


def _header(case: Case) -> dict[str, str]:
    return {
        "number": case.number,
        "title": case.title,
        "gemeentecode": case.gemeentecode,
        "dates": to_text(case.dates),
    }


def _parts_of(case: Case) -> tuple[tuple[str, str, str], ...]:
    return (
        *((_PERSON, item.id, to_text(item)) for item in case.persons),
        *((_EVIDENCE, item.id, to_text(item)) for item in case.evidence),
        *((_CONVERSATION, item.id, to_text(item)) for item in case.conversations),
    )


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
