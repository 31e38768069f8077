"""Pages of which one is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from hardship_desk.domain.overriding import override

_STILL = Qt.WidgetAttribute.WA_UpdatesDisabled


class Stack(QStackedWidget):
    """Changes pages without a word to all that is not shown; the new page says where the focus goes.

    Qt forbids painting to every widget of every page before it changes, and allows it again to each:
    thousands of widgets of which two hundred matter. Where painting is forbidden already it leaves them be.
    """

    @override
    def setCurrentWidget(self, widget: QWidget) -> None:
        before = self.currentWidget()
        if before is widget:
            widget.show()  # made ahead and hidden again, it may stand first without being seen
        elif before is None:
            super().setCurrentWidget(widget)
        else:
            with self._leaving(before):
                super().setCurrentWidget(widget)

    @override
    def removeWidget(self, widget: QWidget) -> None:
        with self._leaving(widget):
            super().removeWidget(widget)

    @contextmanager
    def _leaving(self, page: QWidget) -> Iterator[None]:
        _let_go_of_focus(page)
        was_still = self.testAttribute(_STILL)
        self.setAttribute(_STILL)
        try:
            yield
        finally:
            self.setAttribute(_STILL, on=was_still)
            self.update()


def _let_go_of_focus(leaving: QWidget) -> None:
    """Take the focus out of what is going to be hidden.

    Qt would look for the next control in the middle of a change, though the new page says where it goes.
    """
    focus = QApplication.focusWidget()
    if focus is not None and (focus is leaving or leaving.isAncestorOf(focus)):
        focus.clearFocus()
