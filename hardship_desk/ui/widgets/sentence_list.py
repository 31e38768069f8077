"""Sentences of the kladblok in a list: Enter gives one its question, Delete takes it back."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.notes import SentenceItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.chooser import Chooser
from hardship_desk.ui.widgets.two_lines import TwoLines

_PLACE = int(Qt.ItemDataRole.UserRole)


class SentenceList(QListWidget):
    """`assigned` tells conversation, sentence and question; `unassigned` the first two."""

    assigned = Signal(str, str, str)
    unassigned = Signal(str, str)

    def __init__(self, texts: WindowTexts, name: str) -> None:
        super().__init__()
        self._texts = texts
        self._items: tuple[SentenceItem, ...] = ()
        self._questions: tuple[Choice, ...] = ()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setItemDelegate(TwoLines(self, strong=False))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda _item: self.choose_question())

    def show_sentences(
        self, items: tuple[SentenceItem, ...], questions: tuple[Choice, ...]
    ) -> None:
        """Show these sentences; the place in the list stays."""
        self._questions = questions
        if items == self._items:
            return
        row = self.currentRow()
        self._items = items
        with QSignalBlocker(self):
            self.clear()
            for place, item in enumerate(items):
                shown = QListWidgetItem(f"{item.text}\n{item.where}" if item.where else item.text)
                shown.setData(_PLACE, place)
                self.addItem(shown)
            self.setCurrentRow(max(0, min(row, len(items) - 1)))

    def choose_question(self) -> None:
        """Ask which question the sentence belongs to."""
        item = self._current()
        if item is None:
            return
        title = self._texts.get("kladblok.kiezer")
        chooser = Chooser(self, f"{title}\n“{item.text}”", self._questions, self._texts)
        chooser.setWindowTitle(title)
        chooser.chosen.connect(
            lambda question: self.assigned.emit(item.conversation, item.id, question)
        )
        chooser.finished.connect(lambda _code: self.setFocus())
        chooser.open()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self._current()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_question()
        elif item is not None and item.where and event.key() == Qt.Key.Key_Delete:
            self.unassigned.emit(item.conversation, item.id)
        else:
            super().keyPressEvent(event)

    def _current(self) -> SentenceItem | None:
        row = self.currentRow()
        return self._items[row] if 0 <= row < len(self._items) else None
