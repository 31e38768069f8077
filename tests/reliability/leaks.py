"""R34, R35, R37, R38, R44: what stays on the disk, in logs, on the clipboard, on the wire."""

from __future__ import annotations

import io
import logging
import os
import resource
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from hardship_desk.assessment.texts import Texts
from hardship_desk.cli import crash
from hardship_desk.config.log import start_log, stop_log
from hardship_desk.config.paths import resources_folder
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.application import make_application
from hardship_desk.ui.clipboard_guard import LEAVE_OUT, ClipboardGuard
from tests.reliability.erasing import forms_of
from tests.reliability.figures import Experiment, Figures
from tests.reliability.locking import Hand
from tests.reliability.traces import Trace, outside, traced, without_net

ROOT = Path(__file__).resolve().parents[2]
MARK = "GEHEIM-"
EXPLICIT = "bewuste_uitvoer"
PREVIEWS = (".pdf", ".html", ".docx", ".png", ".tmp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Where a session wrote, what it told of itself, and what the kernel saw of it."""

    home: Path
    told: str
    trace: Trace


def _run_scenario(folder: Path, *, net: bool = True) -> Session:
    """The scenario in a child of its own, killed at the end."""
    home, report = folder / "thuis", folder / "verslag.txt"
    for name in ("tmp", "data"):
        (home / name).mkdir(parents=True)
    places = {"HOME": home, "TMPDIR": home / "tmp", "HARDSHIP_DESK_DATA": home / "data"}
    places |= {"XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "XDG_DATA_HOME": home}
    child = [sys.executable, "-m", "tests.reliability.leak_scenario", home / "data", report]
    command = [str(part) for part in child]
    done = subprocess.run(
        traced(command, folder / "sporen.txt") if net else without_net(command),
        cwd=ROOT,
        env={**os.environ, **{name: str(place) for name, place in places.items()}},
        capture_output=True,
        timeout=600,
        check=False,
    )
    told = report.read_text() if report.exists() else f"no report: {done.stderr.decode()[-400:]}"
    (home / "stderr.txt").write_bytes(done.stderr)
    return Session(home=home, told=told, trace=Trace.read(folder / "sporen.txt"))


def nothing_on_disk(folder: Path, times: int) -> Figures:
    """R34: every file of the session, wherever it was written, also packed, after a kill."""
    hits, files, told, elsewhere = [], 0, "", set[str]()
    for number in range(times):
        session = _run_scenario(folder / str(number))
        told = told or session.told
        given = folder / str(number) / EXPLICIT
        strays = outside(session.trace.written, session.home, given, folder / str(number))
        elsewhere |= {str(path) for path in strays}
        for file in (*session.home.rglob("*"), *strays):
            if file.is_file():
                files += 1
                hits += [file.name for data in _layers(file.read_bytes()) if _holds(data)]
    seen = (
        "strace" if shutil.which("strace") else "no strace here, so only the folders of the session"
    )
    return Figures(
        number="R34",
        target="0 marks outside the encrypted file and explicit exports, also after kill -9",
        seen=f"{times} sessions (typed, searched, copied, locked, adopted, exported, copied to a backup, "
        f"failed, killed), {files} files read as they are, unzipped and inflated: {len(hits)} marks "
        f"{hits[:3]}; written outside the folders of the session and the explicit exports ({seen}): "
        f"{sorted(elsewhere)}; {told or 'nothing else told'}",
        reached=not hits and files >= 3 * times and not told and not elsewhere,
    )


def no_preview_is_left(folder: Path, times: int) -> Figures:
    """R38: there is no preview file to leave: all pages are drawn from memory."""
    left, told = [], ""
    for number in range(times):
        session = _run_scenario(folder / str(number))
        told = told or session.told
        left += [
            str(file.relative_to(session.home))
            for file in session.home.rglob("*")
            if file.is_file() and file.suffix.lower() in PREVIEWS
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


def nothing_connects(folder: Path, times: int) -> Figures:
    """R44: a session from vault to export and a case file; connects counted, libraries looked at."""
    session = _run_scenario(folder / "met")
    alone = _run_scenario(folder / "zonder", net=False).told if times > 1 else "not tried here"
    code, assessed = _assess(folder)
    is_traced = shutil.which("strace") is not None
    inet = session.trace.on_the_net + assessed.on_the_net
    return Figures(
        number="R44",
        target="0 connects to AF_INET or AF_INET6, no QtNetwork or WebEngine in the process",
        seen=f"a session from opening to export and an assessed case file: {inet} calls to AF_INET or "
        f"AF_INET6 ({'strace' if is_traced else 'audit hook of Python only'}); QtNetwork or WebEngine "
        f"loaded, or connected: {session.told or 'nothing'}; the same session without any network "
        f"(unshare -n): {alone or 'ran to its end'}; assess gave code {code}",
        reached=inet == 0 and session.told == "" and alone in ("", "not tried here") and code == 0,
    )


def _assess(folder: Path) -> tuple[int, Trace]:
    case_file = resources_folder() / "voorbeelden" / "waarschuwing.toml"
    words = ["-m", "hardship_desk", "assess", str(case_file), "--out", str(folder / "uit")]
    done = subprocess.run(
        traced([sys.executable, *words], folder / "assess.txt"),
        cwd=ROOT,
        capture_output=True,
        timeout=300,
        check=False,
    )
    return done.returncode, Trace.read(folder / "assess.txt")


EXPERIMENTS = (
    Experiment(number="R34", run=nothing_on_disk, short=1, long=20),
    Experiment(number="R35", run=nothing_in_logs, short=60, long=500),
    Experiment(number="R37", run=the_clipboard_is_cleared, short=100, long=1000),
    Experiment(number="R38", run=no_preview_is_left, short=1, long=100),
    Experiment(number="R44", run=nothing_connects, short=1, long=2),
)
