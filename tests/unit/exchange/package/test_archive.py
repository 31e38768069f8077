"""Archives: what is packed comes back, and what breaks a limit is refused."""

from __future__ import annotations

import io
import stat
import zipfile

import pytest

from hardship_desk.domain.errors import PackageError
from hardship_desk.exchange.package import archive
from hardship_desk.exchange.package.archive import is_safe_name, pack, unpack


def zipped(*entries: tuple[str, bytes], mode: int = stat.S_IFREG) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (mode | 0o600) << 16
            file.writestr(entry, content)
    return target.getvalue()


def test_that_the_same_files_give_the_same_bytes_and_come_back() -> None:
    files = {"b/een.json": b"{}", "a.txt": b"tekst"}
    assert pack(files) == pack(dict(reversed(files.items())))
    assert unpack(pack(files)) == files


@pytest.mark.parametrize(
    "name",
    [
        "../weg",
        "/vast",
        "c:/schijf",
        "map\\naam",
        "a/../b",
        "a//b",
        "con",
        "a/nul.txt",
        "LPT1.json",
        "punt.",
        "spatie ",
        "nul\x00",
        "regel\n",
        "x" * 201,
        "",
    ],
)
def test_that_an_unsafe_name_is_refused(name: str) -> None:
    assert not is_safe_name(name)


def test_that_links_doubles_and_folders_are_refused() -> None:
    for data in (
        zipped(("a", b"b"), mode=stat.S_IFLNK),
        zipped(("map/", b"")),
        zipped(("a", b"1"), ("A", b"2")),
        zipped(("../a", b"1")),
    ):
        with pytest.raises(PackageError, match="pakket_onveilig"):
            unpack(data)


def test_that_what_unpacks_too_large_is_refused_while_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(PackageError, match="pakket_te_groot"):
        unpack(zipped(("bom", b"\0" * 3_000_000)))
    with pytest.raises(PackageError, match="pakket_te_groot"):
        unpack(zipped(*((f"{at}", b"") for at in range(1_001))))
    monkeypatch.setattr(archive, "LARGEST_CONTENT", 10)
    with pytest.raises(PackageError, match="pakket_te_groot"):
        unpack(zipped(("a", b"123456"), ("b", b"123456")))
    monkeypatch.setattr(archive, "LARGEST_ARCHIVE", 10)
    with pytest.raises(PackageError, match="pakket_te_groot"):
        unpack(zipped(("a", b"1")))


def test_that_a_damaged_archive_is_refused() -> None:
    whole = bytearray(zipped(("a", b"tekst die lang genoeg is om te pakken " * 9)))
    whole[45] ^= 0xFF
    for data in (b"", b"PK\x03\x04", bytes(whole)):
        with pytest.raises(PackageError, match="pakket_onleesbaar"):
            unpack(data)
