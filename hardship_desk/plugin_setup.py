"""Finds the plugins of this machine and joins what decides whether they may be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from hardship_desk.assessment.engine import RuleEngine
from hardship_desk.assessment.law.local_limits import load_limits
from hardship_desk.assessment.law.package import SIGNATURE
from hardship_desk.assessment.plugins.gate import PluginGate, PluginList
from hardship_desk.assessment.plugins.loader import PluginCode, ReadPlugin, RulesMaker
from hardship_desk.assessment.plugins.process import worker_command
from hardship_desk.assessment.plugins.shelf import (
    Permission,
    Shelf,
    ShelfEntry,
    ShelfPlaces,
    fill_shelf,
)
from hardship_desk.assessment.plugins.worker_rules import QuestionWriter, WorkerRules
from hardship_desk.assessment.texts import Texts
from hardship_desk.config import paths
from hardship_desk.config.files import write_atomically
from hardship_desk.domain.clock import SystemClock
from hardship_desk.domain.ids import LANDELIJK, Gemeentecode
from hardship_desk.domain.policy import Policy
from hardship_desk.exchange.case_file.reader import TomlCaseFileReader
from hardship_desk.exchange.law_keys_file import ORGANISATION
from hardship_desk.exchange.municipality_file import read_municipalities
from hardship_desk.exchange.organisation_file import OrganisationFile
from hardship_desk.exchange.plugin_choices_file import PluginTrustFiles
from hardship_desk.exchange.policy_file import read_policy
from hardship_desk.exchange.settings_package import PAPERS, settings_files
from hardship_desk.law_setup import law_of_this_machine, settings_packages
from hardship_desk.services.cases import Municipality
from hardship_desk.services.law_packages import zipped
from hardship_desk.services.plugin_workshop import PluginWorkshop, WorkshopParts
from hardship_desk.services.plugins import PluginService, keep_off

if TYPE_CHECKING:
    from hardship_desk.cli.organisatie import SettingsTools
    from hardship_desk.cli.plugins import ListSigner, PluginTools


def plugins_of_this_machine(
    resources: Path, policy: Policy, *, safe_start: bool
) -> tuple[Shelf, PluginService]:
    """Every plugin that is shipped or was added, and the use cases around them."""
    trust = PluginTrustFiles(
        paths.data_folder(), write_atomically, partial(_list_of, policy=policy)
    )
    gate = PluginGate(
        listed=cache(trust.plugin_list),
        choices=trust.choices(),
        unlisted_code=policy.unlisted_code,
        safe_start=safe_start,
    )
    places = shelf_places(resources, *paths.added_plugins_folders())
    shelf = fill_shelf(
        places, gate, rules_in_workers(trust), law_of_this_machine(resources, policy)
    )
    return shelf, PluginService(shelf, trust)


def shelf_places(resources: Path, *added: Path) -> ShelfPlaces:
    """National law and the plugins that are shipped, with these folders beside them."""
    return ShelfPlaces(
        shipped=paths.plugins_folder(),
        questionnaires=resources / "questionnaires",
        added=added,
        limits=load_limits(resources / "lokale_grenzen.toml"),
        codes=frozenset(read_municipalities(resources / "gemeentecodes.toml")),
    )


def municipality_choices(
    names: Mapping[str, str], with_rules: frozenset[Gemeentecode]
) -> tuple[Municipality, ...]:
    """Every municipality one can choose, and whether its own rules are here."""
    return tuple(
        Municipality(
            code=Gemeentecode(code),
            name=name,
            has_plugin=code in with_rules or code == LANDELIJK,
        )
        for code, name in names.items()
    )


def rules_in_workers(trust: PluginTrustFiles | None = None) -> RulesMaker:
    """Makes rules that run in worker processes; three failures are written down where `trust` is."""
    writer = QuestionWriter()

    def make_rules(code: PluginCode) -> WorkerRules:
        if trust is None:
            return WorkerRules(code, worker_command(), writer)
        return WorkerRules(code, worker_command(), writer, partial(keep_off, trust))

    return make_rules


def plugin_tools() -> PluginTools:
    """What the commands around plugins take; opens no vault."""
    from getpass import getpass

    from hardship_desk.cli.plugins import PluginTools

    resources = paths.resources_folder()
    texts = Texts.load_folder(resources / "texts")
    municipalities = read_municipalities(resources / "gemeentecodes.toml")
    places = shelf_places(resources)

    def shelf_with(path: Path) -> Shelf:
        """National law and this plugin, whatever list and settings say."""
        return fill_shelf(replace(places, at_hand=(path,)), _Everything(), rules_in_workers())

    def reader_for(shelf: Shelf) -> TomlCaseFileReader:
        return TomlCaseFileReader(shelf.questionnaire, municipalities, texts)

    def entries() -> tuple[ShelfEntry, ...]:
        policy = read_policy(paths.policy_paths()).policy
        return plugins_of_this_machine(resources, policy, safe_start=False)[0].entries

    parts = WorkshopParts(
        shelf_with=shelf_with,
        reader_for=reader_for,
        template=resources / "plugin_sjabloon",
        texts=texts,
    )
    return PluginTools(
        workshop=PluginWorkshop(parts),
        entries=entries,
        municipalities=municipalities,
        signer=_signer(),
        write=write_atomically,
        texts=texts,
        ask=getpass,
    )


def settings_tools() -> SettingsTools:
    """What the commands around the settings of the organisation take; opens no vault."""
    from getpass import getpass

    from hardship_desk.cli.organisatie import SettingsTools
    from hardship_desk.exchange.package_signing import signature_of
    from hardship_desk.exchange.plugin_list_file import open_key_file

    def sign(path: Path, key: Path, passphrase: str) -> bytes:
        private, files = open_key_file(key, passphrase), settings_files(path)
        signature = signature_of(files.contents.get(PAPERS, b""), private, ORGANISATION)
        return zipped(replace(files, contents={**files.contents, SIGNATURE: signature}))

    resources = paths.resources_folder()
    texts = Texts.load_folder(resources / "texts")
    policy = read_policy(paths.policy_paths()).policy
    shelf, _plugins = plugins_of_this_machine(resources, policy, safe_start=False)
    rules = RuleEngine(shelf.questionnaire, shelf.plugins, texts)
    store = OrganisationFile(paths.organisation_path(), write_atomically)
    return SettingsTools(
        packages=settings_packages(store, rules, resources, policy, SystemClock()),
        sign=sign,
        write=write_atomically,
        texts=texts,
        ask=getpass,
    )


def _signer() -> ListSigner:
    """Signs and reads lists with a key file."""
    from hardship_desk.cli.plugins import ListSigner
    from hardship_desk.exchange import plugin_list_file as lists

    def make_key(file: Path, passphrase: str) -> bytes:
        return lists.make_key_file(file, passphrase, write_atomically)

    def sign(key: Path, passphrase: str, plugins: PluginList) -> bytes:
        return lists.signed_list(plugins, lists.open_key_file(key, passphrase))

    def read(data: bytes, key: Path, passphrase: str) -> PluginList:
        private = lists.open_key_file(key, passphrase)
        return lists.read_plugin_list(data, (lists.public_key_of(private),))

    return ListSigner(make_key=make_key, sign=sign, read=read)


class _Everything:
    """The gate of the workshop: who types the command wants the plugin to run."""

    def permission(self, plugin: ReadPlugin) -> Permission:  # noqa: ARG002  # the same for all
        """It may."""
        return Permission.RUNS


def _list_of(data: bytes, policy: Policy) -> PluginList:
    """The list in these bytes, signed by a key of the organisation."""
    from hardship_desk.exchange.plugin_list_file import read_plugin_list

    return read_plugin_list(data, policy.plugin_keys)
