"""A calculation, line by line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from hardship_desk.presenters.calculation_item import CalculationItem
from hardship_desk.ui.widgets.parts import in_dutch, label, rule


class CalculationCard(QFrame):
    """Shows each line with its outcome, formula and source, and the total below.

    `full` puts the total first, and also shows what went into a line and which text was read.
    """

    def __init__(self, item: CalculationItem, *, full: bool = False) -> None:
        super().__init__()
        self.setObjectName("inset")
        in_dutch(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(4)
        layout.addWidget(label(item.title, "label"))
        if full and item.total:
            layout.addWidget(_selectable(item.total, "heading" if item.is_amount else "muted"))
        for line in item.lines:
            layout.addWidget(rule())
            layout.addWidget(label(line.description))
            layout.addWidget(_selectable(line.outcome, "amount"))
            more = (line.inputs, line.origin) if full else ()
            small = "\n".join(part for part in (line.formula, line.source, *more) if part)
            layout.addWidget(_selectable(small, "small"))
        if item.total and not full:
            layout.addWidget(rule())
            layout.addWidget(_selectable(item.total, "label" if item.is_amount else "muted"))


def _selectable(text: str, role: str) -> QLabel:
    made = label(text, role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
