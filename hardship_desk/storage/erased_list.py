"""What was destroyed, noted beside the vault and its copies, so that no copy brings it back.

A line names no dossier: it holds a mark that only the key of the vault can make of an id, and a seal,
so that nobody can have a dossier destroyed by adding a line.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import CaseId
from hardship_desk.storage.keys.passphrase import DataKey
from hardship_desk.storage.opening import backup_folder
from hardship_desk.storage.session import Session

AGAIN = "na_terugzetten"
_TOMBSTONES = "SELECT case_id, erased_at, ground FROM tombstone ORDER BY key"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One destroyed dossier, by its mark."""

    mark: str
    erased_at: str
    ground: str
    seal: str


class ErasedList:
    """The list of one open vault, in each place where a copy of it may be found."""

    def __init__(self, path: Path, session: Session) -> None:
        self._path = path
        self._session = session
        self._key = session.database.key
        self.erased_again = 0
        """How many dossiers a copy brought back, that were destroyed again."""

    def erase_again(self) -> None:
        """Destroy what was destroyed before and a copy brought back, and count it.

        The list is brought up to date first: what the vault says was destroyed stands in it.
        """
        known = {line.mark: line for line in self._read()}
        with self._session.reading():
            own = {line.mark: line for line in self._own()}
            back = [] if known.keys() <= own.keys() else self._brought_back(known)
        if back:
            self._erase(back)
        if not own.keys() <= known.keys():
            self.write()
        self.erased_again = len(back)

    def write(self) -> None:
        """Note what was destroyed, also beside the copies.

        Where that cannot be done now, it is done with the next copy or when the vault is opened.
        """
        with self._session.reading():
            own = list(self._own())
        lines = {line.mark: line for line in (*self._read(), *own)}
        if not lines:
            return
        text = "".join(f"{json.dumps(asdict(line), sort_keys=True)}\n" for line in lines.values())
        _write_everywhere(self._path, text)

    def _erase(self, back: list[tuple[CaseId, _Line]]) -> None:
        from hardship_desk.storage.erasure import erase, sweep

        for case_id, line in back:
            with self._session.writing() as at:
                erase(self._session, case_id, at, (line.erased_at, line.ground), subject=AGAIN)
        sweep(self._session)

    def _brought_back(self, known: dict[str, _Line]) -> list[tuple[CaseId, _Line]]:
        ids = [str(row[0]) for row in self._session.database.rows("SELECT case_id FROM dossier")]
        marks = {_mark(self._key, case_id): CaseId(case_id) for case_id in ids}
        return [(marks[mark], line) for mark, line in known.items() if mark in marks]

    def _own(self) -> Iterator[_Line]:
        """What the vault itself says was destroyed."""
        for case_id, erased_at, ground in self._session.database.rows(_TOMBSTONES):
            mark = _mark(self._key, str(case_id))
            fields = (mark, str(erased_at), str(ground))
            yield _Line(
                mark=mark, erased_at=fields[1], ground=fields[2], seal=_seal(self._key, fields)
            )

    def _read(self) -> Iterator[_Line]:
        """The lines that this vault wrote; others are passed over."""
        for text in lines_in((erased_path(self._path),)):
            try:
                line = _Line(**json.loads(text))
                fields = (line.mark, line.erased_at, line.ground)
                if hmac.compare_digest(line.seal, _seal(self._key, fields)):
                    yield line
            except (ValueError, TypeError):
                continue


def erased_path(vault: Path) -> Path:
    """Where the list of a vault stands."""
    return vault.with_name(f"{vault.name}.vernietigd")


def gather(vault: Path, folder: Path) -> None:
    """Put the lines that stand beside the copies in the list of the vault as well.

    They are read when the vault is opened: only its key can tell which are true. Raises WriteError.
    """
    target = erased_path(vault)
    places = (target, folder / target.name)
    lines = tuple(dict.fromkeys(lines_in(places)))
    if lines != tuple(lines_in((target,))):
        write_atomically(target, "".join(f"{line}\n" for line in lines).encode())


def lines_in(places: Iterable[Path]) -> Iterator[str]:
    """The lines of these files, where they are there and can be read."""
    for place in places:
        try:
            text = place.read_text("utf-8")
        except (OSError, ValueError):
            continue
        yield from text.splitlines()


def _write_everywhere(vault: Path, text: str) -> None:
    from hardship_desk.storage.backups.folder import read_second_place

    for folder in (vault.parent, backup_folder(vault), read_second_place(vault)):
        if folder is not None and folder.is_dir():
            with suppress(HardshipDeskError):
                write_atomically(folder / erased_path(vault).name, text.encode())


def _mark(key: DataKey, case_id: str) -> str:
    return hmac.new(key.derived("vernietigd"), case_id.encode(), "sha256").hexdigest()


def _seal(key: DataKey, fields: tuple[str, str, str]) -> str:
    text = json.dumps(["regel", *fields]).encode()
    return hmac.new(key.derived("vernietigd"), text, "sha256").hexdigest()
