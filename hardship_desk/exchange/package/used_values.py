"""The organisation's own values as they travel with a dossier, in the form of `organisatie.toml`."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.ruling_reading import RulingReading
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.exchange.organisation_file import OrganisationContent, parse_organisation
from hardship_desk.exchange.organisation_text import organisation_text
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.services.ports.organisation import LetterHeadEntry, OrganisationFacts


class UsedValuesText:
    """Fulfils `UsedValues`."""

    def text(self, facts: OrganisationFacts, gemeentecode: Gemeentecode) -> str:
        """The values, the readings of rulings and the letter head of one municipality."""
        letters = {gemeentecode: LetterHeadEntry(facts=facts.letter_facts(gemeentecode))}
        return organisation_text(facts.parameters().parameters, letters, facts.readings())

    def facts(self, text: str) -> OrganisationFacts:
        """What the text holds; raises PackageError `pakket_onleesbaar`."""
        content = parse_organisation(text.encode())
        if content.problems:
            raise PackageError("pakket_onleesbaar")
        return _Facts(content)


@dataclass(frozen=True, slots=True)
class _Facts:
    content: OrganisationContent

    def parameters(self) -> ParameterTable:
        """The values, each with its source."""
        return self.content.table

    def letter_facts(self, gemeentecode: Gemeentecode) -> LetterFacts:
        """The letter head."""
        return self.content.letters.get(gemeentecode, LetterHeadEntry()).facts

    def readings(self) -> tuple[RulingReading, ...]:
        """Who read which ruling."""
        return self.content.readings
