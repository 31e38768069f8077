"""Small things that keep an answer safe: keys in a choice, errors that go, a window that fits."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets.editors.choice import RadioEditor
from hardship_desk.ui.widgets.field import line_field
from hardship_desk.ui.window_frame import first_size


def radios(raw: str) -> RadioEditor:
    choices = (Choice(id="ja", text="Ja"), Choice(id="nee", text="Nee"))
    item = QuestionItem(
        id="a.b",
        step=1,
        kind="one_of",
        text="Klopt het?",
        help="",
        why="",
        basis="",
        required=True,
        choices=choices,
        raw=raw,
    )
    return RadioEditor(item)


def test_that_a_letter_chooses_only_where_nothing_was_chosen(qapp: QApplication) -> None:
    empty = radios("")
    QTest.keyClicks(empty, "n")
    assert empty.raw() == "nee"
    given = radios("ja")
    QTest.keyClicks(given, "nooit van gehoord")
    assert given.raw() == "ja"
    QTest.keyClicks(given, "2")
    assert given.raw() == "nee"


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
