"""What the use cases need to know of the organisation that works with the program."""

from __future__ import annotations

from typing import Protocol

from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.plugin_api.catalogue import ParameterTable


class OrganisationFacts(Protocol):
    """Values and names that the organisation filled in, each once."""

    def parameters(self) -> ParameterTable:
        """The values that no source gives, with the source and date of the jurist."""
        ...

    def letter_facts(self, gemeentecode: Gemeentecode) -> LetterFacts:
        """Sender, addresses and names for a letter; empty text is not known yet."""
        ...
