"""Writes files whole or not at all; the one place where the program replaces a file."""

from __future__ import annotations

import errno
import glob
import hashlib
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from hardship_desk.config.unfinished import half_file
from hardship_desk.domain.errors import WriteError

# Windows refuses a replacement while a virus scanner or sync client holds the file for a moment.
_HELD_ON_WINDOWS = (5, 32, 33)
_PAUSES = (0.01, 0.05, 0.2, 0.5, 0.75, 1.0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_SURELY_OVER = 600
"""Seconds after which a half written file is nobody's work any more."""


def write_atomically(path: Path, data: bytes) -> None:
    """Put the bytes in the file, whole or not at all, and on the disk when this returns.

    The folder is made where it is absent. Raises WriteError (`schijf_vol`, `alleen_lezen`,
    `map_ontbreekt`, `bestand_bezet`, `schrijven_mislukt`); an earlier file is then still whole and
    nothing is left beside it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, data)
        _sweep(path)
    except OSError as error:
        raise _trouble(error, path) from error


def write_error_code(error: OSError) -> str:
    """Which trouble of the disk this is, as a code."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return "schijf_vol"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return "alleen_lezen"
        case errno.ENOENT | errno.ENOTDIR | errno.EEXIST:
            return "map_ontbreekt"
        case _:
            return "schrijven_mislukt"


def _trouble(error: OSError, path: Path) -> WriteError:
    if getattr(error, "winerror", None) in _HELD_ON_WINDOWS:
        return WriteError("bestand_bezet", bestand=path.name)
    return WriteError(write_error_code(error))


def _sweep(path: Path) -> None:
    """Take away what a program that was killed left half written before this file came."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.tmp"):
        with suppress(OSError):
            if path.stat().st_mtime - left.stat().st_mtime > _SURELY_OVER:
                left.unlink()


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system knows such a thing."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write(path: Path, data: bytes) -> None:
    with half_file(path) as temporary:
        with _opened_new(temporary) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if temporary.read_bytes() != data:
            raise OSError(errno.EIO, "read_back_differs")
        _replace(temporary, path)
    sync_folder(path.parent)


def _opened_new(path: Path) -> BinaryIO:
    """A new file that only this user can read."""
    return os.fdopen(os.open(path, _NEW, 0o600), "wb")


def _replace(source: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            source.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD_ON_WINDOWS:
                raise
            time.sleep(pause)
        else:
            return
    source.replace(target)


def copy_durably(source: Path, target: Path) -> str:
    """Copy a file that may be large, whole or not at all; its SHA-256, read back from the copy.

    Raises WriteError as `write_atomically` does.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        found = _copy(source, target)
        _sweep(target)
    except OSError as error:
        raise _trouble(error, target) from error
    return found


def sha256_of_file(file: Path) -> str:
    """The hash of what stands in a file; raises OSError."""
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def sync_file(file: Path) -> None:
    """Bring what was written to a file to the disk; raises OSError."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copy(source: Path, target: Path) -> str:
    with half_file(target) as temporary:
        with _opened_new(temporary) as file, source.open("rb") as data:
            shutil.copyfileobj(data, file, 1024 * 1024)
            file.flush()
            os.fsync(file.fileno())
        found = sha256_of_file(temporary)
        if found != sha256_of_file(source):
            raise OSError(errno.EIO, "read_back_differs")
        _replace(temporary, target)
    sync_folder(target.parent)
    return found
