"""What the kernel saw of a process: where it connected to, and every file it opened to write."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

CALLS = "connect,sendto,open,openat,creat,rename,renameat,renameat2"
_WRITES = re.compile(r'(?:open|openat|creat)\([^"]*"([^"]+)"[^)]*(?:O_WRONLY|O_RDWR|O_CREAT|creat)')
_MOVES = re.compile(r'rename(?:at2?)?\([^"]*"[^"]+"[^"]*"([^"]+)"')
_NO_FILES = ("/dev/", "/proc/", "/sys/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The calls of one process and its children."""

    lines: tuple[str, ...]

    @classmethod
    def read(cls, file: Path) -> Trace:
        """The trace in a file; empty where there is none."""
        text = file.read_text("utf-8", "replace") if file.exists() else ""
        return cls(lines=tuple(text.splitlines()))

    @property
    def on_the_net(self) -> int:
        """Calls that reach for the internet: AF_INET or AF_INET6."""
        return sum("AF_INET" in line for line in self.lines)

    @property
    def written(self) -> frozenset[Path]:
        """Every file that was opened to write, or that got its name by moving, in whatever place."""
        names = {
            found[1]
            for line in self.lines
            if " = -1 " not in line
            for found in (_WRITES.search(line), _MOVES.search(line))
            if found and not found[1].startswith(_NO_FILES)
        }
        return frozenset(Path(name) for name in names)


def traced(command: list[str], file: Path) -> list[str]:
    """The command under strace, where that is there."""
    if not shutil.which("strace"):
        return command
    trace = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", f"trace={CALLS}", "-o", str(file)]
    return [*trace, *command]


def without_net(command: list[str]) -> list[str]:
    """The command in a world of its own without a network, where the system allows it."""
    return ["unshare", "-rn", *command] if shutil.which("unshare") else command


def outside(paths: Iterable[Path], *places: Path) -> tuple[Path, ...]:
    """The paths that are in none of these places."""
    inside = tuple(str(place) for place in places)
    return tuple(sorted(path for path in paths if not str(path).startswith(inside)))
