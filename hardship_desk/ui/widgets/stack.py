"""Pages of which one is shown."""

from __future__ import annotations

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
        if widget is self.currentWidget():
            widget.show()  # made ahead and hidden again, it may stand first without being seen
            return
        if self.testAttribute(_STILL):
            super().setCurrentWidget(widget)
            return
        before = self.currentWidget()
        if before is not None:
            _let_go_of_focus(before)
        self.setAttribute(_STILL)
        super().setCurrentWidget(widget)
        self.setAttribute(_STILL, on=False)
        self.update()


def _let_go_of_focus(leaving: QWidget) -> None:
    """Take the focus out of what is going to be hidden.

    Qt would look for the next control in the middle of a change, though the new page says where it goes.
    """
    focus = QApplication.focusWidget()
    if focus is not None and (focus is leaving or leaving.isAncestorOf(focus)):
        focus.clearFocus()
