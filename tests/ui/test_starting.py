"""What the first pages load, in a Python of their own, and that everything is there right after."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hardship_desk.bootstrap import open_practice_desk
from hardship_desk.config.paths import DATA_VARIABLE, practice_vault_path
from hardship_desk.ui.running.background import Task
from hardship_desk.ui.running.quick_start import LATE
from tests.integration.desks import new_work
from tests.ui.waiting import until

ROOT = Path(__file__).resolve().parents[2]
MOST_MODULES = 136
"""Of ours, with start page and list; a module more costs about half a millisecond at every start."""
NOT_YET = {
    "argon2",
    "cryptography",
    "pluggy",
    "reportlab",
    "hardship_desk.assessment.engine",
    "hardship_desk.domain.case",
    "hardship_desk.exchange.policy_file",
    "hardship_desk.law_setup",
    "hardship_desk.plugin_api",
    "hardship_desk.plugin_setup",
    "hardship_desk.questionnaire.model",
    "hardship_desk.services.agenda",
    "hardship_desk.services.cases",
    "hardship_desk.storage.backups.making",
    "hardship_desk.storage.records.cases",
    "hardship_desk.storage.upkeep",
    "hardship_desk.ui.pages.of_case",
    "hardship_desk.ui.widgets.question_card",
}
WRONG = """
from PySide6.QtWidgets import QLabel
told = [QLabel.setText.__doc__, QLabel.__doc__]
for call in (
    lambda: QLabel().setText(1),
    lambda: QLabel().resize("x"),
    lambda: QLabel(1, 2, 3, 4),
    lambda: QLabel(nonsense=3),
    lambda: QLabel().linkActivated.emit(),
):
    try:
        call()
    except Exception as error:
        told.append(str(error))
"""
START = f"""
WRONG = {WRONG!r}
import json, linecache, sys
from hardship_desk.ui.running.quick_start import LATE, LateModule, load_qt
load_qt()
from hardship_desk.bootstrap import Desks
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.application import Program, make_application
from hardship_desk.ui.running.background import finish_running_work
application = make_application([])
desks = Desks()
program = Program(desks, WindowTexts(desks.texts), application)
program.show_practice()
window, start = program.window, program.window.start
before = [item.detail for item in start.today._page.places]
window.show_list()
loaded = sorted(sys.modules)
rows = start.list_view._model.rowCount()
sources = [name for name in linecache.cache if name.endswith("main_window.py")]
start.list_view.new_wanted.emit()
start.list_view.case_wanted.emit(start.list_view._model.rows[0].id)
waited = window.pages is None and not desks._core.is_read
while window.pages is None:
    application.processEvents()
opened = waited and window.pages.work_view.column.isVisible()
window.show_today()
while start.today._page.busy:
    application.processEvents()
after = [item.detail for item in start.today._page.places]
foot = start.feet[0].law.text()
late = [isinstance(sys.modules[name], LateModule) for name in sorted(LATE)]
window.close()
finish_running_work()
desks.close()
exec(WRONG)
print(json.dumps([before, rows, loaded, sources, opened, after, foot, late, told]))
"""


def told_here() -> list[str]:
    """The same of a PySide6 that was loaded as it loads itself."""
    here: dict[str, list[str]] = {}
    exec(WRONG, here)
    return here["told"]


def begin_work() -> None:
    """Make the practice store with one dossier in which the work stopped at step 2, and leave it."""
    desk = open_practice_desk(practice_vault_path())
    work = new_work(desk)
    desk.cases.set_current_step(work.case_id, work.decision_id, 2)


def test_that_the_first_pages_load_little_and_the_rest_follows(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    begin_work()
    command = [sys.executable, "-c", START]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    made = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, check=True, text=True, timeout=180
    )
    before, rows, loaded, sources, opened, after, foot, late, told = json.loads(
        made.stdout.splitlines()[-1]
    )
    assert set(before) == {"Waar u was, wordt opgezocht …\n"}
    assert rows > 3
    assert sorted(NOT_YET & set(loaded)) == []
    assert len([name for name in loaded if name.startswith("hardship_desk")]) <= MOST_MODULES
    assert sources == [], "PySide6 read the source of what was imported: see running/quick_start.py"
    assert late == [True] * len(LATE), "PySide6 loads what nobody asked: see running/quick_start.py"
    assert told == told_here(), "what Qt refuses is told as ever"
    assert opened
    assert [where[:7] for where in after] == ["Stap 2:"]
    assert foot.startswith("Wetsgegevens tot en met")


def test_that_a_mistake_beside_the_window_comes_out_in_its_thread(
    qapp: QApplication, qtbot: QtBot
) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        Task(qapp, fail, print, print).start()
        until(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
