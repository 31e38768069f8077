"""What a program that was killed left half written is gone after the next start."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from hardship_desk.__main__ import main
from hardship_desk.config.files import write_atomically
from hardship_desk.config.paths import DATA_VARIABLE
from hardship_desk.config.unfinished import half_file, notes_folder, sweep_unfinished
from tests.unit.documents.papers_for_tests import ROOT

_KILLED = """
import os, sys
from pathlib import Path
from hardship_desk.config.unfinished import half_file

with half_file(Path(sys.argv[1])) as half:
    half.parent.mkdir(parents=True, exist_ok=True)
    half.write_bytes(b"half")
    print(half, flush=True)
    os.kill(os.getpid(), 9)
"""


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "gegevens"))
    return tmp_path / "gegevens"


def killed_while_writing(target: Path) -> Path:
    """The half file of a program that was killed in the middle of it."""
    command = [sys.executable, "-c", _KILLED, str(target)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == -9, done.stderr
    return Path(done.stdout.strip())


def test_that_a_half_file_and_its_note_are_gone_after_a_start(tmp_path: Path) -> None:
    target = tmp_path / "uit" / "2026-0417" / "motivering.pdf"
    half = killed_while_writing(target)
    [note] = notes_folder().iterdir()
    assert "0417" not in note.read_text("utf-8")
    assert note.stat().st_mode & 0o077 == 0
    assert sweep_unfinished() == 1
    assert not half.exists()
    assert list(notes_folder().iterdir()) == []


def test_that_starting_the_program_sweeps(tmp_path: Path) -> None:
    half = killed_while_writing(tmp_path / "uit" / "x" / "brief.docx")
    assert main(["sjabloon", "check", str(tmp_path / "geen.docx")]) == 2
    assert not half.exists()


def test_that_what_another_program_is_writing_is_left_alone(tmp_path: Path) -> None:
    with half_file(tmp_path / "uit" / "brief.pdf") as half:
        half.parent.mkdir()
        half.write_bytes(b"bezig")
        assert sweep_unfinished() == 0
        assert half.read_bytes() == b"bezig"
        assert len(list(notes_folder().iterdir())) == 1
    assert not half.exists()
    assert list(notes_folder().iterdir()) == []


def test_that_only_the_file_of_the_note_goes(tmp_path: Path) -> None:
    half = killed_while_writing(tmp_path / "uit" / "x" / "brief.docx")
    others = [half.with_name(".brief.docx.0123456789abcdef.tmp"), half.with_name("brief.docx")]
    for other in others:
        other.write_bytes(b"van een ander")
    sweep_unfinished()
    assert sorted(half.parent.iterdir()) == sorted(others)


def test_that_a_note_of_somebody_else_does_no_harm(tmp_path: Path) -> None:
    notes_folder().mkdir(parents=True)
    kept = tmp_path / "uit" / ".x.kort.tmp"
    kept.parent.mkdir()
    kept.write_bytes(b"blijft")
    (notes_folder() / "kort").write_text(str(tmp_path))
    (notes_folder() / "0123456789abcdef").write_text("niet/van/de/wortel")
    assert sweep_unfinished() == 0
    assert kept.exists()
    assert list(notes_folder().iterdir()) == []


def test_that_without_a_place_for_notes_a_file_is_written_all_the_same(
    tmp_path: Path, data: Path
) -> None:
    data.write_text("een bestand")
    write_atomically(tmp_path / "brief.pdf", b"inhoud")
    assert (tmp_path / "brief.pdf").read_bytes() == b"inhoud"
    assert sweep_unfinished() == 0


def test_that_a_system_without_locks_still_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(fcntl, "flock", refuse)
    write_atomically(tmp_path / "brief.pdf", b"inhoud")
    assert list(notes_folder().iterdir()) == []
