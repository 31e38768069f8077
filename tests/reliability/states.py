"""Walks through every state of the gallery in one look and tells what is wrong in each.

`python -m tests.reliability.states FOLDER LOOK SCALE LANGUAGE` prints it as JSON. A process of its own, as the
size of the screen is chosen when a process begins.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from tests.reliability.clipping import clipped
from tests.reliability.tabbing import tab_through

WIDE, HIGH = 1280, 720
DUTCH, ENGLISH = "nl", "en"
SERIES = (("light", 200), ("light", 100), ("dark", 100), ("contrast", 100))
"""The first is the one in which the least fits."""
SETTLE_MS, PATIENCE = 15, 6
INPUTS = (QLineEdit, QComboBox, QPlainTextEdit)
TAB_FAULTS = ("unreached", "trapped", "backwards", "unseen")
FAULTS = ("nameless", "unlinked", "clipped", "too_large", *TAB_FAULTS)
NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was looked at, and what was wrong, each with the state it was seen in."""

    states: int
    elements: int
    inputs: int
    nameless: tuple[str, ...]
    unlinked: tuple[str, ...]
    clipped: tuple[str, ...]
    too_large: tuple[str, ...]
    stops: int
    unreached: tuple[str, ...]
    trapped: tuple[str, ...]
    backwards: tuple[str, ...]
    unseen: tuple[str, ...]
    errors: tuple[str, ...]
    """What Python complained of meanwhile."""


@cache
def walk(look: str, scale: int, language: str = DUTCH) -> Seen:
    """Walk in a process of its own, on a screen of 1280 by 720; once for all who ask."""
    with tempfile.TemporaryDirectory() as folder:
        return _walk(Path(folder), (look, str(scale), language))


def _walk(folder: Path, dressed: tuple[str, str, str]) -> Seen:
    screen = {
        "name": "laptop",
        "x": 0,
        "y": 0,
        "width": WIDE,
        "height": HIGH,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    config = folder / "scherm.json"
    config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        "HARDSHIP_DESK_DATA": str(folder / "gegevens"),
    }
    done = subprocess.run(  # our own module
        [sys.executable, "-m", "tests.reliability.states", str(folder), *dressed],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    told: dict[str, Any] = {
        name: tuple(what) if name in FAULTS else what for name, what in found.items()
    }
    errors = (line for line in done.stderr.splitlines() if "Error" in line)
    return Seen(**told, errors=tuple(dict.fromkeys(errors)))


def _look_around(folder: Path, look: str, scale: int, language: str) -> dict[str, object]:
    from hardship_desk.bootstrap import Desks
    from hardship_desk.ui.dress.language import Language
    from hardship_desk.ui.gallery import pictures as gallery

    gallery.SETTLE_MS = SETTLE_MS
    desks = Desks(practice_vault=folder / "oefening.db", own_vault=folder / "kluis.db")
    setting = gallery.Setting(name=look, look=look, scale=scale)
    found: dict[str, list[str]] = {name: [] for name in FAULTS}
    states = elements = inputs = stops = 0
    known: set[str] = set()
    screen, spoken = (WIDE, HIGH), Language(language)
    for name, shown in gallery.each_state(desks.practice(), (setting,), desks, screen, spoken):
        states += 1
        # What is wrongly taken for unused goes now, and is missed in what follows.
        gc.collect()
        focusable = tuple(_focusable(shown))
        elements += len(focusable)
        inputs += sum(isinstance(widget, INPUTS) for widget in focusable)
        found["nameless"] += [f"{name}: {what}" for what in _nameless(focusable)]
        found["unlinked"] += [f"{name}: {what}" for what in _unlinked(shown)]
        found["clipped"] += [f"{name}: {what}" for what in _clipped(shown)]
        if shown.width() > WIDE or shown.height() > HIGH:
            found["too_large"].append(f"{name}: {shown.width()} x {shown.height()}")
        tabbed = tab_through(shown, known)
        stops += tabbed.stops
        for fault in TAB_FAULTS:
            found[fault] += [f"{name}: {what}" for what in getattr(tabbed, fault)]
    desks.close()
    return {"states": states, "elements": elements, "inputs": inputs, "stops": stops, **found}


def _clipped(shown: QWidget) -> list[str]:
    """What does not fit once the layout has come to rest."""
    found = list(clipped(shown))
    for _ in range(PATIENCE):
        if not found:
            break
        QTest.qWait(100)
        found = list(clipped(shown))
    return found


def _focusable(shown: QWidget) -> Iterator[QWidget]:
    for widget in shown.findChildren(QWidget):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.isVisible() and takes_focus and not isinstance(widget.parentWidget(), QComboBox):
            yield widget


def _nameless(focusable: tuple[QWidget, ...]) -> Iterator[str]:
    """Elements without a role, or without a name that is not just their own value."""
    for widget in focusable:
        reached = QAccessible.queryAccessibleInterface(widget)
        name = reached.text(QAccessible.Text.Name)
        if isinstance(widget, INPUTS):
            labels = reached.relations(QAccessible.RelationFlag.Label)
            name = name if labels or widget.accessibleName() else ""
        # Qt gives an area that scrolls no better role than this; a name it can have.
        bare = reached.role() in NO_ROLE and not isinstance(widget, QScrollArea)
        if not name.strip() or bare:
            yield f"{type(widget).__name__} {widget.objectName()}"


def _unlinked(shown: QWidget) -> Iterator[str]:
    """Fields that look wrong without saying why to who cannot see them."""
    for widget in shown.findChildren(QWidget):
        looks_wrong = widget.property("state") == "error" and isinstance(widget, INPUTS)
        if looks_wrong and widget.isVisible() and not widget.accessibleDescription():
            yield f"{type(widget).__name__} {widget.accessibleName()}"


if __name__ == "__main__":
    place, chosen, size, tongue = sys.argv[1:]
    sys.stdout.write(json.dumps(_look_around(Path(place), chosen, int(size), tongue)))
