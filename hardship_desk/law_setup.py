"""Joins what keeps the law of this machine up to date: packages, whose word counts, trying them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hardship_desk.assessment.engine import RuleEngine
from hardship_desk.assessment.law_history import SHIPPED, LawInUse, LawSource, law_with
from hardship_desk.assessment.law_package import (
    PACKAGE_MANIFEST,
    SIGNATURE,
    ReadPackage,
    Signed,
    read_package,
    with_file_list,
)
from hardship_desk.assessment.plugin_files import read_files
from hardship_desk.assessment.plugin_loader import ReadPlugin, read_plugin
from hardship_desk.assessment.plugin_manifest import NATIONAL
from hardship_desk.assessment.plugin_shelf import national_law
from hardship_desk.assessment.texts import Texts
from hardship_desk.cli.wetspakket import PackageSigner, PackageTools
from hardship_desk.config import paths
from hardship_desk.config.files import write_atomically
from hardship_desk.domain.clock import Clock, SystemClock
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.policy import Policy
from hardship_desk.exchange.case_file.reader import TomlCaseFileReader
from hardship_desk.exchange.law_keys_file import read_law_keys
from hardship_desk.exchange.law_package_store import LawPackageFiles
from hardship_desk.exchange.municipality_file import read_municipalities
from hardship_desk.exchange.policy_file import read_policy
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.toml_reader import FileProblem, ProblemList
from hardship_desk.services.law_packages import (
    LawPackageParts,
    LawPackageService,
    TryLaw,
    packed,
    zipped,
)
from hardship_desk.services.ports.case_files import CaseFile

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
        if active == SHIPPED:
            return LawInUse(law=shipped)
        signed = trusted_signature(resources, policy)

        def read(name: str, national: ReadPlugin) -> ReadPackage:
            return read_package(store.file_of(name), national, signed)

        return law_with(shipped, active, read)

    return law


def law_package_store() -> LawPackageFiles:
    """Where the packages of this user lie."""
    return LawPackageFiles(paths.law_packages_folder(), write_atomically)


def trusted_signature(resources: Path, policy: Policy) -> Signed:
    """Tells whether a package bears the signature of the makers or of the organisation."""

    def check(manifest: bytes, signature: bytes) -> str:
        # Loads what knows signatures when there is one to look at: most starts have none.
        from hardship_desk.exchange.package_signing import LAW, signed_by

        keys = (*read_law_keys(resources / "wet_sleutels.toml"), *policy.law_keys)
        return signed_by(keys, LAW)(manifest, signature)

    return check


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
        )
    )


def package_tools() -> PackageTools:
    """What the commands around packages take; opens no vault."""
    from getpass import getpass

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
    )


def package_signer() -> PackageSigner:
    """Packs packages, and signs them with a key file."""
    from hardship_desk.exchange.package_signing import LAW, signature_of
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
