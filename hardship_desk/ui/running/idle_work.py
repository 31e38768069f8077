"""Work in small pieces, done while nobody presses a key or moves the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 10
"""Between two turns: keys that were pressed meanwhile come first."""
TURN_S = 0.006
"""After this long a turn ends at the next piece, well within what one notices."""


class IdleWork(QObject):
    """Does the pieces it is given in turns; `free` tells that there is nothing left to do."""

    free = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: Iterator[object] = iter(())
        self._ended, self._turn_s = False, TURN_S
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._turn)

    def start(self, pieces: Iterator[object], *, hurry: int = 1) -> None:
        """Do these pieces in the place of any that are left; in a hurry turns are so many times longer."""
        if not self._ended:
            self._pieces, self._turn_s = pieces, TURN_S * hurry
            self._timer.start()

    def end(self) -> None:
        """Do nothing any more: what is built is going."""
        self._ended = True
        self._pieces = iter(())
        self._timer.stop()

    def _turn(self) -> None:
        until = perf_counter() + self._turn_s
        for _piece in self._pieces:
            if perf_counter() >= until:
                return
        self._timer.stop()
        self.free.emit()
