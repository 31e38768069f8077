"""A motivation from elsewhere, checked by keyboard, with a note at the end."""

from __future__ import annotations

from dataclasses import replace
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
from hardship_desk.ui.dialogs.toets import ToetsDialog
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


def test_that_the_rest_of_a_group_goes_with_one_key_and_comes_back_with_one(
    dialog: ToetsDialog,
) -> None:
    paste(dialog, TEXT)
    select(dialog, 1)
    QTest.keyClicks(dialog.text, "2")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    group = [row.number for row in dialog._rows if row.basis == dialog._rows[0].basis]
    assert group == [1, 2, 3]
    dialog.elements.setFocus()
    dialog.elements.setCurrentRow(0)
    QTest.keyClick(dialog.elements, Qt.Key.Key_G)
    assert "Niet van toepassing, hele groep in één keer" in rows(dialog)[2]
    assert rows(dialog)[1].startswith("02  Vastgesteld")
    assert dialog.elements.currentRow() == 3
    assert "2 onderdelen" in dialog.said
    note = repr(dialog.presenter._service.note(dialog.presenter._toets))
    assert "hele groep in één keer" in note
    dialog.elements.setCurrentRow(0)
    QTest.keyClick(dialog.elements, Qt.Key.Key_G)
    assert "niets meer open" in dialog.said
    QTest.keyClick(dialog.elements, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert all("Ontbreekt" in rows(dialog)[at] for at in (0, 2))
    assert rows(dialog)[1].startswith("02  Vastgesteld")
    QTest.keyClick(dialog.elements, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "geen groep" in dialog.said
    dialog.presenter.groups.leave_out(0)
    assert "geen groep" in dialog.said
    dialog.presenter.clear(2)
    assert not dialog.presenter.is_unsaved


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
    assert rows(dialog)[0].startswith("Participatiewet art. 17 lid 1\n01  Niet van toepassing")
    dialog.reject()
    assert dialog.isVisible()
    assert len(asked) == 1
    dialog.presenter.clear(1)
    dialog.reject()
    assert not dialog.isVisible()


@pytest.fixture
def leaving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is asked whether to close without a note says yes."""
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)


def again(qtbot: QtBot, desk: Desk) -> ToetsDialog:
    """The dialog as a new start of the program shows it."""
    made = ToetsDialog(None, desk.toetsing, WindowTexts(desk.texts), date(2026, 10, 2))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.usefixtures("leaving")
def test_that_a_check_survives_a_crash_with_its_marks(
    qtbot: QtBot, dialog: ToetsDialog, desk: Desk
) -> None:
    paste(dialog, TEXT)
    select(dialog, 1)
    QTest.keyClicks(dialog.text, "6")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.name.widget, "Stuk 1")
    dialog.elements.setCurrentRow(5)
    dialog.remark.widget.setFocus()
    QTest.keyClicks(dialog.remark.widget, "Waarom dan?")
    qtbot.waitUntil(lambda: kept_remark(desk) == "Waarom dan?", timeout=5_000)
    shown = again(qtbot, desk)
    assert "stond hier nog van" in shown.said
    assert shown.text.toPlainText() == TEXT
    assert rows(shown)[5].startswith("06  Vastgesteld")
    assert (shown.name.text(), shown.kind.text()) == ("Stuk 1", "boete")
    assert shown.day.text() == "01-10-2026"
    assert shown.presenter.is_unsaved


def kept_remark(desk: Desk) -> str:
    found = desk.toetsing.drafts.kept()
    return found[1].remarks[0][1] if found and found[1].remarks else ""


@pytest.mark.usefixtures("leaving")
def test_that_closing_leaves_nothing_of_it(qtbot: QtBot, dialog: ToetsDialog, desk: Desk) -> None:
    paste(dialog, TEXT)
    dialog.presenter.draft.keep()
    assert desk.toetsing.drafts.kept() is not None
    dialog.reject()
    assert desk.toetsing.drafts.kept() is None
    assert again(qtbot, desk).text.toPlainText() == ""


@pytest.mark.usefixtures("leaving")
def test_that_going_out_of_sight_keeps_it_first(dialog: ToetsDialog, desk: Desk) -> None:
    paste(dialog, TEXT)
    dialog.hide()
    found = desk.toetsing.drafts.kept()
    assert found is not None
    assert found[1].text == TEXT


@pytest.mark.usefixtures("leaving")
def test_that_a_draft_that_cannot_be_read_is_passed_over(
    qtbot: QtBot, desk: Desk, dialog: ToetsDialog
) -> None:
    for body in ('{"title": 1}', "[]", '{"x": "', "null"):
        desk.toetsing.drafts._store.save_loose_draft("toets", body)
        assert desk.toetsing.drafts.kept() is None
    paste(dialog, TEXT)
    select(dialog, 1)
    QTest.keyClicks(dialog.text, "6")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    desk.toetsing.drafts.keep(replace(dialog.presenter._toets, text="kort"))
    assert desk.toetsing.drafts.kept() is None
