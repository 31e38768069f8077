"""Remembers what is being written, so that a program that is killed leaves no half file behind.

The note names the folder above the one of the file, and a mark in the name of the half file: not the
file itself, nor its folder, which is called after a zaaknummer.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hardship_desk.config.paths import data_folder

if sys.platform != "win32":
    import fcntl

HALF = ".tmp"


def notes_folder() -> Path:
    """Where the notes stand; it need not be there."""
    return data_folder() / "onvoltooid"


@contextmanager
def half_file(target: Path) -> Iterator[Path]:
    """A name beside the target to write to first; whatever happens, no file of that name is left.

    Where no note can be made, as in a folder that cannot be written, the file is written all the same.
    """
    mark = secrets.token_hex(8)
    half = target.with_name(f".{target.name}.{mark}{HALF}")
    descriptor = _note(mark, target.parent.parent)
    try:
        yield half
    finally:
        half.unlink(missing_ok=True)
        if descriptor is not None:
            os.close(descriptor)
            with suppress(OSError):
                (notes_folder() / mark).unlink()


def sweep_unfinished() -> int:
    """Take away what programs that were killed left half written; how many files that were."""
    swept = 0
    with suppress(OSError):
        for note in tuple(notes_folder().iterdir()):
            swept += _sweep(note)
    return swept


def _note(mark: str, folder: Path) -> int | None:
    """Held open while the file is written: by that others see that this program still lives."""
    try:
        notes_folder().mkdir(parents=True, exist_ok=True)
        descriptor = os.open(notes_folder() / mark, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return None
    with suppress(OSError):
        _holds(descriptor)
        os.write(descriptor, os.fsencode(folder.absolute()))
    return descriptor


def _sweep(note: Path) -> int:
    """Take away one half file with its note, unless a program that lives is at work on it."""
    swept = 0
    with suppress(OSError):
        descriptor = os.open(note, os.O_RDWR)
        try:
            if not _holds(descriptor):
                return 0
            folder = Path(os.fsdecode(os.read(descriptor, 65_536)))
        finally:
            os.close(descriptor)
        note.unlink()  # Windows refuses this while the program that made the note has it open.
        if len(note.name) == len(secrets.token_hex(8)) and folder.is_absolute():
            for half in folder.glob(f"*/.*.{note.name}{HALF}"):
                half.unlink()
                swept += 1
    return swept


def _holds(descriptor: int) -> bool:
    """Whether the note is ours alone; on Windows an open file cannot be taken away anyhow."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
