"""R34, R35, R37, R38, R43, R44: what stays on the disk, in logs, on the clipboard, on the wire."""

from __future__ import annotations

import io
import logging
import os
import random
import resource
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from hardship_desk.assessment.texts import Texts
from hardship_desk.cli import crash
from hardship_desk.config.log import start_log, stop_log
from hardship_desk.config.paths import resources_folder
from hardship_desk.domain.bsn import Bsn, bsns_in, passes_elfproef
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.application import make_application
from hardship_desk.ui.clipboard_guard import LEAVE_OUT, ClipboardGuard
from tests.reliability.erasing import forms_of
from tests.reliability.figures import Experiment, Figures
from tests.reliability.keys import SEED
from tests.reliability.locking import Hand

ROOT = Path(__file__).resolve().parents[2]
MARK = "GEHEIM-"


def _run_scenario(folder: Path) -> tuple[Path, str, int]:
    """The scenario in a child of its own, killed at the end; where it wrote, what it told."""
    home, report = folder / "thuis", folder / "verslag.txt"
    for name in ("tmp", "data"):
        (home / name).mkdir(parents=True)
    places = {"HOME": home, "TMPDIR": home / "tmp", "HARDSHIP_DESK_DATA": home / "data"}
    places |= {"XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "XDG_DATA_HOME": home}
    command = [sys.executable, "-m", "tests.reliability.leak_scenario", home / "data", report]
    if shutil.which("strace"):
        trace = ["strace", "-f", "-qq", "-e", "trace=connect", "-o", folder / "sporen.txt"]
        command = [*trace, *command]
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **{name: str(place) for name, place in places.items()}},
        capture_output=True,
        timeout=300,
        check=False,
    )
    told = report.read_text() if report.exists() else f"no report: {done.stderr.decode()[-400:]}"
    (home / "stderr.txt").write_bytes(done.stderr)
    trail = folder / "sporen.txt"
    calls = trail.read_text().splitlines() if trail.exists() else []
    return home, told, sum("AF_INET" in call for call in calls)


def nothing_on_disk(folder: Path, times: int) -> Figures:
    """R34 and R38: every file of the session, also packed, after a kill."""
    hits, files, told = [], 0, ""
    for number in range(times):
        home, told, _ = _run_scenario(folder / str(number))
        for file in home.rglob("*"):
            if file.is_file():
                files += 1
                hits += [file.name for data in _layers(file.read_bytes()) if _holds(data)]
    return Figures(
        number="R34",
        target="0 marks outside the encrypted file and explicit exports, also after kill -9",
        seen=f"{times} sessions, {files} files read as they are, unzipped and inflated: "
        f"{len(hits)} marks {hits[:3]}; {told or 'nothing else told'}",
        reached=not hits and files >= 3 * times and not told,
    )


def no_preview_is_left(folder: Path, times: int) -> Figures:
    """R38: there is no preview file to leave: all pages are drawn from memory."""
    home, told, _ = _run_scenario(folder)
    left = [
        str(file.relative_to(home))
        for file in home.rglob("*")
        if file.is_file() and file.suffix.lower() in (".pdf", ".html", ".docx", ".png", ".tmp")
    ]
    return Figures(
        number="R38",
        target="in-memory preview; 0 leftovers after kill -9",
        seen=f"{times} sessions ended by kill -9 with all pages open: {len(left)} leftovers {left}; {told}",
        reached=not left and not told,
    )


def _holds(data: bytes) -> bool:
    return any(form in data for form in forms_of(MARK))


def _layers(data: bytes) -> Iterator[bytes]:
    """The bytes, what a zip holds, and what any zlib stream in it holds."""
    yield data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield packed.read(name)
    at = data.find(b"x\x9c")
    while at >= 0:
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(data[at:])
        at = data.find(b"x\x9c", at + 1)


def nothing_in_logs(folder: Path, times: int) -> Figures:
    """R35: errors with marks in their words, in SQL parameters and in locals."""
    log = folder / "logboek.txt"
    handler, said = start_log(log), io.StringIO()
    before = sys.excepthook
    crash.install()
    limit = resource.getrlimit(resource.RLIMIT_CORE)
    logger = logging.getLogger("hardship_desk.proef")
    kinds = (ValueError, KeyError, OSError, RuntimeError, UnicodeError, LookupError, TypeError)
    with redirect_stderr(said):
        for number in range(times):
            try:
                _fail(kinds[number % len(kinds)], number)
            except Exception as error:
                logger.exception("mislukt: %s", error)  # noqa: TRY401 - what nobody should write
                logger.error(f"GEHEIM-{number}")  # noqa: G004, TRY400 - what nobody should write
                sys.excepthook(type(error), error, error.__traceback__)
    sys.excepthook = before
    stop_log(handler)
    text = log.read_text() + said.getvalue()
    home = str(Path.home())
    return Figures(
        number="R35",
        target="0 marks in logs and on stderr, no user name or home path, core dumps off",
        seen=f"{times} errors, {len(text.splitlines())} lines: {text.count('GEHEIM')} marks, home path "
        f"in it: {home in text}; core limit {limit}",
        reached=text.count("GEHEIM") == 0
        and home not in text
        and limit[0] == 0
        and len(text.splitlines()) >= 3 * times,
    )


def _fail(kind: type[Exception], number: int) -> None:
    name = f"GEHEIM-lokaal-{number}"
    if number % 3 == 0:
        raise kind(f"INSERT INTO part VALUES ('{name}')")
    if number % 3 == 1:
        _fail(kind, number - 1)
    raise kind(name, {"bsn": "GEHEIM-bsn"})


def the_clipboard_is_cleared(_folder: Path, times: int) -> Figures:
    """R37: short lines go after 30 s, long texts at the lock, and never what is not ours."""
    application = make_application(["proef"])
    texts = WindowTexts(Texts.load_folder(resources_folder() / "texts"))
    hand, note, parent, ours = Hand(), QLabel(), QObject(), [True]
    guard = ClipboardGuard(parent, texts, note, hand, lambda: ours[0])
    board = QGuiApplication.clipboard()
    wrong: list[str] = []
    for number in range(times):
        ours[0] = True
        board.setText(f"J. de Vries {number}")
        application.processEvents()
        if note.isHidden() or not all(board.mimeData().hasFormat(name) for name, _ in LEAVE_OUT):
            wrong.append("not marked, or no countdown")
        hand.go(29)
        guard.look()
        wrong += [] if board.text() else ["gone too soon"]
        hand.go(2)
        # Every other round the lock comes before the timer.
        (guard.look if number % 2 else guard.clear)()
        wrong += ["still there"] if board.text() else []
        board.setText("Een overweging van het besluit.\n" * 5)
        hand.go(3600)
        guard.look()
        wrong += [] if board.text() else ["text gone before the lock"]
        wrong += ["nothing said of the text"] if note.isHidden() else []
        guard.clear()
        wrong += ["text there after the lock"] if board.text() else []
        ours[0] = False
        board.setText("van een ander programma")
        guard.clear()
        wrong += [] if board.text() else ["took what is not ours"]
    parent.deleteLater()
    return Figures(
        number="R37",
        target="out of history and cloud, cleared after 30 s, at lock and exit, only if still ours",
        seen=f"{times} rounds, {len(wrong)} wrong {sorted(set(wrong))}; "
        f"{len(LEAVE_OUT)} marks. Not tried: the histories of Windows, macOS and KDE themselves",
        reached=not wrong,
    )


def the_bsn_is_checked(_folder: Path, times: int) -> Figures:
    """R43: single errors and neighbour swaps of valid numbers, forms, masking, pseudonyms."""
    chance = random.Random(SEED)
    singles = swaps = passed = 0
    for _ in range(times):
        digits = _valid(chance)
        for place in range(9):
            for other in "0123456789".replace(digits[place], ""):
                singles += 1
                passed += passes_elfproef(digits[:place] + other + digits[place + 1 :])
        for place in range(8):
            if digits[place] != digits[place + 1]:
                swaps += 1
                one, two = digits[place], digits[place + 1]
                passed += passes_elfproef(digits[:place] + two + one + digits[place + 2 :])
    sample = Bsn.parse("111222333")
    forms = {Bsn.parse(text) for text in ("111222333", "1112.22.333", " 111 222 333 ")}
    refused = _refused("000000000", "123456789", "12345678", "1112223334", "11122233x", "")
    shown = f"{sample} {sample!r} {sample.masked}"
    return Figures(
        number="R43",
        target="all single errors and swaps refused; forms read; masked; pseudonym by HMAC",
        seen=f"{times} numbers: {singles} single errors and {swaps} swaps, {passed} passed; forms "
        f"{len(forms) == 1}; wrong ones refused {refused}; shown as {sample.masked}; found in text: "
        f"{list(bsns_in('bel 111222333 op')) == ['111222333']}. A BSN is refused in number, title, "
        "labels and evidence; there is no field for one",
        reached=passed == 0
        and len(forms) == 1
        and refused
        and "111222" not in shown
        and sample.pseudonym(b"a") != sample.pseudonym(b"b"),
    )


def _valid(chance: random.Random) -> str:
    while True:
        digits = f"{chance.randrange(10**9):09d}"
        if passes_elfproef(digits):
            return digits


def _refused(*texts: str) -> bool:
    for text in texts:
        try:
            Bsn.parse(text)
        except ValueError:
            continue
        return False
    return True


def nothing_connects(folder: Path, _times: int) -> Figures:
    """R44: a session from vault to export; connects counted, libraries looked at."""
    _, told, inet = _run_scenario(folder)
    traced = shutil.which("strace") is not None
    return Figures(
        number="R44",
        target="0 connects to AF_INET or AF_INET6, no QtNetwork or WebEngine in the process",
        seen=f"connects: {inet} ({'strace' if traced else 'audit hook of Python only'}); "
        f"told by the session: {told or 'nothing'}",
        reached=inet == 0 and told == "",
    )


EXPERIMENTS = (
    Experiment(number="R34", run=nothing_on_disk, short=1, long=20),
    Experiment(number="R35", run=nothing_in_logs, short=60, long=500),
    Experiment(number="R37", run=the_clipboard_is_cleared, short=100, long=1000),
    Experiment(number="R38", run=no_preview_is_left, short=1, long=1),
    Experiment(number="R43", run=the_bsn_is_checked, short=300, long=5000),
    Experiment(number="R44", run=nothing_connects, short=1, long=1),
)
