"""Small things that keep an answer safe: keys in a choice, errors that go, a window that fits."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from hardship_desk.config.paths import resources_folder
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.dress.tokens import LIGHT
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.views.decision_forms import Form
from hardship_desk.ui.widgets.combo import ComboBox
from hardship_desk.ui.widgets.editors.choice import ManyEditor, RadioEditor
from hardship_desk.ui.widgets.field import line_field
from hardship_desk.ui.widgets.in_sight import bring_into_sight
from hardship_desk.ui.widgets.sheet import Sheet
from hardship_desk.ui.widgets.text_area import TextArea
from hardship_desk.ui.window_frame import first_size


def radios(raw: str) -> RadioEditor:
    choices = (Choice(id="ja", text="Ja"), Choice(id="nee", text="Nee"))
    return RadioEditor(question("one_of", choices, raw))


def question(kind: str, choices: tuple[Choice, ...], raw: RawAnswer) -> QuestionItem:
    return QuestionItem(
        id="a.b",
        step=1,
        kind=kind,
        text="Klopt het?",
        help="",
        why="",
        basis="",
        required=True,
        choices=choices,
        raw=raw,
    )


def test_that_a_letter_chooses_only_where_nothing_was_chosen(qapp: QApplication) -> None:
    empty = radios("")
    QTest.keyClicks(empty, "n")
    assert empty.raw() == "nee"
    given = radios("ja")
    QTest.keyClicks(given, "nooit van gehoord")
    assert given.raw() == "ja"
    QTest.keyClicks(given, "2")
    assert given.raw() == "nee"


def test_that_none_of_these_does_not_stay_beside_one_of_these(qapp: QApplication) -> None:
    choices = tuple(Choice(id=name, text=name, alone=name == "geen") for name in ("a", "b", "geen"))
    editor = ManyEditor(question("many_of", choices, ("a", "b")))
    saved: list[object] = []
    editor.given.connect(lambda raw, _done: saved.append(raw))
    boxes = editor.fields()
    for box, left in zip(reversed(boxes), (("geen",), ("b",), ("a", "b")), strict=True):
        QTest.keyClick(box, Qt.Key.Key_Space)
        assert editor.raw() == left
        again = tuple(replace(choice) for choice in choices)
        editor.show_item(question("many_of", again, left))
    assert saved[-1] == ("a", "b")


def test_that_what_is_clicked_does_not_move_from_under_the_mouse(qapp: QApplication) -> None:
    sheet = Sheet("Lang")
    below = QPushButton("Onderaan")
    sheet.body.addSpacing(900)
    sheet.body.addWidget(below)
    sheet.resize(400, 300)
    sheet.show()
    QTest.mousePress(below, Qt.MouseButton.LeftButton)
    bring_into_sight(sheet, below)
    assert sheet.verticalScrollBar().value() == 0
    QTest.mouseRelease(below, Qt.MouseButton.LeftButton)
    bring_into_sight(sheet, below)
    assert sheet.verticalScrollBar().value() > 0
    sheet.deleteLater()


def test_that_the_page_goes_along_with_who_writes_below_its_edge(qapp: QApplication) -> None:
    sheet, area = Sheet("Lang"), TextArea()
    sheet.body.addSpacing(180)
    sheet.body.addWidget(area)
    sheet.body.addStretch(1)
    sheet.resize(400, 300)
    sheet.show()
    area.setFocus()
    for _ in range(9):
        QTest.keyClick(area, Qt.Key.Key_Return)
        qapp.processEvents()
        qapp.processEvents()
    caret = area.mapTo(sheet.viewport(), area.cursorRect().bottomLeft()).y()
    assert sheet.verticalScrollBar().value() > 0
    assert caret <= sheet.viewport().height()
    sheet.deleteLater()


def test_that_a_list_that_drops_down_shows_its_last_line(qapp: QApplication) -> None:
    Theme(qapp, resources_folder()).apply(LIGHT)
    combo = ComboBox()
    combo.addItems([f"Keuze {number}" for number in range(7)])
    around = QWidget()
    QVBoxLayout(around).addWidget(combo)
    around.resize(300, 300)
    around.show()
    qapp.processEvents()
    combo.showPopup()
    qapp.processEvents()
    lines = combo.view()
    last = lines.visualRect(combo.model().index(combo.count() - 1, 0))
    assert last.bottom() < lines.viewport().height()
    combo.hidePopup()
    around.deleteLater()


def test_that_what_is_said_of_the_typing_does_not_move_the_button(qapp: QApplication) -> None:
    form = Form("proef", (line_field("Mandaat"),))
    form.add_button("Vaststellen", lambda: None)
    form.show()
    qapp.processEvents()
    place = form.send.y()
    form.draft.show_note("Uw tekst is bewaard.")
    qapp.processEvents()
    assert form.draft.note.isVisible()
    assert form.send.y() == place
    form.deleteLater()


def test_that_an_error_goes_when_the_field_is_mended(qapp: QApplication) -> None:
    field = line_field("Zaaknummer")
    field.show_error("Vul het zaaknummer in.")
    assert field.widget.accessibleDescription()
    QTest.keyClicks(field.widget, "Z")
    assert not field.widget.accessibleDescription()


def test_that_the_window_fits_on_the_screen(window: MainWindow) -> None:
    room = window.screen().availableSize()
    first = first_size(window.screen())
    assert first.width() <= room.width()
    assert first.height() < room.height()
