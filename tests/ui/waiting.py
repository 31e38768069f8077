"""Waiting for what is done beside the window, without keeping it from being done."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

LONGEST_S = 60
"""Long enough for a machine on which much else runs; who waits goes on as soon as it is there."""


def pause(milliseconds: int) -> None:
    """Let the window work for a moment. `QTest.qWait` would let no other thread run meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(holds: Callable[[], object]) -> None:
    """Go on as soon as it holds."""
    latest = time.monotonic() + LONGEST_S
    while not holds():
        assert time.monotonic() < latest, "it never came"
        pause(20)
