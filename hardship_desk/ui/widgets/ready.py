"""Makes widgets ready to be shown while they are hidden, so that showing them is painting only."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

_CORNER = QRect(0, 0, 1, 1)


def dress(widget: QWidget) -> None:
    """Let a hidden widget and its parts take their look now; Qt does so when they are shown."""
    widget.ensurePolished()
    for part in widget.findChildren(QWidget):
        part.ensurePolished()


def let_go_of_focus(leaving: QWidget) -> None:
    """Take the focus out of what is going to be hidden.

    Qt would look for the next control in the middle of a change, though the new page says where it goes.
    """
    focus = QApplication.focusWidget()
    if focus is not None and leaving.isAncestorOf(focus):
        focus.clearFocus()


def settle(widget: QWidget, size: QSize) -> None:
    """Lay out a hidden widget at this size, down to its smallest part.

    Qt puts this off until a widget is shown. Asking for one point of its picture does it now.
    """
    if widget.isVisible() or size.isEmpty():
        return
    widget.resize(size)
    widget.grab(_CORNER)
