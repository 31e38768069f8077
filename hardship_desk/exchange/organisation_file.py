"""What an organisation filled in once: values that no source gives, and its letter heads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from hardship_desk.assessment.catalogue_reader import read_parameters
from hardship_desk.domain.errors import WriteError
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.ruling_reading import RulingReading
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.exchange.organisation_text import LETTER_KEYS, organisation_text
from hardship_desk.plugin_api.catalogue import Parameter, ParameterTable
from hardship_desk.questionnaire.toml_reader import (
    FileProblem,
    ProblemList,
    TableReader,
    parse_toml,
    read_toml,
)
from hardship_desk.services.ports.files import FileWriter
from hardship_desk.services.ports.organisation import LetterHeadEntry, OrganisationSettings

ORGANISATION = "organisatie"


@dataclass(frozen=True, slots=True)
class OrganisationContent:
    """The content of `organisatie.toml`; empty while nothing was filled in.

    Where the file has a mistake nothing of it counts, and `problems` says what is wrong.
    """

    table: ParameterTable = ParameterTable()
    letters: Mapping[Gemeentecode, LetterHeadEntry] = field(
        default_factory=lambda: MappingProxyType({})
    )
    problems: tuple[FileProblem, ...] = ()
    readings: tuple[RulingReading, ...] = ()


class OrganisationFile:
    """Keeps the file; fulfils `OrganisationStore`. Every save has reached the disk."""

    def __init__(self, path: Path, write: FileWriter) -> None:
        self._path = path
        self._write = write
        self._content = read_organisation(path)

    @property
    def problems(self) -> tuple[FileProblem, ...]:
        """What is wrong with the file; it must be mended by hand before anything is saved."""
        return self._content.problems

    def parameters(self) -> ParameterTable:
        """The values, each with the source and day of whoever found it."""
        return self._content.table

    def letter_facts(self, gemeentecode: Gemeentecode) -> LetterFacts:
        """Sender, addresses and names for a letter; empty text is not known yet."""
        return self._content.letters.get(gemeentecode, LetterHeadEntry()).facts

    def settings(self) -> OrganisationSettings:
        """Everything that was filled in, with where it was found."""
        now = self._content
        return OrganisationSettings(parameters=now.table.parameters, letters=now.letters)

    def save_settings(self, settings: OrganisationSettings) -> None:
        """Put these in the place of all values and letter heads, or change nothing."""
        self._save(parameters=settings.parameters, letters=settings.letters)

    def readings(self) -> tuple[RulingReading, ...]:
        """Who read which ruling."""
        return self._content.readings

    def save_reading(self, reading: RulingReading) -> None:
        """Add who read a ruling, or put it in the place of the earlier reading."""
        kept = (item for item in self._content.readings if item.ecli != reading.ecli)
        self._save(readings=(*kept, reading))

    def remove_reading(self, ecli: str) -> None:
        """Take a reading out."""
        self._save(readings=tuple(item for item in self._content.readings if item.ecli != ecli))

    def save_parameter(self, parameter: Parameter) -> None:
        """Add a value, or put it in the place of the one with its name and first day."""
        kept = (
            item
            for item in self._content.table.parameters
            if (item.name, item.valid.start) != (parameter.name, parameter.valid.start)
        )
        self._save(parameters=(*kept, parameter))

    def _save(
        self,
        parameters: tuple[Parameter, ...] | None = None,
        letters: Mapping[Gemeentecode, LetterHeadEntry] | None = None,
        readings: tuple[RulingReading, ...] | None = None,
    ) -> None:
        """Write the file with what changes; what is not given stays."""
        if self.problems:
            raise WriteError("organisatie_onleesbaar")
        now = self._content
        text = organisation_text(
            now.table.parameters if parameters is None else parameters,
            now.letters if letters is None else letters,
            now.readings if readings is None else readings,
        )
        self._write(self._path, text.encode("utf-8"))
        self._content = read_organisation(self._path)


def read_organisation(path: Path) -> OrganisationContent:
    """The file as it stands now; no file is the same as an empty one."""
    if not path.is_file():
        return OrganisationContent()
    problems = ProblemList()
    return _content(read_toml(path, problems), problems)


def parse_organisation(data: bytes, name: str = "organisatie.toml") -> OrganisationContent:
    """What the bytes of such a file hold; `name` is what its mistakes are told under."""
    problems = ProblemList()
    return _content(parse_toml(data, problems, name), problems)


def _content(table: TableReader, problems: ProblemList) -> OrganisationContent:
    letters = {}
    for item in table.tables("brief"):
        letters[Gemeentecode(item.text("gemeente"))] = _read_letter(item)
        item.finish()
    readings = tuple(_read_reading(item) for item in table.tables("uitspraak_gelezen"))
    parameters = ParameterTable(read_parameters(table, ORGANISATION))
    if problems.all():
        return OrganisationContent(problems=problems.all())
    return OrganisationContent(
        table=parameters, letters=MappingProxyType(letters), readings=readings
    )


def _read_reading(table: TableReader) -> RulingReading:
    reading = RulingReading(
        ecli=table.text("ecli"), on=table.day("op") or date.max, by=table.text("door")
    )
    table.finish()
    return reading


def _read_letter(table: TableReader) -> LetterHeadEntry:
    source, noted_on = table.text("bron", ""), table.optional_day("ingevuld_op")
    facts = _read_facts(table)
    return LetterHeadEntry(facts=facts, source=source, noted_on=noted_on)


def _read_facts(table: TableReader) -> LetterFacts:
    texts = {field: table.text(key, "") for key, field in LETTER_KEYS.items()}
    return LetterFacts(
        sender=texts["sender"],
        sender_address=texts["sender_address"],
        objection_address=texts["objection_address"],
        digital_channel=texts["digital_channel"],
        phone=texts["phone"],
        contact_person=texts["contact_person"],
        signatory=texts["signatory"],
    )
