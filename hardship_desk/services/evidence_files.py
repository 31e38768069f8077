"""Files that are dropped as evidence: only what they are is kept, and a copy where policy allows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import CaseId, EvidenceId
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


class EvidenceFilesService:
    """Looks at dropped files; `store` is None where the policy keeps no copies."""

    def __init__(self, store: EvidenceFileStore | None, write: FileWriter) -> None:
        self._store = store
        self._write = write

    @property
    def keeps_copies(self) -> bool:
        """Whether a copy of a dropped file is kept in the vault."""
        return self._store is not None

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
        if self._store is None:
            return False
        try:
            if path.stat().st_size > LARGEST_COPY:
                raise HardshipDeskError("bestand_te_groot")
            data = path.read_bytes()
        except OSError:
            raise HardshipDeskError("bestand_onleesbaar") from None
        self._store.put_file(case_id, evidence_id, path.suffix.lower(), data)
        return True

    def copy_out(self, case_id: CaseId, evidence_id: EvidenceId, folder: Path) -> Path | None:
        """Write the copy to a folder on request; None where none was kept. Raises WriteError."""
        found = self._store.get_file(case_id, evidence_id) if self._store else None
        if found is None:
            return None
        target = folder / f"{evidence_id}{found[0]}"
        self._write(target, found[1])
        return target
