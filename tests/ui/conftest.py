"""A window without a display, on a practice store in a temporary folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hardship_desk.bootstrap import open_practice_desk
from hardship_desk.services.desk import Desk
from hardship_desk.ui.application import make_application, make_window
from hardship_desk.ui.main_window import MainWindow


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_practice_desk(tmp_path / "oefening.db")


@pytest.fixture
def window(desk: Desk, qapp: QApplication) -> Iterator[MainWindow]:
    made = make_window(desk, make_application([]))
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    made.deleteLater()
    qapp.processEvents()


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard() -> Iterator[None]:
    """Without a display the clipboard outlives Python, and then cannot let go of what Python made."""
    yield
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()
