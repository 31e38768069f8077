"""The window hears that the desktop is locked: on the bus of Linux, and in a message of Windows."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from ctypes import wintypes
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from hardship_desk.ui.locking.desktop import DesktopLock

SESSION_CHANGE, POWER = 0x02B1, 0x0218

LISTENER = """
import subprocess, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from hardship_desk.ui.locking.desktop import DesktopLock
application = QApplication([])
window = QWidget()
told = DesktopLock(window)
seen = []
told.left.connect(lambda: seen.append(1))
QTimer.singleShot(100, lambda: subprocess.Popen([sys.executable, "-m", "tests.ui.desktop_bus"]))
def look():
    if len(seen) >= 4:
        application.quit()
timer = QTimer(); timer.timeout.connect(look); timer.start(50)
QTimer.singleShot(20000, application.quit)
application.exec()
application.processEvents()
print("gehoord", len(seen))
"""


def test_that_the_bus_is_heard() -> None:
    if not any((Path(place) / "dbus-run-session").exists() for place in ("/usr/bin", "/bin")):
        pytest.skip("dbus-run-session is not on this machine")
    own_bus = 'DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" exec "$0" -c "$1"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", own_bus, sys.executable, LISTENER],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert "gehoord 4" in done.stdout, (done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("message", "kind", "locks"),
    [
        (SESSION_CHANGE, 0x7, True),
        (SESSION_CHANGE, 0x2, True),
        (SESSION_CHANGE, 0x4, True),
        (POWER, 0x4, True),
        (SESSION_CHANGE, 0x8, False),
        (POWER, 0x12, False),
        (0x0100, 0x7, False),
    ],
)
def test_that_a_message_of_windows_is_understood(
    qapp: QApplication, message: int, kind: int, locks: bool
) -> None:
    window = QWidget()
    told = DesktopLock(window)
    left: list[int] = []
    told.left.connect(lambda: left.append(1))
    sent = wintypes.MSG()
    sent.message, sent.wParam = message, kind
    answer = told._filter.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(sent))
    assert answer == (False, 0)
    assert told._filter.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert bool(left) is locks
    window.deleteLater()
