"""Marks under misspelled words, the menu at such a word, and spelling that is off or fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from hardship_desk.services.desk import Desk
from hardship_desk.services.spelling import Spelling, SpellingService, spelling_command
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.spelling import SpellingMarks, SpellingWatch
from hardship_desk.ui.widgets.editors.text import TextArea

SMALL = Path(__file__).resolve().parents[1] / "fixtures" / "spelling"
TEXT = "De inwoner heeft teid op de brief 😀 ontvangn"


class Store:
    """Keeps nothing; fulfils OwnTextStore."""

    def own_texts(self) -> tuple[()]:
        return ()

    def save_own_text(self, text: object) -> None:
        """Kept by the service itself."""

    def remove_own_text(self, text_id: str) -> None:
        """Nothing is kept."""


@pytest.fixture(scope="module")
def service() -> Iterator[SpellingService]:
    made = SpellingService(Spelling(spelling_command(SMALL)), Store())
    yield made
    made.end()


@pytest.fixture
def area(desk: Desk, window: MainWindow, service: SpellingService) -> TextArea:
    SpellingWatch(window, service, window._texts, window.look)
    return _first_area(desk, window)


def _first_area(desk: Desk, window: MainWindow) -> TextArea:
    """A long text of a dossier, with the focus."""
    window.show_case(desk.cases.list_cases()[0].id)
    made = next(item for item in window.findChildren(TextArea) if item.isVisible())
    made.setFocus()
    made.selectAll()
    QApplication.processEvents()
    return made


def _marked(area: TextArea) -> list[str]:
    found = area.extraSelections()
    return [item.cursor.selectedText() for item in found]


def _type(area: TextArea, text: str, qtbot: QtBot) -> SpellingMarks:
    marks = area.findChild(SpellingMarks)
    assert marks is not None
    area.insertPlainText(text)
    area.moveCursor(area.textCursor().MoveOperation.Start)
    qtbot.waitUntil(lambda: marks._text == text and marks._task is None, timeout=20_000)
    return marks


def test_that_words_are_marked_mended_and_learnt_from_the_menu(
    area: TextArea, qtbot: QtBot
) -> None:
    marks = _type(area, TEXT, qtbot)
    assert _marked(area) == ["teid", "ontvangn"]
    assert area.toPlainText() == TEXT
    QTest.keyClick(area, Qt.Key.Key_F7)
    assert area.textCursor().selectedText() == "teid"
    menu = _menu(area, qtbot)
    entries = {entry.text(): entry for entry in menu.actions()}
    entries["tijd"].trigger()
    menu.close()
    assert "heeft tijd op" in area.toPlainText()
    qtbot.waitUntil(lambda: _marked(area) == ["ontvangn"], timeout=20_000)
    area.undo()
    assert area.toPlainText() == TEXT
    assert marks.word_at(0) is None
    area.moveCursor(area.textCursor().MoveOperation.Start)
    qtbot.waitUntil(lambda: _marked(area) == ["teid", "ontvangn"], timeout=20_000)
    for _ in range(2):
        marks.go_to_next()
    assert area.textCursor().selectedText() == "ontvangn"
    menu = _menu(area, qtbot)
    next(entry for entry in menu.actions() if "woordenlijst" in entry.text()).trigger()
    menu.close()
    qtbot.waitUntil(lambda: _marked(area) == ["teid"], timeout=20_000)


def test_that_nothing_is_marked_once_spelling_is_off(
    area: TextArea, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _type(area, TEXT, qtbot)
    kept: dict[str, str] = {}
    monkeypatch.setattr(window.look, "remember", kept.__setitem__)
    monkeypatch.setattr(window.look, "remembered", lambda name: kept.get(name, ""))
    window.commands.run("spelling.menu")
    assert _marked(area) == []
    window.commands.run("spelling.menu")
    qtbot.waitUntil(lambda: "teid" in _marked(area), timeout=20_000)


def test_that_one_can_write_where_the_process_does_not_start(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    service = SpellingService(Spelling((sys.executable, "-c", "pass")), Store())
    SpellingWatch(window, service, window._texts, window.look)
    area = _first_area(desk, window)
    _type(area, TEXT, qtbot)
    assert _marked(area) == []
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    marks = area.findChild(SpellingMarks)
    assert marks is not None
    assert not marks.eventFilter(area, event)


def _menu(area: TextArea, qtbot: QtBot) -> QMenu:
    """The menu of Shift+F10, with its suggestions."""
    QApplication.sendEvent(
        area, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    )
    menu = area.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    waiting = menu.actions()
    qtbot.waitUntil(lambda: menu.actions() != waiting or not waiting[0].isVisible(), timeout=20_000)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return menu
