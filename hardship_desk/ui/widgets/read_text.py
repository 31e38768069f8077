"""A document to read on the screen: the question small, the answer plain, no wider than the eye follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hardship_desk.documents.model import Block, Paragraph, Table
from hardship_desk.documents.plain_text import block_text
from hardship_desk.documents.spaces import held
from hardship_desk.domain.overriding import override
from hardship_desk.ui.widgets.parts import dutch_label, in_dutch, label
from hardship_desk.ui.widgets.wrapped_label import WrappedLabel

MOST_LETTERS = 100
_MOST_OF_IT = 1000
_APART, _TOGETHER = 12, 1
_CELL = '<td style="padding: 2px 18px 2px 0">{}</td>'


def read_blocks(blocks: Iterable[Block]) -> QHBoxLayout:
    """The blocks below each other with room beside them; what belongs together stands together."""
    column = QWidget()
    column.setMaximumWidth(column.fontMetrics().averageCharWidth() * MOST_LETTERS)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(_TOGETHER)
    for block in blocks:
        if layout.count() and _begins(block):
            layout.addSpacing(_APART)
        match block:
            case Paragraph():
                _add_paragraph(layout, block)
            case Table():
                _add_table(layout, block)
            case _:
                layout.addWidget(_words(block_text(block)))
    row = QHBoxLayout()
    row.addWidget(column, _MOST_OF_IT)
    row.addStretch(1)
    return row


def _begins(block: Block) -> bool:
    """Whether it does not go on about the question before it, as a table or an explanation does."""
    match block:
        case Paragraph():
            return bool(block.label) or not block.question
        case Table():
            return bool(block.title)
        case _:
            return True


def _add_paragraph(layout: QVBoxLayout, block: Paragraph) -> None:
    if block.label:
        head = QHBoxLayout()
        head.addWidget(dutch_label(block.label, "small"), 1)
        if block.tag:
            # At the top: a question may take two lines.
            head.addWidget(_tag(block.tag), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
    if block.text:
        layout.addWidget(_words(block.text))
    if block.source:
        layout.addWidget(dutch_label(block.source, "small"))


def _add_table(layout: QVBoxLayout, block: Table) -> None:
    if block.title:
        layout.addWidget(dutch_label(block.title, "small"))
    made = _Columns(f'<table cellspacing="0">{"".join(_rows(block))}</table>')
    in_dutch(made)
    layout.addWidget(made)


class _Columns(WrappedLabel):
    """A table, as wide as text is: to let Qt look for a width of its own takes longer than all the rest."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().averageCharWidth() * MOST_LETTERS
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())


def _tag(word: str) -> QLabel:
    made = label(word[:1].upper() + word[1:], "chip", wrap=False)
    in_dutch(made)
    return made


def _words(text: str) -> QLabel:
    made = dutch_label(held(text))
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _rows(block: Table) -> Iterator[str]:
    if block.header:
        yield _row(f"<b>{escape(cell)}</b>" for cell in block.header)
    for row in block.rows:
        yield _row(map(_cell, row))


def _cell(text: str) -> str:
    """The first line counts most; what stands below it is small."""
    first, *others = map(escape, held(text).split("\n"))
    return f"{first}<br/><small>{'<br/>'.join(others)}</small>" if others else first


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(map(_CELL.format, cells))}</tr>"
