"""Which dossiers may be destroyed, and destroying them: never by itself, always by two people."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from hardship_desk.documents.model import ReportDocument
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.destruction import Declaration, DestructionList, ListedCase
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.retention import (
    LegalHold,
    RetentionState,
    RetentionVerdict,
    judge_retention,
)
from hardship_desk.domain.text import cleaned
from hardship_desk.domain.users import VaultUser
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.files import FileWriter
from hardship_desk.services.ports.privacy import RetentionBook, RetentionStore
from hardship_desk.services.ports.writers import DocumentWriter, OfficeForm

WAY = "sqlcipher_secure_delete_vacuum"


class DeclarationBuilder(Protocol):
    """Lays out a declaration, with the place in the audit log where it was carried out."""

    def __call__(self, declaration: Declaration, anchor: AuditHead | None) -> ReportDocument:
        """The document."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationTools:
    """What putting a declaration on paper takes."""

    document: DeclarationBuilder
    writers: Mapping[OfficeForm, DocumentWriter]
    write: FileWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionLine:
    """One dossier with what holds for it."""

    case_id: CaseId
    number: str
    verdict: RetentionVerdict
    hold: LegalHold | None


class RetentionService:
    """Judges terms, keeps holds and lists, and destroys what a second user agrees with."""

    def __init__(
        self,
        cases: CaseRepository,
        store: RetentionStore,
        book: RetentionBook,
        clock: Clock,
        tools: DeclarationTools,
    ) -> None:
        self._cases = cases
        self._store = store
        self._book = book
        self._clock = clock
        self._tools = tools

    def overview(self) -> tuple[RetentionLine, ...]:
        """Every dossier, those that may be destroyed first."""
        lines = [self._line(item.id) for item in self._cases.list_cases()]
        order = list(RetentionState)
        return tuple(sorted(lines, key=lambda line: order.index(line.verdict.state), reverse=True))

    def place_hold(self, case_id: CaseId, reason: str) -> None:
        """Keep a dossier, whatever its term says; the reason may not be empty."""
        if not reason.strip():
            raise HardshipDeskError("reden_ontbreekt")
        self._store.place_hold(case_id, cleaned(reason))

    def lift_hold(self, case_id: CaseId) -> None:
        """Let its term count again."""
        self._store.lift_hold(case_id)

    def lists(self) -> tuple[DestructionList, ...]:
        """The lists a second user has to decide on."""
        return self._store.lists()

    def declarations(self) -> tuple[Declaration, ...]:
        """What was destroyed, oldest first."""
        return self._store.declarations()

    def export_declaration(self, list_id: str, folder: Path, form: OfficeForm) -> Path:
        """Write a declaration as a document; KeyError for another list, raises WriteError."""
        found = {item.list_id: item for item in self._store.declarations()}[list_id]
        document = self._tools.document(found, self._store.declared_at(list_id))
        data = self._tools.writers[form].write(document)
        path = folder / f"verklaring-vernietiging-{list_id}.{form.value}"
        self._tools.write(path, data)
        self._store.note_declaration(list_id, f"{path.name}/{hashlib.sha256(data).hexdigest()}")
        return path

    def propose(self, case_ids: Iterable[CaseId], user: VaultUser) -> DestructionList:
        """A list for another user to decide on; only of dossiers whose term has passed."""
        lines = tuple(self._line(case_id) for case_id in case_ids)
        if not lines:
            raise HardshipDeskError("lijst_leeg")
        self._require_due(lines)
        proposed = DestructionList(
            id=secrets.token_hex(6),
            proposed_by=user.name,
            proposed_by_id=user.id,
            proposed_at=self._clock.now(),
            cases=tuple(self._listed(line) for line in lines),
        )
        self._store.save_list(proposed)
        return proposed

    def withdraw(self, list_id: str) -> None:
        """Take a list back; its dossiers stay."""
        self._store.drop_list(list_id)

    def to_check(self, list_id: str) -> tuple[ListedCase, ...]:
        """The dossiers of a list by zaaknummer, for who agrees to look at; raises `lijst_ontbreekt`."""
        found = (self._numbered(item) for item in self._proposed(list_id).cases)
        return tuple(sorted(found, key=lambda item: item.number))

    def approve(self, list_id: str, user: VaultUser, checked: tuple[str, ...]) -> Declaration:
        """Destroy the dossiers of a list. Another user than who proposed it must do this.

        `checked` are the zaaknummers that were looked at: all of them, and no other.
        Raises HardshipDeskError `vier_ogen`, `lijst_ontbreekt`, `niet_nagekeken`, or
        `termijn_niet_voorbij` where a hold or follow-up came in between; then nothing is destroyed.
        """
        proposed = self._proposed(list_id)
        if not user.id or user.id == proposed.proposed_by_id:
            raise HardshipDeskError("vier_ogen")
        if sorted(checked) != [item.number for item in self.to_check(list_id)]:
            raise HardshipDeskError("niet_nagekeken")
        self._require_due(tuple(self._line(item.case_id) for item in proposed.cases))
        declaration = Declaration(
            list_id=proposed.id,
            proposed_by=proposed.proposed_by,
            approved_by=user.name,
            destroyed_at=self._clock.now(),
            count=len(proposed.cases),
            terms=tuple(sorted({item.term for item in proposed.cases})),
            way=WAY,
            proposed_at=proposed.proposed_at,
            cases=tuple(sorted(proposed.cases, key=lambda item: item.number)),
        )
        self._store.destroy(proposed, declaration)
        return declaration

    def _proposed(self, list_id: str) -> DestructionList:
        for item in self._store.lists():
            if item.id == list_id:
                return item
        raise HardshipDeskError("lijst_ontbreekt")

    def _numbered(self, item: ListedCase) -> ListedCase:
        """A list of an earlier version holds no numbers: the dossier itself still does."""
        return item if item.number else replace(item, number=self._line(item.case_id).number)

    def _line(self, case_id: CaseId) -> RetentionLine:
        case = self._cases.load(case_id)
        hold = self._store.hold(case_id)
        rules = self._book.retention_rules(case.gemeentecode)
        return RetentionLine(
            case_id=case_id,
            number=case.number,
            verdict=judge_retention(case, rules, hold, self._clock.today()),
            hold=hold,
        )

    def _listed(self, line: RetentionLine) -> ListedCase:
        longest = max(line.verdict.rules, key=lambda rule: (rule.unit, rule.length))
        decisions = self._cases.load(line.case_id).decisions
        return ListedCase(
            case_id=line.case_id,
            term=longest.id,
            due=line.verdict.due.isoformat() if line.verdict.due else "",
            number=line.number,
            ground=f"{longest.title}: {longest.unit.counted(longest.length)}. {longest.source.title}",
            sealed=tuple(item.versions[-1].sha256 for item in decisions if item.versions),
        )

    def _require_due(self, lines: tuple[RetentionLine, ...]) -> None:
        if any(line.verdict.state is not RetentionState.TE_VERNIETIGEN for line in lines):
            raise HardshipDeskError("termijn_niet_voorbij")
