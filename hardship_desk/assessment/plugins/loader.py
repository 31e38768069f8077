"""Loads plugins from their folders and zips: facts, questions, flags, sentences and rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path

from hardship_desk.assessment.code_checks import code_problems
from hardship_desk.assessment.law.local import parts_of
from hardship_desk.assessment.letter_head import LetterHead
from hardship_desk.assessment.plugins.contents import (
    PluginContents,
    read_contents,
    read_texts,
    unknown_files,
)
from hardship_desk.assessment.plugins.files import PluginFiles, places_of_plugins, read_files
from hardship_desk.assessment.plugins.manifest import NATIONAL, codes_in, read_manifest
from hardship_desk.assessment.plugins.own_code import (
    LaterRules,
    PluginFailedError,
    PluginRules,
    load_rules,
)
from hardship_desk.assessment.result import PluginUse
from hardship_desk.assessment.stated.letters import StatedLetter
from hardship_desk.assessment.stated.rules import StatedRules
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.retention import RetentionRule
from hardship_desk.domain.stock_text import StockText
from hardship_desk.plugin_api.catalogue import Conflict, Parameter, Provision, Ruling
from hardship_desk.plugin_api.manifest import PluginManifest, PluginProblem, ProblemEffect
from hardship_desk.questionnaire.joining import PluginParts
from hardship_desk.questionnaire.toml_reader import FileProblem, ProblemList

TRUSTED_CODE = frozenset({NATIONAL})
"""The plugins whose Python runs in this process: those that are the law itself."""

LawCheck = Callable[[PluginManifest, PluginContents], tuple[FileProblem, ...]]


class Origin(StrEnum):
    """Where a plugin came from."""

    SHIPPED = "meegeleverd"
    ADDED = "toegevoegd"


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginCode:
    """The Python of one plugin as it was read, ready to run somewhere."""

    plugin: str
    sha256: str
    modules: Mapping[str, bytes]
    texts: Mapping[str, str]


RulesMaker = Callable[[PluginCode], PluginRules]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPlugin:
    """One plugin, ready to be asked."""

    use: PluginUse
    parts: PluginParts
    parameters: tuple[Parameter, ...] = ()
    provisions: tuple[Provision, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    retention: tuple[RetentionRule, ...] = ()
    stated: StatedRules = field(default_factory=StatedRules)
    letters: tuple[StatedLetter, ...] = ()
    letter_head: LetterHead | None = None
    blocks: tuple[StockText, ...] = ()
    rules: PluginRules | None = None
    origin: Origin = Origin.SHIPPED

    @property
    def manifest(self) -> PluginManifest:
        """Who it is."""
        return self.use.manifest

    def holds_for(self, gemeentecode: Gemeentecode) -> bool:
        """Whether its rules hold in that municipality; national rules hold everywhere."""
        codes = self.manifest.gemeentecodes
        return not codes or gemeentecode in codes


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPlugins:
    """The plugins that could be loaded, national ones first, and what is wrong with the others."""

    plugins: tuple[LoadedPlugin, ...]
    problems: tuple[PluginProblem, ...] = ()

    @property
    def parts(self) -> tuple[PluginParts, ...]:
        """What they add to the questionnaire."""
        return tuple(plugin.parts for plugin in self.plugins)

    def of(self, gemeentecode: Gemeentecode) -> tuple[LoadedPlugin, ...]:
        """The plugins that hold in a municipality."""
        return tuple(plugin for plugin in self.plugins if plugin.holds_for(gemeentecode))

    def problems_of(self, gemeentecode: Gemeentecode) -> tuple[PluginProblem, ...]:
        """What matters to a decision of a municipality."""
        return tuple(item for item in self.problems if item.touches(gemeentecode))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPlugin:
    """A plugin as it was read, before its code is allowed to run."""

    files: PluginFiles
    manifest: PluginManifest | None
    contents: PluginContents
    texts: Mapping[str, str]
    problems: tuple[FileProblem, ...]
    origin: Origin = Origin.SHIPPED

    @property
    def id(self) -> str:
        """Its id, or what its folder is called where it has none."""
        return self.manifest.id if self.manifest is not None else self.files.name

    @property
    def is_national(self) -> bool:
        """Whether it is national law as it comes with the program."""
        return self.id == NATIONAL and self.origin is Origin.SHIPPED

    def problem(self, code: str, detail: str = "") -> PluginProblem:
        """A problem that keeps the plugin from being used; national law cannot be missed."""
        codes = codes_in(self.files)
        effect = ProblemEffect.TELLS if codes is None else ProblemEffect.ASKS_REASON
        if self.is_national:
            codes, effect = None, ProblemEffect.STOPS
        return PluginProblem(
            plugin=self.id, code=code, detail=detail, effect=effect, gemeentecodes=codes
        )

    def file_problems(self) -> tuple[PluginProblem, ...]:
        """Each mistake in its files as a problem."""
        return tuple(self.problem("bestand_onjuist", str(item)) for item in self.problems)

    def loaded(self, rules: PluginRules | None) -> LoadedPlugin:
        """The plugin, ready to be asked; only where there is nothing wrong with it."""
        if self.manifest is None:
            raise ValueError("plugin_without_manifest")
        contents = self.contents
        return LoadedPlugin(
            use=PluginUse(manifest=self.manifest, sha256=self.files.sha256),
            parts=parts_of(self.manifest, contents),
            parameters=tuple(place.item for place in contents.parameters),
            provisions=tuple(place.item for place in contents.provisions),
            conflicts=contents.conflicts,
            rulings=contents.rulings,
            retention=contents.retention,
            stated=StatedRules(
                findings=tuple(place.item for place in contents.findings),
                paragraphs=tuple(place.item for place in contents.paragraphs),
            ),
            letters=tuple(place.item for place in contents.letters),
            letter_head=contents.letter_head,
            blocks=tuple(place.item for place in contents.blocks),
            rules=rules,
            origin=self.origin,
        )


def read_plugin(
    path: Path, *, origin: Origin = Origin.SHIPPED, check: LawCheck | None = None
) -> ReadPlugin:
    """A folder or zip, read and checked; no code of it runs and nothing is raised."""
    problems = ProblemList()
    files = read_files(path, problems)
    manifest = None if problems.all() else read_manifest(files, problems)
    if manifest is None:
        return ReadPlugin(
            files=files,
            manifest=None,
            contents=PluginContents(),
            texts={},
            problems=problems.all(),
            origin=origin,
        )
    contents = read_contents(files, manifest, problems)
    texts = read_texts(files, problems)
    found = list(problems.all())
    if manifest.id not in TRUSTED_CODE or origin is not Origin.SHIPPED:
        found += code_problems(files)
        found += (FileProblem(name, "", "unknown_file") for name in unknown_files(files))
        found += check(manifest, contents) if check is not None else ()
    return ReadPlugin(
        files=files,
        manifest=manifest,
        contents=contents,
        texts=texts,
        problems=tuple(dict.fromkeys(found)),
        origin=origin,
    )


def load_plugins(*folders: Path, make_rules: RulesMaker | None = None) -> LoadedPlugins:
    """Every plugin in these folders. A wrong one is left out and named; nothing is raised.

    Held against no law but its own: `plugin_shelf` does that.
    """
    read = [
        read_plugin(path) for folder in folders for path in places_of_plugins(folder, added=False)
    ]
    return settle(read, lambda plugin: rules_of(plugin, make_rules))


def settle(
    read: Iterable[ReadPlugin], rules: Callable[[ReadPlugin], PluginRules | None]
) -> LoadedPlugins:
    """The plugins in order, with their rules; each id counts once, and what is wrong is named."""
    plugins: dict[str, LoadedPlugin] = {}
    problems: list[PluginProblem] = []
    for item in read:
        if item.problems:
            problems.extend(item.file_problems())
        elif item.id in plugins:
            problems.append(item.problem("id_komt_twee_keer_voor"))
        else:
            try:
                plugins[item.id] = item.loaded(rules(item))
            except PluginFailedError as error:
                problems.append(item.problem(_code_of(error), error.kind))
    ordered = sorted(
        plugins.values(),
        key=lambda plugin: (bool(plugin.manifest.gemeentecodes), plugin.manifest.id),
    )
    return LoadedPlugins(plugins=tuple(ordered), problems=tuple(problems))


def rules_of(
    plugin: ReadPlugin, make_rules: RulesMaker | None, *, later: bool = False
) -> PluginRules | None:
    """What asks the code of a plugin: here for national law, elsewhere for every other one.

    `later` loads national law when it is first asked.
    """
    if plugin.manifest is None or not plugin.manifest.has_rules:
        return None
    if plugin.id in TRUSTED_CODE and plugin.origin is Origin.SHIPPED:
        load = partial(load_rules, plugin.files.place, plugin.id, plugin.texts)
        return LaterRules(load) if later else load()
    if make_rules is None:
        raise PluginFailedError("code_niet_toegestaan")
    return make_rules(
        PluginCode(
            plugin=plugin.id,
            sha256=plugin.files.sha256,
            modules=plugin.files.modules(),
            texts=plugin.texts,
        )
    )


def _code_of(error: PluginFailedError) -> str:
    return error.kind if error.kind == "code_niet_toegestaan" else "regels_laden_mislukt"
