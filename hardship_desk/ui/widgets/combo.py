"""A list to choose from that the mouse wheel leaves alone, so that scrolling changes no answer."""

from __future__ import annotations

from PySide6 import QtWidgets
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from hardship_desk.domain.overriding import override

_LEAST_HEIGHT, _ROOM, _ROOM_OF_ICON = 14, 2, 4
_MOST_WITHOUT_SCROLLING, _ROOM_OF_ARROWS = 20, 40


class ComboBox(QComboBox):
    """Takes the focus by keyboard and click only; with `letters` it asks for that much room.

    It does so itself: `AdjustToMinimumContentsLengthWithIcon` of Qt asks the same, and makes and
    dresses the list that drops down before anybody opens it.
    """

    def __init__(self, letters: int = 0) -> None:
        super().__init__()
        self._letters = letters
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def showPopup(self) -> None:
        """Open the list; Qt makes a dressed one a few pixels too low, and cuts its last line."""
        super().showPopup()
        lines, opened = self.view(), self.view().parentWidget()
        if opened is None or self.count() > _MOST_WITHOUT_SCROLLING:
            return
        wanted = sum(lines.sizeHintForRow(row) for row in range(self.count()))
        missing = wanted - lines.viewport().height()
        below = self.screen().availableGeometry().bottom() - opened.geometry().bottom()
        if 0 < missing <= below:
            height = opened.height() + missing
            # The arrows to scroll with go only where there is room for the lines beside them.
            opened.resize(opened.width(), height + _ROOM_OF_ARROWS)
            opened.resize(opened.width(), height)

    @override
    def sizeHint(self) -> QSize:
        return self._room() if self._letters else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._room() if self._letters else super().minimumSizeHint()

    def _room(self) -> QSize:
        """As much as the letters take; the names of a style, hundreds, are loaded here at the earliest."""
        metrics = self.fontMetrics()
        width = (
            metrics.horizontalAdvance("X") * self._letters + self.iconSize().width() + _ROOM_OF_ICON
        )
        height = max(metrics.height(), _LEAST_HEIGHT) + _ROOM
        option = QtWidgets.QStyleOptionComboBox()
        self.initStyleOption(option)
        kind = QtWidgets.QStyle.ContentsType.CT_ComboBox
        return self.style().sizeFromContents(kind, option, QSize(width, height), self)
