"""Archives that each break one rule of R51, made when asked for."""

from __future__ import annotations

import io
import random
import stat
import struct
import zipfile
from collections.abc import Callable
from functools import partial

Making = Callable[[], bytes]

NAMES = (
    "../weg.json",
    "a/../../weg.json",
    "..",
    ".",
    "a/./b",
    "a//b",
    "/etc/passwd",
    "//server/deel/x",
    "c:/windows/x",
    "C:x",
    "\\\\server\\deel",
    "map\\naam.json",
    "..\\weg.json",
    "a\\..\\..\\weg",
    "con",
    "CON.json",
    "prn.txt",
    "aux",
    "nul",
    "NUL.json",
    "com1",
    "COM9.txt",
    "lpt1",
    "map/lpt3.json",
    "punt.",
    "map./naam",
    "spatie ",
    "map /naam",
    "ster*.json",
    "vraag?.json",
    'aanhaling".json',
    "groter>.json",
    "kleiner<.json",
    "pijp|.json",
    "stroom:verborgen",
    "tab\t.json",
    "regel\n.json",
    "wis\x7f.json",
    "x" * 201,
)
LINKS = {
    "link": stat.S_IFLNK,
    "map": stat.S_IFDIR,
    "apparaat": stat.S_IFCHR,
    "blok": stat.S_IFBLK,
    "pijp": stat.S_IFIFO,
    "stopcontact": stat.S_IFSOCK,
}
MEGA = 1_000_000


def _zip(*entries: tuple[str, bytes], mode: int = stat.S_IFREG, kind: int = 8) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo("x")
            entry.filename, entry.compress_type = name, kind
            entry.external_attr = (mode | 0o600) << 16
            archive.writestr(entry, content)
    return target.getvalue()


def _named(name: str) -> bytes:
    return _zip((name, b"{}"))


def _linked(mode: int) -> bytes:
    return _zip(("a.json", b"doel"), mode=mode)


def _changed(place: int, value: int, mark: bytes = b"PK\x01\x02") -> bytes:
    """An archive of one file, with one field of a header set to something else."""
    made = bytearray(_zip(("a.json", b'{"tekst": "voorbeeld"}' * 20)))
    at = made.index(mark) + place
    made[at : at + 2] = struct.pack("<H", value)
    return bytes(made)


def _lies_about_size() -> bytes:
    """A bomb whose headers say that it is ten bytes long."""
    made = bytearray(_zip(("bom.json", bytes(40 * MEGA))))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = made.index(mark) + place
        made[at : at + 4] = struct.pack("<I", 10)
    return bytes(made)


def _overlapping() -> bytes:
    """Two names in the register for the same packed bytes."""
    made = _zip(("a.json", b"x" * 500))
    start = made.index(b"PK\x01\x02")
    end = made.index(b"PK\x05\x06")
    entry = bytearray(made[start:end])
    entry[46:52] = b"b.json"
    tail = bytearray(made[end:])
    tail[8:12] = struct.pack("<HH", 2, 2)
    tail[12:16] = struct.pack("<I", 2 * len(entry))
    return made[:end] + bytes(entry) + bytes(tail)


def _too_much() -> bytes:
    """More than 200 MB in files that each keep to the ratio."""
    block = random.Random(1).randbytes(2_000) + bytes(40_000)
    return _zip(*((f"{number}.json", block * 700) for number in range(8)))


CORPUS: dict[str, Making] = {
    **{f"naam {name!r}"[:60]: partial(_named, name) for name in NAMES},
    **{f"soort {name}": partial(_linked, mode) for name, mode in LINKS.items()},
    "dubbele naam": partial(_zip, ("a.json", b"1"), ("a.json", b"2")),
    "dubbel op hoofdletters na": partial(_zip, ("a.json", b"1"), ("A.JSON", b"2")),
    "dubbel in een map": partial(_zip, ("m/a", b"1"), ("M/A", b"2")),
    "map als naam": partial(_zip, ("map/", b"")),
    "lege naam": partial(_zip, ("", b"x")),
    "bom": partial(_zip, ("bom.json", bytes(40 * MEGA))),
    "bom die liegt over haar grootte": _lies_about_size,
    "twee namen voor dezelfde bytes": _overlapping,
    "1001 bestanden": lambda: _zip(*((f"{number}", b"") for number in range(1_001))),
    "te groot als bestand": lambda: _zip(("a", bytes(51 * MEGA)), kind=zipfile.ZIP_STORED),
    "te groot uitgepakt": _too_much,
    "versleuteld": partial(_changed, 8, 1),
    "onbekende manier van pakken": partial(_changed, 10, 99),
    "andere manier dan gezegd": partial(_changed, 10, 0),
    "verkeerde controlesom": partial(_changed, 16, 0xBEEF),
    "register buiten het bestand": partial(_changed, 18, 0x7FFF, b"PK\x05\x06"),
    "afgekapt": lambda: _zip(("a.json", b"x" * 500))[:-30],
    "leeg": lambda: b"",
    "geen archief": lambda: b"%PDF-1.7\n" + bytes(200),
    "alleen een kop": lambda: b"PK\x03\x04",
}
