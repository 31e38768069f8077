"""Text to read: no wider than the eye follows, and what stands in columns as a table."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from hardship_desk.ui.widgets.parts import dutch_label

MOST_LETTERS = 100
_MOST_OF_IT = 1000
_CELL = '<td style="padding: 2px 18px 2px 0">{}</td>'


def read_text(text: str) -> QHBoxLayout:
    """The text of a block with room beside it; lines with tabs in them stand in columns."""
    row = QHBoxLayout()
    row.addWidget(_words(text), _MOST_OF_IT)
    row.addStretch(1)
    return row


def _words(text: str) -> QLabel:
    made = dutch_label(text)
    if "\t" in text:
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setText("".join(_parts(text.split("\n"))))
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setMaximumWidth(made.fontMetrics().averageCharWidth() * MOST_LETTERS)
    return made


def _parts(lines: list[str]) -> Iterator[str]:
    for in_columns, group in groupby(lines, lambda line: "\t" in line):
        alike = list(group)
        yield _table(alike) if in_columns else "<br/>".join(map(escape, alike))


def _table(lines: list[str]) -> str:
    rows = (
        "".join(_CELL.format(_shown(cell, head=not number)) for cell in line.split("\t"))
        for number, line in enumerate(lines)
    )
    return f'<table cellspacing="0">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>'


def _shown(cell: str, *, head: bool) -> str:
    """What stands in a cell; the first row names the columns."""
    return f"<b>{escape(cell)}</b>" if head else escape(cell)
