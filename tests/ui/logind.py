"""Says on the bus, as logind does, that the machine goes to sleep: `python -m tests.ui.logind`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage


def main() -> None:
    application = QCoreApplication([])
    bus = QDBusConnection.systemBus()
    assert bus.registerService("org.freedesktop.login1")
    message = QDBusMessage.createSignal(
        "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"
    )
    message.setArguments([True])
    assert bus.send(message)
    application.processEvents()


if __name__ == "__main__":
    main()
