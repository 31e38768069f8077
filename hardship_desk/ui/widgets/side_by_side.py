"""Panels beside each other, or below each other where the window is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override


class SideBySide(QScrollArea):
    """Each panel with its share of the width; below `letters` letters they stack and scroll."""

    def __init__(self, *panels: tuple[QWidget, int], letters: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._panels = panels
        self._letters = letters
        content = QWidget()
        content.setObjectName("content")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setWidget(content)
        for panel, share in panels:
            self._row.addWidget(panel, share)
        self.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        narrow = self.width() < self.fontMetrics().averageCharWidth() * self._letters
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        least = self.fontMetrics().height() * 14 if narrow else 0
        for panel, _ in self._panels:
            panel.setMinimumHeight(least)
            panel.setMinimumWidth(1)


def fill(parent: QWidget, part: QWidget) -> None:
    """Let a part take the whole of its parent."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(part)
