"""Joins the parts of the program. Knows no window; what is slow to import is imported in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hardship_desk.assessment.term_lines import TermLines
from hardship_desk.assessment.texts import Texts
from hardship_desk.config import paths
from hardship_desk.config.files import write_atomically
from hardship_desk.core_setup import Core, build_core, package_tools
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.decision import same_name
from hardship_desk.domain.users import NOBODY, UserId, VaultUser
from hardship_desk.exchange.header_file import read_rows
from hardship_desk.paper_setup import OutsideFiles, declaration_tools, subject_tools
from hardship_desk.presenters.opening import OfficerEntry
from hardship_desk.services.agenda import AgendaService
from hardship_desk.services.assessments import AssessmentService
from hardship_desk.services.case_numbers import CaseNumberService
from hardship_desk.services.cases import CaseService
from hardship_desk.services.contacts import ContactService
from hardship_desk.services.copying import CopyService
from hardship_desk.services.decisions import DecisionService
from hardship_desk.services.desk import Desk, PrivacyDesk
from hardship_desk.services.drafts import DraftService
from hardship_desk.services.evidence_files import EvidenceFilesService
from hardship_desk.services.fact_sheets import FactSheetService
from hardship_desk.services.handing_over import Handover
from hardship_desk.services.header_lists import HeaderListService
from hardship_desk.services.interview import InterviewService
from hardship_desk.services.letters import LetterBuilding, LetterService, LetterTools
from hardship_desk.services.municipality_switch import MunicipalitySwitch
from hardship_desk.services.notes import NotesService
from hardship_desk.services.organisation import OrganisationService
from hardship_desk.services.packages import PackageService
from hardship_desk.services.ports.agenda import KeptCases
from hardship_desk.services.ports.toetsing import LooseDraftStore
from hardship_desk.services.ports.upkeep import BackupInfo
from hardship_desk.services.receipts import ReceiptCheck
from hardship_desk.services.reference import ReferenceService
from hardship_desk.services.rekenhulpen import RekenhulpService
from hardship_desk.services.reporting import ReportingService
from hardship_desk.services.retention import RetentionService
from hardship_desk.services.ruling_readings import RulingReadings
from hardship_desk.services.staff import Staff
from hardship_desk.services.stock_texts import StockTextService
from hardship_desk.services.subject_access import SubjectAccessService
from hardship_desk.services.toets_drafts import ToetsDrafts
from hardship_desk.services.toetsing import ToetsService
from hardship_desk.services.what_if import WhatIfService

if TYPE_CHECKING:
    from hardship_desk.cli.assess import AssessTools
    from hardship_desk.cli.letter import LetterRun
    from hardship_desk.cli.officer import OfficerTools
    from hardship_desk.cli.verify import VerifyTools
    from hardship_desk.services.casefile_run import CaseFileRun
    from hardship_desk.storage import OpenVault

EXAMPLES = "voorbeelden"


def assess_tools(clock: Clock | None = None) -> AssessTools:
    """What assessing a case file takes; opens no vault."""
    from hardship_desk.cli.assess import AssessTools

    core = build_core(clock)
    return AssessTools(
        reader=core.reader,
        run=_run_of(core),
        write=write_atomically,
        texts=core.texts,
        examples=paths.resources_folder() / EXAMPLES,
        switch=core.switch,
        municipalities=core.municipalities,
        close=core.plugins.close,
    )


def verify_tools(
    clock: Clock | None = None, contacts: Callable[[str], ContactService] | None = None
) -> VerifyTools:
    """What checking the receipts of a package takes; `contacts` opens a vault, where one is asked."""
    from hardship_desk.cli.verify import VerifyTools
    from hardship_desk.exchange.package.package_file import PackageFile
    from hardship_desk.exchange.package.used_values import UsedValuesText

    core = build_core(clock)
    unread = core.texts.get("naslag.ongelezen")
    return VerifyTools(
        format=PackageFile(),
        check=ReceiptCheck(core.engine, core.engine, core.questionnaire, UsedValuesText(), unread),
        texts=core.texts,
        close=core.plugins.close,
        contacts=contacts,
    )


def letter_run() -> LetterRun:
    """What making a letter of a case file takes; opens no vault."""
    from hardship_desk.cli.letter import LetterRun

    core = build_core()
    return LetterRun(
        reader=core.reader,
        run=_run_of(core),
        building=LetterBuilding(_letter_tools(core)),
        write=write_atomically,
        texts=core.texts,
        close=core.plugins.close,
    )


def _fact_sheets(core: Core, repository: KeptCases) -> FactSheetService:
    notes = NotesService(repository, core.questionnaire)
    return FactSheetService(repository, notes, core.texts.get("brief.feitenblad.kanaal"))


def _letter_tools(core: Core) -> LetterTools:
    return LetterTools(
        book=core.engine,
        organisation=core.organisation,
        papers=core.papers,
        write=write_atomically,
        questionnaire=core.questionnaire,
    )


def _run_of(kit: Core) -> CaseFileRun:
    from hardship_desk.services.casefile_run import CaseFileRun

    return CaseFileRun(kit.engine, kit.organisation, kit.snapshots, kit.questionnaire, kit.papers)


def officer_tools() -> OfficerTools:
    """What making the key of an officer takes; opens no vault."""
    from hardship_desk.cli.officer import OfficerTools
    from hardship_desk.storage.key_ring import SECONDS_TO_OPEN
    from hardship_desk.storage.keys import cost_of_about
    from hardship_desk.storage.officer_keys import OfficerKey, make_officer_key

    def make(file: Path, passphrase: str) -> bytes:
        key, cost = OfficerKey(file=file, passphrase=passphrase), cost_of_about(SECONDS_TO_OPEN)
        return make_officer_key(key, cost)

    return OfficerTools(make=make, texts=Texts.load_folder(paths.resources_folder() / "texts"))


def open_practice_desk(vault: Path | None = None, clock: Clock | None = None) -> Desk:
    """The practice store with the example dossiers in it; asks no passphrase.

    Raises VaultError where it cannot be opened.
    """
    return Desks(practice_vault=vault, clock=clock).practice()


class Desks:
    """Opens the stores of this machine, and closes them again; fulfils `DeskOpener`."""

    def __init__(
        self,
        *,
        practice_vault: Path | None = None,
        own_vault: Path | None = None,
        clock: Clock | None = None,
        safe_start: bool = False,
    ) -> None:
        self._core = build_core(clock, safe_start=safe_start)
        self._core.law.begin()
        self._practice_vault = practice_vault or paths.practice_vault_path()
        self._own_vault = own_vault or paths.vault_path()
        self._opened: list[OpenVault] = []
        self._own: OpenVault | None = None

    @property
    def texts(self) -> Texts:
        """The sentences of the program, also where no store can be opened."""
        return self._core.texts

    def practice(self) -> Desk:
        """The practice store, made with the example dossiers where it is not there."""
        from hardship_desk.storage import open_practice_vault

        self._opened.append(opened := open_practice_vault(self._practice_vault, self._core.clock))
        own = OwnParts(opened=opened)
        desk = _desk(self._core, own, is_practice=True)
        if not desk.cases.list_cases():
            for case in self._core.reader.cases_in(paths.resources_folder() / EXAMPLES):
                desk.cases.import_case(case)
        return desk

    def has_own_vault(self) -> bool:
        """Whether a vault with real dossiers was made on this machine, also where it is gone now."""
        return self._own_vault.exists() or bool(self.own_backups())

    def own_users(self) -> tuple[VaultUser, ...]:
        """Who can open the vault with real dossiers; raises VaultError."""
        from hardship_desk.storage import users_of

        return users_of(self._own_vault)

    def open_own(self, passphrase: str, user: UserId | None = None) -> Desk:
        """The vault with real dossiers; raises VaultError."""
        from hardship_desk.storage import open_vault

        opened = open_vault(self._own_vault, passphrase, self._core.clock, user=user)
        desk = self._own_desk(opened)
        if not opened.read_only:
            opened.keys.strengthen(passphrase, opened.seconds_to_unlock)
        return desk

    def open_own_as(self, name: str, passphrase: str) -> Desk:
        """The same, by the name of a user; by the first where none is given."""
        named = (item.id for item in self.own_users() if same_name(item.name, name))
        user = next(named, UserId(name)) if name else None
        return self.open_own(passphrase, user)

    def open_with_code(self, code: str) -> Desk:
        """The vault with real dossiers, by the recovery code; raises VaultError."""
        from hardship_desk.storage import open_vault_by
        from hardship_desk.storage.unlocking import by_recovery_code

        clock = self._core.clock
        return self._own_desk(
            open_vault_by(self._own_vault, by_recovery_code(self._own_vault, code, clock), clock)
        )

    def open_with_officers(self, first: OfficerEntry, second: OfficerEntry) -> Desk:
        """The vault with real dossiers, by two officers together; raises VaultError."""
        from hardship_desk.storage import open_vault_by
        from hardship_desk.storage.officer_keys import OfficerKey
        from hardship_desk.storage.unlocking import by_officers

        one, other = (
            OfficerKey(file=Path(item.file), passphrase=item.passphrase) for item in (first, second)
        )
        clock = self._core.clock
        unlock = by_officers(self._own_vault, (one, other), clock)
        return self._own_desk(open_vault_by(self._own_vault, unlock, clock))

    def create_own(self, passphrase: str, name: str = "") -> Desk:
        """A new, empty vault for real dossiers; raises VaultError."""
        from hardship_desk.storage import create_vault

        return self._own_desk(
            create_vault(self._own_vault, passphrase, self._core.clock, name=name)
        )

    def own_backups(self) -> tuple[BackupInfo, ...]:
        """The copies of the vault with real dossiers, newest first."""
        from hardship_desk.storage import backups_of

        return backups_of(self._own_vault)

    def restore_own(self, backup: str) -> None:
        """Put a copy in the place of the vault with real dossiers, which is closed for it.

        Raises VaultError; then the vault is as it was.
        """
        from hardship_desk.storage import restore_vault

        if self._own is not None:
            self._own.close()
            self._own = None
        restore_vault(self._own_vault, backup, self._core.clock)

    def close(self) -> None:
        """Close every store that was opened."""
        while self._opened:
            self._opened.pop().close()
        self._core.spelling.end()
        self._core.plugins.close()

    def _own_desk(self, opened: OpenVault) -> Desk:
        """The desk on a vault, with the organisation's way in as its policy says."""
        policy = self._core.policy
        staff = Staff(user=opened.user, users=opened.keys.users)
        evidence = EvidenceFilesService.under(policy, opened.evidence_files, write_atomically)
        own = OwnParts(opened=opened, staff=staff, evidence=evidence)
        desk = _desk(self._core, own, is_practice=False)
        self._opened.append(opened)
        self._own = opened
        if policy.officers is not None and not opened.read_only:
            opened.keys.set_officers(policy.officers)
        return replace(
            desk,
            user=opened.user,
            keys=opened.keys,
            upkeep=opened.upkeep,
            privacy=_privacy(self._core, opened),
            law_work=desk.law_work.of_vault(opened.law_log, opened.user),
            organisation=_organisation(self._core, opened.user),
            settings=desk.settings.of_vault(opened.law_log, opened.user),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnParts:
    """What a vault has besides its dossiers: keys and cards, its users, and copies of evidence."""

    opened: OpenVault
    staff: Staff = field(default_factory=Staff)
    evidence: EvidenceFilesService = field(
        default_factory=lambda: EvidenceFilesService(None, write_atomically)
    )


def _desk(core: Core, own: OwnParts, *, is_practice: bool) -> Desk:
    repository: KeptCases = own.opened.cases
    watch = core.law.watch(core.engine)
    assessments = AssessmentService(repository, watch, core.organisation, core.texts, core.clock)
    cases = CaseService(
        repository, core.questionnaire, core.municipalities, core.clock, is_practice=is_practice
    )
    decisions = DecisionService(repository, assessments, core.snapshots, core.clock, own.staff)
    reporting = _reporting(core, repository, assessments, is_practice=is_practice)
    packages = package_tools(core, own.evidence, own.opened.contacts, is_practice=is_practice)
    return Desk(
        cases=cases,
        agenda=AgendaService(repository, core.questionnaire, core.clock),
        copying=CopyService(repository, core.questionnaire),
        manual=core.manual,
        spelling=core.spelling_for(repository),
        interview=InterviewService(repository, core.questionnaire),
        notes=NotesService(repository, core.questionnaire),
        stock_texts=StockTextService(core.engine, repository, core.questionnaire, core.clock),
        fact_sheets=_fact_sheets(core, repository),
        letters=LetterService(repository, reporting, _letter_tools(core)),
        drafts=DraftService(repository),
        assessments=assessments,
        decisions=decisions,
        reporting=reporting,
        header_lists=HeaderListService(cases, repository, core.questionnaire.types, read_rows),
        packages=PackageService(repository, cases, decisions, reporting, packages),
        organisation=_organisation(core, NOBODY),
        reference=ReferenceService(core.engine),
        toetsing=_toetsing(core, own.opened.loose_drafts),
        rekenhulpen=_rekenhulpen(core),
        readings=RulingReadings(core.organisation, core.clock),
        what_if=WhatIfService(core.questionnaire, core.engine, core.engine, core.organisation),
        switching=MunicipalitySwitch(repository, core.switch),
        questionnaire=core.questionnaire,
        texts=core.texts,
        clock=core.clock,
        is_practice=is_practice,
        policy=core.policy,
        policy_problems=core.policy_problems,
        evidence_files=own.evidence,
        plugins=core.plugins,
        laws=core.law.service,
        law_work=core.law.work(repository, core.engine, core.organisation),
        settings=core.settings,
    )


def _reporting(
    core: Core, repository: KeptCases, assessments: AssessmentService, *, is_practice: bool
) -> ReportingService:
    handover = _handover(core, is_practice=is_practice)
    return ReportingService(repository, assessments, core.snapshots, core.papers, handover)


def _handover(core: Core, *, is_practice: bool) -> Handover:
    """Practice decisions never reach the folder of a zaaksysteem."""
    folder = None if is_practice else core.policy.drop_folder
    return Handover(write=write_atomically, rsin=core.policy.rsin, folder=folder)


def _organisation(core: Core, user: VaultUser) -> OrganisationService:
    return OrganisationService(core.organisation, core.engine, core.clock, user)


def _toetsing(core: Core, drafts: LooseDraftStore) -> ToetsService:
    papers = OutsideFiles(core.papers, core.texts)
    return ToetsService(core.engine, core.questionnaire, papers, core.clock, ToetsDrafts(drafts))


def _rekenhulpen(core: Core) -> RekenhulpService:
    terms = TermLines(core.engine.provisions(), core.texts)
    return RekenhulpService(
        core.rekenhulpen, core.questionnaire, core.engine, core.organisation, terms
    )


def _privacy(core: Core, opened: OpenVault) -> PrivacyDesk:
    tools = subject_tools(opened.retention, core.papers.pdf, core.texts)
    cases, asked = opened.cases, core.questionnaire
    declaration = declaration_tools(core.papers, core.texts)
    return PrivacyDesk(
        retention=RetentionService(cases, opened.retention, core.engine, core.clock, declaration),
        access=SubjectAccessService(cases, tools, asked, core.clock),
        case_numbers=CaseNumberService(cases, write_atomically, core.clock, asked, core.texts),
    )
