"""JSON read strictly."""

from __future__ import annotations

import pytest

from hardship_desk.domain.errors import PackageError
from hardship_desk.exchange.package.strict_json import read_json


def test_that_plain_json_is_read() -> None:
    assert read_json('{"a": [1, -2, "é \\" [", true, null]}'.encode()) == {
        "a": [1, -2, 'é " [', True, None]
    }
    assert read_json(b"[" * 64 + b"]" * 64) != []


@pytest.mark.parametrize(
    "data",
    [
        b"NaN",
        b"[Infinity]",
        b"-Infinity",
        b"1.5",
        b"1e3",
        b'{"a": 1, "a": 2}',
        b'"\\ud800"',
        b'{"\\udfff": 1}',
        b"[" * 65 + b"]" * 65,
        b"1234567890123456789",
        b"\xff",
        b"",
        b"{",
        b'{"a": 1} {}',
    ],
)
def test_that_ambiguous_json_is_refused(data: bytes) -> None:
    with pytest.raises(PackageError, match="pakket_onleesbaar"):
        read_json(data)
