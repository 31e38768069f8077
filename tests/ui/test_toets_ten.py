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
from hardship_desk.presenters.toetsing import ElementRow
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.dialogs.toets import ToetsDialog
from tests.integration.desks import open_desk_in
from tests.ui.outside_motivations import PIECES, Piece
from tests.ui.typist import Effort
from tests.unit.reports.word_makes import MAKES


class Reader:
    """Marks by keyboard, and counts the keys."""

    def __init__(self, dialog: ToetsDialog) -> None:
        self.dialog = dialog
        self.keys = self.judged = 0

    @property
    def effort(self) -> Effort:
        """What it took: the text and every question read once, a thought for each judgement."""
        read = [self.dialog.text.toPlainText(), *(row.question for row in self.dialog._rows)]
        words = sum(len(part.split()) for part in read)
        return Effort(answers=self.judged, keys=self.keys, letters=0, clicks=0, words=words)

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
        if line < text.textCursor().blockNumber():
            self.press(text, Qt.Key.Key_Home, ctrl=True)
        self.press(text, *[Qt.Key.Key_Down] * (line - text.textCursor().blockNumber()))
        self.press(text, Qt.Key.Key_Home)
        self.press(text, Qt.Key.Key_End, shift=True)
        QTest.keyClicks(text, str(number))
        self.keys += len(str(number))
        self.press(text, Qt.Key.Key_Minus if thin else Qt.Key.Key_Return)
        self.judged += 1

    def leave_out(self, stay: set[int]) -> None:
        """Walk down the list: G where the rest of a group plays no part, N where a part of it does."""
        found = self.dialog.elements
        found.setFocus()
        found.setCurrentRow(0)
        while rest := [row for row in self.dialog._rows if row.number not in stay and _open(row)]:
            row = self.dialog._rows[found.currentRow()]
            if row not in rest:
                self.press(found, Qt.Key.Key_Down)
                continue
            missed = any(
                item.basis == row.basis and item.number in stay and _open(item)
                for item in self.dialog._rows
            )
            self.press(found, Qt.Key.Key_N if missed else Qt.Key.Key_G)
            self.judged += 1


def _open(row: ElementRow) -> bool:
    return row.state is ElementState.ONTBREEKT


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "question", lambda *_words: yes)
    return open_desk_in(tmp_path)


@pytest.mark.slow
def test_that_ten_motivations_give_ten_notes(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    day, total, minutes = date(2026, 10, 1), 0, 0.0
    for piece in PIECES:
        dialog = ToetsDialog(None, desk.toetsing, WindowTexts(desk.texts), day)
        qtbot.addWidget(dialog)
        dialog.resize(1600, 900)
        dialog.show()
        effort, caught = checked(dialog, desk, piece, tmp_path / piece.file)
        total, minutes = total + effort.keys, minutes + effort.minutes
        dialog.reject()
        sys.stdout.write(f"{effort.dutch(f'{piece.file}, {piece.kind}')}; {', '.join(caught)}\n")
    count = len(PIECES)
    sys.stdout.write(f"{total // count} keys and {minutes / count:.1f} minutes a piece\n")
    assert total // count < 100
    assert minutes / count < 6


def checked(dialog: ToetsDialog, desk: Desk, piece: Piece, path: Path) -> tuple[Effort, list[str]]:
    """The piece read, marked and noted: what it took, and what the note says is missing."""
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
    reader.leave_out(set(numbers.values()))
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
    return reader.effort, [question[:32] for question in missing]
