"""Packages: a dossier to another laptop, a concept to a second reader, and the verdict back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hardship_desk.documents.plain_text import TextBlock, text_blocks
from hardship_desk.domain.bsn import bsns_in
from hardship_desk.domain.case import Case
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.codec import canonical_json
from hardship_desk.domain.contact import OwnKeys, PublicKeys
from hardship_desk.domain.decision import same_name
from hardship_desk.domain.digest import sha256_of
from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.domain.package import (
    ByCode,
    DossierPackage,
    OpenedPackage,
    Package,
    PackageHead,
    PackageKind,
    Receiver,
    ReviewResult,
)
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.services.cases import CaseService
from hardship_desk.services.contacts import ContactService, SignerState, who_signed
from hardship_desk.services.decisions import DecisionService
from hardship_desk.services.evidence_files import EvidenceFilesService
from hardship_desk.services.judgement import Verdict
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.organisation import OrganisationFacts
from hardship_desk.services.ports.packages import PackageFormat, UsedValues
from hardship_desk.services.ports.papers import Papers
from hardship_desk.services.problems import DecisionProblem
from hardship_desk.services.reporting import ReportingService

REVIEW_STEP = 14
UNSIGNED, BY_CODE = "niet_ondertekend", "code"
VERDICT_TAKEN = "oordeel_ingelezen"
ROOM_FOR_COPIES = 40_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageTools:
    """What making and reading packages takes besides the dossiers."""

    format: PackageFormat
    used: UsedValues
    organisation: OrganisationFacts
    papers: Papers
    clock: Clock
    program_version: str
    is_practice: bool
    evidence: EvidenceFilesService
    contacts: ContactService


class PackageService:
    """Makes packages and takes them in. What comes in is whole and checked, or nothing changes."""

    def __init__(
        self,
        repository: CaseRepository,
        cases: CaseService,
        decisions: DecisionService,
        reporting: ReportingService,
        tools: PackageTools,
    ) -> None:
        self._repository = repository
        self._cases = cases
        self._decisions = decisions
        self._reporting = reporting
        self._tools = tools
        self.evidence = tools.evidence
        """What is kept of the evidence here, and writes out the copies that came along."""
        self.contacts = tools.contacts
        """The own keys, and whose cards are here."""
        self.format = tools.format
        """How a file is written, and what it asks of who opens it."""

    def new_code(self) -> str:
        """A code for one package, to be told to the receiver by telephone."""
        return self.format.new_code()

    def prepared(
        self, case_id: CaseId, made_by: str, decision: DecisionId | None = None
    ) -> DossierPackage:
        """A dossier as it stands now; with a decision it is for a second reader of that concept."""
        case = self._repository.load(case_id)
        kind = PackageKind.DOSSIER if decision is None else PackageKind.TER_TOETSING
        return DossierPackage(
            head=self._head(kind, case, made_by),
            case=case,
            receipts=tuple(
                self._reporting.snapshot(case_id, item.id)
                for item in case.decisions
                if decision in (None, item.id)
            ),
            organisation=self._tools.used.text(self._tools.organisation, case.gemeentecode),
            decision=decision,
        )

    def with_copies(self, package: DossierPackage) -> DossierPackage:
        """The package with the copies that are kept of the evidence; reads the store."""
        copies = self.evidence.copies_of(package.case, ROOM_FOR_COPIES)
        return replace(package, copies=copies)

    def sealed(self, package: Package, sender: OwnKeys, to: Receiver) -> bytes:
        """The package as a file; for a code that takes a second. Reads no store."""
        return self.format.write(package, sender, to)

    def note_made(self, package: DossierPackage, to: Receiver) -> None:
        """Put in the log of the dossier that it left in a package, and for whose keys."""
        receiver = BY_CODE if isinstance(to, ByCode) else to.keys.id
        about = f"{package.head.kind.value}/{sha256_of(canonical_json(package.case))}/{receiver}"
        self._repository.note(package.case.id, "pakket_gemaakt", about)

    def open(self, data: bytes, way: ByCode | OwnKeys) -> OpenedPackage:
        """What is in a file, and who signed it; reads no store and changes nothing.

        With a code it takes a second. Raises PackageError.
        """
        opened = self.format.read(data, way)
        practice = opened.package.head.is_practice
        if practice != self._tools.is_practice:
            raise PackageError("pakket_oefening" if practice else "pakket_echt")
        return opened

    def same_number(self, package: DossierPackage) -> bool:
        """Whether a dossier with this zaaknummer is here already."""
        return any(item.number == package.case.number for item in self._cases.list_cases())

    def take_in(self, package: DossierPackage, signer: PublicKeys | None) -> Case:
        """The dossier as a new one beside those that are here, with its origin in the log."""
        if _holds_bsn(package.case):
            raise PackageError("pakket_bsn")
        origin = UNSIGNED if signer is None else signer.id
        about = f"{package.head.kind.value}/{sha256_of(canonical_json(package.case))}/{origin}"
        with self._repository.together():
            (imported,) = self._cases.import_cases((package.case,), "pakket_ingelezen", about)
            self.evidence.take_in(imported.id, package.copies)
        return imported

    def to_read(self, package: DossierPackage) -> tuple[TextBlock, ...]:
        """What a second reader reads, block by block: the proposed decision comes last."""
        return text_blocks(self._tools.papers.reading(_receipt(package)))

    def answer(self, package: DossierPackage, verdict: Verdict) -> ReviewResult:
        """The verdict, for whoever asked for it; raises PackageError."""
        receipt = _receipt(package)
        return ReviewResult(
            head=self._head(PackageKind.TOETSRESULTAAT, package.case, verdict.reader),
            decision=receipt.decision_id,
            sha256=version_hash(receipt),
            reader=verdict.reader.strip(),
            verdict=verdict.verdict,
            text=verdict.text.strip(),
            remarks=verdict.remarks,
        )

    def meant_for(self, result: ReviewResult) -> CaseId | None:
        """The dossier with the zaaknummer of a verdict, the one changed last; None without one."""
        number = result.head.number
        return next((item.id for item in self._cases.list_cases() if item.number == number), None)

    def take_verdict(
        self, case_id: CaseId, result: ReviewResult, signer: PublicKeys | None
    ) -> DecisionProblem | None:
        """Put a verdict with the decision it is about, unless that was changed meanwhile.

        Nobody judges an own decision, and a verdict counts once however often its file comes in.
        """
        case = self._repository.load(case_id)
        if case.number != result.head.number or all(
            item.id != result.decision for item in case.decisions
        ):
            return DecisionProblem(code="toets_ander_dossier")
        if self._is_own(signer):
            return DecisionProblem(code="toets_eigen_oordeel")
        now = self._reporting.snapshot(case_id, result.decision)
        if version_hash(now) != result.sha256:
            return DecisionProblem(code="toets_andere_versie")
        mark = sha256_of(canonical_json(result))
        if self._repository.is_noted(case_id, VERDICT_TAKEN, mark):
            return DecisionProblem(code="toets_al_ingelezen")
        word = Verdict(
            reader=result.reader,
            verdict=result.verdict,
            text=result.text,
            remarks=result.remarks,
            card=self._card_of(signer, result.reader),
        )
        origin = UNSIGNED if signer is None else signer.id
        with self._repository.together():
            problem = self._decisions.review_elsewhere(case_id, result.decision, word)
            if problem is None:
                self._repository.note(case_id, VERDICT_TAKEN, f"{mark}/{origin}")
        return problem

    def _card_of(self, signer: PublicKeys | None, reader: str) -> str:
        """The checked contact who signed under this name; empty where that is not so."""
        signed = who_signed(self.contacts, signer, reader)
        if signed.state is not SignerState.CHECKED or signed.contact is None:
            return ""
        same = same_name(signed.contact.card.name, reader)
        return signed.contact.id if same else ""

    def _is_own(self, signer: PublicKeys | None) -> bool:
        """Whether who has the vault open signed it; in a practice store one person plays both."""
        own = self.contacts.kept_keys()
        return not self._tools.is_practice and own is not None and own.public == signer

    def _head(self, kind: PackageKind, case: Case, made_by: str) -> PackageHead:
        return PackageHead(
            kind=kind,
            number=case.number,
            made_at=self._tools.clock.now(),
            made_by=made_by.strip(),
            program_version=self._tools.program_version,
            is_practice=self._tools.is_practice,
        )


def version_hash(snapshot: DecisionSnapshot) -> str:
    """The hash of what a second reader judges: facts, weighing, reasons, outcome and amount.

    What belongs to the review itself and later steps is not in it: it is filled in afterwards.
    """
    judged = (
        snapshot.case_number,
        snapshot.decision_id,
        snapshot.type,
        snapshot.weight,
        snapshot.outcome,
        snapshot.amount,
        tuple(item for item in snapshot.answers if item.step < REVIEW_STEP),
        snapshot.evidence,
        snapshot.findings,
        snapshot.computations,
        snapshot.weighing,
        snapshot.considerations,
        snapshot.letter_paragraphs,
    )
    return sha256_of(canonical_json(judged))


def names_of_questions(package: DossierPackage) -> Mapping[str, str]:
    """The words of each question that was answered in what a second reader reads."""
    return {item.question: item.text for item in _receipt(package).answers}


def _receipt(package: DossierPackage) -> DecisionSnapshot:
    for item in package.receipts:
        if item.decision_id == package.decision:
            return item
    raise PackageError("pakket_zonder_besluit")


def _holds_bsn(case: Case) -> bool:
    texts = (case.number, case.title, *(person.label for person in case.persons))
    return any(any(bsns_in(text)) for text in texts)
