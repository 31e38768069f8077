"""Lets the style sheet of Qt forget widgets it keeps notes of for ever."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import SIGNAL, QObject, Qt
from PySide6.QtWidgets import QWidget

_IS_WAITED_FOR = Qt.WidgetAttribute.WA_StyleSheet
_DESTROYED = SIGNAL("destroyed(QObject*)")


class Forgetting:
    """Has the style sheet strike its notes about widgets that are about to be destroyed.

    Qt 6.12 notes per widget what its style sheet says of it, and strikes the notes when the widget is
    destroyed. Parts it dresses through the widget around them (the list that drops down from a choice,
    the line to type in inside it, the area inside a text box or table) get notes too, but nobody waits
    for their end: `QStyleSheetStyle::renderRule` and `hasStyleRule` make the note before they ask
    `initObject` whether the widget may be dressed, and only `initObject` waits for `destroyed`. That
    loses 1 to 2 KB for each such widget, scattered over memory: 70-95 KB a dossier.

    Qt offers no way to strike a note. But whoever it does wait for tells which object was destroyed:
    so a widget that it dresses says it, in the name of the others.
    """

    def __init__(self) -> None:
        self._messenger: QWidget | None = None

    def forget(self, parts: Iterable[QObject]) -> None:
        """Nothing is noted of these any more; without a style sheet nothing ever was."""
        lost = [
            part
            for part in parts
            if isinstance(part, QWidget) and not part.testAttribute(_IS_WAITED_FOR)
        ]
        if not lost:
            return
        destroyed = self._heard().destroyed[QObject]  # type: ignore[index]  # PySide6 says less than it does
        for part in lost:
            destroyed.emit(part)

    def _heard(self) -> QWidget:
        """A widget of which the style sheet that is used now waits for the end."""
        known = self._messenger
        if known is None or not known.receivers(_DESTROYED):
            self._messenger = known = QWidget()
            known.ensurePolished()
        return known
