"""Walks the tree on the accessibility bus and prints the fields as JSON.

Run with the Python of the system, which has gi: `/usr/bin/python3 tests/reliability/atspi_listener.py`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # of the system, not of ours

ACCESSIBLE = "org.a11y.atspi.Accessible"
CHECKED = 1 << 4
FIELDS = {
    "text",
    "entry",
    "password text",
    "combo box",
    "check box",
    "radio button",
    "spin button",
    "push button",
    "button",
}
DEEPEST = 40


class Listener:
    """Asks the bus about elements."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        asked = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 9000, None
        )
        flags = (
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        )
        address = asked.unpack()[0]
        self._bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def fields(self) -> list[dict[str, str]]:
        """Every element that takes text or a choice."""
        found: list[dict[str, str]] = []
        self._walk("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", found, 0)
        return found

    def _walk(self, name: str, path: str, found: list[dict[str, str]], depth: int) -> None:
        for child, place in self._ask(name, path, ACCESSIBLE, "GetChildren") or ():
            role = str(self._ask(child, place, ACCESSIBLE, "GetRoleName") or "")
            if role in FIELDS:
                found.append(self._element(child, place, role))
            elif depth < DEEPEST:
                self._walk(child, place, found, depth + 1)

    def _element(self, name: str, path: str, role: str) -> dict[str, str]:
        low = int((self._ask(name, path, ACCESSIBLE, "GetState") or [0])[0])
        everything = GLib.Variant("(ii)", (0, -1))
        return {
            "role": role,
            "name": self._property(name, path, "Name"),
            "description": self._property(name, path, "Description"),
            "value": str(self._ask(name, path, "org.a11y.atspi.Text", "GetText", everything) or ""),
            "states": "aan" if low & CHECKED else "uit",
            "label": self._label(name, path),
        }

    def _label(self, name: str, path: str) -> str:
        for _kind, targets in self._ask(name, path, ACCESSIBLE, "GetRelationSet") or ():
            for holder, place in targets:
                return self._property(holder, place, "Name")
        return ""

    def _property(self, name: str, path: str, what: str) -> str:
        asked = GLib.Variant("(ss)", (ACCESSIBLE, what))
        return str(self._ask(name, path, "org.freedesktop.DBus.Properties", "Get", asked) or "")

    def _ask(
        self, name: str, path: str, interface: str, method: str, arguments: object = None
    ) -> Any:  # noqa: ANN401  # whatever the bus answers
        try:
            answer = self._bus.call_sync(
                name, path, interface, method, arguments, None, 0, 9000, None
            )
        except GLib.Error:
            return None
        return answer.unpack()[0]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(Listener().fields()))
