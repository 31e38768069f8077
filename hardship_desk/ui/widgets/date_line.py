"""The dates of a dossier on one line: days as dots, periods as bars; the list below says the same."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from hardship_desk.presenters.overview_facts import DatePoint
from hardship_desk.ui.dress.theme import Theme

_LANES = 4
"""As many names may stand below each other at the end of the line, where there is no room beside them."""


class DateLine(QWidget):
    """Names are written below their day, on a lower lane where they would touch."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._points: tuple[DatePoint, ...] = ()
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: tuple[DatePoint, ...], today: date, spoken: str) -> None:
        """Show these days; `spoken` says them to a screen reader."""
        self._points = tuple(sorted(points, key=lambda item: item.start))
        self._today = today
        self.setAccessibleName(spoken)
        self.setVisible(len(points) > 1)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() * (_LANES + 2))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, line = self._theme.tokens, self.fontMetrics().height()
        middle = line * 0.8
        painter.setPen(QPen(QColor(tokens.field_line), 1.5))
        painter.drawLine(QPointF(line * 0.5, middle), QPointF(self.width() - line * 0.5, middle))
        lanes = [0.0] * _LANES
        for point in self._points:
            self._paint(painter, point, middle)
            self._write(painter, point, middle, lanes)
        painter.end()

    def _place(self, day: date) -> float:
        line = self.fontMetrics().height()
        first = min(point.start for point in self._points)
        last = max(point.end for point in self._points)
        days = max((last - first).days, 1)
        return line * 0.8 + (self.width() - line * 1.6) * (day - first).days / days

    def _paint(self, painter: QPainter, point: DatePoint, middle: float) -> None:
        tokens, line = self._theme.tokens, self.fontMetrics().height()
        past = point.end <= self._today
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if past else tokens.warning))
        left, right, size = self._place(point.start), self._place(point.end), line * 0.3
        if point.end > point.start:
            height = size * 1.1
            bar = QRectF(left, middle - height / 2, max(right - left, height), height)
            painter.drawRoundedRect(bar, height / 2, height / 2)
        else:
            painter.drawEllipse(QPointF(left, middle), size, size)

    def _write(
        self, painter: QPainter, point: DatePoint, middle: float, lanes: list[float]
    ) -> None:
        metrics, line = self.fontMetrics(), self.fontMetrics().height()
        text = metrics.elidedText(point.name, Qt.TextElideMode.ElideRight, line * 10)
        width = metrics.horizontalAdvance(text) + 2
        left = self._place(point.start)
        start = max(0.0, min(left - line * 0.3, self.width() - width))
        free = [lane for lane, until in enumerate(lanes) if until <= start]
        if not free:
            return
        lanes[free[0]] = start + width + line * 0.6
        top = middle + line * (0.55 + free[0])
        painter.setPen(QPen(QColor(self._theme.tokens.line), 1))
        painter.drawLine(QPointF(left, middle + line * 0.35), QPointF(left, top + line * 0.2))
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(QRectF(start, top, width, line * 1.1), Qt.AlignmentFlag.AlignLeft, text)
