"""Ten motivations of different make through the check by keyboard alone; `-s` prints what it took."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from hardship_desk.domain.toets import ElementState
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.toets_dialog import ToetsDialog
from tests.integration.desks import open_desk_in
from tests.ui.outside_motivations import PIECES, Piece
from tests.unit.reports.word_makes import MAKES


class Reader:
    """Marks by keyboard, and counts the keys."""

    def __init__(self, dialog: ToetsDialog) -> None:
        self.dialog = dialog
        self.keys = 0

    def press(
        self, widget: QWidget, *keys: Qt.Key, shift: bool = False, ctrl: bool = False
    ) -> None:
        """Press these keys one after another."""
        held = Qt.KeyboardModifier.NoModifier
        held |= Qt.KeyboardModifier.ShiftModifier if shift else held
        held |= Qt.KeyboardModifier.ControlModifier if ctrl else held
        for key in keys:
            QTest.keyClick(widget, key, held)
            self.keys += 1

    def mark(self, sentence: str, number: int, *, thin: bool) -> None:
        """Go to the line, select it, type the number of the element."""
        text = self.dialog.text
        text.setFocus()
        line = next(at for at, row in enumerate(text.toPlainText().split("\n")) if sentence in row)
        self.press(text, Qt.Key.Key_Home, ctrl=True)
        self.press(text, *[Qt.Key.Key_Down] * line)
        self.press(text, Qt.Key.Key_End, shift=True)
        QTest.keyClicks(text, str(number))
        self.keys += len(str(number))
        self.press(text, Qt.Key.Key_Minus if thin else Qt.Key.Key_Return)

    def leave_out(self, stay: set[int], count: int) -> None:
        """Walk down the list: N for what plays no part here."""
        found = self.dialog.elements
        found.setFocus()
        found.setCurrentRow(0)
        for number in range(1, count + 1):
            self.press(found, Qt.Key.Key_Down if number in stay else Qt.Key.Key_N)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "question", lambda *_words: yes)
    return open_desk_in(tmp_path)


@pytest.mark.slow
def test_that_ten_motivations_give_ten_notes(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    day, total = date(2026, 10, 1), 0
    for piece in PIECES:
        dialog = ToetsDialog(None, desk.toetsing, WindowTexts(desk.texts), day)
        qtbot.addWidget(dialog)
        dialog.resize(1600, 900)
        dialog.show()
        keys, caught = checked(dialog, desk, piece, tmp_path / piece.file)
        total += keys
        dialog.reject()
        sys.stdout.write(f"{piece.file:22} {piece.kind:20} {keys:4} keys  {', '.join(caught)}\n")
    sys.stdout.write(f"{total} keys in all, {total // len(PIECES)} a piece\n")
    assert total // len(PIECES) < 250


def checked(dialog: ToetsDialog, desk: Desk, piece: Piece, path: Path) -> tuple[int, list[str]]:
    """The piece read, marked and noted: how many keys, and what the note says is missing."""
    path.write_bytes(MAKES[piece.file](piece.sentences))
    dialog.presenter.set_type(piece.kind)
    dialog.presenter.set_text(desk.toetsing.read(path))
    elements = desk.toetsing.elements(dialog.presenter._toets.type, dialog.presenter._toets.day)
    numbers = {
        start: next(at for at, item in enumerate(elements, 1) if item.question.startswith(start))
        for start, _ in piece.pool
    }
    reader = Reader(dialog)
    for at, (start, sentence) in piece.said:
        reader.mark(sentence, numbers[start], thin=at in piece.thin)
    reader.leave_out(set(numbers.values()), len(elements))
    toets = dialog.presenter._toets
    missing = [
        item.question for item in elements if toets.state_of(item.id) is ElementState.ONTBREEKT
    ]
    thin = [item.question for item in elements if toets.state_of(item.id) is ElementState.DUN]
    assert len(missing) == len(piece.lacks)
    assert len(thin) == len(piece.thin)
    assert all(any(one.startswith(piece.pool[at][0]) for one in missing) for at in piece.lacks)
    said = repr(desk.toetsing.note(toets))
    assert all(question in said for question in (*missing, *thin))
    assert all(sentence in said for sentence in piece.sentences)
    return reader.keys, [question[:32] for question in missing]
