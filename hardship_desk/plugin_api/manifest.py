"""A plugin's papers: who it is, for whom, and for which version of this interface."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.domain.ids import Gemeentecode, PluginId
from hardship_desk.domain.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginManifest:
    """What `plugin.toml` says. `gemeentecodes` is empty for national rules."""

    id: PluginId
    title: str
    version: str
    api: int
    gemeentecodes: tuple[Gemeentecode, ...]
    valid: Period
    contact: str = ""
    has_rules: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginProblem:
    """Something wrong with a plugin: a code with harmless parameters, for the page to explain."""

    plugin: str
    code: str
    detail: str = ""
