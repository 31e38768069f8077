"""What an organisation filled in once: values that no source gives, and its letter heads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from hardship_desk.assessment.catalogue_reader import read_parameters
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.questionnaire.toml_reader import (
    FileProblem,
    ProblemList,
    TableReader,
    read_toml,
)

ORGANISATION = "organisatie"


@dataclass(frozen=True, slots=True)
class OrganisationFile:
    """The content of `organisatie.toml`; empty while nothing was filled in.

    Where the file has a mistake nothing of it counts, and `problems` says what is wrong.
    """

    table: ParameterTable = ParameterTable()
    letters: Mapping[str, LetterFacts] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[FileProblem, ...] = ()

    def parameters(self) -> ParameterTable:
        """The values, each with the source and date of the jurist."""
        return self.table

    def letter_facts(self, gemeentecode: Gemeentecode) -> LetterFacts:
        """Sender, addresses and names for a letter; empty text is not known yet."""
        return self.letters.get(gemeentecode, LetterFacts())


def read_organisation(path: Path) -> OrganisationFile:
    """The file as it stands now; no file is the same as an empty one."""
    if not path.is_file():
        return OrganisationFile()
    problems = ProblemList()
    table = read_toml(path, problems)
    letters = {}
    for item in table.tables("brief"):
        letters[item.text("gemeente")] = _read_letter(item)
        item.finish()
    parameters = ParameterTable(read_parameters(table, ORGANISATION))
    if problems.all():
        return OrganisationFile(problems=problems.all())
    return OrganisationFile(table=parameters, letters=MappingProxyType(letters))


def _read_letter(table: TableReader) -> LetterFacts:
    return LetterFacts(
        sender=table.text("afzender", ""),
        sender_address=table.text("adres", ""),
        objection_address=table.text("adres_bezwaar", ""),
        digital_channel=table.text("digitaal", ""),
        phone=table.text("telefoon", ""),
        contact_person=table.text("contactpersoon", ""),
        signatory=table.text("ondertekenaar", ""),
    )
