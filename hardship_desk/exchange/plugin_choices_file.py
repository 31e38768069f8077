"""Keeps what the user of this machine said about plugins, and the list of the organisation."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from hardship_desk.assessment.plugins.gate import (
    OffReason,
    PluginChoices,
    PluginList,
    SwitchedOff,
)
from hardship_desk.domain.errors import PluginError
from hardship_desk.services.ports.files import FileWriter

ListReader = Callable[[bytes], PluginList]


class PluginTrustFiles:
    """Fulfils `PluginTrustStore` with two files in the folder of this user.

    A list that cannot be read or trusted allows nothing. What was chosen and cannot be read counts
    as nothing chosen: code then asks again.
    """

    def __init__(self, folder: Path, write: FileWriter, read_list: ListReader) -> None:
        self._choices = folder / "plugins-keuzes.json"
        self._list = folder / "plugins-lijst.json"
        self._write = write
        self._read_list = read_list

    def choices(self) -> PluginChoices:
        """What was chosen on this machine."""
        try:
            table = json.loads(self._choices.read_bytes())
            return PluginChoices(
                allowed=frozenset(map(str, table["toegestaan"])),
                off=MappingProxyType(
                    {
                        str(name): SwitchedOff(
                            sha256=str(item["sha256"]), reason=OffReason(item["reden"])
                        )
                        for name, item in table["uit"].items()
                    }
                ),
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return PluginChoices()

    def save_choices(self, choices: PluginChoices) -> None:
        """Keep what was chosen; raises WriteError."""
        table = {
            "toegestaan": sorted(choices.allowed),
            "uit": {
                name: {"sha256": item.sha256, "reden": item.reason.value}
                for name, item in choices.off.items()
            },
        }
        self._write(self._choices, (json.dumps(table, indent=1) + "\n").encode())

    def plugin_list(self) -> PluginList:
        """The list that was taken in; an empty one where there is none that can be trusted."""
        try:
            return self._read_list(self._list.read_bytes())
        except (OSError, PluginError):
            return PluginList()

    def take_in(self, data: bytes) -> PluginList:
        """Take in a newer list; raises PluginError or WriteError, and then the earlier one stays."""
        found = self._read_list(data)
        if found.number < self.plugin_list().number:
            raise PluginError("pluginlijst_ouder")
        self._write(self._list, data)
        return found
