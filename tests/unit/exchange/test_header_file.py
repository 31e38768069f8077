"""Lists of dossiers in every form in which they come."""

from __future__ import annotations

import json

import pytest

from hardship_desk.domain.errors import PackageError
from hardship_desk.exchange import header_file
from hardship_desk.exchange.header_file import read_rows

ROW = {"zaaknummer": "Z-1", "reden": "Café, en meer"}


@pytest.mark.parametrize(
    "data",
    [
        'Zaaknummer;Reden\r\nZ-1;"Café, en meer"\r\n'.encode(),
        'zaaknummer,reden\nZ-1,"Café, en meer"\n\n'.encode("utf-8-sig"),
        " ZAAKNUMMER ; reden\nZ-1;Café, en meer".encode("cp1252"),
        json.dumps([ROW]).encode(),
        json.dumps({"dossiers": [ROW]}).encode("utf-8-sig"),
    ],
)
def test_that_a_list_is_read_whatever_made_it(data: bytes) -> None:
    ((_, row),) = read_rows(data)
    assert row == ROW


def test_that_rows_keep_their_number_and_cells_too_many_are_kept() -> None:
    rows = read_rows(b"zaaknummer;reden\n\nZ-1;a;b\n\nZ-2\n")
    assert rows == (
        (3, {"zaaknummer": "Z-1", "reden": "a", "": "b"}),
        (5, {"zaaknummer": "Z-2"}),
    )


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[1]", b'[{"a": [1]}]', b'[{"a": 1.5}]', b'[{"a":1,"a":2}]', b'a;b\n"x', b"a\0;b"],
)
def test_that_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(PackageError, match="inlezen_onleesbaar"):
        read_rows(data)


def test_that_a_list_has_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(header_file, "MOST_ROWS", 2)
    monkeypatch.setattr(header_file, "LONGEST_CELL", 9)
    monkeypatch.setattr(header_file, "LARGEST_FILE", 40)
    for data in (b"a\n1\n2\n3\n", b"a\n1234567890\n", b"a\n" + b"1" * 50):
        with pytest.raises(PackageError, match="inlezen_te_groot"):
            read_rows(data)
