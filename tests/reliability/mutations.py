"""Packages spoilt by someone who knows how they are made: bytes, archives, and what is in the files."""

from __future__ import annotations

import copy
import io
import json
import random
import re
import struct
import zipfile
from collections.abc import Callable
from hashlib import sha256
from typing import Any, cast

from hardship_desk.exchange.package.archive import pack
from hardship_desk.exchange.package.package_file import MANIFEST, ORGANISATION

Files = dict[str, bytes]
Chance = random.Random
HOSTILE: tuple[object, ...] = (
    None,
    True,
    0,
    -1,
    10**17,
    10**30,
    1.5,
    "",
    "x" * 5_000,
    "\ud800",
    "\x00",
    "../../weg",
    "=1+1",
    "9999-99-99",
    "2026-02-30",
    "0001-01-01",
    [],
    {},
    [[]],
    {"": None},
    {"date": "2026-13-01"},
    {"cents": "veel"},
    {"cents": 10**18},
    {"moment": "gisteren"},
)
RAW = (
    b"NaN",
    b"-Infinity",
    b"1e999",
    b"[" * 70 + b"]" * 70,
    b"[" * 30_000,
    b'{"a":1,"a":2}',
    b"\xff\xfe",
    b'"\\ud800"',
    b"9" * 5_000,
    b"//",
    b"'",
    b"\x00",
    b"",
)
NAMES = (
    "../weg",
    "/vast",
    "c:\\x",
    "CON",
    "a/../b",
    "a\\b",
    "x" * 300,
    "",
    "dossier.json ",
    "D\u00d6.json",
)


def spoilt(whole: Files, chance: Chance) -> bytes:
    """The archive, spoilt in one of the ways below; now and then in two."""
    ways: tuple[Callable[[Files, Chance], bytes], ...] = (
        _bytes,
        _header,
        _entries,
        _values,
        _values,
        _texts,
        _organisation,
    )
    data = chance.choice(ways)(whole, chance)
    return damaged(data, chance) if chance.random() < 0.05 else data


def sealed_again(files: Files) -> bytes:
    """The files with a manifest that names their hashes, as someone would who means harm."""
    named = {name: sha256(data).hexdigest() for name, data in files.items() if name != MANIFEST}
    try:
        manifest = json.loads(files[MANIFEST])
        manifest["bestanden"] = named
        files = {**files, MANIFEST: json.dumps(manifest).encode("utf-8", "surrogatepass")}
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    return pack(files)


def _bytes(whole: Files, chance: Chance) -> bytes:
    return damaged(pack(whole), chance)


def damaged(data: bytes, chance: Chance) -> bytes:
    """The data with one to three pieces changed, left out, put in or cut off."""
    made = bytearray(data)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(made)) if made else 0
        length = chance.randrange(1, 60)
        match chance.randrange(5):
            case 0:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = chance.randbytes(length)
            case 3:
                made[at:at] = made[:length]
            case _:
                del made[at:]
    return bytes(made)


def _header(whole: Files, chance: Chance) -> bytes:
    """One field of one of the headers of the archive holds something else."""
    made = bytearray(pack(whole))
    mark = chance.choice((b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"))
    places = [at for at in range(len(made) - 30) if made[at : at + 4] == mark] or [len(made) - 22]
    field = chance.choice(places) + 4 + 2 * chance.randrange(9)
    value = chance.choice((0, 1, 8, 9, 12, 99, 0x7FFF, 0xFFFF, chance.randrange(65536)))
    made[field : field + 2] = struct.pack("<H", value)
    return bytes(made)


def _entries(whole: Files, chance: Chance) -> bytes:
    """An entry too many, too few, with another name, packed otherwise, or no file at all."""
    target = io.BytesIO()
    odd = chance.choice(sorted(whole))
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in whole.items():
            match chance.randrange(6) if name == odd else -1:
                case 0:
                    continue
                case 1:
                    archive.writestr(_entry(chance.choice(NAMES)), data)
                case 2:
                    archive.writestr(name, data)
                    archive.writestr(_entry(name.upper()), data)
                case 3:
                    entry = zipfile.ZipInfo(name)
                    entry.external_attr = chance.choice((0o120777, 0o040755, 0o060600)) << 16
                    archive.writestr(entry, data)
                case 4:
                    kinds = (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_STORED)
                    archive.writestr(name, data, chance.choice(kinds))
                case 5:
                    archive.writestr(name, data + bytes(300_000), zipfile.ZIP_DEFLATED)
                case _:
                    archive.writestr(name, data, zipfile.ZIP_DEFLATED)
        archive.comment = chance.randbytes(chance.choice((0, 0, 40)))
    return target.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo("x")
    made.filename = name
    return made


def _values(whole: Files, chance: Chance) -> bytes:
    """One value in one of the tables is something else; the hashes fit again."""
    name = chance.choice([name for name in whole if name.endswith(".json")])
    table = json.loads(whole[name])
    for _ in range(chance.choice((1, 1, 2, 5))):
        holder, key = _place(table, chance)
        if holder is None:
            continue
        match chance.randrange(5):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[key]))
            case 2:
                other, place = _place(table, chance)
                holder[key] = copy.deepcopy(other[place]) if other is not None else None
            case _:
                holder[key] = copy.deepcopy(chance.choice(HOSTILE))
    text = json.dumps(table).encode("utf-8", "surrogatepass")
    return sealed_again({**whole, name: text})


def _place(table: object, chance: Chance) -> tuple[Any, Any]:
    """A list or table somewhere in it, and a place in that."""
    found: tuple[Any, Any] = (None, None)
    at = table
    while isinstance(at, list | dict) and at:
        key = chance.choice(list(at)) if isinstance(at, dict) else chance.randrange(len(at))
        found = (at, key)
        if chance.random() < 0.25:
            break
        at = cast("Any", at)[key]
    return found


def _texts(whole: Files, chance: Chance) -> bytes:
    """The text of one of the tables is no longer plain JSON; the hashes fit again."""
    name = chance.choice([name for name in whole if name.endswith(".json")])
    text = whole[name]
    at = chance.choice([found.start() for found in re.finditer(rb'[:,[{"]', text)] or [0])
    made = text[: at + 1] + chance.choice(RAW) + text[at + chance.choice((1, 2, 20)) :]
    return sealed_again({**whole, name: made})


def _organisation(whole: Files, chance: Chance) -> bytes:
    return sealed_again({**whole, ORGANISATION: damaged(whole[ORGANISATION], chance)})
