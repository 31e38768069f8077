"""Says on the bus what a desktop says when it locks: `python -m tests.ui.desktop_bus`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage

PATH = "/org/freedesktop/login1/session/_31"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"


def main() -> None:
    application = QCoreApplication([])
    bus = QDBusConnection.systemBus()
    assert bus.registerService("org.freedesktop.login1")
    assert bus.registerService("org.gnome.ScreenSaver")
    unknown = ["IdleSinceHint"]
    sent: tuple[tuple[str, str, str, list[object]], ...] = (
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [False]),
        (PATH, SESSION, "Lock", []),
        (PATH, PROPERTIES, "PropertiesChanged", [SESSION, {"Active": False}, unknown]),
        (PATH, PROPERTIES, "PropertiesChanged", [SESSION, {"LockedHint": True}, unknown]),
        (PATH, PROPERTIES, "PropertiesChanged", [SESSION, {"IdleHint": True}, unknown]),
    )
    for path, interface, name, arguments in sent:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(arguments)
        assert bus.send(message)
    application.processEvents()


if __name__ == "__main__":
    main()
