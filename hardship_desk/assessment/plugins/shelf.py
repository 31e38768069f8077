"""All plugins of this machine: what is used, what is not and why, and the questionnaire with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from hardship_desk.assessment.law.history import LawInUse, LawSource
from hardship_desk.assessment.law.joining import package_use
from hardship_desk.assessment.law.local import LocalLaw, NationalLaw
from hardship_desk.assessment.law.local_limits import LocalLimit
from hardship_desk.assessment.plugins.files import places_of_plugins
from hardship_desk.assessment.plugins.loader import (
    LoadedPlugin,
    LoadedPlugins,
    Origin,
    ReadPlugin,
    RulesMaker,
    read_plugin,
    rules_of,
    settle,
)
from hardship_desk.assessment.plugins.manifest import NATIONAL
from hardship_desk.assessment.plugins.own_code import PluginRules
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.plugin_api.manifest import PluginProblem
from hardship_desk.questionnaire.loader import QuestionnaireProblems, load_questionnaire, with_parts
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.questionnaire.toml_reader import ProblemList


class Permission(StrEnum):
    """Whether a plugin may be used."""

    RUNS = "mag"
    ASKS = "vraagt_toestemming"
    FORBIDDEN = "code_verboden"
    REVOKED = "ingetrokken"
    OFF = "uitgezet"
    SAFE_START = "veilige_start"


class Gate(Protocol):
    """Decides whether a plugin that was read may be used, before any of its code runs."""

    def permission(self, plugin: ReadPlugin) -> Permission:
        """What the list of the organisation, the user and the settings say."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfPlaces:
    """Where plugins lie, and the questions and limits they are held against.

    `at_hand` are plugins that are tried out: they go before others of the same id.
    """

    shipped: Path
    questionnaires: Path
    added: tuple[Path, ...] = ()
    at_hand: tuple[Path, ...] = ()
    limits: tuple[LocalLimit, ...] = ()
    codes: frozenset[Gemeentecode] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfEntry:
    """One plugin that lies there, used or not."""

    plugin: ReadPlugin
    permission: Permission
    problems: tuple[PluginProblem, ...] = ()

    @property
    def is_used(self) -> bool:
        """Whether its rules count."""
        return not self.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What was found at the start; `shipped` is national law as it comes with the program."""

    shipped: ReadPlugin
    in_use: LawInUse
    plugins: LoadedPlugins
    questionnaire: Questionnaire
    entries: tuple[ShelfEntry, ...]
    law: LocalLaw

    @property
    def laws(self) -> tuple[ReadPlugin, LawInUse]:
        """National law as it is shipped and as it is used."""
        return self.shipped, self.in_use


def fill_shelf(
    places: ShelfPlaces,
    gate: Gate,
    make_rules: RulesMaker | None,
    law_source: LawSource | None = None,
) -> Shelf:
    """National law first, with the package in use; then every other plugin, held against it.

    Raises QuestionnaireProblems only where the program itself is damaged.
    """
    shipped = read_plugin(places.shipped / NATIONAL)
    in_use = law_source(shipped) if law_source is not None else LawInUse(law=shipped)
    national = national_law(in_use)
    core = load_questionnaire(places.questionnaires, national.parts)
    law = LocalLaw(_law(core, national.plugins, places))
    entries = [_entry(item, gate) for item in _others(places, law)]
    usable = (entry.plugin for entry in entries if entry.is_used)

    def rules(item: ReadPlugin) -> PluginRules | None:
        return rules_of(item, make_rules)

    local = settle(usable, rules)
    named = {item.plugin: item for item in local.problems}
    entries = [_with_problem(entry, named, local) for entry in entries]
    noted = ProblemList()
    questionnaire = with_parts(core, local.parts, noted)
    if noted.all():
        raise QuestionnaireProblems(noted.all())
    return Shelf(
        shipped=shipped,
        in_use=in_use,
        plugins=LoadedPlugins(
            plugins=(*national.plugins, *local.plugins),
            problems=(*national.problems, *(p for entry in entries for p in entry.problems)),
        ),
        questionnaire=questionnaire,
        entries=tuple(entries),
        law=law,
    )


def national_law(in_use: LawInUse) -> LoadedPlugins:
    """National law ready to be asked; a package in it is named beside it."""
    law = settle([in_use.law], lambda item: rules_of(item, None, later=True))
    used = () if in_use.package is None else (package_use(in_use.package),)
    return LoadedPlugins(
        plugins=(*law.plugins, *used), problems=(*law.problems, *in_use.problems())
    )


def _law(
    core: Questionnaire, plugins: tuple[LoadedPlugin, ...], places: ShelfPlaces
) -> NationalLaw:
    return NationalLaw(
        questionnaire=core,
        provisions=tuple(item for plugin in plugins for item in plugin.provisions),
        parameters=tuple(item for plugin in plugins for item in plugin.parameters),
        conflicts=tuple(item for plugin in plugins for item in plugin.conflicts),
        rulings=tuple(item for plugin in plugins for item in plugin.rulings),
        limits=places.limits,
        codes=places.codes,
    )


def _others(places: ShelfPlaces, law: LocalLaw) -> Iterator[ReadPlugin]:
    """Every plugin but national law: those of the program, then those that were added."""
    for path in places.at_hand:
        yield read_plugin(path, origin=Origin.ADDED, check=law.problems)
    for path in places_of_plugins(places.shipped, added=False):
        if path.name != NATIONAL:
            yield read_plugin(path, origin=Origin.SHIPPED, check=law.problems)
    for folder in places.added:
        for path in places_of_plugins(folder, added=True):
            yield read_plugin(path, origin=Origin.ADDED, check=law.problems)


def _entry(plugin: ReadPlugin, gate: Gate) -> ShelfEntry:
    permission = gate.permission(plugin)
    problems = plugin.file_problems()
    if permission is not Permission.RUNS:
        problems = (*problems, plugin.problem(permission.value))
    return ShelfEntry(plugin=plugin, permission=permission, problems=problems)


def _with_problem(
    entry: ShelfEntry, named: dict[str, PluginProblem], local: LoadedPlugins
) -> ShelfEntry:
    """The entry with what came up while its rules were put in place."""
    problem = named.get(entry.plugin.id)
    if problem is None or not entry.is_used:
        return entry
    sha256 = entry.plugin.files.sha256
    if any(plugin.use.sha256 == sha256 for plugin in local.plugins):
        return entry
    return ShelfEntry(plugin=entry.plugin, permission=entry.permission, problems=(problem,))
