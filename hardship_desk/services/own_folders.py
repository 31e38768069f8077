"""Which folder papers go to: never one in which what somebody else made would be replaced.

What this dossier wrote stands in its log, with a digest. Everything else that bears the name of a paper
stays as it is: of another dossier with the same zaaknummer, or a letter that was changed by hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path

from hardship_desk.documents.zgw import BESLUIT, INFORMATIEOBJECT
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.services.paper_files import CASE_JSON, LETTER, REPORT, PaperFile
from hardship_desk.services.ports.cases import CaseRepository

WRITTEN = "bestand_uitgevoerd"
"""The event in the log of a dossier for each file that it wrote."""

Wrote = Callable[[str, bytes], bool]
"""Whether a file of this name with these bytes was written by the dossier."""

_PAPERS = (REPORT, LETTER, CASE_JSON, BESLUIT, INFORMATIEOBJECT)


def written_mark(decision_id: DecisionId, file: PaperFile) -> str:
    """What the log says of a file that was written."""
    return f"{decision_id}/{file.name}/{hashlib.sha256(file.data).hexdigest()}"


def wrote(repository: CaseRepository, case_id: CaseId, decisions: Iterable[DecisionId]) -> Wrote:
    """Asks the log of a dossier, for files of these decisions."""
    wanted = tuple(decisions)

    def asked(name: str, data: bytes) -> bool:
        file = PaperFile(name=name, data=data)
        return any(
            repository.is_noted(case_id, WRITTEN, written_mark(item, file)) for item in wanted
        )

    return asked


def own_folder(
    folder: Path, files: tuple[PaperFile, ...], ours: Wrote, *, within: str = ""
) -> Path:
    """This folder, or that name with -2 and so on: the first without papers of another.

    `within` names a folder in it where the files may come as well.
    """
    marked = (folder.with_name(f"{folder.name}{mark}") for mark in _marks())
    return next(
        item
        for item in marked
        if not _is_of_another(item, files, ours)
        and not (within and _is_of_another(item / within, files, ours))
    )


def own_mark(folder: Path, named: Callable[[str], Mapping[str, PaperFile]], ours: Wrote) -> str:
    """The first of "", "-2" and so on with which the names replace nothing of another."""
    return next(mark for mark in _marks() if not _replaces(folder, named(mark), ours))


def holds(folder: Path, names: tuple[str, ...], ours: Wrote) -> bool:
    """Whether one of these files stands in the folder and was written so."""
    found = ((name, _read(folder / name)) for name in names)
    return any(data is not None and ours(name, data) for name, data in found)


def _is_of_another(folder: Path, files: tuple[PaperFile, ...], ours: Wrote) -> bool:
    papers = {name: PaperFile(name=name, data=b"") for name in _PAPERS}
    return _replaces(folder, papers | {file.name: file for file in files}, ours)


def _replaces(folder: Path, files: Mapping[str, PaperFile], ours: Wrote) -> bool:
    """Whether a file stands there that is another than ours, and not the same as the new one."""
    for name, file in files.items():
        there = _read(folder / name)
        if there is not None and there != file.data and not ours(file.name, there):
            return True
    return False


def _marks() -> Iterator[str]:
    yield ""
    yield from (f"-{place}" for place in count(2))


def _read(path: Path) -> bytes | None:
    """What stands there, None for nothing; what cannot be read is nobody's and so not ours."""
    try:
        if not path.is_file():
            return None
    except OSError:
        return None  # writing there names the trouble
    try:
        return path.read_bytes()
    except OSError:
        return b"?"
