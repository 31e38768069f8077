"""Dropping a file on the evidence page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from hardship_desk.presenters.shell import Page
from hardship_desk.services.desk import Desk
from hardship_desk.ui.main_window import MainWindow
from tests.ui.test_pages import open_example


def test_that_a_dropped_file_becomes_a_piece(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    open_example(window, desk)
    window.show_page_of_case(Page.BEWIJS)
    pages = window.pages
    assert pages is not None
    before = len(pages.case.case.evidence)
    file = tmp_path / "huurcontract.pdf"
    file.write_bytes(b"inhoud")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(tmp_path / "weg.pdf"))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    pages.evidence.view.dropEvent(drop)
    found = pages.case.case.evidence
    assert len(found) == before + 1
    assert found[-1].title == "huurcontract"
    assert len(found[-1].sha256) == 64
