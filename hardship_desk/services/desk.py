"""The desk: all use cases together, as the window gets them."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.policy import Policy
from hardship_desk.domain.users import NOBODY, VaultUser
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.questionnaire.toml_reader import FileProblem
from hardship_desk.services.agenda import AgendaService
from hardship_desk.services.assessments import AssessmentService
from hardship_desk.services.case_numbers import CaseNumberService
from hardship_desk.services.cases import CaseService
from hardship_desk.services.copying import CopyService
from hardship_desk.services.decisions import DecisionService
from hardship_desk.services.drafts import DraftService
from hardship_desk.services.evidence_files import EvidenceFilesService
from hardship_desk.services.fact_sheets import FactSheetService
from hardship_desk.services.header_lists import HeaderListService
from hardship_desk.services.interview import InterviewService
from hardship_desk.services.law_packages import LawPackageService
from hardship_desk.services.law_work import LawWork
from hardship_desk.services.letters import LetterService
from hardship_desk.services.manual import Manual
from hardship_desk.services.municipality_switch import MunicipalitySwitch
from hardship_desk.services.notes import NotesService
from hardship_desk.services.organisation import OrganisationService
from hardship_desk.services.packages import PackageService
from hardship_desk.services.plugins import PluginService
from hardship_desk.services.ports.keys import VaultKeys
from hardship_desk.services.ports.upkeep import VaultUpkeep
from hardship_desk.services.reference import ReferenceService
from hardship_desk.services.rekenhulpen import RekenhulpService
from hardship_desk.services.reporting import ReportingService
from hardship_desk.services.retention import RetentionService
from hardship_desk.services.ruling_readings import RulingReadings
from hardship_desk.services.settings_packages import SettingsPackages
from hardship_desk.services.spelling import SpellingService
from hardship_desk.services.stock_texts import StockTextService
from hardship_desk.services.subject_access import SubjectAccessService
from hardship_desk.services.toetsing import ToetsService
from hardship_desk.services.what_if import WhatIfService


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyDesk:
    """What can be done with a vault as a whole for the people in it."""

    retention: RetentionService
    access: SubjectAccessService
    case_numbers: CaseNumberService


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One open store with everything that can be done in it."""

    cases: CaseService
    agenda: AgendaService
    copying: CopyService
    manual: Manual
    interview: InterviewService
    notes: NotesService
    stock_texts: StockTextService
    drafts: DraftService
    assessments: AssessmentService
    decisions: DecisionService
    reporting: ReportingService
    letters: LetterService
    fact_sheets: FactSheetService
    header_lists: HeaderListService
    packages: PackageService
    organisation: OrganisationService
    reference: ReferenceService
    toetsing: ToetsService
    rekenhulpen: RekenhulpService
    what_if: WhatIfService
    readings: RulingReadings
    plugins: PluginService
    laws: LawPackageService
    law_work: LawWork
    settings: SettingsPackages
    switching: MunicipalitySwitch
    spelling: SpellingService
    questionnaire: Questionnaire
    texts: Texts
    clock: Clock
    is_practice: bool
    user: VaultUser = NOBODY
    keys: VaultKeys | None = None
    upkeep: VaultUpkeep | None = None
    policy: Policy = Policy()
    policy_problems: tuple[FileProblem, ...] = ()
    privacy: PrivacyDesk | None = None
    evidence_files: EvidenceFilesService | None = None
