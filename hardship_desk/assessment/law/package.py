"""Reads a wetspakket: newer norms, provisions, conflicts, rulings and sentences, and never code.

`wetspakket.toml` says what it is and lists every file with its SHA-256; the signature is over that one
file, so that it covers all of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from hardship_desk.assessment.law.checks import law_problems
from hardship_desk.assessment.plugins.contents import PluginContents, read_contents, read_texts
from hardship_desk.assessment.plugins.files import PluginFiles, read_files
from hardship_desk.assessment.plugins.loader import ReadPlugin
from hardship_desk.assessment.plugins.manifest import (
    API_VERSION,
    NATIONAL,
    is_plugin_id,
    is_version,
)
from hardship_desk.domain.ids import PluginId
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.manifest import PluginManifest
from hardship_desk.questionnaire.toml_reader import FileProblem, ProblemList, TableReader

PACKAGE_MANIFEST, SIGNATURE = "wetspakket.toml", "handtekening.txt"
PACKAGE = "wetspakket"
"""How a package is named among the plugins of a decision."""
LAW_KINDS = frozenset(["parameters", "provisions", "conflicts", "rulings", "texts"])
"""The files a package may have, each as `<kind>.toml` or as themes in a folder `<kind>`."""

Signed = Callable[[bytes, bytes], str]
"""Given the manifest and its signature: empty where a trusted key made it, else why not, as a code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageManifest:
    """What a package says of itself. `law_version` is the shipped law on which it was made."""

    id: str
    title: str
    version: str
    texts_known_until: date
    law_version: str
    contact: str = ""
    files: Mapping[str, str]

    @property
    def rank(self) -> tuple[int, ...]:
        """The version as numbers, to tell which package is newer."""
        return rank_of(self.version)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPackage:
    """A package without mistakes."""

    manifest: PackageManifest
    files: PluginFiles
    contents: PluginContents
    texts: Mapping[str, str]

    @property
    def sha256(self) -> str:
        """The hash over all its files, which every decision made with it names."""
        return self.files.sha256

    def as_plugin(self) -> PluginManifest:
        """The papers under which decisions name it."""
        found = self.manifest
        return PluginManifest(
            id=PluginId(PACKAGE),
            title=found.title,
            version=found.version,
            api=API_VERSION,
            gemeentecodes=(),
            valid=Period(date.min),
            contact=found.contact,
            texts_known_until=found.texts_known_until,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPackage:
    """What was read: a package, or every mistake that stands in its way."""

    package: LawPackage | None
    problems: tuple[FileProblem, ...]


def rank_of(version: str) -> tuple[int, ...]:
    """A version such as 2027.1.0 as numbers."""
    return tuple(int(part) for part in version.split("."))


def read_package(path: Path, national: ReadPlugin, signed: Signed | None) -> ReadPackage:
    """A package held against national law as it is shipped; nothing is raised.

    Without `signed` it is one that is still being made: a folder or a zip that nobody signed yet.
    """
    problems = ProblemList()
    files = read_files(path, problems, PACKAGE_MANIFEST)
    if problems.all():
        return ReadPackage(package=None, problems=problems.all())
    return package_of(files, national, signed)


def package_of(files: PluginFiles, national: ReadPlugin, signed: Signed | None) -> ReadPackage:
    """The package in these files, as `read_package` gives it."""
    problems = ProblemList()
    manifest = _read_manifest(files, problems)
    found = [*problems.all(), *_foreign(files)]
    if signed is not None:
        found += [*_signature_problems(files, signed), *_hash_problems(files, manifest)]
    if manifest is None or found:
        return ReadPackage(package=None, problems=tuple(found))
    noted = ProblemList()
    papers = PluginManifest(
        id=PluginId(NATIONAL),
        title=manifest.title,
        version=manifest.version,
        api=API_VERSION,
        gemeentecodes=(),
        valid=Period(date.min),
    )
    contents, texts = read_contents(files, papers, noted), read_texts(files, noted)
    found = [*noted.all(), *law_problems(contents, files, national)]
    if found:
        return ReadPackage(package=None, problems=tuple(dict.fromkeys(found)))
    package = LawPackage(manifest=manifest, files=files, contents=contents, texts=texts)
    return ReadPackage(package=package, problems=())


def with_file_list(files: PluginFiles) -> PluginFiles:
    """The files with a manifest that lists them all; an earlier list and signature are gone."""
    text = files.contents[PACKAGE_MANIFEST].decode("utf-8")
    head = text.partition("[[file]]")[0].rstrip()
    names = sorted(set(files.contents) - {PACKAGE_MANIFEST, SIGNATURE})
    blocks = (
        f'[[file]]\nname = "{name}"\nsha256 = "{_sha256(files.contents[name])}"' for name in names
    )
    listed = "\n\n".join((head, *blocks)) + "\n"
    kept = {name: files.contents[name] for name in names}
    return replace(files, contents={PACKAGE_MANIFEST: listed.encode(), **kept})


def _read_manifest(files: PluginFiles, problems: ProblemList) -> PackageManifest | None:
    if PACKAGE_MANIFEST not in files.contents:
        problems.add(PACKAGE_MANIFEST, "", "missing")
        return None
    table = files.table(PACKAGE_MANIFEST, problems)
    known_until, api = table.day("texts_known_until"), table.number("api")
    name, version, law_version = (table.text(key) for key in ("id", "version", "law_version"))
    title, contact = table.text("title"), table.text("contact", "")
    if name and not is_plugin_id(name):
        table.problem("id", "not_an_id")
    for key, text in (("version", version), ("law_version", law_version)):
        if text and not is_version(text):
            table.problem(key, "not_a_version")
    if api != API_VERSION:
        table.problem("api", f"other_api_version {api} ({API_VERSION})")
    listed = table.each("file", _read_listed)
    if len({item for item, _ in listed}) != len(listed):
        table.problem("file", "file_twice")
    table.finish()
    if problems.all() or known_until is None:
        return None
    return PackageManifest(
        id=name,
        title=title,
        version=version,
        texts_known_until=known_until,
        law_version=law_version,
        contact=contact,
        files=dict(listed),
    )


def _read_listed(table: TableReader) -> tuple[str, str]:
    return table.text("name"), table.text("sha256")


def _foreign(files: PluginFiles) -> Iterator[FileProblem]:
    """Files that have no place in a package; code above all."""
    for name in files.contents:
        path = PurePosixPath(name)
        if name in (PACKAGE_MANIFEST, SIGNATURE):
            continue
        kind = path.parts[0] if len(path.parts) > 1 else path.stem
        if path.suffix in (".py", ".pyc", ".so", ".dll", ".exe", ".code"):
            yield FileProblem(name, "", "code_in_package")
        elif path.suffix != ".toml" or kind not in LAW_KINDS or len(path.parts) > 2:
            yield FileProblem(name, "", "unknown_file")


def _signature_problems(files: PluginFiles, signed: Signed) -> Iterator[FileProblem]:
    if SIGNATURE not in files.contents:
        yield FileProblem(SIGNATURE, "", "not_signed")
        return
    code = signed(files.contents.get(PACKAGE_MANIFEST, b""), files.contents[SIGNATURE])
    if code:
        yield FileProblem(SIGNATURE, "", code)


def _hash_problems(files: PluginFiles, manifest: PackageManifest | None) -> Iterator[FileProblem]:
    """Every file is listed with its own hash, and what is listed is there."""
    if manifest is None:
        return
    present = set(files.contents) - {PACKAGE_MANIFEST, SIGNATURE}
    for name in sorted(present - set(manifest.files)):
        yield FileProblem(PACKAGE_MANIFEST, f"file[{name}]", "file_not_listed")
    for name, sha256 in manifest.files.items():
        if name not in present:
            yield FileProblem(PACKAGE_MANIFEST, f"file[{name}]", "listed_file_missing")
        elif _sha256(files.contents[name]) != sha256:
            yield FileProblem(name, "", "other_hash")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
