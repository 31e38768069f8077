"""A strip across the window with words that wrap."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame

from hardship_desk.domain.overriding import override


class Strip(QFrame):
    """Takes the height its words need at the width it has, and never makes the window higher.

    A label that wraps asks, as the least, for the height at its smallest width; where the text is
    large that would push the window beyond the screen.
    """

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
