"""The order in which Tab walks through a page of several panels: panel by panel, as the eye reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QStackedWidget, QWidget


def tab_by(regions: Sequence[QWidget], *, forward: bool, inner: Sequence[QWidget] = ()) -> bool:
    """Go to the next control, or the one before; False where Qt has to find it.

    `inner` are regions within the regions, in their order.
    """
    focus = QApplication.focusWidget()
    order = (regions, inner) if inner else (regions,)
    stop = next_stop(focus, order, forward=forward) if focus is not None else None
    if stop is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stop.setFocus(reason)
    return True


def panels_of(page: QWidget | None) -> tuple[QWidget, ...]:
    """What the page that is shown calls its `tab_panels`, in the order of reading."""
    while isinstance(page, QStackedWidget):
        page = page.currentWidget()
    panels: tuple[QWidget, ...] = getattr(page, "tab_panels", ())
    return panels


def walk_in_order(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each of these to the next, where they stand in one window by now."""
    for earlier, later in pairwise(stops):
        if earlier.window() is later.window():
            QWidget.setTabOrder(earlier, later)


def next_stop(
    focus: QWidget, order: Sequence[Sequence[QWidget]], *, forward: bool
) -> QWidget | None:
    """The control after, or before, the one with the focus; None where it is no stop itself.

    What stands in no region comes first, or last where it stands below them all. Within a region Qt's own
    order holds.
    """
    stops = sorted(
        _stops(focus.window()), key=lambda stop: [_place(stop, regions) for regions in order]
    )
    if focus not in stops:
        return None
    step = 1 if forward else -1
    return stops[(stops.index(focus) + step) % len(stops)]


def _stops(window: QWidget) -> Iterator[QWidget]:
    for widget in _chain(window):
        # Most of the chain stands on steps that are not shown: what costs least is asked first.
        shown = widget.isVisible() and widget.isEnabled()
        if shown and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_inside(widget):
            yield widget


def _chain(window: QWidget) -> list[QWidget]:
    """What Qt walks through, and all its parts in their own places.

    PySide6 6.12.0 takes what `nextInFocusChain` gives for a part of the one before it: where that one is
    destroyed first, as on a page that is left, a reference to the other is lost, and what it holds stays.
    To look for the parts of a widget sets that right. The window, which is part of nothing, is not asked for.
    """
    last, found = window.previousInFocusChain(), [window]
    while found[-1] is not last and (following := found[-1].nextInFocusChain()) is not None:
        found.append(following)
    del found[0]
    for parent in dict.fromkeys(filter(None, (widget.parentWidget() for widget in found))):
        parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found


def _is_inside(widget: QWidget) -> bool:
    """Whether it is the line in a list to choose from: the list takes the focus for it.

    `focusProxy` would tell that too, but PySide6 6.12.0 loses a reference to what it gives: a page that is
    still there is then cleared away as unused.
    """
    return isinstance(widget.parentWidget(), QComboBox)


def _place(stop: QWidget, regions: Sequence[QWidget]) -> int:
    for number, region in enumerate(regions):
        if region is stop or region.isAncestorOf(stop):
            return number
    below = all(_bottom(region) <= _bottom(stop) - stop.height() for region in regions)
    return len(regions) if below else -1


def _bottom(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint(0, widget.height())).y()
