"""One window per data folder: a second start raises the first and ends.

The lock of the system says who is first, so a crash leaves none behind. The second start speaks to the
first over a socket of the file system, or a named pipe on Windows; nothing listens on a network.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from threading import Thread

from filelock import BaseFileLock, FileLock, Timeout

_RAISE, _DONE = b"toon", b"gedaan"
_WAIT_SECONDS = 2.0
_LONGEST_SOCKET = 100


class FirstWindow:
    """Whether this start is the first in its data folder; `close` lets another be."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: BaseFileLock | None = None
        self._listener: Listener | None = None
        self._address = _address(folder)

    def claim(self) -> bool:
        """Be the first, unless another is. Where the folder cannot be written nobody is asked."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(
                self._folder / "venster.lock",
                timeout=0,
                thread_local=False,
                fallback_to_soft=False,
            )
            lock.acquire()
        except Timeout:
            return False
        except OSError:
            return True
        self._lock = lock
        return True

    def listen(self, on_raise: Callable[[], object]) -> None:
        """Call `on_raise`, from a thread of its own, when another start asks for the window."""
        if self._lock is None:
            return
        with suppress(OSError):
            if os.name != "nt":
                # Of a first window that was killed; the lock says that there is none any more.
                Path(self._address).unlink(missing_ok=True)
            self._listener = Listener(self._address)
            Thread(target=self._serve, args=(self._listener, on_raise), daemon=True).start()

    def raise_other(self) -> bool:
        """Ask the first window to come to the front; whether it said that it did."""
        try:
            with Client(self._address) as connection:
                connection.send_bytes(_RAISE)
                return connection.poll(_WAIT_SECONDS) and connection.recv_bytes(16) == _DONE
        except (OSError, EOFError):
            return False

    def close(self) -> None:
        """Let another start be the first."""
        if self._listener is not None:
            with suppress(OSError):
                self._listener.close()
            self._listener = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _serve(self, listener: Listener, on_raise: Callable[[], object]) -> None:
        while self._listener is listener:
            try:
                connection = listener.accept()
            except (OSError, EOFError):
                continue
            _answer(connection, on_raise)


def _answer(connection: Connection, on_raise: Callable[[], object]) -> None:
    """Hear one start; what it says counts only where it is the word we know."""
    with suppress(OSError, EOFError), connection:
        if connection.poll(_WAIT_SECONDS) and connection.recv_bytes(16) == _RAISE:
            on_raise()
            connection.send_bytes(_DONE)


def _address(folder: Path) -> str:
    """Where the first window of this folder listens."""
    mark = hashlib.sha256(str(folder.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
    name = f"hardship-desk-{mark[:16]}"
    if os.name == "nt":
        return rf"\\.\pipe\{name}"
    beside = str(folder / ".venster")
    if len(os.fsencode(beside)) <= _LONGEST_SOCKET:
        return beside
    return str(Path(tempfile.gettempdir()) / f"{name}-{os.getuid()}")
