"""Marks under misspelled words, the menu at such a word, and spelling that is off or fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.spelling import Spelling, SpellingService, spelling_command
from hardship_desk.ui.dress.look import Look
from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.spelling import OFF, SpellingMarks, SpellingWatch
from hardship_desk.ui.widgets.text_area import TextArea

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
def look(qapp: QApplication, tmp_path: Path) -> Look:
    settings = QSettings(str(tmp_path / "venster.ini"), QSettings.Format.IniFormat)
    return Look(qapp, Theme(qapp, resources_folder()), settings)


@pytest.fixture
def texts() -> WindowTexts:
    return WindowTexts(Texts.load_folder(resources_folder() / "texts"))


@pytest.fixture
def area(look: Look, texts: WindowTexts, service: SpellingService, qtbot: QtBot) -> TextArea:
    return _area(qtbot, lambda window: SpellingWatch(window, service, texts, look))


def _area(qtbot: QtBot, watch: Callable[[QWidget], SpellingWatch]) -> TextArea:
    """A long text in a window, with the focus."""
    window, area = QWidget(), TextArea()
    QVBoxLayout(window).addWidget(area)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    watch(window)
    area.setFocus()
    QApplication.processEvents()
    return area


def _marked(area: TextArea) -> list[str]:
    found = area.extraSelections()
    return [item.cursor.selectedText() for item in found]


def _type(area: TextArea, text: str, qtbot: QtBot) -> SpellingMarks:
    marks = area.findChild(SpellingMarks)
    assert marks is not None
    area.insertPlainText(text)
    area.moveCursor(area.textCursor().MoveOperation.Start)
    qtbot.waitUntil(lambda: marks._text == text and not marks._is_looking, timeout=20_000)
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
    area: TextArea, look: Look, qtbot: QtBot
) -> None:
    watch = area.window().findChild(SpellingWatch)
    assert isinstance(watch, SpellingWatch)
    _type(area, TEXT, qtbot)
    look.remember("spelling", OFF)
    watch.refresh()
    assert _marked(area) == []
    look.remember("spelling", "")
    watch.refresh()
    qtbot.waitUntil(lambda: "teid" in _marked(area) or "ontvangn" in _marked(area), timeout=20_000)


def test_that_one_can_write_where_the_process_does_not_start(
    look: Look, texts: WindowTexts, qtbot: QtBot
) -> None:
    service = SpellingService(Spelling((sys.executable, "-c", "pass")), Store())
    area = _area(qtbot, lambda window: SpellingWatch(window, service, texts, look))
    marks = _type(area, TEXT, qtbot)
    assert _marked(area) == []
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
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
