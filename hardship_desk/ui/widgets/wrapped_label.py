"""A label that wraps, and remembers how high it is at a width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel

from hardship_desk.domain.overriding import override


class WrappedLabel(QLabel):
    """Qt lays the words of a label out anew each time a layout asks for its height.

    A layout asks some ten times before a page stands, at two or three widths; long texts that can be
    selected took most of the time of a page.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._words = ""
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @override
    def heightForWidth(self, width: int) -> int:
        self._forget_other_words()
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    @override
    def minimumSizeHint(self) -> QSize:
        self._forget_other_words()
        if self._least is None:
            self._least = super().minimumSizeHint()
        return self._least

    @override
    def setContentsMargins(self, left: int, top: int, right: int, bottom: int) -> None:  # type: ignore[override]  # one form of it is used
        super().setContentsMargins(left, top, right, bottom)
        self._forget()

    @override
    def setTextInteractionFlags(self, flags: Qt.TextInteractionFlag) -> None:
        super().setTextInteractionFlags(flags)
        self._forget()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget()

    def _forget_other_words(self) -> None:
        words = self.text()
        if words != self._words:
            self._words = words
            self._forget()

    def _forget(self) -> None:
        self._heights, self._least = {}, None
