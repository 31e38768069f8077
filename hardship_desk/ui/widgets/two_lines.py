"""Rows of a list with a first line to find them by and quieter words below it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

_BESIDE, _ABOVE = 12, 6
"""The room around the words, as in rows of one line."""
_SMALL = 9.5 / 11
_WRAPPED = Qt.TextFlag.TextWordWrap
_UNBOUND = 10**6
_MOST_HEIGHTS = 2000


class TwoLines(QStyledItemDelegate):
    """The words of a row stay what they are, for the reader of a screen: only their look differs.

    With `under_heading` the first of two lines is the quiet one: it heads this row and those below it.
    """

    def __init__(
        self,
        shown: QAbstractItemView,
        *,
        strong: bool = True,
        wraps: bool = True,
        under_heading: bool = False,
    ) -> None:
        super().__init__(shown)
        self._strong, self._wraps, self._under_heading = strong, wraps, under_heading
        self._font, self._heights = QFont(), dict[tuple[str, int], int]()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        words = self._lines(row)
        row.text = ""
        shown = self._shown()
        shown.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, shown)
        room = row.rect.adjusted(_BESIDE, _ABOVE, -_BESIDE, -_ABOVE)
        painter.save()
        usual = painter.pen()
        for text, font, is_quiet in words:
            quiet = shown.palette().color(QPalette.ColorRole.PlaceholderText)
            painter.setPen(quiet if is_quiet else usual)
            room = room.adjusted(0, self._draw(painter, room, text, font), 0, 0)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        width = max(self._shown().viewport().width() - 2 * _BESIDE, 40)
        return QSize(width, self._height_of(row, width) + 2 * _ABOVE)

    def _height_of(self, row: QStyleOptionViewItem, width: int) -> int:
        """How high the words of a row are: a list asks for all its rows some three times."""
        if row.font != self._font or len(self._heights) > _MOST_HEIGHTS:
            self._font, self._heights = QFont(row.font), {}
        known = self._heights.get((row.text, width))
        if known is None:
            known = sum(self._height(text, font, width) for text, font, _ in self._lines(row))
            self._heights[row.text, width] = known
        return known

    def _lines(self, row: QStyleOptionViewItem) -> tuple[tuple[str, QFont, bool], ...]:
        """The words of a row, each with its font, and whether it is the quiet one."""
        first, rest = _parted(row.text)
        small = _small(row.font)
        if self._under_heading and rest:
            return ((first, small, True), (rest, self._head(row.font), False))
        return ((first, self._head(row.font), False), (rest, small, True))

    def _shown(self) -> QAbstractItemView:
        """The list: asked for, not kept, or neither would go when the dossier is left."""
        return cast("QAbstractItemView", self.parent())

    def _draw(self, painter: QPainter, room: QRect, text: str, font: QFont) -> int:
        """Draw the text on top of the room; how much of it that took."""
        painter.setFont(font)
        if not self._wraps:
            text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _WRAPPED if self._wraps else Qt.TextFlag.TextSingleLine, text)
        return self._height(text, font, room.width())

    def _height(self, text: str, font: QFont, width: int) -> int:
        if not text:
            return 0
        metrics = QFontMetrics(font)
        if not self._wraps:
            return metrics.lineSpacing()
        return metrics.boundingRect(0, 0, width, _UNBOUND, _WRAPPED, text).height()

    def _head(self, font: QFont) -> QFont:
        made = QFont(font)
        if self._strong:
            made.setWeight(QFont.Weight.DemiBold)
        return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * _SMALL)
    return made


def _parted(text: str) -> tuple[str, str]:
    # Qt gives a painter lines of a row with its own sign between them.
    first, _, rest = text.replace("\u2028", "\n").partition("\n")
    return first, rest
