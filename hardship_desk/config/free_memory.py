"""How much memory this computer has left."""

from __future__ import annotations

import contextlib
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
