"""How much memory this computer has left, and giving back what is not used."""

from __future__ import annotations

import contextlib
import ctypes
import re
from pathlib import Path

_MEMORY = Path("/proc/meminfo")


def free_memory(source: Path = _MEMORY) -> int | None:
    """Bytes that a program can still take; None where the system does not say so in a file."""
    with contextlib.suppress(OSError):
        found = re.search(r"^MemAvailable:\s+(\d+) kB", source.read_text("ascii"), re.MULTILINE)
        if found:
            return int(found.group(1)) * 1024
    return None


def give_back_memory() -> bool:
    """Give back to the computer what was freed; False where its C library keeps or gives by itself.

    glibc keeps what was freed in between what is in use, and seldom finds it fit for what comes next:
    pages of a dossier that were taken down would fill memory though nothing of them is left.
    """
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (
        AttributeError,
        OSError,
        TypeError,
    ):  # another C library; Windows has no name for its own
        return False
    return bool(trim(0))
