"""The values of a case, with a note of which ones rules asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from typing_extensions import override

from hardship_desk.plugin_api.catalogue import Parameter, ParameterTable


@dataclass(frozen=True, slots=True)
class NotedValues(ParameterTable):
    """Says the same as the table itself. Rules in another process ask a copy, which is not noted."""

    names: set[str] = field(default_factory=set, compare=False, repr=False)

    @override
    def lookup(self, name: str, on: date) -> Parameter | None:
        self.names.add(name)
        return ParameterTable.lookup(self, name, on)

    @override
    def latest_known(self, name: str, until: date) -> Parameter | None:
        self.names.add(name)
        return ParameterTable.latest_known(self, name, until)
