"""Puts texts in where the user writes, and walks to what is still to be filled in."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from hardship_desk.presenters.shell import Message, MessageKind, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk

if TYPE_CHECKING:
    from hardship_desk.ui.main_window import MainWindow
    from hardship_desk.ui.widgets.slot_area import SlotArea

_PARAGRAPH_END = "\u2029"


class StockTexts(QObject):
    """Knows in which field was written last: a menu takes the focus from it."""

    def __init__(self, window: MainWindow, desk: Desk, texts: WindowTexts) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._texts = texts
        self._last: weakref.ref[SlotArea] | None = None
        QApplication.instance().focusChanged.connect(self._on_application_focus_changed)  # type: ignore[union-attr]  # there is one

    def entries(self) -> dict[str, Callable[[], object]]:
        """The entries of the menu by the key of their text."""
        return {"tekstblok.menu": self.insert, "tekstblok.menu_eigen": self.show_own}

    def insert(self) -> None:
        """Ask for a text and put it where the cursor is."""
        from hardship_desk.presenters.stock_texts import StockTextFinder
        from hardship_desk.ui.dialogs.stock_text import StockTextDialog

        area, pages = self._area(), self._window.pages
        if area is None or pages is None:
            self._warn("tekstblok.eerst_veld")
            return
        if QApplication.activeModalWidget() is not None:
            return
        selection = area.textCursor().selectedText().replace(_PARAGRAPH_END, "\n")
        with told(self._window, self._texts):
            finder = StockTextFinder(pages.case, self._texts)
            dialog = StockTextDialog(self._window, finder, self._texts, selection)
            dialog.chosen.connect(self._on_dialog_chosen)
            dialog.own_wanted.connect(self.show_own)
            dialog.finished.connect(lambda _result: self._back_to(area))
            dialog.open()

    def show_own(self, text: str = "") -> None:
        """Show the user's own texts; a text stands ready to be kept as a new one."""
        from hardship_desk.ui.dialogs.own_texts import OwnTextsDialog

        dialog = OwnTextsDialog(self._window, self._desk.stock_texts, self._texts, self._window)
        dialog.start(text)
        dialog.open()

    def next_slot(self) -> None:
        """Go to the next open slot: in this field, or else in the next one that has any."""
        from hardship_desk.presenters.open_slots import field_after

        area, pages = self._focused(), self._window.pages
        if pages is None:
            return
        if area is not None and self._has_later(area):
            area.next_slot()
            return
        self._window.flush()
        found = field_after(pages.case, _name_of(area))
        if found is None:
            self._warn("tekstblok.geen_plek")
        else:
            self._window.show_question(found.step, found.question)

    def _has_later(self, area: SlotArea) -> bool:
        from hardship_desk.domain.stock_text import slot_after

        text, cursor = area.toPlainText(), area.textCursor()
        return slot_after(text, cursor.selectionEnd()) is not None

    def _area(self) -> SlotArea | None:
        """The field with the focus, or the one that had it before a menu took it."""
        focused = self._focused()
        last = self._last() if self._last is not None else None
        if focused is None and last is not None and shiboken6.isValid(last):
            focused = last if last.isVisible() and not last.isReadOnly() else None
        return focused

    def _focused(self) -> SlotArea | None:
        focus = _slot_area(QApplication.focusWidget())
        return focus if focus is not None and not focus.isReadOnly() else None

    def _back_to(self, area: SlotArea) -> None:
        if shiboken6.isValid(area):
            area.setFocus()

    def _on_dialog_chosen(self, text: str) -> None:
        area = self._area()
        if area is not None:
            area.setFocus()
            area.insert_text(text)

    def _on_application_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        area = _slot_area(new)
        if area is not None and area.window() is self._window:
            self._last = weakref.ref(area)

    def _warn(self, key: str) -> None:
        text = self._texts.get(key)
        self._window.show_message(Message(kind=MessageKind.WARNING, text=text))


def _slot_area(widget: QWidget | None) -> SlotArea | None:
    """The widget where it is such a field; what that is, is loaded when the first text is written."""
    if not isinstance(widget, QPlainTextEdit):
        return None
    from hardship_desk.ui.widgets.slot_area import SlotArea

    return widget if isinstance(widget, SlotArea) else None


def _name_of(area: QWidget | None) -> str:
    """The question to which a field belongs, or the paragraph; empty where there is none."""
    from hardship_desk.ui.widgets.question_card import QuestionCard

    widget = area
    while widget is not None:
        if isinstance(widget, QuestionCard):
            return widget.item.id
        widget = widget.parentWidget()
    return ""
