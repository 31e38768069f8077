"""Tables on paper: they go on over pages, repeat their head, and wrap every cell."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer
from reportlab.platypus import Table as PageTable
from typing_extensions import override

from hardship_desk.documents.model import Table
from hardship_desk.reports.outline import column_weights
from hardship_desk.reports.pdf.canvas import tagged_canvas
from hardship_desk.reports.pdf.flowables import TaggedParagraph
from hardship_desk.reports.pdf.structure import Node
from hardship_desk.reports.pdf.styles import ACCENT, LINE, SOFT, WHITE, Styles, hyphenated, right

Make = Callable[[str, ParagraphStyle, Node], TaggedParagraph]
Cell = list[Flowable]
Command = tuple[str, tuple[int, int], tuple[int, int], *tuple[object, ...]]

TALLEST_FIRST_ROW = 220.0
"""More than this of a first row need not stand together."""

TALLEST_WHOLE = 150.0
"""A table up to this height is not broken off: its last row would stand alone overleaf."""

FEWEST_LEFT = 3
"""From a shorter part of a table no row is taken to go along overleaf."""

TALLEST_ROW = 690.0
"""A row that is higher fits on no page, and is itself continued overleaf."""


class ReportTable(PageTable):
    """A table that knows how much of it must stand together at its start."""

    @property
    def start_height(self) -> float:
        """The height that must stand together: all of a small table, else its head and first row."""
        whole = float(self._height)  # type: ignore[attr-defined]  # the stub has it not
        if whole <= TALLEST_WHOLE:
            return whole
        return min(self._first_height(), TALLEST_FIRST_ROW)

    @override
    def split(self, aW: float, aH: float) -> list[Flowable]:
        parts = self._without_a_lonely_row(super().split(aW, aH), aW, aH)
        if parts or self._first_height() <= TALLEST_ROW or aH < TALLEST_FIRST_ROW:
            return parts
        self.splitInRow = 1
        parts = super().split(aW, aH)
        for part in parts:
            if isinstance(part, ReportTable):
                part.splitInRow = 0
        return parts

    def _without_a_lonely_row(
        self, parts: list[Flowable], width: float, room: float
    ) -> list[Flowable]:
        """Where one row would come alone overleaf, the row before it goes along."""
        heads = int(self.repeatRows)
        if len(parts) != 2 or not all(isinstance(part, ReportTable) for part in parts):
            return parts
        first, rest = ([*part._rowHeights] for part in parts)  # type: ignore[attr-defined]  # noqa: SLF001  # the stub has it not
        if len(rest) - heads != 1 or len(first) - heads < FEWEST_LEFT:
            return parts
        return super().split(width, min(room, sum(first)) - 1) or parts

    @override
    def draw(self) -> None:
        if not tagged_canvas(self.canv).only_learns:
            super().draw()

    def _first_height(self) -> float:
        heights: list[float] = list(self._rowHeights)  # type: ignore[attr-defined]  # the stub has it not
        return sum(heights[: int(self.repeatRows) + 1])


class TableBuilder:
    """Makes a table of the page from a table of the document."""

    def __init__(self, styles: Styles, make: Make, width: float) -> None:
        self._styles = styles
        self._make = make
        self._width = width

    def build(self, table: Table, node: Node) -> ReportTable:
        """The table; its cells hang below `node`."""
        data = [self._row(table, row, node.add("TR")) for row in table.rows]
        if table.header:
            head = Node("TR")
            node.kids.insert(_after_caption(node), head)
            data.insert(0, self._head(table, head))
        repeated = 1 if table.header else 0
        return ReportTable(
            data,
            colWidths=self._widths(table),
            style=_look(table, len(data), self._styles.fonts.regular),
            repeatRows=repeated,
            spaceBefore=2 if table.header else 7,
            spaceAfter=9,
        )

    def _head(self, table: Table, node: Node) -> list[Cell]:
        plain = ParagraphStyle("table-head", parent=self._styles.cell_head, textColor=WHITE)
        cells: list[Cell] = []
        for column, text in enumerate(table.header):
            style = right(plain) if column in table.right else plain
            cells.append([self._make(text, style, node.add("TH", scope="Column"))])
        return cells

    def _row(self, table: Table, row: tuple[str, ...], node: Node) -> list[Cell]:
        is_total = table.total_row and row is table.rows[-1]
        cells: list[Cell] = []
        for column, text in enumerate(row):
            heads = not table.header and column == 0
            cell = node.add("TH", scope="Row") if heads else node.add("TD")
            strong = heads or is_total
            cells.append(self._cell(text, cell, strong=strong, at_right=column in table.right))
        return cells

    def _cell(self, text: str, node: Node, *, strong: bool, at_right: bool) -> Cell:
        lines = [line for line in text.split("\n") if line.strip()]
        if not lines:
            return [Spacer(1, 1)]
        looks = self._styles
        lead = looks.cell_head if strong else looks.cell_lead if len(lines) > 1 else looks.cell
        found: Cell = []
        for number, line in enumerate(lines):
            style = hyphenated(looks.cell_small if number else lead, line)
            style = right(style) if at_right else style
            found.append(self._make(line, style, node.add("P")))
        return found

    def _widths(self, table: Table) -> list[float]:
        weights = column_weights(table)
        return [self._width * weight / sum(weights) for weight in weights]


def _after_caption(node: Node) -> int:
    return sum(1 for kid in node.nodes() if kid.role == "Caption")


def _look(table: Table, count: int, font: str) -> list[Command]:
    above, below = (2.5, 4) if table.header else (1.5, 3)
    commands: list[Command] = [
        ("FONTNAME", (0, 0), (-1, -1), font),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), above),
        ("BOTTOMPADDING", (0, 0), (-1, -1), below),
        ("LEFTPADDING", (0, 0), (-1, -1), 6),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
    ]
    if table.header:
        commands.append(("BACKGROUND", (0, 0), (-1, 0), ACCENT))
    else:
        commands.append(("LINEABOVE", (0, 0), (-1, 0), 0.5, LINE))
    if table.total_row:
        commands += [
            ("BACKGROUND", (0, -1), (-1, -1), SOFT),
            ("LINEABOVE", (0, -1), (-1, -1), 1, ACCENT),
        ]
        if count > 2:
            commands.append(("NOSPLIT", (0, -2), (-1, -1)))
    return commands
