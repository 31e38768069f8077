"""Whether a plugin may be used: the signed list, the settings, and what this user said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from hardship_desk.assessment.plugins.loader import Origin, ReadPlugin
from hardship_desk.assessment.plugins.shelf import Permission


class OffReason(StrEnum):
    """Why a plugin is off."""

    FAILED = "drie_storingen"
    USER = "gebruiker"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPlugin:
    """One plugin on the list, known by the hash over all its files."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginList:
    """What an organisation allows and has withdrawn. It has a number and no last day."""

    number: int = 0
    publisher: str = ""
    allowed: tuple[ListedPlugin, ...] = ()
    revoked: tuple[ListedPlugin, ...] = ()

    def allows(self, sha256: str) -> bool:
        """Whether exactly these files are on the list."""
        return any(item.sha256 == sha256 for item in self.allowed)

    def has_revoked(self, sha256: str) -> bool:
        """Whether exactly these files were withdrawn."""
        return any(item.sha256 == sha256 for item in self.revoked)


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchedOff:
    """A plugin that is off: after failures only these files, by the user whatever they hold."""

    sha256: str
    reason: OffReason


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginChoices:
    """What the user of this machine said: hashes that may run, and plugins that are off."""

    allowed: frozenset[str] = frozenset()
    off: Mapping[str, SwitchedOff] = field(default_factory=lambda: MappingProxyType({}))

    def with_allowed(self, sha256: str) -> PluginChoices:
        """These choices with the files allowed."""
        return replace(self, allowed=self.allowed | {sha256})

    def with_off(self, plugin: str, off: SwitchedOff) -> PluginChoices:
        """These choices with a plugin off."""
        return replace(self, off=MappingProxyType({**self.off, plugin: off}))

    def with_on(self, plugin: str) -> PluginChoices:
        """These choices with a plugin on."""
        kept = {name: item for name, item in self.off.items() if name != plugin}
        return replace(self, off=MappingProxyType(kept))

    def is_off(self, plugin: str, sha256: str) -> bool:
        """Whether a plugin with these files is off."""
        off = self.off.get(plugin)
        return off is not None and (off.reason is OffReason.USER or off.sha256 == sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginGate:
    """Puts list, settings and choices together; fulfils `Gate`.

    Code that is not on the list asks first, or never runs where the settings forbid it. The list
    is asked for only when there is a plugin that it could be about.
    """

    listed: Callable[[], PluginList]
    choices: PluginChoices
    unlisted_code: bool = True
    safe_start: bool = False

    def permission(self, plugin: ReadPlugin) -> Permission:
        """Whether it may be used; data needs no permission, but can be withdrawn."""
        if plugin.is_national:
            return Permission.RUNS
        if self.safe_start:
            return Permission.SAFE_START
        sha256 = plugin.files.sha256
        if self.listed().has_revoked(sha256):
            return Permission.REVOKED
        if self.choices.is_off(plugin.id, sha256):
            return Permission.OFF
        if not plugin.files.has_code or plugin.origin is Origin.SHIPPED:
            return Permission.RUNS
        return self._for_code(sha256)

    def _for_code(self, sha256: str) -> Permission:
        if self.listed().allows(sha256):
            return Permission.RUNS
        if not self.unlisted_code:
            return Permission.FORBIDDEN
        return Permission.RUNS if sha256 in self.choices.allowed else Permission.ASKS
