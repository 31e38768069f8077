from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from hardship_desk.config import files
from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import WriteError


def test_that_bytes_arrive_whole_in_a_folder_made_for_them(tmp_path: Path) -> None:
    path = tmp_path / "nieuw" / "map" / "brief.pdf"
    write_atomically(path, b"eerst")
    write_atomically(path, b"daarna")
    assert path.read_bytes() == b"daarna"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "schijf_vol"),
        (errno.EDQUOT, "schijf_vol"),
        (errno.EROFS, "alleen_lezen"),
        (errno.EACCES, "alleen_lezen"),
        (errno.ENOENT, "map_ontbreekt"),
        (errno.EIO, "schrijven_mislukt"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_that_a_failure_leaves_the_earlier_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, code: str
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"eerder")

    def fail(*_: object) -> None:
        raise OSError(number, "trouble")

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(WriteError) as caught:
        write_atomically(path, b"nieuw")
    monkeypatch.undo()
    assert caught.value.code == code
    assert path.read_bytes() == b"eerder"
    assert list(tmp_path.iterdir()) == [path]


def test_that_bytes_that_read_back_otherwise_do_not_replace_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"eerder")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _: b"half")
        with pytest.raises(WriteError) as caught:
            write_atomically(path, b"nieuw")
    assert caught.value.code == "schrijven_mislukt"
    assert path.read_bytes() == b"eerder"


def test_that_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "map").write_bytes(b"")
    with pytest.raises(WriteError) as caught:
        write_atomically(tmp_path / "map" / "brief.pdf", b"x")
    assert caught.value.code == "map_ontbreekt"


def test_that_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").mkdir()
    with pytest.raises(WriteError) as caught:
        write_atomically(tmp_path / "brief.pdf", b"x")
    assert caught.value.code == "schrijven_mislukt"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_that_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(WriteError) as caught:
        write_atomically(tmp_path / "brief.pdf", b"x")
    tmp_path.chmod(0o700)
    assert caught.value.code == "alleen_lezen"


@pytest.mark.parametrize(("held_for", "arrives"), [(2, True), (9, False)])
def test_that_a_file_windows_holds_for_a_moment_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held_for: int, arrives: bool
) -> None:
    real = Path.replace
    tries: list[Path] = []
    pauses: list[float] = []

    def held(source: Path, target: Path) -> Path:
        tries.append(target)
        if len(tries) > held_for:
            return real(source, target)
        error = PermissionError(errno.EACCES, "held")
        error.winerror = 32  # type: ignore[attr-defined]  # only there on Windows
        raise error

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(time, "sleep", pauses.append)
    path = tmp_path / "brief.pdf"
    if arrives:
        write_atomically(path, b"x")
    else:
        with pytest.raises(WriteError):
            write_atomically(path, b"x")
    assert path.exists() is arrives
    assert len(pauses) == min(held_for, len(files._PAUSES))
    assert arrives or sum(pauses) > 2


def test_that_a_system_without_folder_sync_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        files.sync_folder(tmp_path / "is er niet")


def test_that_a_file_held_by_another_program_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"eerder")

    def held(*_: object) -> None:
        error = PermissionError(errno.EACCES, "held")
        error.winerror = 32  # type: ignore[attr-defined]  # as Windows sets it
        raise error

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(files, "_PAUSES", (0.0, 0.0))
    with pytest.raises(WriteError) as caught:
        write_atomically(path, b"nieuw")
    assert (caught.value.code, caught.value.parameters) == ("bestand_bezet", {"bestand": path.name})
    assert list(tmp_path.iterdir()) == [path]


def test_that_what_a_killed_program_left_half_written_goes_with_the_next_file(
    tmp_path: Path,
) -> None:
    path = tmp_path / "brief.pdf"
    old, busy, other = (tmp_path / f".{name}.tmp" for name in ("brief.pdf.a", "brief.pdf.b", "x.c"))
    for file in (old, busy, other):
        file.write_bytes(b"half")
    for file in (old, other):
        os.utime(file, (time.time() - 3_600,) * 2)
    write_atomically(path, b"nieuw")
    assert set(tmp_path.iterdir()) == {path, busy, other}
