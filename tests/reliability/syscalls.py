"""Stands between SQLCipher and the system: watches its writes, and lets them fail.

SQLite calls the system through a table in its own library. On Linux this module finds the places of that
table in the ELF file and puts functions of ours there, so that no compiler, strace or rights are needed.
Only SQLCipher is touched; Python writes as it always does.
"""

from __future__ import annotations

import ctypes
import errno
import mmap
import os
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_LIBC = ctypes.CDLL(None, use_errno=True)
_RELA, _SYM = struct.Struct("<QQq"), struct.Struct("<IBBHQQ")
_SECTION = struct.Struct("<IIQQQQIIQQ")
_KINDS_64, _KINDS_DIRECT = {1, 6, 7}, {257, 1025, 1026}
_WRITING = mmap.PROT_READ | mmap.PROT_WRITE

Write = Callable[[int, bytes, int], int]


@dataclass
class Fault:
    """Which calls fail: from the `first` on, once or for good, with `code`."""

    first: int
    forever: bool = False
    code: int = errno.EIO
    seen: int = 0

    def hits(self) -> bool:
        """Whether this call fails."""
        self.seen += 1
        return self.seen == self.first or (self.forever and self.seen > self.first)


@dataclass
class Disk:
    """What the hooks do: remember the calls, fail some, or let no file grow past the room."""

    fault: Fault | None = None
    room: int | None = None
    calls: list[tuple[str, str, int, bytes]] = field(default_factory=list)
    record: bool = False

    def note(self, deed: str, name: str, place: int = 0, data: bytes = b"") -> None:
        """Remember a call."""
        if self.record:
            self.calls.append((deed, name, place, data))

    def refuses(self) -> int:
        """The code with which this call fails, or 0."""
        return self.fault.code if self.fault is not None and self.fault.hits() else 0


@contextmanager
def standing_between(disk: Disk) -> Iterator[Disk]:
    """A block in which SQLCipher reaches the disk through `disk` only."""
    hooks = _Calls(disk).hooks()
    places = {name: _places(name) for name in hooks}
    if not any(places.values()):
        raise RuntimeError("no_calls_found")
    earlier = []
    try:
        for name, hook in hooks.items():
            pointer = ctypes.cast(hook, ctypes.c_void_p).value or 0  # type: ignore[arg-type]  # it is one of ctypes
            earlier += [(place, _put(place, pointer)) for place in places[name]]
        yield disk
    finally:
        for place, pointer in reversed(earlier):
            _put(place, pointer)


def available() -> bool:
    """Whether this works here: on Linux with 64 bits."""
    return sys.platform.startswith("linux") and struct.calcsize("P") == 8


def name_of(descriptor: int) -> str:
    """The name of an open file, without its folder."""
    return Path(f"/proc/self/fd/{descriptor}").readlink().name


class _Calls:
    """The functions that stand in the place of those of the system."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        size, signed, number = ctypes.c_size_t, ctypes.c_ssize_t, ctypes.c_int
        self._forms = {
            "pwrite64": _form(signed, number, ctypes.c_void_p, size, signed),
            "fsync": _form(number, number),
            "ftruncate64": _form(number, number, signed),
            "unlink": _form(number, ctypes.c_char_p),
            "open64": _form(number, ctypes.c_char_p, number, number),
        }
        self._real = {name: form((name, _LIBC)) for name, form in self._forms.items()}

    def hooks(self) -> dict[str, Callable[..., int]]:
        """What to put in the library, by the name of the call."""
        ours: dict[str, Callable[..., int]] = {
            "pwrite64": self._write,
            "fsync": self._sync,
            "ftruncate64": self._cut,
            "unlink": self._unlink,
            "open64": self._open,
        }
        return {name: form(ours[name]) for name, form in self._forms.items()}

    def _fails(self) -> bool:
        code = self._disk.refuses()
        if code:
            ctypes.set_errno(code)
        return bool(code)

    def _write(self, descriptor: int, data: int, length: int, place: int) -> int:
        if self._fails():
            return -1
        disk = self._disk
        if disk.room is not None:
            grows = max(0, place + length - os.fstat(descriptor).st_size)
            if grows > disk.room:
                ctypes.set_errno(errno.ENOSPC)
                return -1
            disk.room -= grows
        if disk.record:
            disk.note("write", name_of(descriptor), place, ctypes.string_at(data, length))
        return int(self._real["pwrite64"](descriptor, data, length, place))

    def _sync(self, descriptor: int) -> int:
        if self._fails():
            return -1
        self._disk.note("sync", name_of(descriptor))
        return int(self._real["fsync"](descriptor))

    def _cut(self, descriptor: int, length: int) -> int:
        if self._fails():
            return -1
        self._disk.note("cut", name_of(descriptor), length)
        return int(self._real["ftruncate64"](descriptor, length))

    def _unlink(self, name: bytes) -> int:
        if self._fails():
            return -1
        self._disk.note("unlink", Path(os.fsdecode(name)).name)
        return int(self._real["unlink"](name))

    def _open(self, name: bytes, flags: int, mode: int) -> int:
        return -1 if self._fails() else int(self._real["open64"](name, flags, mode))


def _form(*types: object) -> Callable[..., Callable[..., int]]:
    """The form of a call: what it gives, and what it takes."""
    made: Callable[..., Callable[..., int]] = ctypes.CFUNCTYPE(*types, use_errno=True)  # type: ignore[arg-type]  # types of ctypes have no common one
    return made


def _put(place: int, pointer: int) -> int:
    """Write a pointer into the library and give the earlier one."""
    page = mmap.PAGESIZE
    start = place - place % page
    if _LIBC.mprotect(ctypes.c_void_p(start), ctypes.c_size_t(page), _WRITING):
        raise OSError(ctypes.get_errno(), "mprotect")
    slot = ctypes.c_void_p.from_address(place)
    earlier = slot.value or 0
    slot.value = pointer
    return earlier


def _places(name: str) -> list[int]:
    """Where in memory the library keeps the address of this function."""
    library, base = _library()
    return [base + place for place, symbol in _all_places(library) if symbol == name]


@cache
def _all_places(library: Path) -> tuple[tuple[int, str], ...]:
    """Every place of the file that holds an address, read once: that takes longest."""
    return tuple(_relocations(library.read_bytes()))


def _library() -> tuple[Path, int]:
    for line in Path("/proc/self/maps").read_text("utf-8").splitlines():
        parts = line.split(maxsplit=5)
        if len(parts) == 6 and "sqlcipher3" in parts[5] and parts[2] == "00000000":
            return Path(parts[5]), int(parts[0].split("-")[0], 16)
    raise RuntimeError("sqlcipher_is_not_loaded")


def _relocations(data: bytes) -> Iterator[tuple[int, str]]:
    sections = list(_sections(data))
    names = {kind: section for section in sections for kind in [section[1]] if kind == 11}
    symbols, strings = names[11], sections[names[11][6]]
    for section in sections:
        if section[1] != 4:
            continue
        for at in range(section[4], section[4] + section[5], _RELA.size):
            place, info, _ = _RELA.unpack_from(data, at)
            if info & 0xFFFFFFFF not in _KINDS_64 | _KINDS_DIRECT:
                continue
            symbol = _SYM.unpack_from(data, symbols[4] + (info >> 32) * _SYM.size)
            start = strings[4] + symbol[0]
            yield place, data[start : data.index(b"\x00", start)].decode()


def _sections(data: bytes) -> Iterator[tuple[int, ...]]:
    table = struct.unpack_from("<Q", data, 40)[0]
    size, count = struct.unpack_from("<HH", data, 58)
    for number in range(count):
        yield _SECTION.unpack_from(data, table + number * size)
