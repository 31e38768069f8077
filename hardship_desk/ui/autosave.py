"""Saves what is typed before it is two seconds old, and before work may be cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hardship_desk.ui.locking.interruptions import Interruptions

if TYPE_CHECKING:
    from hardship_desk.ui.main_window import MainWindow

# Nothing typed waits longer, also while the user goes on typing.
EVERY_MS = 1500


class Autosave(QObject):
    """Belongs to one window. What cannot be saved is tried again at each turn."""

    def __init__(self, window: MainWindow, interruptions: Interruptions) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.save_typed)
        self._timer.start()
        interruptions.leaving.connect(self.save_all)
        interruptions.slept.connect(self.save_all)

    def save_typed(self) -> None:
        """Save what was typed so far; the user may go on typing."""
        if self._window.pages is not None:
            self._window.pages.save_typed()

    def save_all(self) -> None:
        """Save everything now, without asking anything."""
        self._window.flush()
