"""What the use cases need to keep about plugins."""

from __future__ import annotations

from typing import Protocol

from hardship_desk.assessment.plugins.gate import PluginChoices, PluginList


class PluginTrustStore(Protocol):
    """Keeps the choices of this machine and the list of the organisation."""

    def choices(self) -> PluginChoices:
        """What was chosen on this machine."""
        ...

    def save_choices(self, choices: PluginChoices) -> None:
        """Keep what was chosen; raises WriteError."""
        ...

    def plugin_list(self) -> PluginList:
        """The list that was taken in; an empty one where there is none that can be trusted."""
        ...

    def take_in(self, data: bytes) -> PluginList:
        """Take in a newer list; raises PluginError or WriteError, and then the earlier one stays."""
        ...
