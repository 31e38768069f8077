"""The plugins of this machine: what is used and what is not, allowing one, switching one off."""

from __future__ import annotations

from hardship_desk.assessment.plugins.gate import (
    OffReason,
    PluginList,
    SwitchedOff,
)
from hardship_desk.assessment.plugins.loader import PluginCode
from hardship_desk.assessment.plugins.shelf import Permission, Shelf, ShelfEntry
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.services.ports.plugins import PluginTrustStore


class PluginService:
    """Shows the shelf and keeps what the user says. What is allowed counts from the next start."""

    def __init__(self, shelf: Shelf, store: PluginTrustStore) -> None:
        self._shelf = shelf
        self._store = store

    def entries(self) -> tuple[ShelfEntry, ...]:
        """Every plugin besides national law, as it was at the start."""
        return self._shelf.entries

    def plugin_list(self) -> PluginList:
        """The list of the organisation; number 0 where there is none."""
        return self._store.plugin_list()

    def asking(self) -> tuple[str, ...]:
        """The plugins whose code waits for permission."""
        return tuple(
            entry.plugin.id
            for entry in self._shelf.entries
            if entry.permission is Permission.ASKS and not self.is_allowed(entry.plugin.id)
        )

    def is_off(self, plugin: str) -> bool:
        """Whether a plugin is off now or from the next start."""
        entry = self._entry(plugin)
        return self._store.choices().is_off(plugin, entry.plugin.files.sha256)

    def is_allowed(self, plugin: str) -> bool:
        """Whether its code may run now or from the next start."""
        sha256 = self._entry(plugin).plugin.files.sha256
        return sha256 in self._store.choices().allowed or self.plugin_list().allows(sha256)

    def allow(self, plugin: str) -> None:
        """Let the code of exactly these files run; raises WriteError."""
        sha256 = self._entry(plugin).plugin.files.sha256
        self._store.save_choices(self._store.choices().with_allowed(sha256))

    def switch_off(self, plugin: str) -> None:
        """Use the plugin no more, from now on; raises WriteError."""
        entry = self._entry(plugin)
        off = SwitchedOff(sha256=entry.plugin.files.sha256, reason=OffReason.USER)
        self._store.save_choices(self._store.choices().with_off(plugin, off))
        for loaded in self._shelf.plugins.plugins:
            if loaded.manifest.id == plugin and loaded.rules is not None:
                loaded.rules.turn_off()

    def switch_on(self, plugin: str) -> None:
        """Use the plugin again from the next start; raises WriteError."""
        self._store.save_choices(self._store.choices().with_on(plugin))

    def take_in(self, data: bytes) -> PluginList:
        """Take in a list of the organisation; raises PluginError or WriteError."""
        return self._store.take_in(data)

    def load_national(self) -> None:
        """Load the rules of national law before they are first asked; raises PluginFailedError."""
        for loaded in self._shelf.plugins.plugins:
            if loaded.rules is not None and not loaded.manifest.gemeentecodes:
                loaded.rules.load()

    def close(self) -> None:
        """End the processes in which rules run."""
        for loaded in self._shelf.plugins.plugins:
            if loaded.rules is not None:
                loaded.rules.close()

    def _entry(self, plugin: str) -> ShelfEntry:
        return next(item for item in self._shelf.entries if item.plugin.id == plugin)


def keep_off(store: PluginTrustStore, code: PluginCode) -> None:
    """Write down that a plugin failed three times; where that cannot be written it is off till the end."""
    off = SwitchedOff(sha256=code.sha256, reason=OffReason.FAILED)
    try:
        store.save_choices(store.choices().with_off(code.plugin, off))
    except HardshipDeskError:
        return
