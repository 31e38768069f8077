"""The menu at a word that is spelled wrong: suggestions, once they are found, and the word list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from hardship_desk.documents.spelling_words import PlacedWord
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.text_area import TextArea


class Marks(Protocol):
    """What the menu asks of the marks of a field."""

    def suggest(
        self, menu: QObject, word: PlacedWord, on_found: Callable[[tuple[str, ...]], object]
    ) -> None:
        """Look beside the window for what may have been meant, and tell the menu that asks."""
        ...

    def replace(self, word: PlacedWord, by: str) -> None:
        """Put another word in its place."""
        ...

    def add(self, word: PlacedWord) -> None:
        """Keep a word as right."""
        ...


def open_spelling_menu(
    area: TextArea, marks: Marks, word: PlacedWord, texts: WindowTexts, place: QPoint
) -> QMenu:
    """Open the menu of the field with the word's own entries on top; suggestions come when found."""
    menu = area.createStandardContextMenu()
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    first = menu.actions()[0]
    waiting = QAction(texts.get("spelling.zoekt"), menu)
    waiting.setEnabled(False)
    add = QAction(texts.get("spelling.toevoegen", woord=word.text), menu)
    add.triggered.connect(lambda: marks.add(word))
    menu.insertActions(first, [waiting, add])
    menu.insertSeparator(first)

    def show(found: tuple[str, ...]) -> None:
        entries = [_entry(menu, marks, word, text) for text in found]
        menu.insertActions(waiting, entries)
        waiting.setText(texts.get("spelling.geen"))
        waiting.setVisible(not entries)
        menu.setActiveAction(entries[0] if entries else add)

    marks.suggest(menu, word, show)
    menu.popup(place)
    return menu


def _entry(menu: QMenu, marks: Marks, word: PlacedWord, text: str) -> QAction:
    made = QAction(text, menu)
    made.triggered.connect(lambda: marks.replace(word, text))
    return made
