"""A backup as it lies in a folder: the encrypted copy, and beside it what it should hold.

A copy without its description does not count: the description is written when the copy was opened
again and found whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.digest import sha256_of

_FORM = 1
_NAME = "kopie-{serial:06d}-{moment:%Y%m%dT%H%M%SZ}.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a copy holds; `elapsed` is time that passed for the vault, whatever the clock did.

    `agrees` is whether the log went on from that of the copy before.
    """

    serial: int
    made_at: str
    elapsed: int
    reason: str
    program: str
    version: int
    size: int
    sha256: str
    content: str
    rows: dict[str, int]
    audit_count: int
    audit_seal: str
    agrees: bool

    @property
    def moment(self) -> datetime:
        """When the copy was made, by the clock of then."""
        return datetime.fromisoformat(self.made_at)

    @property
    def anchor(self) -> AuditHead:
        """Where the log of the copy ends."""
        return AuditHead(count=self.audit_count, seal=self.audit_seal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy that was verified, with its description."""

    file: Path
    manifest: Manifest


def backup_name(serial: int, moment: datetime) -> str:
    """The name of a copy: its number and the moment; nothing of a dossier."""
    return _NAME.format(serial=serial, moment=moment.astimezone(UTC))


def manifest_path(file: Path) -> Path:
    """Where the description of a copy stands."""
    return file.with_suffix(".json")


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Make a copy count; raises WriteError."""
    fields = {"form": _FORM, **asdict(manifest)}
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"))
    write_atomically(manifest_path(file), f"{text}\n{sha256_of(text)}\n".encode())


def read_manifest(file: Path) -> Manifest | None:
    """The description of a copy; None where there is none or it is not whole."""
    try:
        text, _, said = manifest_path(file).read_text("utf-8").rstrip("\n").partition("\n")
        if sha256_of(text) != said:
            return None
        fields = cast("dict[str, object]", json.loads(text))
        return _manifest(fields) if fields.pop("form") == _FORM else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The copies in a folder that count, newest first by their number."""
    if not folder.is_dir():
        return ()
    found = (
        Backup(file=file, manifest=manifest)
        for file in folder.glob("kopie-*.db")
        if (manifest := read_manifest(file)) is not None and file.stat().st_size == manifest.size
    )
    return tuple(sorted(found, key=lambda one: one.manifest.serial, reverse=True))


def _manifest(fields: Mapping[str, object]) -> Manifest:
    made = Manifest(**fields)  # type: ignore[arg-type]  # the hash vouches for the fields
    if made.moment.tzinfo is None:
        raise ValueError("made_at")
    return made
