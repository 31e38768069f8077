"""Copies of evidence outside the vault: named, ticked by keyboard, and then removed."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.ids import CaseId, EvidenceId
from hardship_desk.domain.written_copy import WrittenCopy
from hardship_desk.services.desk import Desk
from hardship_desk.services.evidence_files import EvidenceFilesService
from hardship_desk.ui.copies_left import CopiesLeft
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets.chooser import Chooser
from hardship_desk.ui.widgets.message_bar import MessageBar
from tests.integration.desks import with_parts
from tests.unit.presenters.screens import window_texts

LONG_AGO, NOW = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)


class Store:
    """Remembers copies, and holds none."""

    def __init__(self, *paths: Path) -> None:
        self.copies = {
            str(path): WrittenCopy(
                path=str(path), sha256=hashlib.sha256(path.read_bytes()).hexdigest(), at=LONG_AGO
            )
            for path in paths
        }

    def put_file(self, _case: CaseId, _piece: EvidenceId, _ending: str, _data: bytes) -> None:
        raise AssertionError

    def get_file(self, _case: CaseId, _piece: EvidenceId) -> tuple[str, bytes] | None:
        return None

    def has_file(self, _case: CaseId, _piece: EvidenceId) -> bool:
        return False

    def note_copied_out(self, _case: CaseId, _piece: EvidenceId, _sha: str, _path: str) -> None:
        raise AssertionError

    def written_copies(self) -> tuple[WrittenCopy, ...]:
        return tuple(self.copies.values())

    def forget_copy(self, path: str) -> None:
        del self.copies[path]

    def moment(self) -> datetime:
        return NOW


def test_that_nothing_goes_before_it_is_ticked(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    paths = tuple(tmp_path / name for name in ("een.pdf", "twee.pdf"))
    for path in paths:
        path.write_bytes(path.name.encode())
    files = EvidenceFilesService(Store(*paths), write_atomically, days=30)
    own = with_parts(desk, is_practice=False, evidence_files=files)
    left = CopiesLeft(window, own, window_texts(desk))
    bar = window.findChild(MessageBar)
    assert bar is not None
    left.tell()
    assert "2 kopieën van bewijs buiten de kluis, ouder dan 30 dagen" in bar.text
    assert list(left.entries()) == ["losse_kopie.menu"]
    assert CopiesLeft(window, desk, window_texts(desk)).entries() == {}
    left.ask()
    chooser = window.findChild(Chooser)
    assert chooser is not None
    rows = chooser.findChild(QListWidget)
    assert rows is not None
    assert rows.item(0).checkState() == Qt.CheckState.Unchecked
    rows.setCurrentRow(1)
    QTest.keyClick(rows, Qt.Key.Key_Space)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert [path.exists() for path in paths] == [True, False]
    assert "1 kopie is verwijderd" in bar.text
    paths[0].unlink()
    left.ask()
    assert "Er staan geen losse kopieën meer" in bar.text
