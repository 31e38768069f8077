"""Interruptions in the middle of a sentence: how long, and how many keys, until one is back at the cursor.

`python -m tests.reliability.coming_back type FOLDER` types half a sentence and dies; `... again FOLDER` starts anew.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from hardship_desk.bootstrap import open_practice_desk
from hardship_desk.domain.case import Case
from hardship_desk.domain.ids import QuestionId
from hardship_desk.services.desk import Desk
from hardship_desk.ui.application import make_application, make_window
from hardship_desk.ui.main_window import MainWindow
from tests.integration.desks import new_form
from tests.reliability.figures import Experiment, Figures, within
from tests.reliability.keys import PASSPHRASE
from tests.reliability.locking import open_scene
from tests.ui.typist import CONTROL, SHIFT, Typist

ROOT = Path(__file__).resolve().parents[2]
ALLOWED_S = 5.0
STEP, QUESTION = 13, QuestionId("conclusie.schuurt")
SENTENCE, BACK_BY = "De inwoner belde en vertelde over haar zoon.", 12
EXAMPLE, STARTED = "VB-2026-001", "TERUG_GESTART"


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """One interruption: what it was, and how one came back."""

    what: str
    seconds: float
    keys: int
    same_place: bool


class Interrupted:
    """Someone who types at one question, and is interrupted.

    The cursor stands in the middle of the sentence; in a dossier that was left, at its end: there one goes on.
    """

    def __init__(self, window: MainWindow, other: str) -> None:
        self.window, self.other = window, other
        self.typist = Typist(window)

    def begin(self, case_id: object) -> None:
        """Type a sentence and go back into it: the cursor stands in the middle."""
        self.window.show_case(case_id)  # type: ignore[arg-type]  # the id of a dossier
        self.window.show_question(STEP, QUESTION)
        self.settle()
        self.typist.type(SENTENCE)
        self.typist.press(Qt.Key.Key_Left, times=BACK_BY)

    def settle(self) -> None:
        """Let come what comes by itself."""
        self.typist.wait(60)

    def is_back(self) -> bool:
        """Whether the cursor stands where it stood."""
        found = QApplication.focusWidget()
        card = self.typist.card()
        if card is None or card.item.id != QUESTION or not isinstance(found, QPlainTextEdit):
            return False
        at, end = found.textCursor().position(), len(found.toPlainText())
        return at in (len(SENTENCE) - BACK_BY, end) and SENTENCE in found.toPlainText()

    def come_back(self, what: str, away: Callable[[], None], back: Callable[[], None]) -> Return:
        """Go away, come back, and see whether the cursor is where it was."""
        away()
        self.settle()
        before, started = self.typist.keys + self.typist.letters, time.monotonic()
        back()
        while not self.is_back() and time.monotonic() - started < ALLOWED_S:
            self.typist.wait(20)
        return Return(
            what=what,
            seconds=time.monotonic() - started,
            keys=self.typist.keys + self.typist.letters - before,
            same_place=self.is_back(),
        )

    def interruptions(self) -> list[tuple[str, Callable[[], None], Callable[[], None]]]:
        """What calls one away from a sentence, and the way back that the window offers."""
        press = self.typist.press
        return [
            ("uitleg (F1)", lambda: press(Qt.Key.Key_F1), self._escape),
            ("naslag (F3)", lambda: press(Qt.Key.Key_F3), self._escape),
            (
                "ander dossier, en terug via Vandaag",
                self._open_other,
                self._back_by_today,
            ),
            (
                "kladblok, en terug naar de vragen",
                lambda: press(Qt.Key.Key_4, CONTROL),
                lambda: press(Qt.Key.Key_1, CONTROL),
            ),
            ("slot en wachtzin", lambda: press(Qt.Key.Key_L, CONTROL | SHIFT), self._unlock),
        ]

    def _escape(self) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Escape)
        self.typist.keys += 1
        self.window.activateWindow()

    def _open_other(self) -> None:
        self.typist.press(Qt.Key.Key_L, CONTROL)
        self.settle()
        self.typist.type(self.other)
        self.typist.wait(200)
        self.typist.press(Qt.Key.Key_Return)
        self.settle()

    def _back_by_today(self) -> None:
        self.typist.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
        self.settle()
        self.typist.press(Qt.Key.Key_Return)

    def _unlock(self) -> None:
        self.typist.type(PASSPHRASE)
        self.typist.press(Qt.Key.Key_Return)


def in_one_window(folder: Path) -> list[Return]:
    """The interruptions after which the program still runs."""
    scene = open_scene(folder)
    other = scene.desk.cases.create_case(new_form(number="Z-ANDER-2"))
    assert isinstance(other, Case)
    mine = next(item.id for item in scene.desk.cases.list_cases() if item.id != other.id)
    someone = Interrupted(scene.window, other.number)
    someone.begin(mine)
    found = [someone.come_back(*item) for item in someone.interruptions()]
    scene.window.close()
    return found


def after_a_kill(folder: Path) -> Return:
    """The machine dies in the middle of a sentence: from the new start to the cursor."""
    dying = subprocess.run(
        [sys.executable, "-m", "tests.reliability.coming_back", "type", str(folder)],
        cwd=ROOT,
        env=os.environ | {"HARDSHIP_DESK_DATA": str(folder)},
        check=False,
    )
    assert dying.returncode == -signal.SIGKILL
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.coming_back", "again", str(folder)],
        cwd=ROOT,
        env=os.environ | {"HARDSHIP_DESK_DATA": str(folder), STARTED: str(time.time())},
        capture_output=True,
        text=True,
        check=True,
    )
    return Return(**json.loads(done.stdout))


def _type(folder: Path) -> None:
    desk = open_practice_desk(folder / "oefening.db")
    someone = Interrupted(_shown(desk), "")
    someone.begin(next(item.id for item in desk.cases.list_cases() if item.number == EXAMPLE))
    someone.typist.wait(1_500)
    os.kill(os.getpid(), signal.SIGKILL)


def _again(folder: Path) -> None:
    someone = Interrupted(_shown(open_practice_desk(folder / "oefening.db")), "")

    def back() -> None:
        """One key; right after a start the dossier opens when the questions are read."""
        someone.typist.press(Qt.Key.Key_Return)
        while someone.window.pages is None:
            someone.typist.wait(10)

    found = someone.come_back("stroom weg, en opnieuw gestart", lambda: None, back)
    took = time.time() - float(os.environ[STARTED])
    sys.stdout.write(json.dumps(asdict(replace(found, seconds=took))))


def _shown(desk: Desk) -> MainWindow:
    window = make_window(desk, make_application(["terug"]))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return window


def back_at_the_cursor(folder: Path, times: int) -> Figures:
    """Back at the cursor within five seconds, whatever called one away."""
    found = [
        item
        for turn in range(times)
        for item in (
            *in_one_window(folder / f"venster-{turn}"),
            after_a_kill(_made(folder / f"stroom-{turn}")),
        )
    ]
    lines = ", ".join(f"{item.what} {item.seconds:.2f} s, {item.keys} keys" for item in found)
    elsewhere = [item.what for item in found if not item.same_place]
    return Figures(
        number="terug",
        target="back at the cursor within 5 s after an interruption",
        seen=f"{lines}; {len(elsewhere)} elsewhere {elsewhere}",
        reached=not elsewhere and all(within(item.seconds, ALLOWED_S) for item in found),
    )


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


EXPERIMENTS = (Experiment(number="terug", run=back_at_the_cursor, short=1, long=10),)


if __name__ == "__main__":
    {"type": _type, "again": _again}[sys.argv[1]](Path(sys.argv[2]))
