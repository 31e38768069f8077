"""How large a dialog opens: by its letters and lines, whatever the size of the text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

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


def scrolling_body(dialog: QDialog) -> tuple[QVBoxLayout, QVBoxLayout]:
    """A place for what may scroll where the screen is low, and one for what stays in sight below."""
    area, content = QScrollArea(), QWidget()
    content.setObjectName("content")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area, 1)
    foot = QVBoxLayout()
    foot.setContentsMargins(24, 0, 24, 16)
    outer.addLayout(foot)
    return QVBoxLayout(content), foot
