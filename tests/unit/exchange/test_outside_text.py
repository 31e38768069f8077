"""Plain text from any program."""

from __future__ import annotations

import pytest

from hardship_desk.exchange.outside_text import LARGEST, text_of_file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_that_text_of_any_make_reads_the_same(encoding: str) -> None:
    assert text_of_file("Eén besluit: € 150\r\nreden\r".encode(encoding)) == (
        "Eén besluit: € 150\nreden"
    )


@pytest.mark.parametrize("data", [b"%PDF-1.7\n\x00\x01", b"a" * (LARGEST + 1), b"\x81\x8d"])
def test_that_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"not_a_text|codec"):
        text_of_file(data)
