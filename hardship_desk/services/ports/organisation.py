"""What the use cases need to know of the organisation that works with the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.ruling_reading import RulingReading
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.plugin_api.catalogue import Parameter, ParameterTable
from hardship_desk.questionnaire.toml_reader import FileProblem


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


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHeadEntry:
    """The letter head of a municipality, where it was found and when it was written down."""

    facts: LetterFacts = field(default_factory=LetterFacts)
    source: str = ""
    noted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSettings:
    """What an organisation looked up once: values that no source gives, and letter heads."""

    parameters: tuple[Parameter, ...] = ()
    letters: Mapping[Gemeentecode, LetterHeadEntry] = field(
        default_factory=lambda: MappingProxyType({})
    )


class OrganisationStore(OrganisationFacts, Protocol):
    """Keeps what the organisation fills in. Raises WriteError; the earlier file is then whole."""

    def save_parameter(self, parameter: Parameter) -> None:
        """Add a value, or put it in the place of the one with its name and first day."""
        ...

    def settings(self) -> OrganisationSettings:
        """Everything that was filled in, with where it was found."""
        ...

    def save_settings(self, settings: OrganisationSettings) -> None:
        """Put these in the place of all values and letter heads, or change nothing."""
        ...

    def save_reading(self, reading: RulingReading) -> None:
        """Add who read a ruling, or put it in the place of the earlier reading."""
        ...

    def remove_reading(self, ecli: str) -> None:
        """Take a reading out."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPackage:
    """The settings of an organisation as they came in, and when they were put together."""

    made_on: date
    sha256: str
    settings: OrganisationSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """What was read: a package, or every mistake that stands in its way."""

    package: SettingsPackage | None = None
    problems: tuple[FileProblem, ...] = ()


class SettingsFormat(Protocol):
    """Writes and reads the settings of an organisation as one file."""

    def write(self, settings: OrganisationSettings, made_on: date) -> bytes:
        """The settings as a package that is still to be signed."""
        ...

    def read(self, path: Path) -> ReadSettings:
        """The package, or every mistake in it; nothing is raised."""
        ...
