"""Finds the plugins of this machine and joins what decides whether they may be used."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from hardship_desk.assessment.local_limits import load_limits
from hardship_desk.assessment.plugin_gate import PluginGate, PluginList
from hardship_desk.assessment.plugin_loader import PluginCode, RulesMaker
from hardship_desk.assessment.plugin_process import worker_command
from hardship_desk.assessment.plugin_shelf import Shelf, ShelfPlaces, fill_shelf
from hardship_desk.assessment.worker_rules import QuestionWriter, WorkerRules
from hardship_desk.config import paths
from hardship_desk.config.files import write_atomically
from hardship_desk.domain.policy import Policy
from hardship_desk.exchange.municipality_file import read_municipalities
from hardship_desk.exchange.plugin_choices_file import PluginTrustFiles
from hardship_desk.services.plugins import PluginService, keep_off


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
    shelf = fill_shelf(places, gate, rules_in_workers(trust))
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


def rules_in_workers(trust: PluginTrustFiles | None = None) -> RulesMaker:
    """Makes rules that run in worker processes; three failures are written down where `trust` is."""
    writer = QuestionWriter()

    def make_rules(code: PluginCode) -> WorkerRules:
        if trust is None:
            return WorkerRules(code, worker_command(), writer)
        return WorkerRules(code, worker_command(), writer, partial(keep_off, trust))

    return make_rules


def _list_of(data: bytes, policy: Policy) -> PluginList:
    """The list in these bytes, signed by a key of the organisation."""
    from hardship_desk.exchange.plugin_list_file import read_plugin_list

    return read_plugin_list(data, policy.plugin_keys)
