"""Refuses an SQLite that can lose transactions: that of the bug of March 2026 in the write-ahead log."""

from __future__ import annotations

from sqlcipher3 import dbapi2 as sqlcipher

from hardship_desk.domain.errors import VaultError

Version = tuple[int, ...]
# Mended in 3.51.3; brought back to two older lines. 3.52.0 was withdrawn.
_MENDED: tuple[tuple[Version, Version], ...] = (
    ((3, 44), (3, 44, 6)),
    ((3, 50), (3, 50, 7)),
    ((3, 51), (3, 51, 3)),
)
_WITHDRAWN = (3, 52)


def require_sound_engine(version: Version | None = None) -> None:
    """VaultError `sqlite_te_oud` unless this SQLite is one that loses nothing."""
    found = tuple(sqlcipher.sqlite_version_info) if version is None else version
    if not is_sound(found):
        raise VaultError("sqlite_te_oud", versie=".".join(str(part) for part in found))


def is_sound(version: Version) -> bool:
    """Whether this version has the mended write-ahead log."""
    line = version[:2]
    if line == _WITHDRAWN:
        return False
    for mended, first in _MENDED:
        if line == mended:
            return version >= first
    return version > (3, 52)
