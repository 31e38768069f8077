"""The colour space sRGB (IEC 61966-2-1) as an ICC profile, which PDF/A asks for.

It is written out here from the published numbers, so that every machine embeds the same bytes.
"""

from __future__ import annotations

import struct

NAME = "sRGB IEC61966-2.1"

_ONE = 0x10000
_D50 = (0xF6D6, 0x10000, 0xD32D)
_RED, _GREEN, _BLUE = (0x6FA2, 0x38F5, 0x0390), (0x6299, 0xB785, 0x18DA), (0x24A0, 0x0F84, 0xB6CF)
_D65_TO_D50 = (
    (1.047882, 0.022919, -0.050217),
    (0.029587, 0.990479, -0.017059),
    (-0.009232, 0.015076, 0.751678),
)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""A power, and a straight piece near black."""

_HEADER = 128
_MADE = (2026, 1, 1, 0, 0, 0)


def srgb_profile() -> bytes:
    """The profile, version 4.3, for a display."""
    curve = b"para" + struct.pack(">IHH5i", 0, 3, 0, *(_fixed(part) for part in _CURVE))
    adaptation = b"sf32" + struct.pack(">I9i", 0, *(_fixed(x) for row in _D65_TO_D50 for x in row))
    parts = {
        b"desc": _text(NAME),
        b"cprt": _text("No copyright"),
        b"wtpt": _xyz(_D50),
        b"chad": adaptation,
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _assembled(parts)


def _assembled(parts: dict[bytes, bytes]) -> bytes:
    table, body = [struct.pack(">I", len(parts))], b""
    start = _HEADER + 4 + 12 * len(parts)
    for key, part in parts.items():
        table.append(struct.pack(">4sII", key, start + len(body), len(part)))
        body += part + b"\0" * (-len(part) % 4)
    return _header(start + len(body)) + b"".join(table) + body


def _header(size: int) -> bytes:
    kinds = b"mntr" + b"RGB " + b"XYZ "
    front = struct.pack(">II I", size, 0, 0x04300000) + kinds + struct.pack(">6H", *_MADE)
    rest = b"acsp" + b"\0" * 28 + struct.pack(">3i", *_D50)
    return (front + rest).ljust(_HEADER, b"\0")


def _text(text: str) -> bytes:
    words = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">III2s2sII", 0, 1, 12, b"en", b"US", len(words), 28) + words


def _xyz(values: tuple[int, int, int]) -> bytes:
    return b"XYZ " + struct.pack(">I3i", 0, *values)


def _fixed(value: float) -> int:
    return round(value * _ONE)
