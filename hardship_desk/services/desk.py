"""The desk: all use cases together, as the window gets them.

Each part is made when it is first asked for (decision 24), so this names them and imports none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hardship_desk.assessment.texts import Texts
    from hardship_desk.domain.clock import Clock
    from hardship_desk.domain.policy import Policy
    from hardship_desk.domain.users import VaultUser
    from hardship_desk.questionnaire.model import Questionnaire
    from hardship_desk.questionnaire.toml_reader import FileProblem
    from hardship_desk.services.agenda import AgendaService
    from hardship_desk.services.assessments import AssessmentService
    from hardship_desk.services.case_lists import CaseLists
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


class StoreParts(Protocol):
    """The store itself: what it is, who opened it and what holds for it."""

    @property
    def is_practice(self) -> bool:
        """Whether it is the store to practise in."""

    @property
    def lists(self) -> CaseLists:
        """The dossiers as lists; needs neither questions nor rules."""

    @property
    def texts(self) -> Texts:
        """The sentences of the program."""

    @property
    def clock(self) -> Clock:
        """The time."""

    @property
    def policy(self) -> Policy:
        """What the organisation says of its vaults."""

    @property
    def policy_problems(self) -> tuple[FileProblem, ...]:
        """What is wrong with the file of the policy."""

    @property
    def user(self) -> VaultUser:
        """Who has it open."""

    @property
    def keys(self) -> VaultKeys | None:
        """Who can open it; None where everybody can."""

    @property
    def upkeep(self) -> VaultUpkeep | None:
        """Copies and checks of the vault."""

    @property
    def privacy(self) -> PrivacyDesk | None:
        """Terms, access and destruction."""

    @property
    def evidence_files(self) -> EvidenceFilesService:
        """Copies of evidence in the vault."""


class DossierParts(Protocol):
    """Work on one dossier, up to the rules."""

    @property
    def questionnaire(self) -> Questionnaire:
        """The questions; with them the plugins of this machine are read."""

    @property
    def cases(self) -> CaseService:
        """Dossiers: make, open, change."""

    @property
    def agenda(self) -> AgendaService:
        """What has to happen when, and where the work stopped."""

    @property
    def copying(self) -> CopyService:
        """Answers of another decision, to copy."""

    @property
    def interview(self) -> InterviewService:
        """Questions and answers."""

    @property
    def notes(self) -> NotesService:
        """The kladblok."""

    @property
    def drafts(self) -> DraftService:
        """What was typed and not saved."""

    @property
    def stock_texts(self) -> StockTextService:
        """Texts to use again."""

    @property
    def spelling(self) -> SpellingService:
        """Which words are spelled wrong."""

    @property
    def header_lists(self) -> HeaderListService:
        """Dossiers of a list."""

    @property
    def switching(self) -> MunicipalitySwitch:
        """Moving a dossier to another municipality."""

    @property
    def manual(self) -> Manual:
        """The manual."""


class JudgingParts(Protocol):
    """Rules, reference and calculations."""

    @property
    def assessments(self) -> AssessmentService:
        """What the rules say of a decision."""

    @property
    def decisions(self) -> DecisionService:
        """Weighing, reading along and adopting."""

    @property
    def reference(self) -> ReferenceService:
        """Law and rulings to look up."""

    @property
    def readings(self) -> RulingReadings:
        """Which rulings were read again."""

    @property
    def rekenhulpen(self) -> RekenhulpService:
        """Calculations without a dossier."""

    @property
    def what_if(self) -> WhatIfService:
        """What another answer would change."""

    @property
    def toetsing(self) -> ToetsService:
        """A motivation of elsewhere, checked."""


class PaperParts(Protocol):
    """What goes out, and comes in."""

    @property
    def reporting(self) -> ReportingService:
        """Reports and files."""

    @property
    def letters(self) -> LetterService:
        """Letters besides the decision."""

    @property
    def fact_sheets(self) -> FactSheetService:
        """A sheet of facts for the inwoner."""

    @property
    def packages(self) -> PackageService:
        """Packages for a colleague."""


class MachineParts(Protocol):
    """What is set on this machine."""

    @property
    def organisation(self) -> OrganisationService:
        """What the organisation filled in."""

    @property
    def settings(self) -> SettingsPackages:
        """The settings of the organisation as a package."""

    @property
    def plugins(self) -> PluginService:
        """The plugins that lie here."""

    @property
    def laws(self) -> LawPackageService:
        """How far the law goes, and newer law."""

    @property
    def law_work(self) -> LawWork:
        """Changing the law, and what that touches."""


class Desk(StoreParts, DossierParts, JudgingParts, PaperParts, MachineParts, Protocol):
    """One open store with everything that can be done in it.

    Making a part may take as long as reading all questions and rules: ask for it where it is used,
    and beside the window what nobody waits for.
    """

    @property
    def is_read(self) -> bool:
        """Whether questions and rules were read, so that asking for a part takes no time."""

    def read(self) -> None:
        """Read questions and rules now, so that nobody waits for them later."""
