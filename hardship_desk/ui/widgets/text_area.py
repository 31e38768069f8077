"""A text of several lines that is as high as what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QTextEdit

from hardship_desk.domain.overriding import override
from hardship_desk.ui.widgets.in_sight import bring_into_sight

_ROOM, _ROOM_OF_ONE_LINE = 26, 14
"""What a text field takes around its lines; of one line it is as high as a field beside it."""

FILLS = 0
"""The most lines of a field that takes the room it is given, and scrolls."""


class TextArea(QPlainTextEdit):
    """A text field of several lines that grows with its text and lets Tab go on."""

    def __init__(self, least: int = 3, most: int = 14) -> None:
        super().__init__()
        self._least, self._most = least, most
        self._marks: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self._room = _ROOM if least > 1 else _ROOM_OF_ONE_LINE
        if least == 1:
            self.setProperty("lines", "one")
            self.document().setDocumentMargin(2)
            self.document().setModified(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if self.fills:
            return
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def fills(self) -> bool:
        """Whether it takes the room it is given, however much is written."""
        return self._most == FILLS

    def mark(self, name: str, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Mark passages, in the place of what was marked under this name; the text stays as it is."""
        if marks or self._marks.get(name):
            self._marks[name] = marks
            self.setExtraSelections([one for found in self._marks.values() for one in found])

    def _on_cursor_position_changed(self) -> None:
        if self.hasFocus():
            QTimer.singleShot(0, self, self._keep_caret_in_sight)

    def _keep_caret_in_sight(self) -> None:
        """Scroll the page along with who writes below its edge; the field has grown by then."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.hasFocus():
            bring_into_sight(around, self)

    def _fit(self) -> None:
        if self.fills:
            return
        wanted = self._lines()
        lines = max(self._least, min(wanted, self._most))
        self._show_bar(needed=wanted > self._most)
        height = self.fontMetrics().lineSpacing() * lines + self._room
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _lines(self) -> int:
        """How many lines the text takes at this width, as Qt breaks them."""
        layout, block = self.document().documentLayout(), self.document().begin()
        while block.isValid():
            layout.blockBoundingRect(block)  # lays it out, where that was not done yet
            block = block.next()
        return self.document().lineCount()

    def _show_bar(self, *, needed: bool) -> None:
        """A bar only where the field has stopped growing: it takes width, and width makes lines."""
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAlwaysOn if needed else policy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
