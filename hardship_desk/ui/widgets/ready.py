"""Makes widgets ready to be shown while they are hidden, so that showing them is painting only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

_PARTS_AT_ONCE = 25


def dress(widget: QWidget) -> None:
    """Let a hidden widget and its parts take their look now; Qt does so when they are shown."""
    for _piece in dressing(widget):
        pass


def dressing(widget: QWidget) -> Iterator[None]:
    """The same in pieces, for a widget of many parts."""
    widget.ensurePolished()
    for number, part in enumerate(widget.findChildren(QWidget), start=1):
        part.ensurePolished()
        if number % _PARTS_AT_ONCE == 0:
            yield


def settling(widget: QWidget, size: QSize) -> Iterator[None]:
    """Lay out a hidden widget at this size, and paint it once where nobody sees it: two pieces of work.

    Qt puts this off until a widget is shown. Showing it beside the place where it can be seen lays it out;
    a picture that is thrown away has its letters drawn. Where that place is hidden itself only the picture
    helps.
    """
    if widget.isVisible() or size.isEmpty():
        return
    widget.resize(size)
    with _out_of_sight(widget):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    yield
    if not widget.isVisible():
        with _out_of_sight(widget):
            widget.grab()
    yield


@contextmanager
def _out_of_sight(widget: QWidget) -> Iterator[None]:
    place = widget.parentWidget()
    if place is not None and place.isVisible():
        widget.move(place.width(), 0)
        widget.show()
    yield
    widget.hide()
    widget.move(0, 0)
