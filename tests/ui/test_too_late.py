"""What ends after its window is gone is told to nobody: not to parts that are no more."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Event

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hardship_desk.bootstrap import Desks
from hardship_desk.config.log import start_log, stop_log
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.application import Program, make_application, make_window
from hardship_desk.ui.running.background import Steps, Task, work_runs
from hardship_desk.ui.running.taking_down import Forgetting, destroy
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.writing_hint import WritingHint
from tests.ui.waiting import until


def test_that_newer_law_found_after_the_window_went_is_told_to_nobody(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end, looked = Event(), list[bool]()

    def look() -> tuple[()]:
        looked.append(may_end.wait(5))
        return ()

    monkeypatch.setattr(desk.laws, "offers", look)
    window = make_window(desk, make_application([]))
    window.commands.look_for_law()
    shiboken6.delete(window)
    may_end.set()
    until(lambda: not work_runs())
    assert looked == [True]


def test_that_work_is_done_but_told_to_no_owner_that_is_gone(qtbot: QtBot, tmp_path: Path) -> None:
    log = start_log(tmp_path / "logboek.txt")
    owner, may_end, done, told = QWidget(), Event(), list[str](), list[object]()
    steps = Steps(owner, told.append)

    def work() -> None:
        may_end.wait(5)
        steps.tell(1)
        done.append("gedaan")

    def fail() -> None:
        work()
        raise HardshipDeskError("schijf_vol")

    def break_down() -> None:
        work()
        raise ZeroDivisionError

    run = TaskRunner(owner, told.append)
    run(work, told.append, told.append)
    run(fail, told.append, told.append)
    broken = Task(owner, break_down, told.append, told.append)
    broken.when_broken(told.append)
    with qtbot.captureExceptions() as caught:
        broken.start()
        assert told == [True, True]  # it works
        shiboken6.delete(owner)
        may_end.set()
        until(lambda: not work_runs())
    stop_log(log)
    assert done == ["gedaan"] * 3
    assert told == [True, True]
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]
    assert "schijf_vol" in (tmp_path / "logboek.txt").read_text("utf-8")


def test_that_a_text_is_looked_at_after_its_field_went(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    area, begun = QPlainTextEdit("Dit is fraude."), list[Task[object]]()
    hint = WritingHint(area, WindowTexts(desk.texts))
    monkeypatch.setattr(Task, "start", lambda task: begun.append(task))  # noqa: PLW0108 - a method
    hint._look()
    destroy(hint, Forgetting())
    with qtbot.captureExceptions() as caught:
        begun[0].run()
        QApplication.processEvents()
    assert caught == []


def test_that_a_mistake_of_ours_leaves_nobody_waiting(qtbot: QtBot) -> None:
    owner, busy = QWidget(), list[object]()
    qtbot.addWidget(owner)

    def break_down() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        TaskRunner(owner, busy.append)(break_down, busy.append, busy.append)
        qtbot.waitUntil(lambda: not work_runs() and busy == [True, False])
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]


def test_that_a_mistake_is_told_in_the_window_of_now(
    qapp: QApplication, tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = list[str]()
    monkeypatch.setattr("sys.excepthook", lambda kind, *_rest: written.append(kind.__name__))
    desks = Desks(practice_vault=tmp_path / "oefening.db", own_vault=tmp_path / "kluis.db")
    program = Program(desks, WindowTexts(desk.texts), make_application([]))
    program.show_desk(desk)
    first = program.window
    program.show_desk(desk)
    assert first is not None
    shiboken6.delete(first)
    sys.excepthook(ValueError, ValueError(), None)
    assert written == ["ValueError"]
    window = program.window
    assert window is not None
    said = [made.text() for made in window.findChildren(QLabel)]
    assert any(WindowTexts(desk.texts).get("fout.onverwacht.tekst") in text for text in said)
    shiboken6.delete(window)
    sys.excepthook(KeyError, KeyError(), None)
    assert written == ["ValueError", "KeyError"]
