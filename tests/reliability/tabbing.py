"""Goes through a page or dialog with the Tab key: what is reached, in what order, and whether it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QButtonGroup,
    QComboBox,
    QRadioButton,
    QScrollArea,
    QWidget,
)

MOST_PLACES = 20
"""How often Tab may stop in one field: at each place that is still to be filled in."""
AROUND = 4
"""Pixels around a control in which a ring of focus may be drawn."""


@dataclass(slots=True)
class Tabbed:
    """What the Tab key did: controls passed, and what was wrong, each named for people."""

    stops: int = 0
    unreached: list[str] = field(default_factory=list)
    trapped: list[str] = field(default_factory=list)
    backwards: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)


def tab_through(shown: QWidget, known: set[str]) -> Tabbed:
    """Press Tab until it is round; `known` remembers the kinds of control whose focus was seen."""
    found = Tabbed()
    shown.activateWindow()
    QTest.qWaitForWindowActive(shown)
    if not shown.isActiveWindow():  # without a display one that comes back may stay behind
        QApplication.setActiveWindow(shown)
        QTest.qWait(50)
    # A page that was filled a moment ago is not painted until the next turn of the event loop.
    while not all(part.updatesEnabled() for part in shown.findChildren(QScrollArea)):
        QTest.qWait(1)
    expected = list(_stops(shown))
    passed = _round(shown, len(expected), found, known)
    found.stops = len(passed)
    found.unreached = [
        _named(widget) for widget in expected if not {widget, *_others(widget)} & set(passed)
    ]
    back = [
        f"{_named(one)} -> {_named(other)}"
        for one, other in pairwise([*passed, *passed[:1]])
        if _is_backwards(one, other)
    ]
    # Tab goes round: once it goes from the last control to the first.
    found.backwards = back if len(back) > 1 else []
    return found


def _round(shown: QWidget, expected: int, found: Tabbed, known: set[str]) -> list[QWidget]:
    passed: list[QWidget] = []
    for _ in range(expected * 2 + 20):
        here = QApplication.focusWidget()
        if here is None or here.window() is not shown.window():
            QTest.keyClick(shown, Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
            if here is None:
                break
        if here in passed:
            return passed
        passed.append(here)
        _step(here, found, known)
    if expected > 1:
        found.trapped.append(f"never round after {len(passed)} stops")
    return passed


def _step(here: QWidget, found: Tabbed, known: set[str]) -> None:
    """Leave a control with Tab; compare how it looked with and without the focus."""
    kind = _kind(here)
    with_focus = None if kind in known else _picture(here)
    for _ in range(MOST_PLACES):
        QTest.keyClick(here, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not here:
            break
    else:
        found.trapped.append(_named(here))
        return
    if with_focus is None:
        return
    known.add(kind)
    if with_focus == _picture(here):
        found.unseen.append(_named(here))


def _picture(widget: QWidget) -> QImage:
    """The control with what is around it, as it is painted now."""
    window = widget.window()
    corner = widget.mapTo(window, QPoint(0, 0))
    place = QRect(corner, widget.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    return window.grab(place).toImage()


def _kind(widget: QWidget) -> str:
    """What is drawn in one way: the class, its name for the style sheet and its state."""
    pressed = isinstance(widget, QAbstractButton) and widget.isChecked()
    return "|".join(
        (
            type(widget).__name__,
            widget.objectName(),
            str(widget.property("kind")),
            str(widget.property("role")),
            str(widget.property("state")),
            str(pressed),
        )
    )


def _stops(shown: QWidget) -> Iterator[QWidget]:
    """The controls that Tab has to reach."""
    for widget in shown.findChildren(QWidget):
        if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or not widget.isVisible():
            continue
        if not widget.isEnabled() or widget.window() is not shown.window():
            continue
        if isinstance(widget, QScrollArea) or isinstance(widget.parentWidget(), QComboBox):
            continue
        yield widget


def _others(widget: QWidget) -> set[QWidget]:
    """The choices of which one holds: Tab stops at one of them, and the arrows reach the others."""
    if not isinstance(widget, QAbstractButton):
        return set()
    group = cast("QButtonGroup | None", widget.group())
    if group is not None:
        return set(group.buttons()) if group.exclusive() else set()
    parent = widget.parentWidget()
    if not isinstance(widget, QRadioButton) or parent is None:
        return set()
    return set(parent.findChildren(QRadioButton))


def _is_backwards(one: QWidget, other: QWidget) -> bool:
    """Whether the next control stands before this one, for who reads columns from the top left."""
    first, second = _seen_places(one, other)
    above = second.bottom() < first.top()
    left = second.right() < first.left()
    beside = second.top() <= first.center().y()
    # What goes with an answer stands above it at the right edge, and comes after it on purpose.
    return (above and second.left() < first.left()) or (left and beside)


def _seen_places(one: QWidget, other: QWidget) -> tuple[QRect, QRect]:
    """Where two controls stand: in what scrolls with both, or else as far as they are in sight."""
    together = [area for area in _areas(one) if area in _areas(other)]
    return _seen_at(one, together), _seen_at(other, together)


def _seen_at(widget: QWidget, whole: Sequence[QAbstractScrollArea] = ()) -> QRect:
    """Where a control stands in its window; at the edge of what it has scrolled out of."""
    place = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    for area in _areas(widget):
        if area not in whole:
            sight = area.viewport()
            frame = QRect(sight.mapTo(widget.window(), QPoint(0, 0)), sight.size())
            place = _within(place, frame)
    return place


def _areas(widget: QWidget) -> list[QAbstractScrollArea]:
    found, parent = [], widget.parentWidget()
    while parent is not None and not widget.isWindow():
        if isinstance(parent, QAbstractScrollArea):
            found.append(parent)
        parent = None if parent.isWindow() else parent.parentWidget()
    return found


def _within(place: QRect, frame: QRect) -> QRect:
    """The place, moved to the edge of the frame where it lies outside."""
    moved = QRect(place)
    moved.moveTop(max(frame.top(), min(place.top(), frame.bottom() - place.height())))
    return moved


def _named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text or widget.objectName()}"[:80]
