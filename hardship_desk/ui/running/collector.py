"""Clears away rings of unused objects, in the thread of the window only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 1000
_COLLECTOR = "collector"


class Collector(QObject):
    """Takes over from Python, which clears away in whichever thread happens to be running.

    A ring may hold a widget, and a widget that is destroyed in another thread than that of the
    window takes the program down. What stands when this begins is kept, and not looked at again.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @classmethod
    def of(cls, application: QObject) -> Collector:
        """The one of this application; made where it has none yet.

        Looking among its children would load all there is to know about their kinds first.
        """
        known = application.property(_COLLECTOR)
        if isinstance(known, cls):
            return known
        made = cls(application)
        application.setProperty(_COLLECTOR, made)
        return made

    def keep(self) -> None:
        """Do not look again at what stands now either, such as questions and rules that were read."""
        gc.freeze()

    def collect(self) -> None:
        """Clear away what Python itself would clear away by now."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
