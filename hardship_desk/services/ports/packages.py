"""What the use cases need to write packages down and to read them."""

from __future__ import annotations

from typing import Protocol

from hardship_desk.domain.contact import OwnKeys
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.package import ByCode, OpenedPackage, Package, Receiver
from hardship_desk.services.ports.organisation import OrganisationFacts


class PackageFormat(Protocol):
    """Writes a package for one receiver, signed by the sender."""

    def new_code(self) -> str:
        """A code nobody has, to be told by telephone."""
        ...

    def needs_code(self, data: bytes) -> bool:
        """Whether a file asks for a code, and not for the keys of its receiver."""
        ...

    def write(self, package: Package, sender: OwnKeys, to: Receiver) -> bytes:
        """The package as a file, signed by the sender, that only the receiver opens."""
        ...

    def read(self, data: bytes, way: ByCode | OwnKeys) -> OpenedPackage:
        """The package and who signed it.

        Raises PackageError where it is not whole, sound, meant for this receiver or rightly signed.
        """
        ...


class UsedValues(Protocol):
    """Writes down the organisation's own values that a dossier used, and reads them."""

    def text(self, facts: OrganisationFacts, gemeentecode: Gemeentecode) -> str:
        """The values, the readings of rulings and the letter head of one municipality."""
        ...

    def facts(self, text: str) -> OrganisationFacts:
        """What the text holds; raises PackageError where it has a mistake."""
        ...
