"""R3, R13: what is typed when the program is killed, when the machine sleeps, when the session ends.

`python -m tests.reliability.typists type FOLDER` types in a window until it is killed;
`... sleep FOLDER` sits in a locked-or-not window on a real vault until it is killed.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hardship_desk.domain.ids import QuestionId
from tests.reliability.figures import Experiment, Figures, within

ROOT = Path(__file__).resolve().parents[2]
SEED = 20261126
QUESTION = QuestionId("conclusie.schuurt")
STROKE = struct.Struct("<dI")
TOGETHER, PATIENCE = 4, 120.0
ALLOWED, AFTER_SLEEP, AT_SESSION_END = 2.0, 1.0, 0.5
GAPS = (timedelta(hours=1), timedelta(days=3))


def nothing_typed_is_old(folder: Path, times: int) -> Figures:
    """R3: type without a pause, kill, and see how old the oldest lost letter is."""
    chance, oldest, most, letters, done = random.Random(SEED), 0.0, 0, 0, 0
    first = _practice(folder / "eerste")
    while done < times:
        together = min(TOGETHER, times - done)
        places = [folder / f"typt-{done + number}" for number in range(together)]
        for place in places:
            shutil.copytree(first, place)
        for run in [_Run.start("type", place) for place in places]:
            run.kill_after(2.0 + chance.random() * 2)
            typed, age = _lost(run)
            letters += typed
            oldest, most = max(oldest, age), max(most, run.lost)
            shutil.rmtree(run.folder)
        done += together
    return Figures(
        number="R3",
        target="at most 2 s of typing lost",
        seen=f"{done} runs, {letters} letters typed; the oldest lost letter was {oldest:.2f} s old, "
        f"at most {most} letters lost",
        reached=within(oldest, ALLOWED) and letters > done * 20,
    )


def sleep_and_session_end(folder: Path, times: int) -> Figures:
    """R13: the machine sleeps, by the signal or by a stop and a gap of the clock; the session ends."""
    run = _Run.start("sleep", _own(folder / "eigen"))
    slowest, unlocked, unsaved, gap = 0.0, 0, 0, timedelta()
    for turn in range(times):
        run.say(f"begin {turn}")
        os.kill(run.child.pid, signal.SIGSTOP)
        gap += GAPS[turn % len(GAPS)]
        (run.folder / "klok").write_text(str(gap.total_seconds()), "utf-8")
        started = time.monotonic()
        os.kill(run.child.pid, signal.SIGCONT)
        told = run.hear()
        slowest = max(slowest, time.monotonic() - started)
        unlocked += told[0] != "op_slot"
        unsaved += told[1] != "bewaard"
    ends = [run.ask("einde") for _ in range(times)]
    sleeps = [run.ask("slaapt") for _ in range(times)]
    run.end()
    end = max(float(told[2]) for told in ends)
    unsaved += sum(told[1] != "bewaard" for told in (*ends, *sleeps))
    unlocked += sum(told[0] != "op_slot" for told in sleeps)
    dialogs = sum(int(told[3]) for told in ends)
    return Figures(
        number="R13",
        target="saved and locked before sleep or <= 1 s after it; session end <= 500 ms, no dialog",
        seen=f"{times} stops with a gap of hours and days: locked after at most {slowest:.2f} s; "
        f"{times} signals of sleep; {times} ends of the session, slowest {end * 1000:.0f} ms, "
        f"{dialogs} dialogs; {unlocked} not locked, {unsaved} not saved (Linux only)",
        reached=unlocked == unsaved == dialogs == 0
        and within(slowest, AFTER_SLEEP)
        and within(end, AT_SESSION_END),
    )


@dataclass
class _Run:
    """A window in a process of its own, and what it said."""

    folder: Path
    child: subprocess.Popen[str]
    killed_at: float = 0.0
    lost: int = 0

    @classmethod
    def start(cls, deed: str, folder: Path) -> _Run:
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.typists", deed, str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        return cls(folder=folder, child=child)

    def hear(self) -> list[str]:
        assert self.child.stdout is not None
        return self.child.stdout.readline().split()

    def say(self, words: str) -> None:
        assert self.child.stdin is not None
        self.child.stdin.write(f"{words}\n")
        self.child.stdin.flush()
        assert self.hear() == ["ja"]

    def ask(self, words: str) -> list[str]:
        self.say(words)
        return self.hear()

    def kill_after(self, seconds: float) -> None:
        """Wait until it typed so long, and kill it."""
        end = time.monotonic() + PATIENCE
        while (strokes := _strokes(self.folder)) == [] or (
            strokes[-1][0] - strokes[0][0] < seconds and self.child.poll() is None
        ):
            assert time.monotonic() < end, "the typist does not type"
            time.sleep(0.02)
        self.killed_at = time.monotonic()
        self.end()

    def end(self) -> None:
        """Kill it, and close what led to it."""
        self.child.kill()
        self.child.wait()
        for pipe in (self.child.stdin, self.child.stdout):
            if pipe is not None:
                pipe.close()


def _strokes(folder: Path) -> list[tuple[float, int]]:
    file = folder / "toetsen"
    data = file.read_bytes() if file.exists() else b""
    return list(STROKE.iter_unpack(data[: len(data) - len(data) % STROKE.size]))


def _lost(run: _Run) -> tuple[int, float]:
    """How many letters were typed, and how old the oldest one is that is not there any more."""
    from hardship_desk.bootstrap import open_practice_desk

    strokes = _strokes(run.folder)
    desk = open_practice_desk(run.folder / "oefening.db")
    case_id = _example(desk)
    case = desk.cases.current(case_id)  # type: ignore[arg-type]  # the id of a dossier
    found = [case.answers_for(item.id).get(QUESTION) for item in case.decisions]
    kept = max((len(str(item.value)) for item in found if item is not None), default=0)
    run.lost = max(0, len(strokes) - kept)
    gone = [at for at, number in strokes if number > kept]
    return len(strokes), run.killed_at - gone[0] if gone else 0.0


def _example(desk: object) -> object:
    cases = desk.cases.list_cases()  # type: ignore[attr-defined]  # a desk
    return next(item.id for item in cases if item.number == "VB-2026-001")


def _practice(folder: Path) -> Path:
    from hardship_desk.bootstrap import Desks

    desks = Desks(practice_vault=folder / "oefening.db", own_vault=folder / "eigen.db")
    desk = desks.practice()
    case = desk.cases.current(_example(desk))  # type: ignore[arg-type]  # the id of a dossier
    for decision in case.decisions:
        desk.interview.clear(case.id, decision.id, QUESTION)
    desks.close()
    return folder


def _own(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


class _LeapingClock:
    """The clock of the system, and what the file `klok` adds."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "klok"

    def now(self) -> datetime:
        extra = float(self._file.read_text("utf-8") or 0) if self._file.exists() else 0.0
        return datetime.now(UTC) + timedelta(seconds=extra)

    def today(self) -> date:
        return self.now().astimezone().date()


def _type(folder: Path) -> None:
    """Type a digit again and again, and note each before it is typed."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from hardship_desk.bootstrap import open_practice_desk
    from hardship_desk.ui.application import make_application, make_window

    application = make_application(["typt"])
    desk = open_practice_desk(folder / "oefening.db")
    window = make_window(desk, application)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.show_case(_example(desk))  # type: ignore[arg-type]  # the id of a dossier
    window.show_question(13, QUESTION)
    notes = os.open(folder / "toetsen", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    chance, number = random.Random(str(folder)), 0
    while True:
        number += 1
        os.write(notes, STROKE.pack(time.monotonic(), number))
        QTest.keyClicks(QApplication.focusWidget(), str(number % 10))  # type: ignore[arg-type]  # it has
        QTest.qWait(chance.randrange(10, 60))


def _sleep(folder: Path) -> None:
    """Do what the other side says, and tell whether the window is locked and the text saved."""
    from PySide6.QtCore import QObject, QSocketNotifier

    from hardship_desk.bootstrap import Desks
    from hardship_desk.presenters.window_texts import WindowTexts
    from hardship_desk.services.desk import Desk
    from hardship_desk.ui.application import Program, make_application

    application = make_application(["slaapt"])
    desks = Desks(
        practice_vault=folder / "oefening.db",
        own_vault=folder / "kluis" / "eigen.db",
        clock=_LeapingClock(folder),
    )
    desk: Desk = desks.create_own("een lange wachtzin", "A. Voorbeeld")
    program = Program(desks, WindowTexts(desks.texts), application)
    program.show_desk(desk)
    keeper = QObject()
    sleeper = Sleeper(program, desk)
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, keeper)
    notifier.activated.connect(lambda *_socket: sleeper.hear(sys.stdin.readline().split()))
    application.exec()


class Sleeper:
    """A window on a real vault in which someone types before each interruption."""

    def __init__(self, program: object, desk: object) -> None:
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication, QPlainTextEdit

        from hardship_desk.domain.ids import DecisionTypeId
        from hardship_desk.services.cases import NewCase

        self._typed, self._count = "", 0
        self._window = program.window  # type: ignore[attr-defined]  # a program
        self._locker = program.locker  # type: ignore[attr-defined]
        self._desk = desk
        self._keys, self._application = QTest.keyClicks, QApplication
        made = desk.cases.create_case(  # type: ignore[attr-defined]  # a desk
            NewCase(
                number="R13",
                gemeentecode="landelijk",
                type=DecisionTypeId("boete"),
                weight="gewoon",
                weight_reason="Een proef.",
            )
        )
        self._case = made.id
        self._window.show_case(made.id)
        self._window.show_question(13, QUESTION)
        card = self._window.pages.work_view.column.sheet.cards[QUESTION]
        (self._area,) = card.editor.findChildren(QPlainTextEdit)
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window)

    def hear(self, words: list[str]) -> None:
        """Type, say yes, and let come what was asked."""
        from hardship_desk.ui.locking.interruptions import Interruptions

        if not words:
            self._application.quit()
            return
        told = self._window.findChild(Interruptions)
        # Two clocks notice a leap, one after the other; both before the window is opened again.
        told.look()
        self._locker.look()
        if self._locker.is_locked:
            self._locker._unlock()
        self._count += 1
        self._area.setFocus()
        self._keys(self._area, f"{self._count},")
        self._typed += f"{self._count},"
        if words[0] == "begin":
            self._locker.locked.connect(self._tell_once)
            self._say("ja")
            return
        self._say("ja")
        started = time.perf_counter()
        if words[0] == "einde":
            told._on_application_commit_data(None)
        else:
            told.on_sleep(True)  # noqa: FBT003 - as the bus calls it
        self._tell(time.perf_counter() - started)

    def _tell_once(self) -> None:
        self._locker.locked.disconnect(self._tell_once)
        self._tell(0.0)

    def _tell(self, took: float) -> None:
        case = self._desk.cases.current(self._case)  # type: ignore[attr-defined]  # a desk
        answer = case.answers_for(case.decisions[0].id).get(QUESTION)
        saved = "bewaard" if answer and str(answer.value) == self._typed else "kwijt"
        locked = "op_slot" if self._locker.is_locked else "open"
        dialogs = int(self._application.activeModalWidget() is not None)
        self._say(f"{locked} {saved} {took} {dialogs}")

    def _say(self, words: str) -> None:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()


EXPERIMENTS = (
    Experiment(number="R3", run=nothing_typed_is_old, short=4, long=500),
    Experiment(number="R13", run=sleep_and_session_end, short=5, long=50),
)

if __name__ == "__main__":
    {"type": _type, "sleep": _sleep}[sys.argv[1]](Path(sys.argv[2]))
