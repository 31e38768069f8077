"""The coming weeks as a line with a dot on each day that asks for something."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hardship_desk.domain.overriding import override
from hardship_desk.presenters.today import WEEKS_ON_LINE, DayMark, TodayPage
from hardship_desk.ui.dress.theme import Theme

_DAYS = WEEKS_ON_LINE * 7
_NARROW = 560


class TimeLine(QWidget):
    """Says nothing that the list below it does not say in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: tuple[DayMark, ...] = ()
        self._weeks: tuple[str, ...] = ()
        self._monday = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_page(self, page: TodayPage) -> None:
        """Show the days of the page; the words for a screen reader come with it."""
        self._marks, self._weeks, self._monday = page.marks, page.weeks, page.first_monday
        self.setAccessibleName(page.line)
        self.setToolTip(page.line)
        self.setVisible(bool(page.marks))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() * 3)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, line = self._theme.tokens, self.fontMetrics().height()
        left, width, middle = line * 0.6, self.width() - line * 1.2, line * 1.1
        painter.setPen(QPen(QColor(tokens.field_line), 1.5))
        painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))
        every = 1 if width > _NARROW * line / 18 else 2
        for place, week in enumerate(self._weeks[::every]):
            x = left + width * (self._monday + 7 * every * place) / _DAYS
            painter.setPen(QPen(QColor(tokens.field_line), 1.5))
            painter.drawLine(QPointF(x, middle - 4), QPointF(x, middle + 4))
            painter.setPen(QColor(tokens.muted))
            where = QRectF(x - line * 3, middle + 8, line * 6, line * 1.2)
            if where.right() < self.width():
                painter.drawText(where, Qt.AlignmentFlag.AlignHCenter, week)
        for mark in self._marks:
            self._paint_mark(painter, mark, QPointF(left + width * mark.days / _DAYS, middle))
        painter.end()

    def _paint_mark(self, painter: QPainter, mark: DayMark, at: QPointF) -> None:
        tokens, line = self._theme.tokens, self.fontMetrics().height()
        colour = {"error": tokens.error, "warning": tokens.warning}.get(mark.tone, tokens.accent)
        size = line * (0.42 if mark.count == 1 else 0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(at, size, size)
        if mark.count > 1:
            painter.setPen(QColor(tokens.surface))
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * 0.75)
            font.setBold(True)
            painter.setFont(font)
            box = QRectF(at.x() - size, at.y() - size, size * 2, size * 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(mark.count))
            painter.setFont(self.font())
