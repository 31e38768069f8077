"""A layout that puts as many fields in a row as fit, for every width and text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from hardship_desk.domain.overriding import override

GAP = 20
# Larger text takes columns away as a narrower page does.
_CHANGES = (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange)


class Columns(QWidget):
    """Shows its parts in one to `most` columns of at least `letters` letters wide."""

    def __init__(self, *parts: QWidget, most: int = 2, letters: int = 30, gap: int = 10) -> None:
        super().__init__()
        self._parts = parts
        self._most = most
        self._letters = letters
        self._now = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(gap)
        self._arrange(most)
        self.setMinimumWidth(1)
        self.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            least = self.fontMetrics().averageCharWidth() * self._letters + GAP
            self._arrange(max(1, min(self._most, self.width() // max(least, 1))))
        return super().eventFilter(watched, event)

    def close_gaps(self) -> None:
        """Place the parts anew, after some were hidden or shown."""
        now, self._now = self._now, 0
        self._arrange(now)

    def _arrange(self, columns: int) -> None:
        if columns == self._now:
            return
        self._now = columns
        for part in self._parts:
            self._grid.removeWidget(part)
        # What is hidden leaves no gap; it keeps a place, for it may be shown again.
        for place, part in enumerate(sorted(self._parts, key=_is_hidden)):
            self._grid.addWidget(part, place // columns, place % columns)
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _is_hidden(part: QWidget) -> bool:
    """Whether it was hidden on purpose: what was never shown yet counts as hidden to Qt as well."""
    on_purpose = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return on_purpose and part.isHidden()
