"""A process that has everything imported and forks children from it, so that a kill costs little.

`python -m tests.reliability.nursery` reads lines "DEED PATH ACKS" and answers each with the number of the
child. A child does the deed again and again and writes how far it came, one byte string a time, to ACKS.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hardship_desk import storage
from hardship_desk.config.files import write_atomically
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.errors import VaultError
from hardship_desk.services.cases import CaseService
from tests.fixtures import make_vaults
from tests.unit.storage.case_samples import BOETE, CASE, HandClock, case, income, version
from tests.unit.storage.conftest import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
STEP = 8
COPY = b"kopie " * 5_000


@contextmanager
def nursery() -> Iterator[Nursery]:
    """A nursery, until the block ends."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.reliability.nursery"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Nursery(process)
        assert process.stdin is not None
        process.stdin.close()


class Nursery:
    """Gives children; who asks for one kills it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def child(self, deed: str, path: Path, acks: Path) -> int:
        """A new child at this deed; its number."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        acks.unlink(missing_ok=True)
        self._process.stdin.write(f"{deed} {path} {acks}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def acknowledged(acks: Path) -> list[int]:
    """How far a child came: every number it wrote whole."""
    data = acks.read_bytes() if acks.exists() else b""
    return [int(data[at : at + STEP]) for at in range(0, len(data) - len(data) % STEP, STEP)]


def main() -> None:
    """Fork as asked, until nothing more is asked."""
    for line in sys.stdin:
        deed, path, acks = line.split()
        child = os.fork()
        if child == 0:
            _live(deed, Path(path), Path(acks))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        _bury()


def _bury() -> None:
    """Take the children that died, without waiting for those that live."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def _live(deed: str, path: Path, acks: Path) -> None:
    descriptor = os.open(acks, os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def tell(number: int) -> None:
        os.write(descriptor, f"{number:{STEP}d}".encode())

    try:
        DEEDS[deed](path, tell)
    except VaultError as error:
        os.write(descriptor, error.code.encode())
    finally:
        os._exit(0)


def _save(path: Path, tell: Callable[[int], object]) -> None:
    vault = storage.open_vault(path, PASSPHRASE, HandClock())
    start = len(vault.cases.answer_history(CASE, None, income(1).question))
    tell(start)
    for number in range(start + 1, start + 100_000):
        vault.cases.save_answer(CASE, None, income(number))
        tell(number)


def _decide(path: Path, tell: Callable[[int], object]) -> None:
    vault = storage.open_vault(path, PASSPHRASE, HandClock())
    start = len(vault.cases.load(CASE).decision(BOETE).versions)
    tell(start)
    for number in range(start + 1, start + 100_000):
        vault.cases.seal_version(
            CASE, BOETE, replace(version(), number=number, state=DecisionState.VASTGESTELD)
        )
        tell(number)


def _import(path: Path, tell: Callable[[int], object]) -> None:
    """Take a dossier in with a copy of evidence, again and again, as from a package."""
    vault = storage.open_vault(path, PASSPHRASE, HandClock())
    cases = CaseService(vault.cases, None, (), HandClock())  # type: ignore[arg-type]  # imports ask no questions
    start = len(vault.cases.list_cases())
    tell(start)
    for number in range(start + 1, start + 100_000):
        with vault.cases.together():
            (made,) = cases.import_cases((case(),), "pakket_ingelezen", "proef")
            vault.evidence_files.put_file(made.id, made.evidence[0].id, ".txt", COPY)
        tell(number)


def _write(path: Path, tell: Callable[[int], object]) -> None:
    """Put one whole file after another in the place of the first, as an export does."""
    tell(0)
    for number in range(1, 100_000):
        write_atomically(path, file_of(number))
        tell(number)


def file_of(number: int) -> bytes:
    """The whole file of this number."""
    return f"{number:08d}".encode() * 40_000


def _open(path: Path, tell: Callable[[int], object]) -> None:
    """Be the writer for a while, where no other is."""
    vault = storage.open_vault(path, PASSPHRASE, HandClock())
    tell(1)
    _wait(vault)


def _migrate(path: Path, tell: Callable[[int], object]) -> None:
    tell(0)
    vault = storage.open_vault(path, make_vaults.PASSPHRASE, HandClock())
    tell(1)
    _wait(vault)


def _wait(vault: storage.OpenVault) -> None:
    """Hold the vault until the kill comes."""
    while not vault.read_only:
        signal.pause()


DEEDS: dict[str, Callable[[Path, Callable[[int], object]], None]] = {
    "save": _save,
    "decide": _decide,
    "open": _open,
    "migrate": _migrate,
    "import": _import,
    "write": _write,
}


if __name__ == "__main__":
    main()
