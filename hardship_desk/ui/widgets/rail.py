"""The rail: phases and steps in a list, each step with its state as a drawn mark and in words."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from hardship_desk.presenters.rail import RailPage, RailStep
from hardship_desk.ui.dress.theme import Theme

NUMBER_ROLE = int(Qt.ItemDataRole.UserRole)
STATE_ROLE = NUMBER_ROLE + 1
HEADING = -1

_Index = QModelIndex | QPersistentModelIndex


class Rail(QListWidget):
    """A list of steps; `step_chosen` tells which one the user wants."""

    step_chosen = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(name)
        self.setItemDelegate(_RailDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self._shape: tuple[tuple[str, int], ...] = ()
        self._steps: dict[int, RailStep] = {}
        self.itemClicked.connect(self._on_item_chosen)
        self.itemActivated.connect(self._on_item_chosen)

    def show_page(self, page: RailPage) -> None:
        """Show phases and steps in place."""
        shape = tuple((phase.title, step.number) for phase in page.phases for step in phase.steps)
        if shape != self._shape:
            self._shape, self._steps = shape, {}
            self._fill(page)
        steps = {step.number: step for phase in page.phases for step in phase.steps}
        for row in range(self.count()):
            item = self.item(row)
            step = steps.get(item.data(NUMBER_ROLE))
            if step is not None and self._steps.get(step.number) != step:
                _show_step(item, step)
        self._steps = steps
        self.choose(page.current)

    def choose(self, number: int) -> None:
        """Mark a step as the current one."""
        for row in range(self.count()):
            if self.item(row).data(NUMBER_ROLE) == number and self.currentRow() != row:
                self.setCurrentRow(row)

    def _fill(self, page: RailPage) -> None:
        self.clear()
        for phase in page.phases:
            heading = QListWidgetItem(phase.title)
            heading.setData(NUMBER_ROLE, HEADING)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(heading)
            for step in phase.steps:
                item = QListWidgetItem(step.title)
                item.setData(NUMBER_ROLE, step.number)
                if not step.on_route:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(item)

    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        number = item.data(NUMBER_ROLE)
        if number != HEADING:
            self.step_chosen.emit(number)


def _show_step(item: QListWidgetItem, step: RailStep) -> None:
    item.setText(step.title)
    item.setData(STATE_ROLE, step.state)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, step.spoken)
    item.setToolTip(step.spoken)


class _RailDelegate(QStyledItemDelegate):
    """Paints headings and steps."""

    def __init__(self, theme: Theme, rail: Rail) -> None:
        super().__init__(rail)
        self._theme = theme
        self._rail = rail

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = option.fontMetrics.height()
        is_heading = index.data(NUMBER_ROLE) == HEADING
        return QSize(60, line + (10 if is_heading else 7))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(NUMBER_ROLE) == HEADING:
            self._paint_heading(painter, rect, str(index.data()))
        else:
            self._paint_step(painter, rect, option, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        font = QFont(self._rail.font())
        font.setPointSizeF(font.pointSizeF() * 0.82)
        font.setWeight(QFont.Weight.DemiBold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.muted))
        where = rect.adjusted(16, 4, -8, 0)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_step(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        tokens = self._theme.tokens
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = QRectF(rect).adjusted(8, 1, -8, -1)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.soft))
            painter.drawRoundedRect(box, 6, 6)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 4, 4, box.height() - 8), 2, 2)
        if chosen and self._rail.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        step_state = str(index.data(STATE_ROLE) or "")
        size = self._rail.fontMetrics().height() * 0.78
        mark = QRectF(box.left() + 12, box.center().y() - size / 2, size, size)
        _paint_mark(painter, mark, step_state, self._theme)
        self._paint_words(painter, box, index, chosen=chosen)

    def _paint_words(self, painter: QPainter, box: QRectF, index: _Index, *, chosen: bool) -> None:
        font = QFont(self._rail.font())
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        off = index.data(STATE_ROLE) == "overgeslagen"
        painter.setPen(QColor(self._theme.tokens.muted if off else self._theme.tokens.text))
        left = box.left() + 22 + self._rail.fontMetrics().height() * 0.78
        number = f"{index.data(NUMBER_ROLE)}"
        width = painter.fontMetrics().horizontalAdvance("16 ")
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, box.top(), width, box.height()), middle, number)
        where = QRectF(left + width + 4, box.top(), box.right() - left - width - 8, box.height())
        title = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(where.width())
        )
        painter.drawText(where, middle, title)


def _paint_mark(painter: QPainter, box: QRectF, state: str, theme: Theme) -> None:
    """A ring (leeg), a half disc (bezig), a tick (compleet), a warning sign (vlag, and amber where it only warns), a dash."""
    tokens = theme.tokens
    match state:
        case "compleet":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.good))
            painter.drawEllipse(box)
            _stroke(painter, box, tokens.surface, ((0.27, 0.52), (0.44, 0.70), (0.75, 0.34)))
        case "vlag" | "waarschuwing":
            colour = tokens.error if state == "vlag" else tokens.warning
            _paint_warning(painter, box, colour, tokens.surface)
        case "bezig":
            painter.setPen(QPen(QColor(tokens.accent), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
            painter.setBrush(QColor(tokens.accent))
            painter.drawPie(box.adjusted(1, 1, -1, -1), 90 * 16, -180 * 16)
        case "overgeslagen":
            _stroke(painter, box, tokens.muted, ((0.25, 0.5), (0.75, 0.5)))
        case _:
            painter.setPen(QPen(QColor(tokens.field_line), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _paint_warning(painter: QPainter, box: QRectF, colour: str, ground: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    corners = ((0.5, 0.02), (1.0, 0.95), (0.0, 0.95))
    painter.drawPolygon(QPolygonF([_at(box, x, y) for x, y in corners]))
    _stroke(painter, box, ground, ((0.5, 0.36), (0.5, 0.62)))
    _stroke(painter, box, ground, ((0.5, 0.79), (0.5, 0.80)))


def _stroke(
    painter: QPainter, box: QRectF, colour: str, points: tuple[tuple[float, float], ...]
) -> None:
    pen = QPen(QColor(colour), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([_at(box, x, y) for x, y in points])


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + box.width() * x, box.top() + box.height() * y)
