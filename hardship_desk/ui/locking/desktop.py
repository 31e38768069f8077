"""Tells that the desktop itself is locked, that another user comes, or that Windows goes to sleep.

Linux says it on the bus: the screen saver of the desktop, and the session of logind. Windows sends the
window a message. Where neither comes, the idle time of the window still locks it.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hardship_desk.domain.overriding import override

_SESSION_CHANGE, _POWER = 0x02B1, 0x0218
_CONSOLE_LEFT, _REMOTE_LEFT, _SESSION_LOCKED, _SUSPENDS = 0x2, 0x4, 0x7, 0x4
# Win+L, another user at the same machine, a remote desktop that is closed; a lid that is shut.
_LOCKS = {
    _SESSION_CHANGE: frozenset({_CONSOLE_LEFT, _REMOTE_LEFT, _SESSION_LOCKED}),
    _POWER: frozenset({_SUSPENDS}),
}
_SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.gnome.ScreenSaver", "org.gnome.ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "org.cinnamon.ScreenSaver"),
    ("org.mate.ScreenSaver", "org.mate.ScreenSaver"),
)
_LOGIND, _SESSION = "org.freedesktop.login1", "org.freedesktop.login1.Session"
# Slots as the bus takes them: 1 for slot, and their form.
_ON_ACTIVE, _ON_LOCK = "1on_saver(bool)", "1on_lock()"
_ON_CHANGED = "1on_changed(QString,QVariantMap,QStringList)"


class DesktopLock(QObject):
    """Belongs to one window; tells `left` when nobody should see it any more."""

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._filter = _WindowsMessages(self)
        if sys.platform == "win32":
            application = QGuiApplication.instance()
            if application is not None:
                application.installNativeEventFilter(self._filter)
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0)
        else:
            self._listen()

    @Slot(bool)
    def on_saver(self, active: bool) -> None:
        """The screen saver of the desktop comes up, or goes away."""
        if active:
            self.left.emit()

    @Slot()
    def on_lock(self) -> None:
        """Logind asks the session to lock."""
        self.left.emit()

    @Slot(str, "QVariantMap", "QStringList")
    def on_changed(self, kind: str, values: dict[str, object], _unknown: list[str]) -> None:
        """A property of a session changed: another user is at the screen, or it is locked."""
        if kind == _SESSION and (values.get("Active") is False or values.get("LockedHint") is True):
            self.left.emit()

    def on_windows_message(self, message: int, kind: int) -> None:
        """A message of Windows to the window."""
        if kind in _LOCKS.get(message, frozenset()):
            self.left.emit()

    def _listen(self) -> None:
        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        if session.isConnected():
            for service, interface in _SCREEN_SAVERS:
                session.connect(service, "", interface, "ActiveChanged", self, _ON_ACTIVE)  # type: ignore[call-overload]  # the stub says bytes, Qt takes text
        if system.isConnected():
            system.connect(_LOGIND, "", _SESSION, "Lock", self, _ON_LOCK)  # type: ignore[call-overload]  # as above
            changed = ("org.freedesktop.DBus.Properties", "PropertiesChanged")
            system.connect(_LOGIND, "", *changed, self, _ON_CHANGED)  # type: ignore[call-overload]  # as above


class _WindowsMessages(QAbstractNativeEventFilter):
    """Hands the messages of Windows on; takes none away."""

    def __init__(self, told: DesktopLock) -> None:
        super().__init__()
        self._told = told

    @override
    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if kind == b"windows_generic_MSG":
            sent = wintypes.MSG.from_address(int(message))
            self._told.on_windows_message(sent.message, sent.wParam)
        return False, 0
