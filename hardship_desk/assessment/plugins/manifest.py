"""Reads `plugin.toml`."""

from __future__ import annotations

import re

from hardship_desk.assessment.plugins.files import MANIFEST, PluginFiles
from hardship_desk.domain.ids import Gemeentecode, PluginId
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.manifest import PluginManifest
from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader

API_VERSION = 1
NATIONAL = "landelijk"
_ID = re.compile(r"[a-z][a-z0-9_]{1,39}")
_VERSION = re.compile(r"\d{1,6}\.\d{1,6}\.\d{1,6}")
_CODE = re.compile(r"GM\d{4}")


def read_manifest(files: PluginFiles, problems: ProblemList) -> PluginManifest | None:
    """The manifest of these files; None with problems noted where it is wrong."""
    before = len(problems.all())
    if MANIFEST not in files.contents:
        problems.add(MANIFEST, "", "missing")
        return None
    table = files.table(MANIFEST, problems)
    start, end = table.day("valid_from"), table.optional_day("valid_until")
    codes = table.texts("gemeentecodes")
    plugin, api = table.text("id"), table.number("api")
    title, version = table.text("title"), table.text("version")
    contact = table.text("contact", "")
    known_until = table.optional_day("texts_known_until")
    _check_name(table, files, plugin)
    if api != API_VERSION:
        table.problem("api", f"other_api_version {api} ({API_VERSION})")
    if version and not is_version(version):
        table.problem("version", "not_a_version")
    for code in codes:
        if not _CODE.fullmatch(code):
            table.problem("gemeentecodes", f"not_a_gemeentecode {code[:20]!r}")
    if start and end and end < start:
        table.problem("valid_until", "period_ends_before_it_starts")
    table.finish()
    if start is None or len(problems.all()) > before:
        return None
    return PluginManifest(
        id=PluginId(plugin),
        title=title,
        version=version,
        api=api,
        gemeentecodes=tuple(Gemeentecode(code) for code in codes),
        valid=Period(start, end),
        contact=contact,
        has_rules=files.has_code,
        texts_known_until=known_until,
    )


def is_plugin_id(text: str) -> bool:
    """Whether a plugin may be called so."""
    return _ID.fullmatch(text) is not None


def is_version(text: str) -> bool:
    """Whether a text can be a version: three numbers."""
    return _VERSION.fullmatch(text) is not None


def codes_in(files: PluginFiles) -> tuple[Gemeentecode, ...] | None:
    """For whom a plugin says it is, even where the rest is wrong; None where it does not say."""
    raw = files.table(MANIFEST, ProblemList()).texts("gemeentecodes")
    return tuple(Gemeentecode(code) for code in raw if _CODE.fullmatch(code)) or None


def _check_name(table: TableReader, files: PluginFiles, plugin: str) -> None:
    if plugin and not is_plugin_id(plugin):
        table.problem("id", "not_an_id")
    elif files.folder and plugin != files.name:
        table.problem("id", "id_is_not_the_name_of_the_folder")
