"""The settings of an organisation as one signed file, for its other laptops.

A zip of `organisatiepakket.toml` (what it is, with the SHA-256 of the other), `organisatie.toml` and the
signature over the first. Who read which ruling does not travel: that names a person.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hardship_desk.assessment.law.package import SIGNATURE
from hardship_desk.assessment.plugins.files import PluginFiles, read_files
from hardship_desk.exchange.organisation_file import parse_organisation
from hardship_desk.exchange.organisation_text import organisation_text
from hardship_desk.questionnaire.toml_reader import FileProblem, ProblemList
from hardship_desk.services.law_packages import zipped
from hardship_desk.services.ports.organisation import (
    OrganisationSettings,
    ReadSettings,
    SettingsPackage,
)

PAPERS, SETTINGS = "organisatiepakket.toml", "organisatie.toml"
_TEXT = """# De gegevens van een organisatie, voor haar andere laptops.
made_on = {day}
sha256 = "{sha256}"
"""


@dataclass(frozen=True, slots=True)
class SettingsPackageFile:
    """Fulfils `SettingsFormat`. `signed` says whether a manifest bears a trusted signature."""

    signed: Callable[[bytes, bytes], str]

    def write(self, settings: OrganisationSettings, made_on: date) -> bytes:
        """The settings as a package that is still to be signed."""
        text = organisation_text(settings.parameters, settings.letters).encode()
        papers = _TEXT.format(day=made_on.isoformat(), sha256=_sha256(text)).encode()
        files = PluginFiles(name="", place=Path(), contents={PAPERS: papers, SETTINGS: text})
        return zipped(files)

    def read(self, path: Path) -> ReadSettings:
        """The package, or every mistake in it; nothing is raised."""
        problems = ProblemList()
        files = read_files(path, problems, PAPERS)
        found = list(problems.all()) or list(_outside(files, self.signed))
        if found:
            return ReadSettings(problems=tuple(found))
        papers = files.table(PAPERS, problems)
        made_on, sha256 = papers.day("made_on"), papers.text("sha256")
        papers.finish()
        found = list(problems.all())
        if sha256 and sha256 != _sha256(files.contents[SETTINGS]):
            found.append(FileProblem(SETTINGS, "", "other_hash"))
        content = parse_organisation(files.contents[SETTINGS])
        found += content.problems
        if found or made_on is None:
            return ReadSettings(problems=tuple(found))
        settings = OrganisationSettings(
            parameters=content.table.parameters, letters=content.letters
        )
        package = SettingsPackage(made_on=made_on, sha256=files.sha256, settings=settings)
        return ReadSettings(package=package)


def settings_files(path: Path) -> PluginFiles:
    """The files of a package, to be signed."""
    return read_files(path, ProblemList(), PAPERS)


def _outside(files: PluginFiles, signed: Callable[[bytes, bytes], str]) -> Iterator[FileProblem]:
    """What is wrong before anything in it is believed."""
    for name in (PAPERS, SETTINGS):
        if name not in files.contents:
            yield FileProblem(name, "", "missing")
    for name in files.contents:
        if name not in (PAPERS, SETTINGS, SIGNATURE):
            yield FileProblem(name, "", "not_in_settings")
    if SIGNATURE not in files.contents:
        yield FileProblem(SIGNATURE, "", "not_signed")
        return
    code = signed(files.contents.get(PAPERS, b""), files.contents[SIGNATURE])
    if code:
        yield FileProblem(SIGNATURE, "", code)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
