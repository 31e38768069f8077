"""Joins what keeps the law of this machine up to date: packages, whose word counts, trying them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hardship_desk.assessment.engine import RuleEngine
from hardship_desk.assessment.law.changes import law_changes
from hardship_desk.assessment.law.history import LawInUse, LawSource, LawSteps, law_with
from hardship_desk.assessment.law.package import (
    PACKAGE_MANIFEST,
    SIGNATURE,
    ReadPackage,
    Signed,
    read_package,
    with_file_list,
)
from hardship_desk.assessment.plugins.files import read_files
from hardship_desk.assessment.plugins.loader import LoadedPlugins, ReadPlugin, read_plugin
from hardship_desk.assessment.plugins.manifest import NATIONAL
from hardship_desk.assessment.plugins.shelf import Shelf, national_law
from hardship_desk.assessment.texts import Texts
from hardship_desk.config import paths
from hardship_desk.config.files import write_atomically
from hardship_desk.domain.clock import Clock, SystemClock
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.policy import Policy
from hardship_desk.exchange.case_file.reader import TomlCaseFileReader
from hardship_desk.exchange.law_keys_file import LAW, ORGANISATION, read_law_keys
from hardship_desk.exchange.law_package_store import LawPackageFiles
from hardship_desk.exchange.municipality_file import read_municipalities
from hardship_desk.exchange.policy_file import read_policy
from hardship_desk.exchange.settings_package import SettingsPackageFile
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.toml_reader import FileProblem, ProblemList
from hardship_desk.services.law_impact import LawImpact
from hardship_desk.services.law_packages import (
    LawPackageParts,
    LawPackageService,
    TryLaw,
    packed,
    zipped,
)
from hardship_desk.services.law_reassessment import LawComparison, LawWatch, OtherLaw
from hardship_desk.services.law_work import LawWork
from hardship_desk.services.ports.case_files import CaseFile
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.organisation import OrganisationFacts, OrganisationStore
from hardship_desk.services.ports.rules import RuleBook, RuleRunner
from hardship_desk.services.settings_packages import SettingsPackages

if TYPE_CHECKING:
    from hardship_desk.cli.wetspakket import PackageSigner, PackageTools

EXAMPLES = "voorbeelden"
UNREADABLE = "wetspakket_onbruikbaar"


def law_of_this_machine(resources: Path, policy: Policy) -> LawSource:
    """Gives the law in use: as shipped, with the package that was taken in last."""
    store = law_package_store()

    def law(shipped: ReadPlugin) -> LawInUse:
        try:
            active = store.steps().active
        except HardshipDeskError:
            return LawInUse(law=shipped, problem=UNREADABLE)
        return law_with(shipped, active, stored_packages(store, resources, policy))

    return law


def stored_packages(
    store: LawPackageFiles, resources: Path, policy: Policy
) -> Callable[[str, ReadPlugin], ReadPackage]:
    """Reads a package that lies on this machine by its name."""
    signed = trusted_signature(resources, policy)
    return lambda name, national: read_package(store.file_of(name), national, signed)


class LawKit:
    """Everything about newer law that the desks share."""

    def __init__(
        self, shelf: Shelf, resources: Path, policy: Policy, texts: Texts, clock: Clock
    ) -> None:
        self._clock = clock
        self._texts = texts
        self._rules = LawRules(shelf, texts, resources, policy)
        self._comparison = LawComparison(shelf.questionnaire, texts)
        self.service = law_package_service(shelf.laws, resources, policy, texts, clock)

    def begin(self) -> None:
        """Note with which law work begins now."""
        self._rules.begin(self._clock)

    def watch(self, rules: RuleRunner) -> LawWatch:
        """The rules of now, with a warning for dossiers that were begun under other law."""
        return LawWatch(rules, self._rules.earlier, self._comparison, self._texts)

    def work(
        self, cases: CaseRepository, rules: RuleRunner, organisation: OrganisationFacts
    ) -> LawWork:
        """Changing the law from a store with these dossiers."""
        impact = LawImpact(cases, rules, self._rules.of, organisation, self._comparison)
        return LawWork(service=self.service, impact=impact)


class LawRules:
    """Rules with other states of national law; the plugins of municipalities are those in use."""

    def __init__(self, shelf: Shelf, texts: Texts, resources: Path, policy: Policy) -> None:
        self._shelf = shelf
        self._texts = texts
        self._store = law_package_store()
        self._read = stored_packages(self._store, resources, policy)
        self._steps = LawSteps()
        self._known: dict[str, OtherLaw | None] = {}

    def begin(self, clock: Clock) -> None:
        """Note with which law work begins now; where that cannot be written, it is tried next time."""
        try:
            self._steps = self._store.steps().begin(clock.now())
            self._store.begin(clock.now())
        except HardshipDeskError:
            return

    def of(self, law: LawInUse) -> RuleEngine:
        """The rules of this machine with that law."""
        shelf = self._shelf
        local = (item for item in shelf.plugins.plugins if item.manifest.gemeentecodes)
        national = national_law(law)
        plugins = LoadedPlugins(
            plugins=(*national.plugins, *local), problems=shelf.plugins.problems
        )
        return RuleEngine(shelf.questionnaire, plugins, self._texts)

    def earlier(self, moment: datetime) -> OtherLaw | None:
        """The rules with the law of that moment; None where it is the law of this start."""
        name = self._steps.at(moment)
        if name == self._steps.active:
            return None
        if name not in self._known:
            self._known[name] = self._other(name)
        return self._known[name]

    def _other(self, name: str) -> OtherLaw | None:
        shipped, in_use = self._shelf.laws
        law = law_with(shipped, name, self._read)
        if law.problem == UNREADABLE:
            return None
        last = self._steps.steps[-1]
        changes = law_changes(law.law, in_use.law)
        return OtherLaw(rules=self.of(law), changes=changes, since=last.begun or last.at)


def law_package_store() -> LawPackageFiles:
    """Where the packages of this user lie."""
    return LawPackageFiles(paths.law_packages_folder(), write_atomically)


def trusted_signature(resources: Path, policy: Policy, purpose: bytes = LAW) -> Signed:
    """Tells whether a package bears the signature of the makers or of the organisation.

    The makers sign law; settings are the organisation's own.
    """

    def check(manifest: bytes, signature: bytes) -> str:
        # Loads what knows signatures when there is one to look at: most starts have none.
        from hardship_desk.exchange.package_signing import signed_by

        makers = read_law_keys(resources / "wet_sleutels.toml") if purpose == LAW else ()
        return signed_by((*makers, *policy.law_keys), purpose)(manifest, signature)

    return check


def settings_packages(
    store: OrganisationStore, rules: RuleBook, resources: Path, policy: Policy, clock: Clock
) -> SettingsPackages:
    """Giving the settings of the organisation along, and taking them in."""
    return SettingsPackages(
        store=store,
        format=SettingsPackageFile(trusted_signature(resources, policy, ORGANISATION)),
        asked=rules.open_parameters,
        write=write_atomically,
        clock=clock,
    )


def law_package_service(
    laws: tuple[ReadPlugin, LawInUse], resources: Path, policy: Policy, texts: Texts, clock: Clock
) -> LawPackageService:
    """The use cases around packages of law; `laws` is the law as shipped and the law in use."""
    shipped, in_use = laws
    return LawPackageService(
        LawPackageParts(
            store=law_package_store(),
            shipped=shipped,
            in_use=in_use,
            signed=trusted_signature(resources, policy),
            try_law=on_examples(resources, texts),
            clock=clock,
            folder=policy.law_folder,
        )
    )


def package_tools(work: Callable[[str], LawWork]) -> PackageTools:
    """What the commands around packages take; `work` opens the own vault where that is asked."""
    from getpass import getpass

    from hardship_desk.cli.wetspakket import PackageTools

    resources = paths.resources_folder()
    texts = Texts.load_folder(resources / "texts")
    policy = read_policy(paths.policy_paths()).policy
    shipped = read_plugin(paths.plugins_folder() / NATIONAL)
    laws = (shipped, law_of_this_machine(resources, policy)(shipped))
    return PackageTools(
        service=law_package_service(laws, resources, policy, texts, SystemClock()),
        signer=package_signer(),
        write=write_atomically,
        texts=texts,
        ask=getpass,
        work=work,
    )


def package_signer() -> PackageSigner:
    """Packs packages, and signs them with a key file."""
    from hardship_desk.cli.wetspakket import PackageSigner
    from hardship_desk.exchange.package_signing import signature_of
    from hardship_desk.exchange.plugin_list_file import make_key_file, open_key_file

    def make_key(file: Path, passphrase: str) -> bytes:
        return make_key_file(file, passphrase, write_atomically)

    def pack(path: Path) -> bytes:
        return packed(read_files(path, ProblemList(), PACKAGE_MANIFEST))

    def sign(path: Path, key: Path, passphrase: str) -> bytes:
        private = open_key_file(key, passphrase)
        files = with_file_list(read_files(path, ProblemList(), PACKAGE_MANIFEST))
        signature = signature_of(files.contents[PACKAGE_MANIFEST], private, LAW)
        return zipped(replace(files, contents={**files.contents, SIGNATURE: signature}))

    return PackageSigner(make_key=make_key, packed=pack, signed=sign)


def on_examples(resources: Path, texts: Texts) -> TryLaw:
    """Runs national rules on the shipped examples: a rule that fails there would fail at work."""

    def try_law(in_use: LawInUse) -> tuple[FileProblem, ...]:
        plugins = national_law(in_use)
        questionnaire = load_questionnaire(resources / "questionnaires", plugins.parts)
        engine = RuleEngine(questionnaire, plugins, texts)
        codes = read_municipalities(resources / "gemeentecodes.toml")
        reader = TomlCaseFileReader(questionnaire, codes, texts)
        found = dict.fromkeys(_failures(engine, reader, resources / EXAMPLES))
        return tuple(FileProblem("wetspakket", name, f"rules_fail {code}") for name, code in found)

    return try_law


def _failures(
    engine: RuleEngine, reader: TomlCaseFileReader, examples: Path
) -> Iterator[tuple[str, str]]:
    for path in sorted(examples.glob("*.toml")):
        found = reader.read(path)
        if not isinstance(found, CaseFile):
            continue
        for decision in found.case.decisions:
            assessed = engine.assess(found.case, decision.id, ParameterTable())
            for problem in assessed.problems:
                yield path.stem, f"{problem.code} {problem.detail}".strip()
