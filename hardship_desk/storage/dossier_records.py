"""Dossiers in the vault, with their persons, evidence and conversations."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hardship_desk.domain.case import Case, CaseDates, Conversation, Person
from hardship_desk.domain.decision import DecisionState
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.ids import CaseId, CaseNumber, EvidenceId, Gemeentecode, PersonId
from hardship_desk.domain.users import Right
from hardship_desk.services.ports.cases import (
    ANY_CASE,
    CaseFilter,
    CaseSummary,
    FoundCases,
    SearchWord,
)
from hardship_desk.storage.answer_records import insert_answer, scope_of
from hardship_desk.storage.case_search import found_keys
from hardship_desk.storage.decision_rows import insert_decision, read_decisions
from hardship_desk.storage.session import Change, VaultPart
from hardship_desk.storage.stored_json import from_text, to_text
from hardship_desk.storage.tables import DecisionTable, DossierTable, EvidenceFileTable, PartTable

_PERSON, _EVIDENCE, _CONVERSATION = "persoon", "bewijsstuk", "gesprek"


class DossierRecords(VaultPart):
    """Fulfils DossierStore. Raises VaultError; a change raises KeyError where there is no dossier."""

    _last: tuple[CaseId, int, Case] | None = None
    """The dossier that was read last, and after which of its changes."""

    def list_cases(self, newest: int | None = None) -> tuple[CaseSummary, ...]:
        """All dossiers, the one changed last first, or only so many of the newest.

        The state is that of the decision that is least far; a dossier without one is a concept.
        """
        self._session.ask(Right.LEZEN)
        return self._listed(newest)

    def numbered(self, *, handed_out: bool = False) -> tuple[CaseSummary, ...]:
        """All dossiers without their titles, also for who keeps the vault and reads no dossier.

        That they are handed out comes into the log, where something can be saved.
        """
        if not self._session.user.may(Right.BEHEREN):
            self._session.ask(Right.LEZEN)
        if handed_out and not self._session.read_only:
            with self._session.writing() as at:
                self._session.log(at, "zaaknummers_uitgevoerd", CaseId(""))
        return tuple(replace(item, title="") for item in self._listed(None))

    def _listed(self, newest: int | None) -> tuple[CaseSummary, ...]:
        order = (DossierTable.changed_at.desc(), DossierTable.change_number.desc())
        with self._session.reading():
            query = DossierTable.select().order_by(*order)
            found = tuple(
                (query if newest is None else query.limit(newest)).execute(self._session.database)
            )
            decisions = self._decisions_by_dossier(None if newest is None else found)
            return tuple(_summary(row, decisions.get(row.key, ())) for row in found)

    def find_cases(
        self, words: tuple[SearchWord, ...], newest: int, narrowed: CaseFilter = ANY_CASE
    ) -> FoundCases:
        """The dossiers that hold every word and fit, the one changed last first, at most so many."""
        self._session.ask(Right.LEZEN)
        with self._session.reading():
            database = self._session.database
            keys, count = found_keys(database, words, newest, narrowed)
            return FoundCases(newest=self._summaries(tuple(keys)), count=count)

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

    def _summaries(self, keys: tuple[int, ...]) -> tuple[CaseSummary, ...]:
        """One line of each of these dossiers, in this order."""
        found = DossierTable.select().where(DossierTable.key.in_(keys))
        rows = {int(row.key): row for row in found.execute(self._session.database)}
        decisions = self._decisions_by_dossier(tuple(rows.values()))
        return tuple(_summary(rows[key], decisions.get(key, ())) for key in keys)

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

    def _decisions_by_dossier(
        self, of: tuple[DossierTable, ...] | None
    ) -> dict[int, tuple[tuple[str, str], ...]]:
        """Type and state of every decision, by dossier; of these dossiers only where given."""
        found: dict[int, tuple[tuple[str, str], ...]] = {}
        rows = DecisionTable.select().order_by(DecisionTable.key)
        if of is not None:
            rows = rows.where(DecisionTable.dossier.in_([row.key for row in of]))
        for row in rows.execute(self._session.database):
            found[row.dossier] = (*found.get(row.dossier, ()), (row.type, row.state))
        return found


def _summary(row: DossierTable, decisions: tuple[tuple[str, str], ...]) -> CaseSummary:
    states = {state for _, state in decisions}
    return CaseSummary(
        id=CaseId(str(row.case_id)),
        number=str(row.number),
        title=str(row.title),
        gemeentecode=str(row.gemeentecode),
        decision_types=tuple(kind for kind, _ in decisions),
        state=next((item.value for item in DecisionState if item.value in states), "concept"),
        changed_at=datetime.fromisoformat(str(row.changed_at)),
    )


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
