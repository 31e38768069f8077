"""Tables of OpenDocument: a head that comes back on every page, rows that stay whole."""

from __future__ import annotations

from hardship_desk.documents.model import Table
from hardship_desk.reports.odt import styles
from hardship_desk.reports.odt.xml import style_name, tag, words

WIDTH = 164
_RIGHT = {styles.CELL: "Right0", styles.CELL_HEAD: "Right1", styles.CELL_NOTE: "Right2"}


def table_xml(block: Table, name: str, columns: int) -> str:
    """The table; its columns have the styles name.1, name.2 and so on."""
    made = "".join(
        tag("table:table-column", table_style__name=f"{name}.{place + 1}")
        for place in range(columns)
    )
    head = ""
    if block.header:
        cells = "".join(
            _cell(text, "CellHead", styles.CELL_HEAD, at_right=place in block.right)
            for place, text in enumerate(block.header)
        )
        head = tag("table:table-header-rows", tag("table:table-row", cells))
    rows = "".join(_row(block, row) for row in block.rows)
    return tag(
        "table:table",
        made + head + rows,
        table_name=name,
        table_style__name=name,
    )


def _row(block: Table, row: tuple[str, ...]) -> str:
    is_total = block.total_row and row is block.rows[-1]
    look = "CellTotal" if is_total else "Cell"
    cells = []
    for place, text in enumerate(row):
        strong = is_total or (not block.header and place == 0)
        cells.append(_cell(text, look, styles.CELL, at_right=place in block.right, strong=strong))
    return tag("table:table-row", "".join(cells), table_style__name="Row")


def _cell(text: str, look: str, style: str, *, at_right: bool, strong: bool = False) -> str:
    """The first line counts most; the others stand small below it."""
    lines = [line for line in text.split("\n") if line.strip()] or [""]
    found = []
    for number, line in enumerate(lines):
        shown = words(line)
        if shown and number == 0 and (strong or len(lines) > 1):
            shown = tag("text:span", shown, text_style__name=style_name(styles.STRONG))
        used = styles.CELL_NOTE if number else style
        named = _RIGHT[used] if at_right else style_name(used)
        found.append(tag("text:p", shown, text_style__name=named))
    return tag(
        "table:table-cell",
        "".join(found),
        table_style__name=look,
        office_value__type="string",
    )
