"""What the use cases need to know of the organisation that works with the program."""

from __future__ import annotations

from typing import Protocol

from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.ruling_reading import RulingReading
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.plugin_api.catalogue import Parameter, ParameterTable


class OrganisationFacts(Protocol):
    """Values and names that the organisation filled in, each once."""

    def parameters(self) -> ParameterTable:
        """The values that no source gives, with the source and date of the jurist."""
        ...

    def letter_facts(self, gemeentecode: Gemeentecode) -> LetterFacts:
        """Sender, addresses and names for a letter; empty text is not known yet."""
        ...

    def readings(self) -> tuple[RulingReading, ...]:
        """Who read which ruling that the program knows by a summary only."""
        ...


class OrganisationStore(OrganisationFacts, Protocol):
    """Keeps what the organisation fills in. Raises WriteError; the earlier file is then whole."""

    def save_parameter(self, parameter: Parameter) -> None:
        """Add a value, or put it in the place of the one with its name and first day."""
        ...

    def save_letter_facts(self, gemeentecode: Gemeentecode, facts: LetterFacts) -> None:
        """Add or replace the letter head of a municipality."""
        ...

    def save_reading(self, reading: RulingReading) -> None:
        """Add who read a ruling, or put it in the place of the earlier reading."""
        ...

    def remove_reading(self, ecli: str) -> None:
        """Take a reading out."""
        ...
