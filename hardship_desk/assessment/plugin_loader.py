"""Loads plugins from their folders: facts, questions, flags, sentences and rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from hardship_desk.assessment.catalogue_reader import read_parameters, read_provisions
from hardship_desk.assessment.plugin_code import (
    PluginFailedError,
    PluginRules,
    load_rules,
    read_texts,
)
from hardship_desk.assessment.plugin_manifest import MANIFEST, fingerprint, read_manifest
from hardship_desk.assessment.reference_reader import read_conflicts, read_rulings
from hardship_desk.assessment.result import PluginUse
from hardship_desk.assessment.retention_reader import read_retention
from hardship_desk.assessment.stated import StatedRules
from hardship_desk.assessment.stated_reader import read_findings, read_paragraphs
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.retention import RetentionRule
from hardship_desk.plugin_api.catalogue import Conflict, Parameter, Provision, Ruling
from hardship_desk.plugin_api.manifest import PluginManifest, PluginProblem
from hardship_desk.questionnaire.joining import PluginParts
from hardship_desk.questionnaire.model import FlagDefinition, Question
from hardship_desk.questionnaire.question_reader import read_flag, read_question
from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader, read_toml

TRUSTED_CODE = frozenset({"landelijk"})
"""The plugins whose Python runs: those that are part of the program."""


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
    rules: PluginRules | None = None

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


def load_plugins(*folders: Path) -> LoadedPlugins:
    """Every plugin in these folders. A wrong one is left out and named; nothing is raised."""
    plugins: list[LoadedPlugin] = []
    problems: list[PluginProblem] = []
    for folder in folders:
        for path in sorted(folder.glob(f"*/{MANIFEST}")):
            loaded = _load(path.parent)
            if isinstance(loaded, LoadedPlugin):
                plugins.append(loaded)
            else:
                problems.extend(loaded)
    problems.extend(_twice(plugins))
    first_of_id = {plugin.manifest.id: plugin for plugin in reversed(plugins)}
    ordered = sorted(
        first_of_id.values(),
        key=lambda plugin: (bool(plugin.manifest.gemeentecodes), plugin.manifest.id),
    )
    return LoadedPlugins(plugins=tuple(ordered), problems=tuple(problems))


def _twice(plugins: list[LoadedPlugin]) -> list[PluginProblem]:
    ids = [plugin.manifest.id for plugin in plugins]
    return [
        PluginProblem(plugin=name, code="id_komt_twee_keer_voor")
        for name in sorted({name for name in ids if ids.count(name) > 1})
    ]


def _load(folder: Path) -> LoadedPlugin | tuple[PluginProblem, ...]:
    problems = ProblemList()
    manifest = read_manifest(folder, problems)
    if manifest is None:
        return _file_problems(folder, problems)
    parameters = tuple(
        item
        for table in _tables(folder, "parameters", problems)
        for item in read_parameters(table, manifest.id)
    )
    provisions = read_provisions(*_tables(folder, "provisions", problems))
    stated = StatedRules(
        findings=read_findings(_tables(folder, "findings", problems)),
        paragraphs=read_paragraphs(_tables(folder, "letters", problems)),
    )
    conflicts = read_conflicts(_table(folder, "conflicts", problems))
    rulings = read_rulings(_table(folder, "rulings", problems))
    retention = read_retention(_table(folder, "retention", problems), manifest.id)
    parts = _read_parts(folder, manifest, problems)
    if problems.all():
        return _file_problems(folder, problems)
    try:
        rules = _rules(folder, manifest)
    except PluginFailedError as error:
        return (PluginProblem(plugin=folder.name, code=_code_of(error), detail=error.kind),)
    return LoadedPlugin(
        use=PluginUse(manifest=manifest, sha256=fingerprint(folder)),
        parts=parts,
        parameters=parameters,
        provisions=provisions,
        conflicts=conflicts,
        rulings=rulings,
        retention=retention,
        stated=stated,
        rules=rules,
    )


def _code_of(error: PluginFailedError) -> str:
    return error.kind if error.kind == "code_niet_toegestaan" else "regels_laden_mislukt"


def _rules(folder: Path, manifest: PluginManifest) -> PluginRules | None:
    if not manifest.has_rules:
        return None
    if manifest.id not in TRUSTED_CODE:
        raise PluginFailedError("code_niet_toegestaan")
    return load_rules(folder, manifest.id, read_texts(folder))


def _table(folder: Path, name: str, problems: ProblemList) -> TableReader:
    """A file of the plugin as a table; a plugin need not have each file."""
    path = folder / f"{name}.toml"
    if not path.is_file():
        return TableReader(path.name, "", {}, problems)
    return read_toml(path, problems)


def _tables(folder: Path, name: str, problems: ProblemList) -> tuple[TableReader, ...]:
    """`<name>.toml`, then the themes in the folder `<name>`, by name; either may be absent."""
    themes = sorted((folder / name).glob("*.toml"))
    return (
        _table(folder, name, problems),
        *(read_toml(path, problems, f"{name}/{path.name}") for path in themes),
    )


def _read_parts(folder: Path, manifest: PluginManifest, problems: ProblemList) -> PluginParts:
    questions: list[Question] = []
    flags: list[FlagDefinition] = []
    for table in _tables(folder, "questions", problems):
        questions += table.each("question", read_question)
        table.finish()
    for table in _tables(folder, "flags", problems):
        flags += table.each("flag", read_flag)
        table.finish()
    return PluginParts(plugin=manifest.id, questions=tuple(questions), flags=tuple(flags))


def _file_problems(folder: Path, problems: ProblemList) -> tuple[PluginProblem, ...]:
    return tuple(
        PluginProblem(plugin=folder.name, code="bestand_onjuist", detail=str(problem))
        for problem in problems.all()
    )
