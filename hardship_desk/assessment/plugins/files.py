"""Reads the files of a plugin into memory, once: what is hashed is what is read and what runs."""

from __future__ import annotations

import hashlib
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader, parse_toml

MANIFEST = "plugin.toml"
RULES = "rules"
MOST_FILES, LARGEST_FILE, LARGEST_PLUGIN = 400, 2_000_000, 8_000_000
ZIP = ".zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginFiles:
    """The files of one plugin by their path in it. `name` is what its folder or zip is called.

    `folder` says whether it lies there as a folder, whose name has to be the id.
    """

    name: str
    place: Path
    contents: Mapping[str, bytes]
    folder: bool = True

    @property
    def sha256(self) -> str:
        """The hash over names and contents of all files, in a fixed order."""
        digest = hashlib.sha256()
        for name in sorted(self.contents):
            content = self.contents[name]
            digest.update(name.encode())
            digest.update(f"\0{len(content)}\0".encode())
            digest.update(content)
        return digest.hexdigest()

    @property
    def has_code(self) -> bool:
        """Whether something in it would run."""
        return any(name.endswith(".py") for name in self.modules())

    def modules(self) -> dict[str, bytes]:
        """The Python of the rules: `rules.py`, or the files of the package `rules`."""
        return {
            name: content
            for name, content in self.contents.items()
            if name == f"{RULES}.py" or (name.startswith(f"{RULES}/") and name.endswith(".py"))
        }

    def table(self, name: str, problems: ProblemList) -> TableReader:
        """A file as a table; a plugin need not have each file."""
        content = self.contents.get(name)
        if content is None:
            return TableReader(name, "", {}, problems)
        return parse_toml(content, problems, name)

    def themed(self, name: str) -> tuple[str, ...]:
        """`<name>.toml`, then the themes in the folder `<name>`, by name; those that are there."""
        themes = sorted(
            item for item in self.contents if PurePosixPath(item).match(f"{name}/*.toml")
        )
        whole = f"{name}.toml"
        return (*([whole] if whole in self.contents else []), *themes)

    def tables(self, name: str, problems: ProblemList) -> tuple[TableReader, ...]:
        """Every file of a kind as a table."""
        return tuple(self.table(item, problems) for item in self.themed(name))


def places_of_plugins(folder: Path, *, added: bool) -> tuple[Path, ...]:
    """Where plugins lie in a folder; of those that were added also what does not look like one."""
    if not folder.is_dir():
        return ()
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if not path.name.startswith((".", "__"))
        and (path.suffix.lower() == ZIP if path.is_file() else added or (path / MANIFEST).is_file())
    )


def read_files(path: Path, problems: ProblemList, manifest: str = MANIFEST) -> PluginFiles:
    """The files of a folder or a zip; what is wrong is noted, and nothing is raised.

    A zip of a folder is told by its manifest, which then stands in that folder.
    """
    try:
        if path.is_dir():
            return _read_folder(path, problems)
        return _without_outer(_read_zip(path, problems), manifest)
    except OSError:
        problems.add(path.name, "", "file_unreadable")
        return PluginFiles(name=path.stem, place=path, contents={})


def _read_folder(path: Path, problems: ProblemList) -> PluginFiles:
    contents: dict[str, bytes] = {}
    size = 0
    for file in _walk(path):
        name = file.relative_to(path).as_posix()
        if file.is_symlink():
            problems.add(name, "", "link_not_allowed")
            continue
        size += file.stat().st_size
        if not _fits(name, file.stat().st_size, (len(contents), size), problems):
            break
        contents[name] = file.read_bytes()
    return PluginFiles(name=path.name, place=path, contents=contents)


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder, without hidden ones and what Python leaves behind."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == "__pycache__":
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _read_zip(path: Path, problems: ProblemList) -> PluginFiles:
    contents: dict[str, bytes] = {}
    if path.stat().st_size > LARGEST_PLUGIN:
        problems.add(path.name, "", "plugin_too_large")
        return PluginFiles(name=path.stem, place=path, contents={}, folder=False)
    try:
        with zipfile.ZipFile(path) as archive:
            _unpack(archive, contents, problems)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        ValueError,
        EOFError,
    ):
        problems.add(path.name, "", "not_a_zip")
    return PluginFiles(name=path.stem, place=path, contents=contents, folder=False)


def _unpack(archive: zipfile.ZipFile, contents: dict[str, bytes], problems: ProblemList) -> None:
    size = 0
    for entry in archive.infolist():
        name = entry.filename
        if entry.is_dir():
            continue
        if not _is_safe(entry) or name in contents:
            problems.add(name[:80], "", "path_not_allowed")
            return
        size += entry.file_size
        if not _fits(name, entry.file_size, (len(contents), size), problems):
            return
        with archive.open(entry) as packed:
            content = packed.read(LARGEST_FILE + 1)
        if len(content) != entry.file_size:
            problems.add(name, "", "not_a_zip")
            return
        if not any(part.startswith(".") or part == "__pycache__" for part in name.split("/")):
            contents[name] = content


def _is_safe(entry: zipfile.ZipInfo) -> bool:
    """Whether a name stays inside, and is a plain file."""
    parts = entry.filename.split("/")
    plain = not any(part in ("", ".", "..") for part in parts)
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    return plain and not is_link and not any(sign in entry.filename for sign in "\\:\0")


def _fits(name: str, size: int, so_far: tuple[int, int], problems: ProblemList) -> bool:
    """Whether a file may come in; `so_far` is how many there are, and the size with this one."""
    count, total = so_far
    if size > LARGEST_FILE:
        problems.add(name, "", "file_too_large")
    elif count >= MOST_FILES or total > LARGEST_PLUGIN:
        problems.add(name, "", "plugin_too_large")
    else:
        return True
    return False


def _without_outer(files: PluginFiles, manifest: str) -> PluginFiles:
    """A zip of a folder is the folder: its name is that of the plugin."""
    outer = {name.partition("/")[0] for name in files.contents}
    if manifest in files.contents or len(outer) != 1:
        return files
    name = outer.pop()
    return PluginFiles(
        name=name,
        place=files.place,
        contents={item.partition("/")[2]: data for item, data in files.contents.items()},
    )
