"""The core of the program: questions, rules, sentences and papers, without any store.

Each part is made when it is first asked for, and what it takes is imported there (decision 24).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hardship_desk.assessment.texts import Texts
from hardship_desk.config import paths
from hardship_desk.config.files import write_atomically
from hardship_desk.config.parts import is_made, part
from hardship_desk.domain.clock import Clock, SystemClock
from hardship_desk.domain.ids import LANDELIJK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hardship_desk.assessment.engine import RuleEngine
    from hardship_desk.assessment.plugins.shelf import Shelf
    from hardship_desk.assessment.rekenhulp import Rekenhulp
    from hardship_desk.domain.policy import Policy
    from hardship_desk.exchange.case_file.reader import TomlCaseFileReader
    from hardship_desk.exchange.organisation_file import OrganisationFile
    from hardship_desk.exchange.policy_file import PolicyContent
    from hardship_desk.law_setup import LawKit
    from hardship_desk.questionnaire.model import Questionnaire
    from hardship_desk.questionnaire.toml_reader import FileProblem
    from hardship_desk.services.cases import Municipality
    from hardship_desk.services.evidence_files import EvidenceFilesService
    from hardship_desk.services.handing_over import Handover
    from hardship_desk.services.letter_heads import LetterHeads
    from hardship_desk.services.letters import LetterTools
    from hardship_desk.services.manual import Manual
    from hardship_desk.services.municipality_switch import SwitchComparison
    from hardship_desk.services.packages import PackageTools
    from hardship_desk.services.plugins import PluginService
    from hardship_desk.services.ports.contacts import ContactStore
    from hardship_desk.services.ports.papers import Papers
    from hardship_desk.services.settings_packages import SettingsPackages
    from hardship_desk.services.snapshots import SnapshotBuilder
    from hardship_desk.services.spelling import Spelling


def build_core(clock: Clock | None = None, *, safe_start: bool = False) -> Core:
    """Questions, rules and sentences; after a safe start national law only."""
    return Core(clock or SystemClock(), safe_start=safe_start)


class _Sources:
    """What is read from files: sentences, policy, plugins with the questions, settings."""

    def __init__(self, clock: Clock, *, safe_start: bool = False, begins: bool = False) -> None:
        """`begins` says that work begins here: with which law is then written down."""
        self.clock = clock
        self._safe_start = safe_start
        self._begins = begins
        self._resources = paths.resources_folder()

    @part
    def texts(self) -> Texts:
        """The sentences of the program."""
        return Texts.load_folder(self._resources / "texts")

    @part
    def policy_content(self) -> PolicyContent:
        """The file of the policy as it was read."""
        from hardship_desk.exchange.policy_file import read_policy

        return read_policy(paths.policy_paths())

    @part
    def policy(self) -> Policy:
        """What the organisation says of its vaults."""
        return self.policy_content.policy

    @property
    def policy_problems(self) -> tuple[FileProblem, ...]:
        """What is wrong with the file of the policy."""
        return self.policy_content.problems

    @part
    def _plugins_here(self) -> tuple[Shelf, PluginService]:
        from hardship_desk.plugin_setup import plugins_of_this_machine

        return plugins_of_this_machine(self._resources, self.policy, safe_start=self._safe_start)

    @property
    def shelf(self) -> Shelf:
        """National law, the plugins of this machine and all questions; raises if damaged."""
        return self._plugins_here[0]

    @property
    def plugins(self) -> PluginService:
        """The use cases around plugins."""
        return self._plugins_here[1]

    @property
    def is_read(self) -> bool:
        """Whether questions and rules were read."""
        return is_made(self, "engine")

    @part
    def municipality_names(self) -> Mapping[str, str]:
        """Names by code in the order of the names, national law alone before them."""
        from hardship_desk.exchange.municipality_file import read_municipalities

        named = read_municipalities(self._resources / "gemeentecodes.toml")
        national = {LANDELIJK: self.texts.get("engine.landelijk")}
        return national | {str(code): name for code, name in named.items()}

    @part
    def organisation(self) -> OrganisationFile:
        """What the organisation filled in."""
        from hardship_desk.exchange.organisation_file import OrganisationFile

        return OrganisationFile(paths.organisation_path(), write_atomically)

    @part
    def manual(self) -> Manual:
        """The manual."""
        from hardship_desk.services.manual import Manual

        return Manual.read(self._resources / "handleiding")

    @part
    def spelling(self) -> Spelling:
        """What knows how words are spelled."""
        from hardship_desk.services.spelling import Spelling, spelling_command

        return Spelling(spelling_command(self._resources / "spelling"))

    def close(self) -> None:
        """End what runs beside the program, where it was begun."""
        if is_made(self, "spelling"):
            self.spelling.end()
        if is_made(self, "_plugins_here"):
            self.plugins.close()


class Core(_Sources):
    """What every way of working shares: what was read, and what reasons with it."""

    @property
    def questionnaire(self) -> Questionnaire:
        """All questions."""
        return self.shelf.questionnaire

    @part
    def engine(self) -> RuleEngine:
        """The rules."""
        from hardship_desk.assessment.engine import RuleEngine

        return RuleEngine(self.questionnaire, self.shelf.plugins, self.texts)

    def read(self) -> None:
        """Have questions, rules and law at hand; the rules come last, for `is_read` looks at them."""
        _ = self.law, self.engine

    @part
    def municipalities(self) -> tuple[Municipality, ...]:
        """Every municipality one can choose."""
        from hardship_desk.plugin_setup import municipality_choices

        with_rules = self.engine.municipalities_with_rules()
        return municipality_choices(self.municipality_names, with_rules)

    @part
    def heads(self) -> LetterHeads:
        """Who a letter comes from."""
        from hardship_desk.services.letter_heads import LetterHeads

        return LetterHeads(self.organisation, self.shelf.plugins, self.clock)

    @part
    def snapshots(self) -> SnapshotBuilder:
        """Puts together all that was known of a decision."""
        from hardship_desk.config.version import program_version
        from hardship_desk.services.snapshots import SnapshotBuilder, SnapshotSources

        return SnapshotBuilder(
            SnapshotSources(
                questionnaire=self.questionnaire,
                rule_book=self.engine,
                organisation=self.heads,
                municipalities=self.municipalities,
                texts=self.texts,
                clock=self.clock,
                program_version=program_version(),
            )
        )

    @part
    def papers(self) -> Papers:
        """Makes documents."""
        from hardship_desk.paper_setup import make_papers

        return make_papers(self._resources / "fonts", self.texts)

    @part
    def rekenhulpen(self) -> tuple[Rekenhulp, ...]:
        """Calculations that need no dossier."""
        from hardship_desk.assessment.rekenhulp_reader import load_rekenhulpen

        return load_rekenhulpen(self._resources / "rekenhulpen", self.questionnaire)

    @part
    def switch(self) -> SwitchComparison:
        """What another municipality changes in a dossier."""
        from hardship_desk.services.municipality_switch import SwitchComparison

        return SwitchComparison(self.questionnaire, self.engine, self.heads)

    @part
    def law(self) -> LawKit:
        """Newer and earlier law."""
        from hardship_desk.law_setup import LawKit

        kit = LawKit(self.shelf, self._resources, self.policy, self.texts, self.clock)
        if self._begins:
            kit.begin()
        return kit

    @part
    def settings(self) -> SettingsPackages:
        """The settings of the organisation as a package."""
        from hardship_desk.law_setup import settings_packages

        return settings_packages(
            self.organisation, self.engine, self._resources, self.policy, self.clock
        )

    @property
    def reader(self) -> TomlCaseFileReader:
        """Reads case files against these questions."""
        from hardship_desk.exchange.case_file.reader import TomlCaseFileReader

        codes = (item.code for item in self.municipalities)
        return TomlCaseFileReader(self.questionnaire, codes, self.texts)


def package_tools(
    core: Core, evidence: EvidenceFilesService, contacts: ContactStore, *, is_practice: bool
) -> PackageTools:
    """What making and reading packages takes in one store."""
    from hardship_desk.config.version import program_version
    from hardship_desk.exchange.contact_card_file import ContactCardFile
    from hardship_desk.exchange.package.package_file import PackageFile
    from hardship_desk.exchange.package.used_values import UsedValuesText
    from hardship_desk.services.contacts import ContactService
    from hardship_desk.services.packages import PackageTools

    return PackageTools(
        format=PackageFile(),
        used=UsedValuesText(),
        organisation=core.organisation,
        papers=core.papers,
        clock=core.clock,
        program_version=program_version(),
        is_practice=is_practice,
        evidence=evidence,
        contacts=ContactService(contacts, ContactCardFile(), is_practice=is_practice),
    )


def letter_tools(core: Core) -> LetterTools:
    """What making letters takes."""
    from hardship_desk.services.letters import LetterTools

    return LetterTools(
        book=core.engine,
        organisation=core.organisation,
        papers=core.papers,
        write=write_atomically,
        questionnaire=core.questionnaire,
    )


def handover_of(core: Core, *, is_practice: bool) -> Handover:
    """Puts decisions in the folder of a zaaksysteem; practice decisions never go there."""
    from hardship_desk.services.handing_over import Handover

    folder = None if is_practice else core.policy.drop_folder
    return Handover(write=write_atomically, rsin=core.policy.rsin, folder=folder)
