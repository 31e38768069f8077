"""What the use cases need to write packages down and to read them."""

from __future__ import annotations

from typing import Protocol

from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.package import Package
from hardship_desk.services.ports.organisation import OrganisationFacts


class PackageFormat(Protocol):
    """Writes a package for whoever knows its code."""

    def new_code(self) -> str:
        """A code nobody has, to be told by telephone."""
        ...

    def write(self, package: Package, code: str) -> bytes:
        """The package as a file that only the code opens."""
        ...

    def read(self, data: bytes, code: str) -> Package:
        """The package; raises PackageError where it is not whole, sound or opened by this code."""
        ...


class UsedValues(Protocol):
    """Writes down the organisation's own values that a dossier used, and reads them."""

    def text(self, facts: OrganisationFacts, gemeentecode: Gemeentecode) -> str:
        """The values, the readings of rulings and the letter head of one municipality."""
        ...

    def facts(self, text: str) -> OrganisationFacts:
        """What the text holds; raises PackageError where it has a mistake."""
        ...
