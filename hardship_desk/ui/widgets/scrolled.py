"""The content of a scroll area, no higher than its text needs at the width it has."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QWidget

from hardship_desk.domain.overriding import override


class Scrolled(QWidget):
    """Lets the scroll area ask for the height at its width.

    A label that wraps asks for more lines than it needs while its width is not known; a page that
    fits would then still have a scroll bar.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("content")

    @override
    def event(self, event: QEvent) -> bool:
        """Ask for more height where words came in that were not there when it was given."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self.heightForWidth(self.width())
            if self.height() < needed:
                self.resize(self.width(), needed)
        return done

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
