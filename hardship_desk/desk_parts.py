"""What the parts of a desk on an open store are made of (decision 24)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hardship_desk.config.files import write_atomically
from hardship_desk.config.parts import part
from hardship_desk.domain.users import NOBODY, VaultUser

if TYPE_CHECKING:
    from hardship_desk.assessment.texts import Texts
    from hardship_desk.core_setup import Core
    from hardship_desk.domain.clock import Clock
    from hardship_desk.domain.policy import Policy
    from hardship_desk.questionnaire.model import Questionnaire
    from hardship_desk.questionnaire.toml_reader import FileProblem
    from hardship_desk.services.agenda import AgendaService
    from hardship_desk.services.assessments import AssessmentService
    from hardship_desk.services.case_lists import CaseLists
    from hardship_desk.services.cases import CaseService
    from hardship_desk.services.copying import CopyService
    from hardship_desk.services.decisions import DecisionService
    from hardship_desk.services.desk import PrivacyDesk
    from hardship_desk.services.drafts import DraftService
    from hardship_desk.services.evidence_files import EvidenceFilesService
    from hardship_desk.services.fact_sheets import FactSheetService
    from hardship_desk.services.header_lists import HeaderListService
    from hardship_desk.services.interview import InterviewService
    from hardship_desk.services.letters import LetterService
    from hardship_desk.services.manual import Manual
    from hardship_desk.services.municipality_switch import MunicipalitySwitch
    from hardship_desk.services.notes import NotesService
    from hardship_desk.services.packages import PackageService
    from hardship_desk.services.ports.agenda import KeptCases
    from hardship_desk.services.ports.keys import VaultKeys
    from hardship_desk.services.ports.upkeep import VaultUpkeep
    from hardship_desk.services.reference import ReferenceService
    from hardship_desk.services.rekenhulpen import RekenhulpService
    from hardship_desk.services.reporting import ReportingService
    from hardship_desk.services.ruling_readings import RulingReadings
    from hardship_desk.services.spelling import SpellingService
    from hardship_desk.services.staff import Staff
    from hardship_desk.services.stock_texts import StockTextService
    from hardship_desk.services.toetsing import ToetsService
    from hardship_desk.services.what_if import WhatIfService
    from hardship_desk.storage import OpenVault


class StoreParts:
    """The store itself: what it is, who opened it and what holds for it."""

    is_practice = True
    user: VaultUser = NOBODY
    keys: VaultKeys | None = None
    upkeep: VaultUpkeep | None = None
    privacy: PrivacyDesk | None = None

    def __init__(self, core: Core, opened: OpenVault) -> None:
        self._core = core
        self._opened = opened

    @property
    def texts(self) -> Texts:
        """The sentences of the program."""
        return self._core.texts

    @property
    def clock(self) -> Clock:
        """The time."""
        return self._core.clock

    @property
    def policy(self) -> Policy:
        """What the organisation says of its vaults."""
        return self._core.policy

    @property
    def policy_problems(self) -> tuple[FileProblem, ...]:
        """What is wrong with the file of the policy."""
        return self._core.policy_problems

    @property
    def is_read(self) -> bool:
        """Whether questions and rules were read."""
        return self._core.is_read

    def read(self) -> None:
        """Read questions and rules, and what is told when they are there."""
        _ = self.evidence_files, self.policy_problems
        self._core.read()

    @part
    def lists(self) -> CaseLists:
        """The dossiers as lists; needs neither questions nor rules."""
        from hardship_desk.services.case_lists import CaseLists

        core = (
            self._core
        )  # not through the desk: a ring would keep a dropped desk, and its vault, alive
        return CaseLists(self._opened.listed, lambda: core.municipality_names)

    @part
    def evidence_files(self) -> EvidenceFilesService:
        """Copies of evidence; a practice store keeps none."""
        from hardship_desk.services.evidence_files import EvidenceFilesService

        return EvidenceFilesService(None, write_atomically)

    @part
    def _staff(self) -> Staff:
        from hardship_desk.services.staff import Staff

        return Staff()

    @property
    def _kept(self) -> KeptCases:
        return self._opened.cases


class DossierParts(StoreParts):
    """Work on one dossier, up to the rules."""

    @property
    def questionnaire(self) -> Questionnaire:
        """The questions."""
        return self._core.questionnaire

    @property
    def manual(self) -> Manual:
        """The manual."""
        return self._core.manual

    @part
    def cases(self) -> CaseService:
        """Dossiers: make, open, change."""
        from hardship_desk.services.cases import CaseService

        core = self._core
        return CaseService(
            self._kept,
            core.questionnaire,
            core.municipalities,
            core.clock,
            is_practice=self.is_practice,
        )

    @part
    def agenda(self) -> AgendaService:
        """What has to happen when, and where the work stopped."""
        from hardship_desk.services.agenda import AgendaService

        return AgendaService(self._kept, self.questionnaire, self.clock)

    @part
    def copying(self) -> CopyService:
        """Answers of another decision, to copy."""
        from hardship_desk.services.copying import CopyService

        return CopyService(self._kept, self.questionnaire)

    @part
    def interview(self) -> InterviewService:
        """Questions and answers."""
        from hardship_desk.services.interview import InterviewService

        return InterviewService(self._kept, self.questionnaire)

    @part
    def notes(self) -> NotesService:
        """The kladblok."""
        from hardship_desk.services.notes import NotesService

        return NotesService(self._kept, self.questionnaire)

    @part
    def drafts(self) -> DraftService:
        """What was typed and not saved."""
        from hardship_desk.services.drafts import DraftService

        return DraftService(self._kept)

    @part
    def stock_texts(self) -> StockTextService:
        """Texts to use again."""
        from hardship_desk.services.stock_texts import StockTextService

        return StockTextService(self._core.engine, self._kept, self.questionnaire, self.clock)

    @part
    def spelling(self) -> SpellingService:
        """Which words are spelled wrong."""
        from hardship_desk.services.spelling import SpellingService

        return SpellingService(self._core.spelling, self._kept)

    @part
    def header_lists(self) -> HeaderListService:
        """Dossiers of a list."""
        from hardship_desk.exchange.header_file import read_rows
        from hardship_desk.services.header_lists import HeaderListService

        return HeaderListService(self.cases, self._kept, self.questionnaire.types, read_rows)

    @part
    def switching(self) -> MunicipalitySwitch:
        """Moving a dossier to another municipality."""
        from hardship_desk.services.municipality_switch import MunicipalitySwitch

        return MunicipalitySwitch(self._kept, self._core.switch)


class JudgingParts(DossierParts):
    """Rules, reference and calculations."""

    @part
    def assessments(self) -> AssessmentService:
        """What the rules say of a decision."""
        from hardship_desk.services.assessments import AssessmentService

        core = self._core
        watch = core.law.watch(core.engine)
        return AssessmentService(self._kept, watch, core.organisation, core.texts, core.clock)

    @part
    def decisions(self) -> DecisionService:
        """Weighing, reading along and adopting."""
        from hardship_desk.services.decisions import DecisionService

        core = self._core
        return DecisionService(
            self._kept, self.assessments, core.snapshots, core.clock, self._staff
        )

    @part
    def reference(self) -> ReferenceService:
        """Law and rulings to look up."""
        from hardship_desk.services.reference import ReferenceService

        return ReferenceService(self._core.engine)

    @part
    def readings(self) -> RulingReadings:
        """Which rulings were read again."""
        from hardship_desk.services.ruling_readings import RulingReadings

        return RulingReadings(self._core.organisation, self.clock)

    @part
    def rekenhulpen(self) -> RekenhulpService:
        """Calculations without a dossier."""
        from hardship_desk.assessment.term_lines import TermLines
        from hardship_desk.services.rekenhulpen import RekenhulpService

        core = self._core
        terms = TermLines(core.engine.provisions(), core.texts)
        return RekenhulpService(
            core.rekenhulpen, core.questionnaire, core.engine, core.organisation, terms
        )

    @part
    def what_if(self) -> WhatIfService:
        """What another answer would change."""
        from hardship_desk.services.what_if import WhatIfService

        core = self._core
        return WhatIfService(core.questionnaire, core.engine, core.engine, core.organisation)

    @part
    def toetsing(self) -> ToetsService:
        """A motivation of elsewhere, checked."""
        from hardship_desk.paper_setup import OutsideFiles
        from hardship_desk.services.toets_drafts import ToetsDrafts
        from hardship_desk.services.toetsing import ToetsService

        core, drafts = self._core, ToetsDrafts(self._opened.loose_drafts)
        papers = OutsideFiles(core.papers, core.texts)
        return ToetsService(core.engine, core.questionnaire, papers, core.clock, drafts)


class PaperParts(JudgingParts):
    """What goes out, and comes in."""

    @part
    def reporting(self) -> ReportingService:
        """Reports and files."""
        from hardship_desk.core_setup import handover_of
        from hardship_desk.services.reporting import ReportingService

        core, handover = self._core, handover_of(self._core, is_practice=self.is_practice)
        return ReportingService(self._kept, self.assessments, core.snapshots, core.papers, handover)

    @part
    def letters(self) -> LetterService:
        """Letters besides the decision."""
        from hardship_desk.core_setup import letter_tools
        from hardship_desk.services.letters import LetterService

        return LetterService(self._kept, self.reporting, letter_tools(self._core))

    @part
    def fact_sheets(self) -> FactSheetService:
        """A sheet of facts for the inwoner."""
        from hardship_desk.services.fact_sheets import FactSheetService

        return FactSheetService(self._kept, self.notes, self.texts.get("brief.feitenblad.kanaal"))

    @part
    def packages(self) -> PackageService:
        """Packages for a colleague."""
        from hardship_desk.core_setup import package_tools
        from hardship_desk.services.packages import PackageService

        contacts, practice = self._opened.contacts, self.is_practice
        tools = package_tools(self._core, self.evidence_files, contacts, is_practice=practice)
        return PackageService(self._kept, self.cases, self.decisions, self.reporting, tools)
