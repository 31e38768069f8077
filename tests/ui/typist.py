"""Someone who works in the window with the keyboard only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QWidget

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets.editors.rows import RowsEditor
from hardship_desk.ui.widgets.question_card import QuestionCard

Given = str | tuple[str, ...] | list[Mapping[str, str]]

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


class Typist:
    """Presses keys at whatever has the focus, and counts the answers."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.answered: list[str] = []
        self.skipped: list[str] = []

    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def back_to_window(self) -> None:
        """After a list that popped up: without a display nobody gives the focus back."""
        QTest.qWait(100)
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus(), key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus(), text)

    def text(self) -> str:
        found = self.focus()
        return found.toPlainText() if isinstance(found, QPlainTextEdit) else ""

    def tab(self, times: int = 1) -> None:
        self.press(Qt.Key.Key_Tab, times=times)

    def wait(self, milliseconds: int = 20) -> None:
        QTest.qWait(milliseconds)

    def card(self) -> QuestionCard | None:
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, QuestionCard):
            widget = widget.parentWidget()
        return widget

    def walk(self, answers: Mapping[str, Given], last: str) -> None:
        """Answer every question that comes by, with Ctrl+Enter to the next, up to the last."""
        seen = ""
        for _ in range(200):
            card = self.card()
            assert card is not None, f"no question has the focus after {seen}"
            name = card.item.id
            assert name != seen, f"the focus stays at {seen}"
            seen = name
            if name in answers:
                self.answer(card, answers[name])
                self.answered.append(name)
            else:
                self.skipped.append(name)
            if name == last:
                return
            self.press(Qt.Key.Key_Return, CONTROL)
            self.wait()
        raise AssertionError("there is no end to the questions")

    def answer(self, card: QuestionCard, given: Given) -> None:
        item = card.item
        if isinstance(given, list):
            self._fill_rows(card, given)
        elif isinstance(given, tuple):
            self._tick(item, given)
        elif isinstance(self.focus(), QComboBox):
            self.pick([choice.id for choice in item.choices], given)
        elif item.choices:
            place = [choice.id for choice in item.choices].index(given)
            self.press(Qt.Key(Qt.Key.Key_1 + place))
        else:
            self.type(given)

    def pick(self, ids: Sequence[str], given: str) -> None:
        """Choose from a list whose first entry is empty."""
        self.press(Qt.Key.Key_Home)
        self.press(Qt.Key.Key_Down, times=list(ids).index(given) + 1)

    def _tick(self, item: QuestionItem, given: tuple[str, ...]) -> None:
        at = 0
        for place, choice in enumerate(item.choices):
            if choice.id in given:
                self.press(Qt.Key.Key_Down, times=place - at)
                self.press(Qt.Key.Key_Space)
                at = place

    def _fill_rows(self, card: QuestionCard, rows: list[Mapping[str, str]]) -> None:
        assert isinstance(card.editor, RowsEditor)
        for row in rows:
            self.press(Qt.Key.Key_R, CONTROL)
            for column in card.item.columns:
                given = row.get(column.id, "")
                if given and isinstance(self.focus(), QComboBox):
                    self.pick([choice.id for choice in column.options], given)
                elif given:
                    self.type(given)
                self.tab()
