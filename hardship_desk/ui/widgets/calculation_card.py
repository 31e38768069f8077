"""A calculation, line by line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from hardship_desk.presenters.calculation_item import CalculationItem
from hardship_desk.ui.widgets.parts import in_dutch, label, rule

_APART = 3
"""Air above and below a rule, besides what stands between all lines."""


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
            layout.addSpacing(_APART)
            layout.addWidget(rule())
            layout.addSpacing(_APART)
            layout.addWidget(label(line.description))
            layout.addWidget(_selectable(line.outcome, "amount"))
            _add_small(layout, line.formula, line.inputs if full else "")
            _add_small(layout, line.source, line.origin if full else "")
        if item.total and not full:
            layout.addSpacing(_APART)
            layout.addWidget(rule())
            layout.addSpacing(_APART)
            layout.addWidget(_selectable(item.total, "label" if item.is_amount else "muted"))


def _add_small(layout: QVBoxLayout, *parts: str) -> None:
    """How it was done, and apart from that where it stands."""
    small = "\n".join(part for part in parts if part)
    if small:
        layout.addWidget(_selectable(small, "small"))


def _selectable(text: str, role: str) -> QLabel:
    made = label(text, role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
