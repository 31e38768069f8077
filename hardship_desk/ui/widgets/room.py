"""How large a dialog opens: by its letters and lines, whatever the size of the text."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

TITLE_BAR = QSize(0, 40)


def give_room(dialog: QDialog, letters: int, lines: int) -> None:
    """Open at this many letters and lines, no larger than the screen or the window it is on."""
    metrics = dialog.fontMetrics()
    wanted = QSize(metrics.averageCharWidth() * letters, metrics.lineSpacing() * lines)
    parent = dialog.parentWidget()
    most = dialog.screen().availableSize() - TITLE_BAR
    if parent is not None:
        most = most.expandedTo(parent.window().size())
    dialog.resize(wanted.boundedTo(most))
