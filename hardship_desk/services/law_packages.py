"""Newer law for this machine: looked at, taken in, taken back. It counts from the next start.

Law never changes under a dossier that is open: what is taken in is used when the program starts again.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from hardship_desk.assessment.law.changes import LawChange, law_changes
from hardship_desk.assessment.law.history import SHIPPED, LawInUse, LawSteps, law_with
from hardship_desk.assessment.law.joining import is_overtaken, joined
from hardship_desk.assessment.law.package import (
    PACKAGE_MANIFEST,
    LawPackage,
    ReadPackage,
    Signed,
    rank_of,
    read_package,
    with_file_list,
)
from hardship_desk.assessment.plugins.files import PluginFiles
from hardship_desk.assessment.plugins.loader import ReadPlugin
from hardship_desk.assessment.plugins.manifest import is_version
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.questionnaire.toml_reader import FileProblem, ProblemList, parse_toml
from hardship_desk.services.ports.law_packages import LawPackageStore

_STEADY = (2020, 1, 1, 0, 0, 0)
_HASH_IN_NAME = 12
_MOST_OFFERS, _LARGEST_MANIFEST = 20, 200_000

TryLaw = Callable[[LawInUse], tuple[FileProblem, ...]]
"""Runs the rules of the program on its examples with another law; what fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPackageParts:
    """What the use cases work with. `in_use` is the law with which the program started.

    `folder` is where the organisation puts new packages.
    """

    store: LawPackageStore
    shipped: ReadPlugin
    in_use: LawInUse
    signed: Signed
    try_law: TryLaw
    clock: Clock
    folder: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagePreview:
    """A package before it is taken in: what it changes, or every mistake in it."""

    package: LawPackage | None = None
    law: LawInUse | None = None
    changes: tuple[LawChange, ...] = ()
    problems: tuple[FileProblem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPackage:
    """A package that lies on this machine; `manifest` values are empty where it cannot be read."""

    name: str
    title: str
    version: str
    known_until: date | None
    is_active: bool
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageOffer:
    """A package that lies ready, by what it says of itself; nothing of it was checked."""

    path: Path
    title: str
    version: str
    known_until: date

    @property
    def rank(self) -> tuple[int, ...]:
        """The version as numbers."""
        return rank_of(self.version)


class LawPackageService:
    """Looks at packages, takes them in and goes back; a refused one changes nothing."""

    def __init__(self, parts: LawPackageParts) -> None:
        self._parts = parts

    @property
    def in_use(self) -> LawInUse:
        """The law with which the program started."""
        return self._parts.in_use

    def known_until(self) -> date | None:
        """The last day for which the law in use was known."""
        manifest = self._parts.in_use.law.manifest
        return manifest.texts_known_until if manifest is not None else None

    def check(self, path: Path) -> tuple[FileProblem, ...]:
        """Every mistake in a package that is being made; it need not be signed."""
        found = read_package(path, self._parts.shipped, None)
        return found.problems if found.package is None else self._tried(found.package)

    def preview(self, path: Path) -> PackagePreview:
        """What a signed package would change in the law of now; nothing is changed yet."""
        found = read_package(path, self._parts.shipped, self._parts.signed)
        package = found.package
        if package is None:
            return PackagePreview(problems=found.problems)
        now = self.law_now()
        problems = (*self._out_of_order(package, now), *self._tried(package))
        if problems:
            return PackagePreview(problems=problems)
        law = LawInUse(
            law=joined(self._parts.shipped, package), name=stored_name(package), package=package
        )
        return PackagePreview(package=package, law=law, changes=law_changes(now.law, law.law))

    def take_in(self, package: LawPackage) -> None:
        """Keep the package beside the others and use it from the next start.

        Raises WriteError or PackageError, and then nothing changed. Give it a package of `preview`.
        """
        self._parts.store.take_in(stored_name(package), zipped(package.files), self._now())

    def preview_rollback(self) -> PackagePreview:
        """What going back to the package from before would change."""
        before = self._law_of(self._parts.store.steps().before)
        return PackagePreview(
            package=before.package, law=before, changes=law_changes(self.law_now().law, before.law)
        )

    def roll_back(self) -> str:
        """Use the package from before from the next start; its name, empty for the law as shipped.

        Raises PackageError `wetspakket_niets_terug` or WriteError.
        """
        return self._parts.store.roll_back(self._now())

    def can_roll_back(self) -> bool:
        """Whether there is a package in use to go back from."""
        return self._steps().active != SHIPPED

    def waits_for_start(self) -> bool:
        """Whether other law was chosen than the program started with."""
        return self._steps().active != self._parts.in_use.name

    def offers(self) -> tuple[PackageOffer, ...]:
        """What lies in the folder of the organisation and is newer, newest first.

        Reads names and papers only; whether it may be taken in, `preview` tells. A folder on a
        network can be slow: run it beside the window.
        """
        folder = self._parts.folder
        found = [] if folder is None else [offer_of(path) for path in _zips(folder)]
        newest = rank_in_name(self._steps().active)
        offers = [item for item in found if item is not None and item.rank > newest]
        known = self.known_until()
        newer = [item for item in offers if known is None or item.known_until >= known]
        return tuple(sorted(newer, key=lambda item: item.rank, reverse=True))

    def stored(self) -> tuple[StoredPackage, ...]:
        """Every package on this machine, the oldest version first."""
        active = self._steps().active
        found = [self._stored(name, active) for name in self._parts.store.names()]
        return tuple(sorted(found, key=lambda item: (len(item.version), item.version)))

    def law_now(self) -> LawInUse:
        """The law of the last choice, which counts from the next start at the latest."""
        return self._law_of(self._steps().active)

    def _steps(self) -> LawSteps:
        try:
            return self._parts.store.steps()
        except HardshipDeskError:
            return LawSteps()

    def _law_of(self, name: str) -> LawInUse:
        return law_with(self._parts.shipped, name, self._read)

    def _read(self, name: str, shipped: ReadPlugin) -> ReadPackage:
        return read_package(self._parts.store.file_of(name), shipped, self._parts.signed)

    def _stored(self, name: str, active: str) -> StoredPackage:
        package = self._read(name, self._parts.shipped).package
        return StoredPackage(
            name=name,
            title=package.manifest.title if package else "",
            version=package.manifest.version if package else "",
            known_until=package.manifest.texts_known_until if package else None,
            is_active=name == active,
            is_whole=package is not None,
        )

    def _out_of_order(self, package: LawPackage, now: LawInUse) -> tuple[FileProblem, ...]:
        """Newer than what the program brings, and than the package in use."""
        found = []
        shipped = self._parts.shipped.manifest
        if is_overtaken(package, self._parts.shipped) and shipped is not None:
            reason = f"older_than_program {shipped.texts_known_until:%d-%m-%Y}"
            found.append(FileProblem(PACKAGE_MANIFEST, "texts_known_until", reason))
        if now.package is not None:
            active = now.package.manifest
            if package.manifest.rank <= active.rank:
                reason = f"not_newer_than_active {active.version}"
                found.append(FileProblem(PACKAGE_MANIFEST, "version", reason))
            if package.manifest.texts_known_until < active.texts_known_until:
                reason = f"older_than_active {active.texts_known_until:%d-%m-%Y}"
                found.append(FileProblem(PACKAGE_MANIFEST, "texts_known_until", reason))
        return tuple(found)

    def _tried(self, package: LawPackage) -> tuple[FileProblem, ...]:
        law = joined(self._parts.shipped, package)
        return self._parts.try_law(LawInUse(law=law, package=package))

    def _now(self) -> datetime:
        return self._parts.clock.now()


def stored_name(package: LawPackage) -> str:
    """How the file of a package is called where packages lie side by side."""
    found = package.manifest
    return f"{found.id}-{found.version}-{package.sha256[:_HASH_IN_NAME]}.zip"


def rank_in_name(name: str) -> tuple[int, ...]:
    """The version in the name of a stored package; below every version where there is none."""
    parts = name.rsplit("-", 2)
    return rank_of(parts[1]) if len(parts) == 3 and is_version(parts[1]) else ()


def offer_of(path: Path) -> PackageOffer | None:
    """What the package says of itself; None where it cannot be read so far."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(PACKAGE_MANIFEST) as packed_manifest:
            data = packed_manifest.read(_LARGEST_MANIFEST)
    except (OSError, KeyError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error, EOFError):
        return None
    table = parse_toml(data, ProblemList(), PACKAGE_MANIFEST)
    version, title, until = (table.raw(key) for key in ("version", "title", "texts_known_until"))
    if not isinstance(version, str) or not is_version(version) or type(until) is not date:
        return None
    return PackageOffer(path=path, title=str(title), version=version, known_until=until)


def _zips(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob("*.zip"), reverse=True)[:_MOST_OFFERS]
    except OSError:
        return []


def packed(files: PluginFiles) -> bytes:
    """The package as a zip with a list of its files, ready to be signed."""
    return zipped(with_file_list(files))


def zipped(files: PluginFiles) -> bytes:
    """These files as a zip; the same files always give the same bytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files.contents):
            entry = zipfile.ZipInfo(name, _STEADY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files.contents[name])
    return whole.getvalue()
