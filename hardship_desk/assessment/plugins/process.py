"""One worker process seen from the program: lines go in, lines come out, and it can be ended."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess  # to run rules apart from the program
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from hardship_desk.assessment.plugins.own_code import PluginFailedError
from hardship_desk.assessment.plugins.wire import dumps, loads

LONGEST_LINE = 4_000_000
MS_TO_START = 10_000
_CHUNK, _PIPE_HOLDS = 65_536, 30_000
_TREE = Path(__file__).resolve().parents[3]


def worker_command() -> Sequence[str]:
    """How this program starts a worker of itself."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--worker")
    return (sys.executable, "-B", "-s", "-E", "-m", "hardship_desk", "--worker")


class PluginProcess:
    """A worker process. Reading and writing have threads, so that a silent one blocks nobody."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603  # this program itself
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_TREE,
            env=_environment(),
            close_fds=True,
            start_new_session=os.name != "nt",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._coming: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._going: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        for work, pipe in ((self._read, self._process.stdout), (self._write, self._process.stdin)):
            threading.Thread(target=work, args=(pipe,), daemon=True).start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def send(self, message: Mapping[str, object]) -> None:
        """Put a message on its way; returns at once."""
        self.send_line(dumps(message))

    def send_line(self, line: bytes, *, in_step: bool = False) -> None:
        """Put a message that is a line already on its way; returns at once.

        To a process that has answered everything (`in_step`) a short line goes without the writing
        thread: its pipe is empty and takes it whole.
        """
        pipe = self._process.stdin
        if in_step and pipe is not None and len(line) < _PIPE_HOLDS and os.name != "nt":
            with contextlib.suppress(OSError, ValueError):
                pipe.write(line)
                pipe.flush()
        else:
            self._going.put(line)

    def receive(self, milliseconds: int) -> dict[str, Any]:
        """The next message; raises PluginFailedError where there is none in time, or rubbish."""
        try:
            line = self._coming.get(timeout=milliseconds / 1000)
        except queue.Empty:
            raise PluginFailedError("te_laat") from None
        if line is None:
            raise PluginFailedError("proces_gestopt")
        try:
            return loads(line)
        except ValueError:
            raise PluginFailedError("antwoord_onleesbaar") from None

    def end(self) -> None:
        """End it and everything it started; returns at once, and its reader sees it off."""
        self._going.put(None)
        with contextlib.suppress(OSError):
            if os.name == "nt":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)

    def _read(self, pipe: IO[bytes]) -> None:
        """Cut what comes into lines; a line without end is refused before it fills the memory."""
        rest = b""
        with contextlib.suppress(OSError, ValueError):
            while chunk := os.read(pipe.fileno(), _CHUNK):
                *lines, rest = (rest + chunk).split(b"\n")
                for line in lines:
                    self._coming.put(line)
                if len(rest) > LONGEST_LINE:
                    self._coming.put(b"")
                    break
        self._coming.put(None)
        pipe.close()
        self._process.wait()

    def _write(self, pipe: IO[bytes]) -> None:
        with contextlib.suppress(OSError, ValueError):
            while (line := self._going.get()) is not None:
                pipe.write(line)
                pipe.flush()
        with contextlib.suppress(OSError):
            pipe.close()


def _environment() -> dict[str, str]:
    """What a process needs to start, and nothing that says where dossiers are."""
    needed = ("SYSTEMROOT", "LD_LIBRARY_PATH", "TZ")
    return {name: os.environ[name] for name in needed if name in os.environ}


def now_ms() -> int:
    """Milliseconds on a clock that only goes forward."""
    return time.monotonic_ns() // 1_000_000
