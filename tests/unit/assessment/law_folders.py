"""Writes packages of law into a folder, signed by a key of the test, to be read or taken in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from hardship_desk.assessment.law.history import LawInUse, law_with
from hardship_desk.assessment.law.package import (
    PACKAGE_MANIFEST,
    SIGNATURE,
    ReadPackage,
    Signed,
    read_package,
    with_file_list,
)
from hardship_desk.assessment.plugins.files import read_files
from hardship_desk.assessment.plugins.loader import ReadPlugin, read_plugin
from hardship_desk.config.files import write_atomically
from hardship_desk.exchange.law_keys_file import LAW
from hardship_desk.exchange.law_package_store import LawPackageFiles
from hardship_desk.exchange.package_signing import signature_of, signed_by
from hardship_desk.exchange.plugin_list_file import new_signing_key
from hardship_desk.questionnaire.toml_reader import FileProblem, ProblemList
from hardship_desk.services.law_packages import LawPackageParts, LawPackageService, TryLaw, zipped
from tests.unit.assessment.shelves import ROOT

PRIVATE, PUBLIC = new_signing_key()
SIGNED = signed_by((PUBLIC,), LAW)
MANIFEST = """id = "normen"
title = "Normen per 1 januari 2027"
version = "{version}"
api = 1
law_version = "1.0.0"
texts_known_until = {until}
contact = "proef"
"""
NORM = "norm.alleenstaande_21_aow"
PARAMETER = """[[parameter]]
name = "{name}"
unit = "euro"
anchor = "besluit"
basis = {{ law = "Participatiewet", article = "21" }}

[[parameter.value]]
valid_from = {start}
{end}value = {value}
certainty = "verified"
source = {{ title = "Proeftekst per 1-1-2027" }}
"""


def norm(
    value: str = "1450.25",
    start: str = "2027-01-01",
    end: str = "2027-06-30",
    name: str = NORM,
) -> str:
    """A `parameters.toml` with one value; an empty end has no last day."""
    last = f"valid_until = {end}\n" if end else ""
    return PARAMETER.format(name=name, value=value, start=start, end=last)


def write_package(
    folder: Path, *, version: str = "2027.1.0", until: str = "2027-06-30", **files: str
) -> Path:
    """A package as its maker writes it; a name `a__b` is the file `a/b.toml`."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = files.pop("manifest", MANIFEST.format(version=version, until=until))
    (folder / PACKAGE_MANIFEST).write_text(manifest)
    for key, text in (files or {"parameters": norm()}).items():
        path = folder / f"{key.replace('__', '/')}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return folder


def sealed(folder: Path, place: Path, key: bytes = PRIVATE) -> Path:
    """The folder as a signed zip."""
    files = with_file_list(read_files(folder, ProblemList(), PACKAGE_MANIFEST))
    signature = signature_of(files.contents[PACKAGE_MANIFEST], key, LAW)
    whole = replace(files, contents={**files.contents, SIGNATURE: signature})
    place.write_bytes(zipped(whole))
    return place


def package(tmp: Path, name: str = "pakket", **wanted: str) -> Path:
    """A signed package, ready to be taken in."""
    version, until = wanted.pop("version", "2027.1.0"), wanted.pop("until", "2027-06-30")
    folder = write_package(tmp / f"{name}-bron", version=version, until=until, **wanted)
    return sealed(folder, tmp / f"{name}.zip")


@cache
def shipped() -> ReadPlugin:
    """National law as it is shipped."""
    return read_plugin(ROOT / "plugins" / "landelijk")


def read(path: Path, signed: Signed | None = SIGNED) -> ReadPackage:
    """The package held against shipped law."""
    return read_package(path, shipped(), signed)


def mistakes(path: Path, signed: Signed | None = SIGNED) -> list[str]:
    """What is wrong with a package, each as file, key and reason."""
    return [str(item) for item in read(path, signed).problems]


def store(tmp: Path) -> LawPackageFiles:
    """Packages side by side below a folder."""
    return LawPackageFiles(tmp / "wetspakketten", write_atomically)


def law_in(tmp: Path) -> LawInUse:
    """The law with which the program would start."""
    kept = store(tmp)
    return law_with(
        shipped(),
        kept.steps().active,
        lambda name, law: read_package(kept.file_of(name), law, SIGNED),
    )


class OneHourLater:
    """A clock of which every look is an hour after the one before."""

    def __init__(self) -> None:
        self._hour = 0

    def now(self) -> datetime:
        self._hour += 1
        return datetime(2026, 11, 25, self._hour, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 11, 25)


def nothing_fails(_law: LawInUse) -> tuple[FileProblem, ...]:
    return ()


def service(
    tmp: Path, try_law: TryLaw = nothing_fails, folder: Path | None = None
) -> LawPackageService:
    """The use cases on that folder, as after a start."""
    return LawPackageService(
        LawPackageParts(
            store=store(tmp),
            shipped=shipped(),
            in_use=law_in(tmp),
            signed=SIGNED,
            try_law=try_law,
            clock=OneHourLater(),
            folder=folder,
        )
    )


def take_in(tmp: Path, path: Path) -> LawPackageService:
    """Take a package in, and start again."""
    found = service(tmp)
    preview = found.preview(path)
    assert preview.package is not None, preview.problems
    found.take_in(preview.package)
    return service(tmp)
