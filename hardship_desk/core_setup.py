"""The core of the program: questions, rules, sentences and papers, without any store."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.assessment.engine import RuleEngine
from hardship_desk.assessment.rekenhulp import Rekenhulp
from hardship_desk.assessment.rekenhulp_reader import load_rekenhulpen
from hardship_desk.assessment.texts import Texts
from hardship_desk.config import paths
from hardship_desk.config.files import write_atomically
from hardship_desk.config.version import program_version
from hardship_desk.domain.clock import Clock, SystemClock
from hardship_desk.domain.policy import Policy
from hardship_desk.exchange.case_file.reader import TomlCaseFileReader
from hardship_desk.exchange.organisation_file import OrganisationFile
from hardship_desk.exchange.policy_file import read_policy
from hardship_desk.law_setup import LawKit, settings_packages
from hardship_desk.paper_setup import make_papers
from hardship_desk.plugin_setup import municipality_choices, plugins_of_this_machine
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.questionnaire.toml_reader import FileProblem
from hardship_desk.services.cases import Municipality
from hardship_desk.services.contacts import ContactService
from hardship_desk.services.evidence_files import EvidenceFilesService
from hardship_desk.services.letter_heads import LetterHeads
from hardship_desk.services.manual import Manual
from hardship_desk.services.municipality_switch import SwitchComparison
from hardship_desk.services.packages import PackageTools
from hardship_desk.services.plugins import PluginService
from hardship_desk.services.ports.contacts import ContactStore
from hardship_desk.services.ports.own_texts import OwnTextStore
from hardship_desk.services.ports.papers import Papers
from hardship_desk.services.settings_packages import SettingsPackages
from hardship_desk.services.snapshots import SnapshotBuilder, SnapshotSources
from hardship_desk.services.spelling import Spelling, SpellingService, spelling_command


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """What every way of working shares: questions, rules, sentences, municipalities."""

    questionnaire: Questionnaire
    engine: RuleEngine
    texts: Texts
    municipalities: tuple[Municipality, ...]
    organisation: OrganisationFile
    clock: Clock
    snapshots: SnapshotBuilder
    papers: Papers
    policy: Policy
    policy_problems: tuple[FileProblem, ...]
    rekenhulpen: tuple[Rekenhulp, ...]
    plugins: PluginService
    switch: SwitchComparison
    law: LawKit
    settings: SettingsPackages
    manual: Manual
    spelling: Spelling

    def spelling_for(self, own: OwnTextStore) -> SpellingService:
        """Spelling, with the words that are kept in a store."""
        return SpellingService(self.spelling, own)

    @property
    def reader(self) -> TomlCaseFileReader:
        """Reads case files against these questions."""
        codes = (item.code for item in self.municipalities)
        return TomlCaseFileReader(self.questionnaire, codes, self.texts)


def build_core(clock: Clock | None = None, *, safe_start: bool = False) -> Core:
    """Load questions, rules and sentences; after a safe start national law only. Raises if damaged."""
    resources = paths.resources_folder()
    texts = Texts.load_folder(resources / "texts")
    policy = (content := read_policy(paths.policy_paths())).policy
    shelf, plugin_service = plugins_of_this_machine(resources, policy, safe_start=safe_start)
    engine = RuleEngine(shelf.questionnaire, shelf.plugins, texts)
    municipalities = municipality_choices(resources, engine.municipalities_with_rules(), texts)
    organisation = OrganisationFile(paths.organisation_path(), write_atomically)
    used_clock = clock or SystemClock()
    heads = LetterHeads(organisation, shelf.plugins, used_clock)
    sources = SnapshotSources(
        questionnaire=shelf.questionnaire,
        rule_book=engine,
        organisation=heads,
        municipalities=municipalities,
        texts=texts,
        clock=used_clock,
        program_version=program_version(),
    )
    return Core(
        questionnaire=shelf.questionnaire,
        engine=engine,
        texts=texts,
        municipalities=municipalities,
        organisation=organisation,
        clock=used_clock,
        snapshots=SnapshotBuilder(sources),
        papers=make_papers(resources / "fonts", texts),
        policy=policy,
        policy_problems=content.problems,
        rekenhulpen=load_rekenhulpen(resources / "rekenhulpen", shelf.questionnaire),
        plugins=plugin_service,
        switch=SwitchComparison(shelf.questionnaire, engine, heads),
        law=LawKit(shelf, resources, policy, texts, used_clock),
        manual=Manual.read(resources / "handleiding"),
        spelling=Spelling(spelling_command(resources / "spelling")),
        settings=settings_packages(organisation, engine, resources, policy, used_clock),
    )


def package_tools(
    core: Core, evidence: EvidenceFilesService, contacts: ContactStore, *, is_practice: bool
) -> PackageTools:
    """What making and reading packages takes in one store."""
    from hardship_desk.exchange.contact_card_file import ContactCardFile
    from hardship_desk.exchange.package.package_file import PackageFile
    from hardship_desk.exchange.package.used_values import UsedValuesText

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
