"""Runs the slow work of a dialog beside the window, one piece after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.ui.running.background import Task

T = TypeVar("T")


class TaskRunner:
    """Fulfils `Runner` for an owner that is told; `on_busy` hears when work begins and ends."""

    def __init__(self, owner: QObject, on_busy: Callable[[bool], object]) -> None:
        self._owner, self._on_busy = owner, on_busy
        self._running = 0
        self._before: QWidget | None = None
        self._meanwhile: QWidget | None = None

    def __call__(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        """Begin, and tell later what came of it."""

        def done(result: T) -> None:
            self._count(-1)
            on_done(result)

        def failed(error: HardshipDeskError) -> None:
            self._count(-1)
            on_failed(error)

        self._count(1)
        task = Task(self._owner, work, done, failed)
        task.when_broken(lambda _error: self._count(-1))  # who waits may go on, or close
        task.start()

    def _count(self, by: int) -> None:
        self._running += by
        if by > 0 and self._running == 1:
            self._before = QApplication.focusWidget()
            self._on_busy(True)  # noqa: FBT003 - as it is heard
            self._meanwhile = QApplication.focusWidget()
            return
        self._on_busy(self._running > 0)
        if self._running == 0:
            self._give_back()

    def _give_back(self) -> None:
        """A button that was off lost the focus: it gets it back, unless the user went elsewhere."""
        before, self._before = self._before, None
        moved = QApplication.focusWidget() is not self._meanwhile
        if moved or before is None or not isValid(before):
            return
        if before.isEnabled() and before.isVisible():
            before.setFocus()
