"""Reads a list of dossiers from CSV or JSON, as rows of texts; what they mean is not judged here."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from hardship_desk.domain.csv_text import unmarked
from hardship_desk.domain.errors import PackageError
from hardship_desk.exchange.package.strict_json import JsonValue, read_json

LARGEST_FILE = 5_000_000
MOST_ROWS = 5_000
LONGEST_CELL = 2_000
Row = Mapping[str, str]


def read_rows(data: bytes) -> tuple[tuple[int, Row], ...]:
    """Each row with its number in the file, by the names of the columns.

    Raises PackageError `inlezen_onleesbaar`, or `inlezen_te_groot`.
    """
    if len(data) > LARGEST_FILE:
        raise PackageError("inlezen_te_groot")
    rows = (
        _json_rows(data) if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{") else _csv(data)
    )
    if len(rows) > MOST_ROWS:
        raise PackageError("inlezen_te_groot")
    if any(len(text) > LONGEST_CELL for _, row in rows for text in row.values()):
        raise PackageError("inlezen_te_groot")
    return rows


def _json_rows(data: bytes) -> tuple[tuple[int, Row], ...]:
    try:
        table: JsonValue = read_json(data.removeprefix(b"\xef\xbb\xbf"))
    except PackageError:
        raise PackageError("inlezen_onleesbaar") from None
    rows = table.get("dossiers") if isinstance(table, dict) else table
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise PackageError("inlezen_onleesbaar")
    return tuple(
        (number, {_name(key): _text(value) for key, value in row.items()})
        for number, row in enumerate(rows, start=1)
    )


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value).strip()
    raise PackageError("inlezen_onleesbaar")


def _csv(data: bytes) -> tuple[tuple[int, Row], ...]:
    text = _decoded(data)
    if "\0" in text:
        raise PackageError("inlezen_onleesbaar")
    head = text.split("\n", 1)[0]
    separator = ";" if head.count(";") >= head.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        lines = [(reader.line_num, line) for line in reader]
    except csv.Error:
        raise PackageError("inlezen_onleesbaar") from None
    if not lines:
        raise PackageError("inlezen_onleesbaar")
    names = [_name(cell) for cell in lines[0][1]]
    return tuple(
        (number, _row(names, line)) for number, line in lines[1:] if any(map(str.strip, line))
    )


def _row(names: list[str], line: list[str]) -> Row:
    """The cells by name; what stands beyond the last column has no name and is a mistake."""
    row = {name: unmarked(cell).strip() for name, cell in zip(names, line, strict=False) if name}
    beyond = " ".join(cell.strip() for cell in line[len(names) :]).strip()
    return {**row, **({"": beyond} if beyond else {})}


def _name(cell: str) -> str:
    return "_".join(cell.strip().casefold().split())


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
