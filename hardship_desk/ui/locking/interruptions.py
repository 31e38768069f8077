"""Tells when work may be cut off: the window is left, the session ends, the machine sleeps or slept.

Which signal comes differs per system, so a clock is kept beside them: when far more time passed on the
clock than for the program, the machine slept.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

from hardship_desk.domain.clock import Clock
from hardship_desk.ui.running.background import AFTER_START_MS

TICK_MS = 1000
SLEPT_SECONDS = 30
_LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
# A slot as the bus takes it: 1 for slot, and its form.
_ON_SLEEP = "1on_sleep(bool)"


class Interruptions(QObject):
    """Tells `leaving` before work may be cut off, and `slept` after the machine was away."""

    leaving = Signal()
    sleeping = Signal()
    slept = Signal()

    def __init__(self, application: QGuiApplication, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._wall, self._lasted = clock.now(), time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application.applicationStateChanged.connect(self._on_application_state_changed)
        application.aboutToQuit.connect(self.leaving)
        # Direct: the session waits for this answer, and asks nothing.
        application.commitDataRequest.connect(
            self._on_application_commit_data, Qt.ConnectionType.DirectConnection
        )
        QTimer.singleShot(AFTER_START_MS, self, lambda: self._listen_for_sleep())  # noqa: PLW0108

    def look(self) -> None:
        """See whether the machine slept since the last look."""
        wall, lasted = self._clock.now(), time.monotonic()
        gap = (wall - self._wall).total_seconds() - (lasted - self._lasted)
        late = (lasted - self._lasted) - TICK_MS / 1000
        self._wall, self._lasted = wall, lasted
        if max(gap, late) > SLEPT_SECONDS:
            self.slept.emit()

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """The system says that it goes to sleep, or that it woke."""
        if begins:
            self.leaving.emit()
            self.sleeping.emit()
        else:
            self.look()

    def _listen_for_sleep(self) -> None:
        """On Linux logind tells; where there is none the clock does."""
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            service, path, interface = _LOGIND
            bus.connect(service, path, interface, "PrepareForSleep", self, _ON_SLEEP)  # type: ignore[call-overload]  # the stub says bytes, Qt takes text

    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.leaving.emit()

    def _on_application_commit_data(self, _manager: QSessionManager) -> None:
        self.leaving.emit()
