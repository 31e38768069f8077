"""Finds texts of the window that do not fit where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

SLACK = 2
"""Pixels that rounding may take."""
SEEN = Qt.TextFlag.TextWordWrap


def clipped(shown: QWidget) -> Iterator[str]:
    """Each text of a window or dialog that does not fit, with what is missing."""
    for widget in shown.findChildren(QWidget):
        if not widget.isVisible():
            continue
        text, missing = _missing(widget)
        if missing:
            yield f"{type(widget).__name__} {text[:40]!r}: {missing}"
        elif text and isinstance(widget, QLabel | QAbstractButton) and _is_cut_off(widget, shown):
            yield f"{type(widget).__name__} {text[:40]!r}: stands outside"


def _missing(widget: QWidget) -> tuple[str, str]:
    for kind, look in _LOOKS:
        if isinstance(widget, kind):
            return look(widget)
    return "", ""


def _label(widget: QLabel) -> tuple[str, str]:
    return widget.text(), _words(widget) if widget.text() else ""


def _words(widget: QLabel) -> str:
    room = widget.contentsRect()
    if widget.textFormat() == Qt.TextFormat.RichText:
        return _short(room.height(), widget.heightForWidth(room.width()), "high")
    if widget.wordWrap():
        words = widget.fontMetrics().boundingRect(
            QRect(0, 0, max(room.width(), 1), 10**6), SEEN, widget.text()
        )
        return _short(room.height(), words.height(), "high") or _short(
            room.width(), words.width(), "wide"
        )
    size = widget.fontMetrics().size(0, widget.text())
    return _short(room.width(), size.width(), "wide") or _short(
        room.height(), size.height(), "high"
    )


def _push(widget: QPushButton) -> tuple[str, str]:
    return widget.text(), _short(widget.width(), widget.sizeHint().width(), "wide")


def _tick(widget: QAbstractButton) -> tuple[str, str]:
    wanted = widget.fontMetrics().size(0, widget.text()).height()
    return widget.text(), _short(widget.height(), wanted, "high")


def _box(widget: QComboBox) -> tuple[str, str]:
    room = widget.width() - widget.fontMetrics().height() - 16
    wanted = widget.fontMetrics().horizontalAdvance(widget.currentText())
    return widget.currentText(), _short(room, wanted, "wide")


def _line(widget: QLineEdit) -> tuple[str, str]:
    text = widget.placeholderText() if not widget.text() else ""
    wanted = widget.fontMetrics().horizontalAdvance(text)
    return text, _short(widget.contentsRect().width(), wanted, "wide")


def _header(widget: QHeaderView) -> tuple[str, str]:
    model = widget.model()
    for at in range(widget.count()):
        if widget.isSectionHidden(at):
            continue
        text = str(model.headerData(at, widget.orientation()) or "")
        wanted = widget.fontMetrics().horizontalAdvance(text)
        missing = _short(widget.sectionSize(at), wanted, "wide")
        if missing:
            return text, missing
    return "", ""


def _list(widget: QListWidget) -> tuple[str, str]:
    if widget.wordWrap():
        return "", ""
    for row in range(widget.count()):
        item = widget.item(row)
        if item.isHidden():
            continue
        wanted = widget.fontMetrics().horizontalAdvance(item.text())
        missing = _short(widget.viewport().width(), wanted, "wide")
        if missing:
            return item.text(), missing
    return "", ""


_LOOKS: tuple[tuple[type[QWidget], Callable[[Any], tuple[str, str]]], ...] = (
    (QLabel, _label),
    (QPushButton, _push),
    (QAbstractButton, _tick),
    (QComboBox, _box),
    (QLineEdit, _line),
    (QHeaderView, _header),
    (QListWidget, _list),
)


def _short(room: int, wanted: int, way: str) -> str:
    return f"{wanted} {way}, room for {room}" if wanted > room + SLACK else ""


def _is_cut_off(widget: QWidget, shown: QWidget) -> bool:
    """Whether part of it lies outside what holds it, where nobody can scroll to it."""
    holder = widget.parentWidget()
    while holder is not None and holder is not shown:
        inner = holder.parentWidget()
        if isinstance(inner, QAbstractScrollArea) and holder is inner.viewport():
            break
        if not _holds(holder, widget, across_only=False):
            return True
        holder = inner
    return holder is not None and not _holds(holder, widget, across_only=holder is not shown)


def _holds(holder: QWidget, widget: QWidget, *, across_only: bool) -> bool:
    place = QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())
    room = holder.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if across_only:
        return room.left() <= place.left() and place.right() <= room.right()
    return room.contains(place)
