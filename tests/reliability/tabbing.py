"""Goes through a page or dialog with the Tab key: what is reached, in what order, and whether it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QComboBox,
    QRadioButton,
    QScrollArea,
    QWidget,
)

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
    expected = list(_stops(shown))
    passed = _round(shown, len(expected), found, known)
    found.stops = len(passed)
    found.unreached = [
        _named(widget) for widget in expected if not {widget, *_others(widget)} & set(passed)
    ]
    in_order = _from_the_first(shown, passed)
    found.backwards = [
        f"{_named(one)} -> {_named(other)}"
        for one, other in pairwise(in_order)
        if _is_backwards(one, other)
    ]
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


def _from_the_first(shown: QWidget, passed: list[QWidget]) -> list[QWidget]:
    """The controls from the one where Tab begins in a window that has no focus yet."""
    first: QWidget | None = shown.window()
    for _ in range(10_000):
        first = first.nextInFocusChain() if first is not None else None
        if first in passed:
            at = passed.index(first)
            return [*passed[at:], *passed[:at]]
    return passed


def _step(here: QWidget, found: Tabbed, known: set[str]) -> None:
    """Leave a control with Tab; compare how it looked with and without the focus."""
    kind = _kind(here)
    with_focus = None if kind in known else _picture(here)
    QTest.keyClick(here, Qt.Key.Key_Tab)
    if QApplication.focusWidget() is here:
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
    """Whether the next control stands before this one, for who reads from the top left."""
    if one.parentWidget() is not other.parentWidget():
        return False
    first, second = one.geometry(), other.geometry()
    if second.bottom() < first.top():
        return True
    on_one_line = second.top() <= first.center().y() <= second.bottom()
    return on_one_line and second.right() < first.left()


def _named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text or widget.objectName()}"[:80]
