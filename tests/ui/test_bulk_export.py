"""The reports of several dossiers at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog, QTableView
from pytestqt.qtbot import QtBot

from hardship_desk.domain.ids import CaseId
from hardship_desk.services.bulk_export import export_all
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.desk import Desk
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets import busy
from hardship_desk.ui.widgets.message_bar import MessageBar
from tests.ui.typist import SHIFT
from tests.ui.waiting import until


def numbered(desk: Desk, *numbers: str) -> tuple[CaseId, ...]:
    found = {item.number: item.id for item in desk.cases.list_cases()}
    return tuple(found[number] for number in numbers)


def test_that_chosen_dossiers_are_exported_each_in_its_folder(
    window: MainWindow,
    desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(busy, "PATIENCE_MS", 20)
    window.show_list()
    lines = window.start.list_view
    assert not lines.export.isVisible()
    table = lines.findChild(QTableView)
    assert table is not None
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert lines.export.isVisible()
    assert lines.export.accessibleName() == "Rapporten opslaan van 2 dossiers"
    window.start.bulk.start(lines.chosen(), tmp_path / "uit")
    wanted = {desk.cases.current(CaseId(name)).number for name in lines.chosen()}
    messages = window.frame.findChild(MessageBar)
    assert messages is not None
    shown = window.findChild(QProgressDialog)
    assert shown is not None
    assert shown.isHidden()
    until(shown.isVisible)
    qtbot.waitUntil(messages.isVisible, timeout=30_000)
    until(lambda: window.findChild(QProgressDialog) is None)
    assert {path.name for path in (tmp_path / "uit").glob("*")} == wanted


def test_that_two_decisions_of_one_dossier_do_not_overwrite_each_other(
    desk: Desk, tmp_path: Path
) -> None:
    (case_id,) = numbered(desk, "VB-2026-001")
    services, seen = (desk.cases, desk.reporting), list[int]()
    assert export_all(services, (case_id,), tmp_path, Cancellation(), seen.append) == 1
    reports = sorted(path.parent.name for path in tmp_path.rglob("motivering.pdf"))
    assert reports == sorted(item.id for item in desk.cases.current(case_id).decisions)
    assert seen == [1]


def test_that_it_stops_between_two_dossiers(desk: Desk, tmp_path: Path) -> None:
    ids = numbered(desk, "VB-2026-002", "VB-2026-003")
    stop = Cancellation()
    services = (desk.cases, desk.reporting)
    assert export_all(services, ids, tmp_path, stop, lambda _count: stop.cancel()) == 1
    assert [path.name for path in tmp_path.glob("VB*")] == ["VB-2026-002"]
