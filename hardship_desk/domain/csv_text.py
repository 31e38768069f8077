"""Cells of a CSV file: what stands in them is text to every program, and comes back as it was."""

from __future__ import annotations

from collections.abc import Iterable

SEPARATOR = ";"
BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
_MARK = "'"


def csv_file(rows: Iterable[tuple[str, ...]]) -> bytes:
    """A file that Dutch spreadsheets open as it is meant: UTF-8 with its mark, semicolons."""
    lines = (SEPARATOR.join(csv_cell(text) for text in row) for row in rows)
    return (BYTE_ORDER_MARK + "".join(f"{line}\r\n" for line in lines)).encode("utf-8")


def csv_cell(text: str) -> str:
    """The text as one cell; what a spreadsheet would reckon with gets a mark before it."""
    if _is_marked(text):
        text = f"{_MARK}{text}"
    if any(sign in text for sign in (SEPARATOR, ",", '"', "\n", "\r", "\t")):
        return '"' + text.replace('"', '""') + '"'
    return text


def unmarked(text: str) -> str:
    """The text of a cell without the mark that `csv_cell` put before it."""
    rest = text.removeprefix(_MARK)
    return rest if rest != text and _is_marked(rest) else text


def _is_marked(text: str) -> bool:
    """Whether a mark goes before it: before a formula, also after spaces, and before a mark itself."""
    plain = text.lstrip(f" \xa0{BYTE_ORDER_MARK}{_MARK}")
    return plain.startswith(_FORMULA)
