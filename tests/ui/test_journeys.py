"""Whole decisions by keyboard: a fine that survives a power cut, and a warning in the kort route."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hardship_desk.bootstrap import open_practice_desk
from hardship_desk.domain.answers import Row
from hardship_desk.domain.case import Case
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.question_item import raw_of
from hardship_desk.services.desk import Desk
from hardship_desk.ui.application import make_application, make_window
from hardship_desk.ui.main_window import MainWindow
from tests.ui.journeys import FINE, WARNING, adopt, start_case
from tests.ui.session import LAST_WORDS
from tests.ui.typist import Effort, Typist

ROOT = Path(__file__).resolve().parents[2]


def test_that_a_fine_typed_by_keyboard_survives_a_power_cut(
    tmp_path: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.session", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    told = json.loads(done.stdout)
    assert set(FINE) == set(told["answered"])
    report_effort(capsys, "boete, gewoon", Effort(**told["effort"]))
    files = {file.name for file in (tmp_path / "T-2026-1").iterdir()}
    assert files == {"motivering.pdf", "brief.docx", "zaak.json"}
    desk = open_practice_desk(tmp_path / "oefening.db")
    assert kept(desk, "T-2026-1", "conclusie.schuurt") == LAST_WORDS
    for question, given in FINE.items():
        if isinstance(given, list):
            assert rows(desk, question) == [dict(row) for row in given]
        else:
            assert kept(desk, "T-2026-1", question) in (given, f"{given},00"), question
    reopen_by_keyboard(desk)
    qapp.processEvents()


def reopen_by_keyboard(desk: Desk) -> None:
    """From the list into the dossier, back to the words that were typed last."""
    window = make_window(desk, make_application([]))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    typist = Typist(window)
    typist.type("T-2026-1")
    typist.press(Qt.Key.Key_Return)
    typist.wait_for_question()
    typist.go_to_step(13)
    typist.go_to_question("conclusie.schuurt")
    assert typist.text() == LAST_WORDS
    window.close()
    window.deleteLater()


def test_that_a_warning_takes_at_most_twenty_answers(
    window: MainWindow, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    typist = Typist(window)
    start_case(typist, "T-2026-2", 0, "Amsterdam")
    typist.walk(WARNING, "conclusie.redenen")
    assert len(typist.answered) + len(typist.skipped) <= 20
    typist.wait(300)
    adopt(typist, "A. Behandelaar", "Mandaatbesluit 2026")
    case = case_of(desk, "T-2026-2")
    assert case.decisions[0].state is DecisionState.VASTGESTELD
    assert case.decisions[0].versions[0].adopted_by == "A. Behandelaar"
    assert typist.effort.clicks == 0
    report_effort(capsys, "waarschuwing, kort", typist.effort)


def report_effort(capsys: pytest.CaptureFixture[str], what: str, effort: Effort) -> None:
    """Print the figures also where pytest keeps the output to itself."""
    with capsys.disabled():
        sys.stdout.write(f"\n{effort.dutch(what)}\n")


def case_of(desk: Desk, number: str) -> Case:
    found = next(item.id for item in desk.cases.list_cases() if item.number == number)
    return desk.cases.open_case(found)


def kept(desk: Desk, number: str, question: str) -> object:
    """The answer as it would be typed."""
    case = case_of(desk, number)
    return raw_of(case.answers_for(case.decisions[0].id).get(QuestionId(question)))


def rows(desk: Desk, question: str) -> list[dict[str, str]]:
    """The rows as typed, without their ids."""
    raw = kept(desk, "T-2026-1", question)
    assert isinstance(raw, tuple)
    return [
        {name: cell for name, cell in row.items() if name != "id"}
        for row in raw
        if not isinstance(row, str | Row)
    ]
