"""The desks: on the store to practise in, and on a vault with real dossiers (decision 24)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hardship_desk.config.files import write_atomically
from hardship_desk.config.parts import part
from hardship_desk.desk_parts import PaperParts
from hardship_desk.domain.overriding import override

if TYPE_CHECKING:
    from hardship_desk.core_setup import Core
    from hardship_desk.services.desk import PrivacyDesk
    from hardship_desk.services.evidence_files import EvidenceFilesService
    from hardship_desk.services.law_packages import LawPackageService
    from hardship_desk.services.law_work import LawWork
    from hardship_desk.services.organisation import OrganisationService
    from hardship_desk.services.plugins import PluginService
    from hardship_desk.services.ports.upkeep import VaultUpkeep
    from hardship_desk.services.settings_packages import SettingsPackages
    from hardship_desk.services.staff import Staff
    from hardship_desk.storage import OpenVault


class PracticeDesk(PaperParts):
    """The desk on the store to practise in: nobody signs in, and nothing real goes out."""

    @part
    def organisation(self) -> OrganisationService:
        """What the organisation filled in."""
        from hardship_desk.services.organisation import OrganisationService

        core = self._core
        return OrganisationService(core.organisation, core.engine, core.clock, self.user)

    @property
    def plugins(self) -> PluginService:
        """The plugins that lie here."""
        return self._core.plugins

    @property
    def laws(self) -> LawPackageService:
        """How far the law goes, and newer law."""
        return self._core.law.service

    @part
    def law_work(self) -> LawWork:
        """Changing the law, and what that touches."""
        core = self._core
        return core.law.work(self._kept, core.engine, core.organisation)

    @part
    def settings(self) -> SettingsPackages:
        """The settings of the organisation as a package."""
        return self._core.settings


class OwnDesk(PracticeDesk):
    """The desk on a vault with real dossiers, for who opened it."""

    is_practice = False

    def __init__(self, core: Core, opened: OpenVault) -> None:
        super().__init__(core, opened)
        self.user = opened.user
        self.keys = opened.keys

    @override
    @part
    def upkeep(self) -> VaultUpkeep:
        """Copies and checks of the vault."""
        return self._opened.upkeep

    @override
    @part
    def privacy(self) -> PrivacyDesk:
        """Terms, access and destruction."""
        from hardship_desk.paper_setup import declaration_tools, subject_tools
        from hardship_desk.services.case_numbers import CaseNumberService
        from hardship_desk.services.desk import PrivacyDesk
        from hardship_desk.services.retention import RetentionService
        from hardship_desk.services.subject_access import SubjectAccessService

        core, kept, asked = self._core, self._kept, self.questionnaire
        retention = self._opened.retention
        declaration = declaration_tools(core.papers, core.texts)
        tools = subject_tools(retention, core.papers.pdf, core.texts)
        return PrivacyDesk(
            retention=RetentionService(kept, retention, core.engine, core.clock, declaration),
            access=SubjectAccessService(kept, tools, asked, core.clock),
            case_numbers=CaseNumberService(
                self._opened.cases, write_atomically, core.clock, asked, core.texts
            ),
        )

    @override
    @part
    def evidence_files(self) -> EvidenceFilesService:
        """Copies of evidence, as the policy says."""
        from hardship_desk.services.evidence_files import EvidenceFilesService

        kept = self._opened.evidence_files
        return EvidenceFilesService.under(self.policy, kept, write_atomically)

    @override
    @part
    def law_work(self) -> LawWork:
        """Changing the law, written down in the vault."""
        core = self._core
        work = core.law.work(self._kept, core.engine, core.organisation)
        return work.of_vault(self._opened.law_log, self.user)

    @override
    @part
    def settings(self) -> SettingsPackages:
        """The settings of the organisation, written down in the vault."""
        return self._core.settings.of_vault(self._opened.law_log, self.user)

    @override
    @part
    def _staff(self) -> Staff:
        from hardship_desk.services.staff import Staff

        return Staff(user=self.user, users=self._opened.keys.users)
