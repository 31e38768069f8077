"""Bringing what has the focus into sight, without moving it from under the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QScrollArea, QWidget

_BELOW = 60


def bring_into_sight(area: QScrollArea, widget: QWidget) -> None:
    """Scroll to what has the focus; what was clicked stays where it is until the click is over.

    A radio button that moved away between press and release was not chosen, and a text was marked
    from where the mouse was to where it came to be, so that the next letter replaced it.
    """
    if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        area.ensureWidgetVisible(widget, 0, _BELOW)
    elif not isinstance(widget, QAbstractButton | QComboBox):
        QTimer.singleShot(QApplication.doubleClickInterval(), area, lambda: _follow(area))


def _follow(area: QScrollArea) -> None:
    focus = QApplication.focusWidget()
    if focus is not None and area.isAncestorOf(focus):
        bring_into_sight(area, focus)
