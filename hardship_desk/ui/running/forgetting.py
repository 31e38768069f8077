"""Lets the style sheet of Qt forget widgets it keeps notes of for ever."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget


def forget(parts: Iterable[QObject]) -> None:
    """Have the style sheet strike its notes about these, that are about to be destroyed.

    Qt 6.12 notes per widget what its style sheet says of it, and strikes the notes when the widget is
    destroyed. Parts it dresses through the widget around them (the list that drops down from a choice,
    the line to type in inside it, the area inside a text box or table) get notes too, but nobody waits
    for their end: `QStyleSheetStyle::renderRule` and `hasStyleRule` make the note before they ask
    `initObject` whether the widget may be dressed, and only `initObject` waits for `destroyed`. That
    loses 1 to 2 KB for each such widget, scattered over memory: 70-95 KB a dossier.

    Qt offers no way to strike a note. But whoever it does wait for tells which object was destroyed:
    so a widget that it dresses says it, in the name of the others.
    """
    kept = [
        part
        for part in parts
        if isinstance(part, QWidget) and not part.testAttribute(Qt.WidgetAttribute.WA_StyleSheet)
    ]
    if not kept:
        return
    messenger = QWidget()
    messenger.ensurePolished()
    destroyed = messenger.destroyed[QObject]
    for part in kept:
        destroyed.emit(part)
