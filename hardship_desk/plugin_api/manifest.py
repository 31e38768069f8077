"""A plugin's papers: who it is, for whom, and for which version of this interface."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hardship_desk.domain.ids import Gemeentecode, PluginId
from hardship_desk.domain.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginManifest:
    """What `plugin.toml` says. `gemeentecodes` is empty for national rules.

    `texts_known_until` is the last day for which its texts of law were known: for a later day they
    may have changed. None where the plugin does not say.
    """

    id: PluginId
    title: str
    version: str
    api: int
    gemeentecodes: tuple[Gemeentecode, ...]
    valid: Period
    contact: str = ""
    has_rules: bool = False
    texts_known_until: date | None = None


class ProblemEffect(StrEnum):
    """What a problem with a plugin does to a decision: what it would have said is not known."""

    STOPS = "stopt"
    ASKS_REASON = "vraagt_reden"
    TELLS = "meldt"


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginProblem:
    """Something wrong with a plugin: a code with harmless parameters, for the page to explain.

    `gemeentecodes` are the municipalities it touches; None where that is every one, or not known.
    """

    plugin: str
    code: str
    detail: str = ""
    effect: ProblemEffect = ProblemEffect.STOPS
    gemeentecodes: tuple[Gemeentecode, ...] | None = None

    def touches(self, gemeentecode: Gemeentecode) -> bool:
        """Whether it matters to a decision of that municipality."""
        return self.gemeentecodes is None or gemeentecode in self.gemeentecodes
