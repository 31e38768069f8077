"""The letter head of a municipality: what the organisation filled in, else what its plugin says."""

from __future__ import annotations

from dataclasses import fields, replace

from hardship_desk.assessment.letter_head import LetterHead
from hardship_desk.assessment.plugins.loader import LoadedPlugins
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.ruling_reading import RulingReading
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.services.ports.organisation import OrganisationFacts


class LetterHeads:
    """Fulfils `OrganisationFacts`: where the organisation is silent, its plugin speaks."""

    def __init__(
        self, organisation: OrganisationFacts, plugins: LoadedPlugins, clock: Clock
    ) -> None:
        self._organisation = organisation
        self._plugins = plugins
        self._clock = clock

    def parameters(self) -> ParameterTable:
        """The values that the organisation filled in."""
        return self._organisation.parameters()

    def letter_facts(self, gemeentecode: Gemeentecode) -> LetterFacts:
        """Sender, addresses and names as they hold today; empty text is not known yet."""
        found = self._organisation.letter_facts(gemeentecode)
        for head in self._heads(gemeentecode):
            missing = {
                item.name: getattr(head.facts, item.name)
                for item in fields(LetterFacts)
                if not getattr(found, item.name)
            }
            found = replace(found, **missing)
        return found

    def readings(self) -> tuple[RulingReading, ...]:
        """Who read which ruling."""
        return self._organisation.readings()

    def _heads(self, gemeentecode: Gemeentecode) -> list[LetterHead]:
        today = self._clock.today()
        return [
            plugin.letter_head
            for plugin in self._plugins.of(gemeentecode)
            if plugin.letter_head is not None and plugin.letter_head.valid.contains(today)
        ]
