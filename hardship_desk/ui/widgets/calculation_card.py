"""A calculation, line by line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from hardship_desk.presenters.calculation_item import CalculationItem
from hardship_desk.ui.widgets.parts import label, rule


class CalculationCard(QFrame):
    """Shows each line with its outcome, formula and source, and the total below."""

    def __init__(self, item: CalculationItem) -> None:
        super().__init__()
        self.setObjectName("inset")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(4)
        layout.addWidget(label(item.title, "label"))
        for line in item.lines:
            layout.addWidget(rule())
            layout.addWidget(label(line.description))
            outcome = label(line.outcome, "amount")
            outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(outcome)
            small = "\n".join(part for part in (line.formula, line.source) if part)
            layout.addWidget(label(small, "small"))
        layout.addWidget(rule())
        layout.addWidget(label(item.total, "label"))
