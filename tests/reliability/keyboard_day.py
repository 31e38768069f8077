"""A day by keyboard on a vault of one's own: make it, decide, export, copy, and put the copy back.

`python -m tests.reliability.keyboard_day FOLDER` prints as JSON what it took and what stood there at the
end; with `real` behind it the keys come from outside, through the display (xdotool).
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from typing_extensions import override

from hardship_desk.bootstrap import Desks
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.application import Program, make_application
from tests.ui.journeys import WARNING, adopt, export, start_case
from tests.ui.typist import CONTROL, NONE, Typist

T = TypeVar("T")
WORDS = "vier losse gewone woorden"
KEPT, LATER = "T-2026-1", "T-2026-2"
PATIENCE_S = 60.0
SETTLE_MS = 40


class Hand(QObject):
    """Lets another thread work in the window, also while a dialog waits for its answer."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def do(self, step: Callable[[], T]) -> T:
        """What a step gives, when it is done."""
        done: Future[T] = Future()
        self.asked.emit((step, done))
        return done.result(PATIENCE_S)

    def begin(self, step: Callable[[], object]) -> None:
        """Begin a step that lasts as long as the dialog it opens."""
        self.asked.emit((step, Future()))

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait for something the program does by itself."""
        end = time.monotonic() + PATIENCE_S
        while not self.do(holds):
            assert time.monotonic() < end, f"it does not come: {what}"
            time.sleep(0.05)

    def _do(self, asked: tuple[Callable[[], object], Future[object]]) -> None:
        step, done = asked
        try:
            done.set_result(step())
        except Exception as error:  # noqa: BLE001 - told to the thread that asked
            done.set_exception(error)


class OutsideTypist(Typist):
    """Someone whose keys come through the display, to whatever has the focus there."""

    @override
    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        self.keys += times
        name = _x_name(key, modifiers)
        for _ in range(times):
            subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True)
            QTest.qWait(SETTLE_MS)

    @override
    def type(self, text: str) -> None:
        self.letters += len(text)
        subprocess.run(["xdotool", "type", "--delay", "4", "--", text], check=True)
        QTest.qWait(SETTLE_MS)


_X_NAMES = {"Space": "space", "Esc": "Escape", "PgDown": "Next", "PgUp": "Prior"}
_X_MODIFIERS = {
    Qt.KeyboardModifier.ControlModifier: "ctrl",
    Qt.KeyboardModifier.ShiftModifier: "shift",
    Qt.KeyboardModifier.AltModifier: "alt",
}


def _x_name(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> str:
    name = QKeySequence(key).toString()
    held = [word for flag, word in _X_MODIFIERS.items() if modifiers & flag]
    plain = name.lower() if len(name) == 1 else name
    return "+".join([*held, _X_NAMES.get(name, plain)])


class Day:
    """What is done, step by step, from another thread."""

    def __init__(self, program: Program, desks: Desks, folder: Path, typist: type[Typist]) -> None:
        window = program.window
        assert window is not None
        self._program, self._desks, self._folder = program, desks, folder
        self.typist = typist(window)
        self._hand = Hand()
        self.told: dict[str, object] = {}

    def work(self) -> None:
        """The whole day; what went wrong is told, and the program ends."""
        try:
            self._make_vault()
            self._decide()
            self._copy_and_put_back()
            self.told["effort"] = asdict(self.typist.effort)
        except BaseException:  # noqa: BLE001 - told to who started this
            self.told["wrong"] = traceback.format_exc()
        self._hand.begin(QCoreApplication.quit)

    def _make_vault(self) -> None:
        hand, typist = self._hand, self.typist
        hand.until(lambda: QApplication.focusWidget() is not None, "the first window")
        self._go_to("kluis openen")
        self._wait_for_dialog("VaultDialog")
        hand.do(lambda: self._fill("A. Behandelaar", WORDS, WORDS))
        hand.begin(lambda: typist.press(Qt.Key.Key_Return))
        self._wait_for_dialog("RecoveryCodeDialog")
        hand.do(lambda: typist.type(_last_group()))
        hand.do(lambda: self._tab_to("De code staat op papier"))
        hand.do(lambda: typist.press(Qt.Key.Key_Return))
        self._wait_for_window()

    def _decide(self) -> None:
        hand, typist = self._hand, self.typist
        hand.do(lambda: start_case(typist, KEPT, 0, "Amsterdam"))
        hand.do(lambda: typist.walk(WARNING, "conclusie.redenen"))
        hand.do(lambda: typist.wait(300))
        hand.do(lambda: adopt(typist, "A. Behandelaar", "Mandaatbesluit 2026"))
        hand.do(lambda: export(typist, str(self._folder / "uit")))
        hand.until(self._is_exported, "the files")
        self._wait_for_window()

    def _copy_and_put_back(self) -> None:
        hand, typist = self._hand, self.typist
        self._open_copies()
        hand.do(lambda: self._tab_to("Nu een kopie maken"))
        hand.do(lambda: typist.press(Qt.Key.Key_Space))
        hand.until(lambda: "gemaakt" in _said(), "the copy")
        hand.do(lambda: typist.press(Qt.Key.Key_Escape))
        self._wait_for_window()
        hand.do(lambda: start_case(typist, LATER, 0, "Amsterdam"))
        self.told["before"] = hand.do(self._numbers)
        self._open_copies()
        hand.do(lambda: self._tab_to("Een kopie terugzetten …"))
        hand.begin(lambda: typist.press(Qt.Key.Key_Space))
        self._wait_for_dialog("RestoreDialog")
        earlier = self._program.window
        hand.do(lambda: self._tab_to("Terugzetten"))
        hand.begin(lambda: typist.press(Qt.Key.Key_Return))
        self._wait_for_dialog("VaultDialog")
        hand.do(lambda: typist.type(WORDS))
        hand.begin(lambda: typist.press(Qt.Key.Key_Return))
        hand.until(lambda: self._program.window is not earlier, "the vault that was put back")
        self._wait_for_window()
        self.told["after"] = hand.do(self._numbers)

    def _open_copies(self) -> None:
        self._go_to("reservekopie")
        self._wait_for_dialog("BackupsDialog")

    def _go_to(self, words: str) -> None:
        """Anywhere with Ctrl+K and a few letters."""
        hand, typist = self._hand, self.typist
        hand.do(lambda: typist.press(Qt.Key.Key_K, CONTROL))
        self._wait_for_dialog("JumpDialog")
        hand.do(lambda: typist.type(words))
        hand.do(lambda: typist.wait(100))
        hand.begin(lambda: typist.press(Qt.Key.Key_Return))

    def _fill(self, *texts: str) -> None:
        for place, text in enumerate(texts):
            if place:
                self.typist.tab()
            self.typist.type(text)

    def _tab_to(self, name: str) -> None:
        """On with Tab to the control of this name."""
        for _ in range(60):
            here = self.typist.focus()
            text = here.text() if isinstance(here, QAbstractButton) else ""
            if name in (text, here.accessibleName()):
                return
            self.typist.tab()
        raise AssertionError(f"Tab does not reach {name}")

    def _wait_for_dialog(self, kind: str) -> None:
        def stands() -> bool:
            shown = QApplication.activeModalWidget()
            focus = QApplication.focusWidget()
            return type(shown).__name__ == kind and focus is not None and focus.window() is shown

        self._hand.until(stands, kind)

    def _wait_for_window(self) -> None:
        def stands() -> bool:
            window = self._program.window
            if window is None or QApplication.activeModalWidget() is not None:
                return False
            self.typist.window = window
            window.activateWindow()
            focus = QApplication.focusWidget()
            return focus is not None and focus.window() is window

        self._hand.until(stands, "the window")

    def _numbers(self) -> list[str]:
        window = self._program.window
        assert window is not None
        return sorted(item.number for item in window._desk.cases.list_cases())

    def _is_exported(self) -> bool:
        files = sorted(file.name for file in (self._folder / "uit").rglob("*") if file.is_file())
        self.told["files"] = files
        return {"motivering.pdf", "brief.docx"} <= set(files)


def _last_group() -> str:
    """What a reader copies from the paper: the last group of the code."""
    shown = QApplication.activeModalWidget()
    assert shown is not None
    lines = [item.text() for item in shown.findChildren(QLabel) if "  " in item.text()]
    return lines[-1].split("  ")[-1]


def _said() -> str:
    shown = QApplication.activeModalWidget()
    return str(getattr(shown, "said", ""))


def main(folder: Path, *, real: bool) -> int:
    """Do the day; 1 where it did not come to its end."""
    application = make_application(["day"])
    desks = Desks(practice_vault=folder / "oefening.db", own_vault=folder / "kluis" / "dossiers.db")
    program = Program(desks, WindowTexts(desks.texts), application)
    (folder / "uit").mkdir()
    program.show_practice()
    assert program.window is not None
    program.window.activateWindow()
    day = Day(program, desks, folder, OutsideTypist if real else Typist)
    thread = threading.Thread(target=day.work)
    thread.start()
    application.exec()
    thread.join()
    desks.close()
    sys.stdout.write(json.dumps(day.told))
    return 1 if "wrong" in day.told else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), real=sys.argv[2:] == ["real"]))
