"""A zip with limits, read whole into memory: nothing is unpacked to a disk.

The limits are counted while reading; what a header claims is not believed.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping

from hardship_desk.domain.errors import PackageError

LARGEST_ARCHIVE = 50_000_000
LARGEST_CONTENT = 200_000_000
MOST_ENTRIES = 1_000
LARGEST_RATIO = 100
SMALL = 100_000
"""A file of at most this size may be packed tighter than the ratio: short texts repeat a lot."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_BLOCK = 1_000_000
_NOT_IN_A_NAME = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def pack(files: Mapping[str, bytes], as_is: str = "") -> bytes:
    """The files as one archive; the same files give the same bytes.

    What stands in the folder `as_is` is not packed tighter: a scan may be so empty that the receiver
    would take it for a bomb.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            kept = as_is and name.startswith(as_is)
            entry.compress_type = zipfile.ZIP_STORED if kept else zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o600) << 16
            archive.writestr(entry, files[name])
    return target.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The files of an archive; raises PackageError where it is not one or breaks a limit."""
    if len(data) > LARGEST_ARCHIVE:
        raise PackageError("pakket_te_groot")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _contents(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        ValueError,
        EOFError,
        OSError,
    ):
        raise PackageError("pakket_onleesbaar") from None


def _contents(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise PackageError("pakket_te_groot")
    found: dict[str, bytes] = {}
    seen: set[str] = set()
    room = LARGEST_CONTENT
    for entry in entries:
        folded = entry.filename.casefold()
        if folded in seen or not is_safe_name(entry.filename) or not _is_plain(entry):
            raise PackageError("pakket_onveilig")
        seen.add(folded)
        content = _read(archive, entry, room)
        room -= len(content)
        found[entry.filename] = content
    return found


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    most = max(entry.compress_size * LARGEST_RATIO, SMALL)
    content = bytearray()
    with archive.open(entry) as packed:
        while block := packed.read(_BLOCK):
            content += block
            if len(content) > min(room, most):
                raise PackageError("pakket_te_groot")
    return bytes(content)


def is_safe_name(name: str) -> bool:
    """Whether a name stays inside the archive and is a name on every system."""
    parts = name.split("/")
    plain = not any(part in ("", ".", "..") or part.endswith((".", " ")) for part in parts)
    reserved = any(_RESERVED.match(part) for part in parts)
    return plain and not reserved and not _NOT_IN_A_NAME.search(name) and len(name) <= 200


def _is_plain(entry: zipfile.ZipInfo) -> bool:
    mode = entry.external_attr >> 16
    return not entry.is_dir() and (mode == 0 or stat.S_ISREG(mode)) and not entry.flag_bits & 0x1
