"""Spelling in the long text that has the focus: marks under words, and a menu with suggestions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from typing_extensions import override

from hardship_desk.documents.spelling_words import PlacedWord
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.shell import Message, MessageKind, message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.spelling import SpellingService
from hardship_desk.ui.dress.look import Look
from hardship_desk.ui.running.background import Task
from hardship_desk.ui.spelling_menu import open_spelling_menu
from hardship_desk.ui.widgets.text_area import TextArea

T = TypeVar("T")

OFF = "uit"
PAUSE_MS = 500
REST_MS = 60_000
LEAST_LETTERS = 20
"""Of a shorter text nothing is said: a word or two does not start the process."""


def is_spelling_on(look: Look) -> bool:
    """Whether the user left spelling on."""
    return look.remembered("spelling") != OFF


class SpellingWatch(QObject):
    """Follows the focus in a window and its dialogs."""

    told = Signal(object)

    def __init__(
        self, window: QWidget, service: SpellingService, texts: WindowTexts, look: Look
    ) -> None:
        super().__init__(window)
        self._window = window
        self.service, self.texts, self._look = service, texts, look
        self.pool = QThreadPool(self)
        """Of its own: who waits for the dictionary must not keep the rules waiting."""
        self.pool.setMaxThreadCount(1)
        self._resting = QTimer(self)
        self._resting.timeout.connect(service.rest)
        self._resting.start(REST_MS)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
            self._on_focus_changed(None, application.focusWidget())

    @property
    def is_on(self) -> bool:
        """Whether words are to be marked."""
        return is_spelling_on(self._look)

    @property
    def colour(self) -> QColor:
        """The colour of a mark, in the look of now."""
        return QColor(self._look.theme.tokens.error)

    def run(self, owner: QObject, work: Callable[[], T], on_done: Callable[[T], object]) -> None:
        """Do work beside the window for a field or menu; where it fails nothing is marked."""
        Task(owner, work, on_done, lambda _error: None).start(self.pool)

    def refresh(self) -> None:
        """Mark anew, or take the marks away, after spelling was switched on or off."""
        for marks in self._window.findChildren(SpellingMarks):
            marks.look()
        if not self.is_on:
            self.service.end()

    def _on_focus_changed(self, _earlier: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, TextArea) and self._is_ours(now) and not now.isReadOnly():
            marks = now.findChild(SpellingMarks) or SpellingMarks(now, self)
            marks.look()

    def _is_ours(self, area: TextArea) -> bool:
        top = area.window()
        return top is self._window or top.parentWidget() is self._window


class SpellingMarks(QObject):
    """Marks words of one field once typing pauses. Typing itself waits for nothing."""

    shown = Signal()

    def __init__(self, area: TextArea, watch: SpellingWatch) -> None:
        super().__init__(area)
        self._area, self._watch = area, watch
        self.words: tuple[PlacedWord, ...] = ()
        self._text = ""
        self._is_looking = False
        self._again = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        area.textChanged.connect(self._pause.start)
        area.cursorPositionChanged.connect(self._on_area_cursor_position_changed)
        area.installEventFilter(self)

    def look(self) -> None:
        """Look at the text beside the window, and mark what is found."""
        text = self._area.toPlainText()
        if not self._watch.is_on or self._area.isReadOnly() or len(text) < LEAST_LETTERS:
            self._show((), text)
            return
        if self._is_looking:
            self._again = True
            return
        service = self._watch.service
        self._is_looking = True
        self._watch.run(
            self,
            lambda: service.misspelled(text),
            lambda words: self._on_looked(words, text),
        )

    def word_at(self, place: int) -> PlacedWord | None:
        """The marked word at a place of the cursor."""
        if self._area.toPlainText() != self._text:
            return None
        units = (self._cursor_of(word) for word in self.words)
        around = zip(self.words, units, strict=True)
        return next(
            (word for word, at in around if at.selectionStart() <= place <= at.selectionEnd()), None
        )

    def replace(self, word: PlacedWord, by: str) -> None:
        """Put another word in its place, as if it was typed: it can be undone."""
        if self._area.toPlainText() == self._text:
            self._area.setFocus()
            self._cursor_of(word).insertText(by)

    def add(self, word: PlacedWord) -> None:
        """Keep a word as right in the store of the user, and say so."""
        watch = self._watch
        try:
            watch.service.add_own_word(word.text)
        except HardshipDeskError as error:
            watch.told.emit(message_of(error, watch.texts))
            return
        said = watch.texts.get("spelling.toegevoegd", woord=word.text)
        watch.told.emit(Message(kind=MessageKind.DONE, text=said))
        self.look()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and watched is self._area:
            return self._open_menu(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.key() == Qt.Key.Key_F7 and self.go_to_next()
        return False

    def _open_menu(self, event: QContextMenuEvent) -> bool:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        area = self._area
        here = area.textCursor() if by_key else area.cursorForPosition(event.pos())
        word = self.word_at(here.position())
        if word is None:
            return False
        place = area.viewport().mapToGlobal(area.cursorRect(here).bottomLeft())
        open_spelling_menu(area, self, word, self._watch.texts, place)
        return True

    def suggest(
        self, menu: QObject, word: PlacedWord, on_found: Callable[[tuple[str, ...]], object]
    ) -> None:
        """Look beside the window for what may have been meant, and tell the menu that asks."""
        service = self._watch.service
        self._watch.run(menu, lambda: service.suggestions(word.text), on_found)

    def go_to_next(self) -> bool:
        """Select the next marked word, and after the last one the first."""
        if not self.words or self._area.toPlainText() != self._text:
            return False
        here = self._area.textCursor().selectionEnd()
        found = [self._cursor_of(word) for word in self.words]
        later = (cursor for cursor in found if cursor.selectionStart() >= here)
        self._area.setTextCursor(next(later, found[0]))
        self._area.ensureCursorVisible()
        return True

    def _on_looked(self, words: tuple[PlacedWord, ...], text: str) -> None:
        self._is_looking = False
        if self._again:
            self._again = False
            self.look()
        elif self._area.toPlainText() == text:
            self._show(words, text)

    def _on_area_cursor_position_changed(self) -> None:
        """A word that was being typed may be finished now; a key that changes text looks later."""
        if self.words and not self._pause.isActive() and self._area.toPlainText() == self._text:
            self._mark()

    def _show(self, words: tuple[PlacedWord, ...], text: str) -> None:
        self.words, self._text = words, text
        self._mark()
        self.shown.emit()

    def _mark(self) -> None:
        here = self._area.textCursor()
        typing = here.position() if self._area.hasFocus() and not here.hasSelection() else -1
        cursors = (self._cursor_of(word) for word in self.words)
        self._area.mark(
            "spelling",
            [self._marked(cursor) for cursor in cursors if cursor.selectionEnd() != typing],
        )

    def _marked(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        marked, form = QTextEdit.ExtraSelection(), QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        form.setUnderlineColor(self._watch.colour)
        marked.cursor, marked.format = cursor, form
        return marked

    def _cursor_of(self, word: PlacedWord) -> QTextCursor:
        cursor = QTextCursor(self._area.document())
        cursor.setPosition(_units(self._text, word.start))
        cursor.setPosition(_units(self._text, word.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def go_to_next_mark() -> None:
    """Select the next marked word of the field that has the focus."""
    focus = QApplication.focusWidget()
    marks = focus.findChild(SpellingMarks) if focus is not None else None
    if marks is not None:
        marks.go_to_next()


def _units(text: str, characters: int) -> int:
    """Qt counts in UTF-16, where an emoji is two."""
    return len(text[:characters].encode("utf-16-le", "surrogatepass")) // 2
