"""Saving while typing, an honest word about it, and what happens before work may be cut off."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QSessionManager
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hardship_desk.cli.second_start import NO_ANSWER, RAISED, raise_first
from hardship_desk.config.first_window import FirstWindow
from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.shell import Page
from hardship_desk.services.desk import Desk
from hardship_desk.storage.connection import VaultDatabase
from hardship_desk.ui.application import make_application
from hardship_desk.ui.locking.interruptions import Interruptions
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets.growing_line import GrowingLine
from tests.ui.test_pages import open_example
from tests.ui.typist import Typist
from tests.unit.storage.case_samples import HandClock

QUESTION = "conclusie.schuurt"
LONG = "woord " * 6000


@pytest.fixture
def typist(window: MainWindow, desk: Desk) -> Typist:
    open_example(window, desk)
    window.show_question(13, QUESTION)
    return Typist(window)


def database_of(desk: Desk) -> VaultDatabase:
    repository = desk.cases._repository
    found: VaultDatabase = repository._session.database  # type: ignore[attr-defined]
    return found


@contextmanager
def full_disk(desk: Desk) -> Iterator[None]:
    database = database_of(desk)
    (pages,) = database.rows("PRAGMA page_count")[0]
    database.rows(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        database.rows("PRAGMA max_page_count = 100000")


def saved_text(typist: Typist, desk: Desk) -> str:
    pages = typist.window.pages
    assert pages is not None
    case = desk.cases.current(pages.case.case_id)
    found = case.answers_for(pages.case.decision_id).get(QuestionId(QUESTION))
    return str(found.value) if found else ""


def fill_editor(typist: Typist, text: str) -> None:
    """A long text at once, as from the clipboard."""
    QApplication.clipboard().setText(text)
    typist.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    typist.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_that_someone_who_never_pauses_is_saved_within_two_seconds(
    typist: Typist, desk: Desk
) -> None:
    for number in range(22):
        typist.type(f"{number},")
        typist.wait(100)
    assert saved_text(typist, desk).strip()


def test_that_a_full_disk_keeps_the_text_and_saving_goes_on_after_it(
    typist: Typist, desk: Desk, qtbot: QtBot
) -> None:
    window = typist.window
    with full_disk(desk):
        fill_editor(typist, LONG)
        qtbot.waitUntil(lambda: "is vol" in window._messages.text, timeout=10_000)
        assert window.pages is not None
        view = window.pages.work_view
        assert view.saved_text == "Nog niet opgeslagen: schijf vol"
        assert "1 MB" in window._messages._advice.text()
        window.show_page_of_case(Page.BESLUIT)
        window.show_question(13, QUESTION)
        assert typist.text() == LONG
        window.show_list()
        assert window.pages is not None, "the list would throw away what is not saved"
        assert "Nog niet alles" in window._messages.text
    qtbot.waitUntil(lambda: "weer opgeslagen" in window._messages.text, timeout=10_000)
    assert saved_text(typist, desk) == LONG.strip()
    assert view.saved_text.startswith("✓ Opgeslagen om ")


def test_that_the_window_closes_at_the_second_time_when_nothing_can_be_saved(
    typist: Typist, desk: Desk
) -> None:
    with full_disk(desk):
        fill_editor(typist, LONG)
        assert not typist.window.close()
        assert typist.window.isVisible()
        assert typist.window.close()


def test_that_the_kladblok_keeps_what_could_not_be_saved(
    typist: Typist, desk: Desk, qtbot: QtBot
) -> None:
    window = typist.window
    window.show_page_of_case(Page.KLADBLOK)
    typist.wait(50)
    pages = window.pages
    assert pages is not None
    assert pages.notes.presenter.add("25-11-2026", "", "")
    pages.notes.view._area.setFocus()
    with full_disk(desk):
        fill_editor(typist, LONG)
        qtbot.waitUntil(lambda: "is vol" in window._messages.text, timeout=10_000)
        pages.notes.view._on.widget.setFocus()
        typist.wait(50)
        assert pages.notes.view._area.toPlainText() == LONG
        assert pages.notes.view._saved.text() == "Nog niet opgeslagen: schijf vol"
    qtbot.waitUntil(lambda: "weer opgeslagen" in window._messages.text, timeout=10_000)


@pytest.mark.parametrize("way", ["leaving the window", "end of the session", "quitting"])
def test_that_what_may_cut_off_work_saves_at_once(
    typist: Typist, desk: Desk, qapp: QApplication, way: str
) -> None:
    told = typist.window.findChild(Interruptions)
    assert told is not None
    typist.type(f"vlak voor {way}")
    match way:
        case "leaving the window":
            told._on_application_state_changed(Qt.ApplicationState.ApplicationInactive)
        case "end of the session":
            told._on_application_commit_data(cast("QSessionManager", None))
        case _:
            told.leaving.emit()
    assert f"vlak voor {way}" in saved_text(typist, desk)


def test_that_a_machine_that_slept_is_noticed(qapp: QApplication) -> None:
    parent, clock = QWidget(), HandClock()
    told = Interruptions(qapp, clock, parent)
    slept: list[str] = []
    told.slept.connect(lambda: slept.append("ja"))
    told.look()
    assert slept == ["ja"], "a minute passed on the clock and none here"
    clock.moment -= timedelta(minutes=1)
    told.look()
    assert slept == ["ja"]
    told.on_sleep(begins=False)
    assert slept == ["ja", "ja"]
    going: list[str] = []
    told.leaving.connect(lambda: going.append("weg"))
    told.on_sleep(begins=True)
    assert going == ["weg"]


SLEEPER = """
import subprocess, sys
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from hardship_desk.domain.clock import SystemClock
from hardship_desk.ui.locking.interruptions import Interruptions
application, parent = QApplication([]), QObject()
told = Interruptions(application, SystemClock(), parent)
told.sleeping.connect(lambda: (print("gaat slapen"), application.quit()))
QTimer.singleShot(100, lambda: subprocess.Popen([sys.executable, "-m", "tests.ui.logind"]))
QTimer.singleShot(20000, application.quit)
application.exec()
"""


def test_that_logind_is_heard() -> None:
    if not any((Path(place) / "dbus-run-session").exists() for place in ("/usr/bin", "/bin")):
        pytest.skip("dbus-run-session is not on this machine; the clock is tested above")
    own_bus = 'DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" exec "$0" -c "$1"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", own_bus, sys.executable, SLEEPER],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert "gaat slapen" in done.stdout, done.stderr


def test_that_a_second_start_raises_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = FirstWindow(tmp_path), FirstWindow(tmp_path)
    assert first.claim()
    assert not second.claim()
    assert raise_first(second) == NO_ANSWER
    assert "antwoordt niet" in capsys.readouterr().err
    raised = threading.Event()
    first.listen(raised.set)
    assert raise_first(second) == RAISED
    assert raised.is_set()
    assert "naar voren gehaald" in capsys.readouterr().out
    first.close()
    assert second.claim()
    second.listen(raised.set)
    second.close()


def test_that_a_deep_folder_has_a_place_to_listen(tmp_path: Path) -> None:
    deep = tmp_path / ("diep" * 30)
    first, second = FirstWindow(deep), FirstWindow(deep)
    assert first.claim()
    raised = threading.Event()
    first.listen(raised.set)
    assert second.raise_other()
    first.close()


def test_that_a_folder_that_cannot_be_written_starts_anyhow(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    start = FirstWindow(tmp_path / "bestand" / "map")
    assert start.claim()
    start.listen(lambda: None)
    start.close()


def test_that_the_window_comes_to_the_front(tmp_path: Path, qtbot: QtBot) -> None:
    from hardship_desk.bootstrap import Desks
    from hardship_desk.presenters.window_texts import WindowTexts
    from hardship_desk.ui.application import Program

    desks = Desks(practice_vault=tmp_path / "oefening.db", own_vault=tmp_path / "eigen.db")
    program = Program(desks, WindowTexts(desks.texts), make_application([]))
    program.raise_wanted.emit()
    assert program.show_practice()
    window = program.window
    assert window is not None
    qtbot.addWidget(window)
    window.showMinimized()
    program.raise_wanted.emit()
    qtbot.waitUntil(lambda: not window.isMinimized(), timeout=10_000)
    QTest.qWaitForWindowActive(window)
    window.close()
    desks.close()


def test_that_what_is_put_in_a_line_without_the_focus_is_told(qtbot: QtBot) -> None:
    line = GrowingLine()
    qtbot.addWidget(line)
    told: list[str] = []
    line.edited.connect(lambda: told.append(line.text()))
    line.show_text("zeven\nwoorden")
    assert line.text() == "zeven woorden"
    line.document().contentsChanged.emit()  # as when a word is marked
    assert told == []
    line.insertPlainText(" erbij")
    assert told == ["zeven woorden erbij"]
