"""Amounts and progress as bars, always with the figure beside them."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from hardship_desk.presenters.overview_facts import AmountBar
from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.widgets.parts import empty, label


class Bar(QWidget):
    """A part of a whole; the words beside it say the same."""

    def __init__(self, theme: Theme, share: Fraction = Fraction(0), *, good: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._share = share
        self._good = good
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: Fraction, *, spoken: str) -> None:
        """Show how much of the whole it is."""
        self._share = share
        self.setAccessibleName(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height() * 5 // 8)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        round_by = box.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(box, round_by, round_by)
        if self._share:
            # At least round: a small part must not look like nothing.
            width = max(box.width() * self._share.numerator / self._share.denominator, box.height())
            painter.setBrush(QColor(tokens.good if self._good else tokens.accent))
            painter.drawRoundedRect(
                QRectF(box.left(), box.top(), width, box.height()), round_by, round_by
            )
        painter.end()


class AmountBars(QWidget):
    """Each amount with its name, a bar, and the figure."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)

    def show_bars(self, bars: tuple[AmountBar, ...]) -> None:
        """Show these amounts."""
        empty(self._grid)
        for row, bar in enumerate(bars):
            drawn = Bar(self._theme, bar.share)
            drawn.setAccessibleName(f"{bar.name}: {bar.shown}")
            amount = label(bar.shown, "amount", wrap=False)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label(bar.name), row, 0)
            self._grid.addWidget(drawn, row, 1, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(amount, row, 2)
