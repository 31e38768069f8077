"""A motivation from elsewhere, checked by keyboard, with a note at the end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.toets_dialog import ToetsDialog
from tests.integration.desks import open_desk_in

SENTENCES = (
    "U gaf uw werk niet door. 😀",
    "U had moeten weten dat dit moest.",
    "De boete is € 150.",
)
TEXT = "\n".join(SENTENCES)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk_in(tmp_path)


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> ToetsDialog:
    made = ToetsDialog(None, desk.toetsing, WindowTexts(desk.texts), date(2026, 10, 1))
    qtbot.addWidget(made)
    made.show()
    made.kind.show_text("boete")
    made.presenter.set_type("boete")
    return made


def select(dialog: ToetsDialog, line: int) -> None:
    dialog.text.setFocus()
    QTest.keyClick(dialog.text, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(line):
        QTest.keyClick(dialog.text, Qt.Key.Key_Down)
    QTest.keyClick(dialog.text, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)


def rows(dialog: ToetsDialog) -> list[str]:
    return [dialog.elements.item(at).text() for at in range(dialog.elements.count())]


def paste(dialog: ToetsDialog, text: str) -> None:
    QApplication.clipboard().setText(text)
    dialog.text.setFocus()
    QTest.keyClick(dialog.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_that_passages_are_marked_with_numbers_and_end_up_in_the_note(
    qtbot: QtBot, dialog: ToetsDialog, tmp_path: Path
) -> None:
    paste(dialog, TEXT)
    assert len(rows(dialog)) > 20
    assert all("Ontbreekt" in row for row in rows(dialog))
    select(dialog, 1)
    QTest.keyClicks(dialog.text, "6")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    select(dialog, 2)
    QTest.keyClicks(dialog.text, "5-")
    assert rows(dialog)[5].startswith("06  Vastgesteld")
    assert rows(dialog)[4].startswith("05  Te dun")
    note = tmp_path / "nota.pdf"
    dialog.presenter.write(note)
    qtbot.waitUntil(lambda: "nota.pdf" in dialog.said, timeout=20_000)
    document = pypdfium2.PdfDocument(note)
    printed = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "U had moeten weten dat dit moest." in printed.replace("\r\n", " ")
    assert "Te dun" in printed
    assert not dialog.presenter.is_unsaved


def test_that_what_makes_no_sense_is_said_and_changes_nothing(dialog: ToetsDialog) -> None:
    dialog.presenter.write(Path("nergens.pdf"))
    assert "Plak of open eerst" in dialog.said
    paste(dialog, TEXT)
    before = rows(dialog)
    dialog.text.moveCursor(dialog.text.textCursor().MoveOperation.Start)
    QTest.keyClicks(dialog.text, "3")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    assert "Selecteer eerst" in dialog.said
    QTest.keyClicks(dialog.text, "999")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    assert "geen onderdeel met nummer 999" in dialog.said
    QTest.keyClicks(dialog.text, "12")
    QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.presenter.set_day("32-01-2026")
    assert "dd-mm-jjjj" in dialog.said
    assert rows(dialog) == before


def test_that_a_word_file_is_opened_and_a_damaged_one_refused(
    qtbot: QtBot, dialog: ToetsDialog, tmp_path: Path
) -> None:
    document = docx.Document()
    for sentence in SENTENCES:
        document.add_paragraph(sentence)
    path = tmp_path / "besluit.docx"
    document.save(str(path))
    dialog.presenter.open(path)
    qtbot.waitUntil(lambda: dialog.text.toPlainText() == TEXT, timeout=10_000)
    path.write_bytes(path.read_bytes()[:200])
    dialog.presenter.open(path)
    qtbot.waitUntil(lambda: "kan het programma niet lezen" in dialog.said, timeout=10_000)
    assert dialog.text.toPlainText() == TEXT


def test_that_closing_with_loose_marks_asks_once(
    dialog: ToetsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def no(*words: object) -> QMessageBox.StandardButton:
        asked.append(words)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", no)
    paste(dialog, TEXT)
    dialog.presenter.leave_out(1)
    assert rows(dialog)[0].startswith("01  Niet van toepassing")
    dialog.reject()
    assert dialog.isVisible()
    assert len(asked) == 1
    dialog.presenter.clear(1)
    dialog.reject()
    assert not dialog.isVisible()
