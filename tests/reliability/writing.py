"""R6, R7, R8: files that are written to a full disk, a pulled stick, and over a file that is held."""

from __future__ import annotations

import errno
import itertools
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hardship_desk.config.files import write_atomically
from hardship_desk.config.paths import DATA_VARIABLE
from hardship_desk.config.unfinished import notes_folder, sweep_unfinished
from hardship_desk.domain.errors import WriteError
from tests.reliability.disks import SEED
from tests.reliability.figures import Experiment, Figures, within
from tests.reliability.kills import killed
from tests.reliability.nursery import ROOT, file_of, nursery

OLD = b"eerder " * 1_000
HELD = (5, 32, 33)


def atomic(folder: Path, times: int) -> Figures:
    """R6: random free sizes on a real small disk, then kills in the middle of exports."""
    full, wrong, left, untrue = _full_disks(folder, times * 5 // 2)
    torn, halves, leftovers, written = _kills(folder, times)
    return Figures(
        number="R6",
        target="old file whole or new file complete, 0 partial files after the next start, no false success",
        seen=f"{times * 5 // 2} free sizes ({full} too small): {wrong} other than old or new, "
        f"{untrue} false, {left} left beside; {times} kills in {written} exports: {torn} torn, "
        f"{halves} left half, {leftovers} of them after the next start",
        reached=wrong == left == untrue == torn == leftovers == 0 and full > 0 and written > times,
    )


def pulled(folder: Path, times: int) -> Figures:
    """R7: the stick goes while files are written to it."""
    chance = random.Random(SEED)
    untrue, unnamed, slowest, refused = 0, [], 0.0, 0
    with _media(folder / "media", times) as sticks:
        for stick in sticks:
            unplug = _plugged_in(stick, 4_000_000)
            told: list[str] = []
            kept = threading.Event()
            worker = threading.Thread(target=_export_on, args=(stick / "uit", told, kept))
            worker.start()
            time.sleep(chance.random() * 0.05)
            started = time.monotonic()
            unplug()
            worker.join(30)
            slowest = max(slowest, time.monotonic() - started)
            last = told[-1] if told else ""
            refused += last.startswith("!")
            unnamed += [last] if last not in _CLEAR else []
            untrue += kept.is_set()
    return Figures(
        number="R7",
        target="0 false successes, a clear message <= 10 s",
        seen=f"{times} sticks pulled while writing: {refused} refused with a code, {untrue} false "
        f"successes, other outcomes {unnamed[:3]}, slowest {slowest:.2f} s",
        reached=untrue == 0 and not unnamed and within(slowest, 10) and refused == times,
    )


def held(folder: Path, times: int) -> Figures:
    """R8: another program holds the target, as on Windows; told by its errors, in real time."""
    chance, target = random.Random(SEED), folder / "brief.pdf"
    short, failed, spoilt, other, longest = 0, 0, 0, 0, 0.0
    for number in range(times):
        target.write_bytes(OLD)
        seconds = 0.05 + chance.random() * 1.95 if number % 8 else 10.0
        with _holding(target, seconds, chance.choice(HELD)) as tries:
            started = time.monotonic()
            try:
                write_atomically(target, file_of(number))
                short += seconds < 2
            except WriteError as error:
                failed += seconds < 2 or (error.code, error.parameters) != (
                    "bestand_bezet",
                    {"bestand": target.name},
                )
                spoilt += target.read_bytes() != OLD
                longest = max(longest, time.monotonic() - started)
            other += tries[0] < 1
        if seconds > 2:
            write_atomically(target, file_of(number))
        spoilt += target.read_bytes() != file_of(number) or len(list(folder.iterdir())) != 1
    foreign = _not_tried_again(target)
    return Figures(
        number="R8",
        target="held <= 2 s: written unnoticed; longer: told, original whole, again works; "
        "only the errors 5, 32, 33 tried again",
        seen=f"{times} holds: {short} short ones written, {failed} otherwise, {spoilt} spoilt, told "
        f"after at most {longest:.1f} s, {foreign} other errors tried again (errors as on Windows, "
        "raised on Linux)",
        reached=failed == spoilt == other == foreign == 0 and longest < 10,
    )


def failing(folder: Path, times: int) -> Figures:
    """R7-fout: the n-th call that writes fails, once or from then on, as on a device that gives out."""
    if not _can_trace():
        return Figures(
            number="R7-fout",
            target="0 false successes, old file whole or new file complete, nothing left",
            seen="strace is not here or may not trace: not run",
            reached=True,
        )
    target = folder / "stick" / "2026-1" / "motivering.pdf"
    target.parent.mkdir(parents=True)
    faults = itertools.product(
        ("write", "fsync", "rename"), ("EIO", "ENOSPC", "EROFS"), range(1, 4), ("", "+")
    )
    untrue, torn, left, told, unknown = 0, 0, 0, 0, []
    with _data_in(folder / "gegevens"):
        for number, (call, error, place, on) in enumerate(itertools.islice(faults, times)):
            target.write_bytes(OLD)
            fault = f"inject={call}:error={error}:when={place}{on}"
            code = _child_with(fault, target, number)
            found = target.read_bytes()
            torn += found not in (OLD, file_of(number))
            untrue += code == 0 and found != file_of(number)
            told += code == _TOLD
            unknown += [code] if code not in (0, _TOLD) else []
            sweep_unfinished()
            left += len(list(target.parent.iterdir())) - 1
    return Figures(
        number="R7-fout",
        target="0 false successes, old file whole or new file complete, nothing left",
        seen=f"{times} programs with a call set to fail (strace): {told} told so, {untrue} false successes, "
        f"{torn} torn, {left} left after the next start, other ends {unknown[:3]}",
        reached=untrue == torn == left == 0 and not unknown and told > times // 10,
    )


def _can_trace() -> bool:
    """Whether strace is on this machine and may look at other programs."""
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return tried.returncode == 0


def _child_with(fault: str, target: Path, number: int) -> int:
    """Let a program of its own write the file while a call fails; how it ended."""
    traced = ["strace", "-f", "-o", "/dev/null", "-e", "trace=write,fsync,rename", "-e", fault]
    command = [*traced, sys.executable, "-c", _WRITES, str(target), str(number)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


_TOLD = 3
_WRITES = """
import os, sys
from pathlib import Path
from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import WriteError
from tests.reliability.nursery import file_of

try:
    write_atomically(Path(sys.argv[1]), file_of(int(sys.argv[2])))
except WriteError:
    os._exit(3)
os._exit(0)
"""


def _full_disks(folder: Path, times: int) -> tuple[int, int, int, int]:
    """How often the disk was full, what stood there wrongly, was left, and was said untruly."""
    chance = random.Random(SEED)
    full, wrong, left, untrue = 0, 0, 0, 0
    disk = folder / "schijf"
    with _disk(disk, 1_500_000):
        target, ballast = disk / "motivering.pdf", disk / "ballast"
        write_atomically(target, OLD)
        for number in range(times):
            before = target.read_bytes()
            _leave_free(ballast, chance.randrange(0, 900_000))
            fresh = file_of(number)[: chance.randrange(1, 300_000)]
            try:
                write_atomically(target, fresh)
                untrue += target.read_bytes() != fresh
            except WriteError as error:
                full += 1
                untrue += error.code != "schijf_vol"
                wrong += target.read_bytes() != before
            left += {file.name for file in disk.iterdir()} != {target.name, ballast.name}
    return full, wrong, left, untrue


def _leave_free(ballast: Path, free: int) -> None:
    ballast.write_bytes(b"")
    room = os.statvfs(ballast)
    ballast.write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - free)))


def _kills(folder: Path, times: int) -> tuple[int, int, int, int]:
    """Torn files, files left half by a kill, those still there after a start, and all written."""
    chance = random.Random(SEED)
    place = folder / "uit"
    place.mkdir()
    target = place / "motivering.pdf"
    torn, halves, leftovers, written = 0, 0, 0, 0
    with _data_in(folder / "gegevens"), nursery() as children:
        for _ in range(times):
            acks = killed(children, "write", target, chance)
            written += max(acks)
            found = target.read_bytes()
            at = int(found[:8])
            torn += found != file_of(at) or at < max(acks)
            halves += len(list(place.iterdir())) - 1
            sweep_unfinished()
            leftovers += len(list(place.iterdir())) - 1 + len(list(notes_folder().iterdir()))
    return torn, halves, leftovers, written


@contextmanager
def _data_in(folder: Path) -> Iterator[None]:
    """A folder of its own for what the program keeps, here and in every program started from here."""
    before = os.environ.get(DATA_VARIABLE)
    os.environ[DATA_VARIABLE] = str(folder)
    try:
        yield
    finally:
        del os.environ[DATA_VARIABLE]
        if before is not None:
            os.environ[DATA_VARIABLE] = before


_CLEAR = {
    f"!{code}" for code in ("schijf_vol", "alleen_lezen", "map_ontbreekt", "schrijven_mislukt")
}


def _export_on(place: Path, told: list[str], kept: threading.Event) -> None:
    """Write file after file until it is refused; what was said, and whether something false was."""
    for number in range(100_000):
        try:
            write_atomically(place / "motivering.pdf", file_of(number))
            told.append("geschreven")
        except WriteError as error:
            told.append(f"!{error.code}")
            return
        except BaseException as error:  # noqa: BLE001 - what is looked for
            told.append(repr(error))
            return
        try:
            there = (place / "motivering.pdf").read_bytes()
        except OSError:
            # Gone right after it was written whole: the success was true when it was said.
            continue
        if there != file_of(number):
            kept.set()


@contextmanager
def _disk(place: Path, size: int) -> Iterator[None]:
    """A disk of its own in memory. Needs root."""
    unplug = _plugged_in(place, size)
    try:
        yield
    finally:
        unplug()


@contextmanager
def _media(place: Path, times: int) -> Iterator[list[Path]]:
    """Places for sticks where nothing can be written while no stick is in, as under /media."""
    with _disk(place, 1_000_000):
        sticks = [place / f"stick-{number}" for number in range(times)]
        for stick in sticks:
            stick.mkdir()
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        yield sticks


def _plugged_in(place: Path, size: int) -> Callable[[], None]:
    """Mount a disk in memory there; gives what pulls it out."""
    if not place.exists():
        place.mkdir(parents=True)
    made = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    subprocess.run(made, check=True)

    def unplug() -> None:
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)

    return unplug


@contextmanager
def _holding(target: Path, seconds: float, code: int) -> Iterator[list[int]]:
    """Refuse to replace the target so long, with the error that Windows gives; counts the tries."""
    tries, end, replace = [0], time.monotonic() + seconds, Path.replace

    def refuse(self: Path, to: Path) -> Path:
        tries[0] += 1
        if Path(to) == target and time.monotonic() < end:
            raise _as_on_windows(code)
        return replace(self, to)

    Path.replace = refuse  # type: ignore[method-assign,assignment]  # put back below
    try:
        yield tries
    finally:
        Path.replace = replace  # type: ignore[method-assign]  # what stood there


def _as_on_windows(code: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "held")
    error.winerror = code  # type: ignore[attr-defined]  # as Windows sets it
    return error


def _not_tried_again(target: Path) -> int:
    """How many other errors were tried again."""
    again = 0
    for code in (None, 19, 112, 1224):
        with _holding(target, 60, code or 0) as tries:
            try:
                write_atomically(target, OLD)
            except WriteError:
                again += tries[0] != 1
    return again


EXPERIMENTS = (
    Experiment(number="R6", run=atomic, short=40, long=200),
    Experiment(number="R7", run=pulled, short=25, long=200),
    Experiment(number="R7-fout", run=failing, short=4, long=54),
    Experiment(number="R8", run=held, short=4, long=40),
)
