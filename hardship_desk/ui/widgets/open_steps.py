"""The steps that still have open questions, a line each; a line leads to the first of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hardship_desk.presenters.decision_page import place_of
from hardship_desk.presenters.line_item import LineItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.line_list import LineList
from hardship_desk.ui.widgets.parts import label


class OpenSteps(QWidget):
    """`step_wanted` tells the step and the question."""

    step_wanted = Signal(int, str)

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        title = texts.get("besluit.stappen_open")
        self._hint = label("", "muted")
        self._lines = LineList(title)
        self._lines.chosen.connect(lambda key: self.step_wanted.emit(*place_of(key)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (label(title, "label"), self._hint, self._lines):
            layout.addWidget(part)

    def show_lines(self, lines: tuple[LineItem, ...], hint: str) -> None:
        """Show these steps; nothing where none is open."""
        self._hint.setText(hint)
        self._lines.show_lines(lines)
        self.setVisible(bool(lines))
