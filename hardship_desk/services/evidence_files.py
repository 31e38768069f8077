"""Files that are dropped as evidence: only what they are is kept, and a copy where policy allows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import chain, count
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.case import Case
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.ids import CaseId, EvidenceId
from hardship_desk.domain.package import EvidenceCopy
from hardship_desk.domain.policy import Policy
from hardship_desk.domain.written_copy import WrittenCopy
from hardship_desk.services.ports.files import FileWriter

LARGEST_COPY = 20 * 1024 * 1024
LARGEST_LOOKED_AT = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedFile:
    """What a file says about itself."""

    title: str
    dated: date
    sha256: str
    size: int


class EvidenceFileStore(Protocol):
    """Keeps encrypted copies of files. Raises VaultError."""

    def put_file(self, case_id: CaseId, evidence_id: EvidenceId, ending: str, data: bytes) -> None:
        """Keep a copy, in the place of an earlier one."""
        ...

    def get_file(self, case_id: CaseId, evidence_id: EvidenceId) -> tuple[str, bytes] | None:
        """The ending and the content of the copy; None where there is none."""
        ...

    def has_file(self, case_id: CaseId, evidence_id: EvidenceId) -> bool:
        """Whether there is a copy."""
        ...

    def note_copied_out(
        self, case_id: CaseId, evidence_id: EvidenceId, sha256: str, path: str
    ) -> None:
        """Put in the log that the copy left the vault, and remember for this user where it went."""
        ...

    def written_copies(self) -> tuple[WrittenCopy, ...]:
        """The copies that this user wrote out and did not clear away, oldest first."""
        ...

    def forget_copy(self, path: str) -> None:
        """Note that a copy is no longer there."""
        ...

    def moment(self) -> datetime:
        """The moment by the clock of the store."""
        ...


class EvidenceFilesService:
    """Looks at dropped files; copies are kept only where the policy says so.

    A copy that was kept before can be written out, also where none are kept any more. A store
    without a vault is None.
    """

    def __init__(
        self,
        store: EvidenceFileStore | None,
        write: FileWriter,
        *,
        keeps: bool = False,
        days: int | None = None,
    ) -> None:
        self._store = store
        self._write = write
        self._keeps = keeps
        self.days = days
        """After how many days a copy outside the vault is named; None where the policy says nothing."""

    @classmethod
    def under(
        cls, policy: Policy, store: EvidenceFileStore, write: FileWriter
    ) -> EvidenceFilesService:
        """The service as the policy of the organisation has it."""
        return cls(store, write, keeps=policy.evidence_copies, days=policy.working_copy_days)

    @property
    def keeps_copies(self) -> bool:
        """Whether a copy of a dropped file is kept in the vault."""
        return self._store is not None and self._keeps

    def has_copy(self, case_id: CaseId, evidence_id: EvidenceId) -> bool:
        """Whether the vault holds a copy of the file behind a piece."""
        return self._store is not None and self._store.has_file(case_id, evidence_id)

    def look_at(self, path: Path) -> DroppedFile:
        """What the file is; HardshipDeskError `bestand_onleesbaar` or `bestand_te_groot`."""
        try:
            found = path.stat()
            if found.st_size > LARGEST_LOOKED_AT:
                raise HardshipDeskError("bestand_te_groot")
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            raise HardshipDeskError("bestand_onleesbaar") from None
        return DroppedFile(
            title=path.stem,
            dated=datetime.fromtimestamp(found.st_mtime).astimezone().date(),
            sha256=sha256,
            size=found.st_size,
        )

    def keep(self, case_id: CaseId, evidence_id: EvidenceId, path: Path) -> bool:
        """Keep a copy where the policy allows; whether one is kept.

        HardshipDeskError `bestand_te_groot` above 20 MB: then the piece is a reference only.
        """
        if self._store is None or not self._keeps:
            return False
        try:
            if path.stat().st_size > LARGEST_COPY:
                raise HardshipDeskError("bestand_te_groot")
            data = path.read_bytes()
        except OSError:
            raise HardshipDeskError("bestand_onleesbaar") from None
        self._store.put_file(case_id, evidence_id, path.suffix.lower(), data)
        return True

    def copies_of(self, case: Case, room: int) -> tuple[EvidenceCopy, ...]:
        """The copies that are kept of the evidence, as many as there is room for in bytes.

        None where the policy keeps no copies: then none travels either.
        """
        if self._store is None or not self._keeps:
            return ()
        found = []
        for piece in case.evidence:
            kept = self._store.get_file(case.id, piece.id)
            if kept is not None and len(kept[1]) <= room:
                ending, content = kept
                room -= len(content)
                found.append(EvidenceCopy(evidence=piece.id, ending=ending, content=content))
        return tuple(found)

    def left_out(self, case: Case, copies: tuple[EvidenceCopy, ...]) -> tuple[str, ...]:
        """The titles of the pieces whose copy is kept here and is not among these."""
        taken = {item.evidence for item in copies}
        return tuple(
            piece.title
            for piece in case.evidence
            if piece.id not in taken and self.has_copy(case.id, piece.id)
        )

    def take_in(self, case_id: CaseId, copies: tuple[EvidenceCopy, ...]) -> int:
        """Keep copies that came in a package, where the policy keeps any; how many are kept."""
        fitting = [item for item in copies if len(item.content) <= LARGEST_COPY]
        if self._store is None or not self._keeps:
            return 0
        for item in fitting:
            self._store.put_file(case_id, item.evidence, item.ending, item.content)
        return len(fitting)

    def write_copies(self, copies: tuple[EvidenceCopy, ...], folder: Path) -> tuple[Path, ...]:
        """Write copies from a package to a folder, for who reads along; raises WriteError."""
        written = []
        for item in copies:
            target = _free_name(folder, item.evidence, item.ending)
            self._write(target, item.content)
            written.append(target)
        return tuple(written)

    def copy_out(self, case_id: CaseId, piece: Evidence, folder: Path) -> Path | None:
        """Write the copy to a folder on request, which is logged; None where none was kept.

        A file of that name stays as it is. Raises WriteError, or HardshipDeskError
        `kopie_niet_gelijk` where the copy is not the file whose hash stands with the piece.
        """
        found = self._store.get_file(case_id, piece.id) if self._store else None
        if found is None or self._store is None:
            return None
        ending, data = found
        sha256 = hashlib.sha256(data).hexdigest()
        if piece.sha256 and piece.sha256 != sha256:
            raise HardshipDeskError("kopie_niet_gelijk")
        target = _free_name(folder, piece.id, ending)
        self._store.note_copied_out(case_id, piece.id, sha256, str(target.absolute()))
        self._write(target, data)
        return target

    def left_behind(self) -> tuple[WrittenCopy, ...]:
        """The copies that still stand outside the vault as they were written, and are old enough.

        One that was changed since is somebody's work, and no longer ours to name.
        """
        if self._store is None:
            return ()
        before = self._store.moment() - timedelta(days=self.days or 0)
        old = (item for item in self._store.written_copies() if item.at <= before)
        return tuple(item for item in old if _is_untouched(item))

    def clear_away(self, paths: tuple[str, ...]) -> int:
        """Remove these copies where they still are what was written; how many are gone.

        HardshipDeskError `bestand_niet_verwijderd` where one cannot be removed.
        """
        gone = 0
        for item in self.left_behind():
            if item.path not in paths or self._store is None:
                continue
            try:
                Path(item.path).unlink()
            except OSError:
                raise HardshipDeskError("bestand_niet_verwijderd") from None
            self._store.forget_copy(item.path)
            gone += 1
        return gone


def _is_untouched(item: WrittenCopy) -> bool:
    try:
        with Path(item.path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == item.sha256
    except OSError:
        return False


def _free_name(folder: Path, stem: str, ending: str) -> Path:
    """A name that says nothing of the inwoner, and that no file has yet."""
    names = (
        f"{stem}{mark}{ending}" for mark in chain(("",), (f"-{number}" for number in count(2)))
    )
    return next(folder / name for name in names if not (folder / name).exists())
