"""What a worker process takes from itself before it reads a line of a plugin.

This holds mistakes and careless code. It is no wall against a hostile author: Python can be got
round. That is why plugins are listed and signed as well.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 1200
OPEN_FILES = 64
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "os.kill",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.link",
    "os.symlink",
    "shutil.",
    "sqlite3.",
    "ctypes.",
    "pty.",
    "winreg.",
    "webbrowser.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "_thread.start_new_thread",
    "_thread.start_joinable_thread",
    "signal.",
    "setopencodehook",
)
"""What no rule needs, by the name under which Python announces it."""
_READING = frozenset({"", "r", "rb", "rt"})


class NotForRulesError(PermissionError):
    """A rule did what rules may not do: files, network, other programs, threads."""


def private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the program, moved to where a `print` or a closed stdout cannot touch them."""
    taken = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    if nowhere > 2:
        os.close(nowhere)
    return taken


def limit_resources() -> None:
    """Cap memory, files, processes and time, where the system knows such limits."""
    try:
        import resource  # noqa: PLC0415  # not on Windows
    except ImportError:
        return
    wanted = {
        "RLIMIT_AS": MEMORY_BYTES,
        "RLIMIT_CPU": CPU_SECONDS,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NPROC": 0,
        "RLIMIT_NOFILE": OPEN_FILES,
    }
    for name, most in wanted.items():
        kind = getattr(resource, name, None)
        if kind is not None:
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, most))


def confine() -> None:
    """From now on refuse what rules may not do; nothing in this process is meant to undo it."""
    os.environ.clear()
    sys.dont_write_bytecode = True
    places = [Path(os.__file__).parent]
    if getattr(sys, "frozen", False):
        places.append(Path(sys.executable).parent)
    readable = tuple(f"{place.resolve()}{os.sep}" for place in places)
    sys.addaudithook(lambda event, arguments: judge(event, arguments, readable))


def judge(event: str, arguments: tuple[object, ...], readable: tuple[str, ...]) -> None:
    """Raise where an event is one that rules may not cause; `readable` is the standard library."""
    if event == "open":
        _judge_open(arguments, readable)
    elif event in ("os.listdir", "os.scandir"):
        if not _is_below(arguments[0], readable):
            raise NotForRulesError(event)
    elif event.startswith(_REFUSED) or (event == "import" and _is_foreign(arguments)):
        raise NotForRulesError(event)


def _is_foreign(arguments: tuple[object, ...]) -> bool:
    """Whether parts of the program are imported that are no business of rules."""
    name = str(arguments[0])
    return name.startswith("hardship_desk.") and name not in sys.modules


def _judge_open(arguments: tuple[object, ...], readable: tuple[str, ...]) -> None:
    path, mode, flags = arguments[:3]
    writes = isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    if isinstance(path, int):
        return
    if writes or (mode or "") not in _READING or not _is_below(path, readable):
        raise NotForRulesError("open")


def _is_below(path: object, readable: tuple[str, ...]) -> bool:
    """Whether a path lies in one of the places, links followed."""
    if not isinstance(path, str | bytes):
        return False
    return f"{os.path.realpath(os.fsdecode(path))}{os.sep}".startswith(readable)
