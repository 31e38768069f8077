"""Reads `plugin.toml` and takes the fingerprint of a plugin's folder."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from hardship_desk.domain.ids import Gemeentecode, PluginId
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.manifest import PluginManifest
from hardship_desk.questionnaire.toml_reader import ProblemList, read_toml

API_VERSION = 1
MANIFEST = "plugin.toml"
RULES = "rules"
_CODE = re.compile(r"GM\d{4}")


def read_manifest(folder: Path, problems: ProblemList) -> PluginManifest | None:
    """The manifest of the plugin in the folder; None with problems noted where it is wrong."""
    before = len(problems.all())
    table = read_toml(folder / MANIFEST, problems)
    start, end = table.day("valid_from"), table.optional_day("valid_until")
    codes = table.texts("gemeentecodes")
    plugin, api = table.text("id"), table.number("api")
    title, version = table.text("title"), table.text("version")
    contact = table.text("contact", "")
    known_until = table.optional_day("texts_known_until")
    if plugin != folder.name:
        table.problem("id", "id_is_not_the_name_of_the_folder")
    if api != API_VERSION:
        table.problem("api", "other_api_version")
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
        has_rules=(folder / RULES).is_dir() or (folder / f"{RULES}.py").is_file(),
        texts_known_until=known_until,
    )


def fingerprint(folder: Path) -> str:
    """The hash over names and contents of all files of a plugin, in a fixed order."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda item: item.relative_to(folder).as_posix()):
        if path.is_file() and "__pycache__" not in path.parts:
            content = path.read_bytes()
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(f"\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()
