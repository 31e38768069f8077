"""Case files with a mistake: code 2, one Dutch sentence at the right key, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.__main__ import main
from hardship_desk.exchange.case_file.reader import MAX_BYTES

FOLDER = Path(__file__).resolve().parents[1] / "casefiles" / "malformed"
FILES = sorted(FOLDER.glob("*.toml"))


def expected_of(path: Path) -> tuple[str, str]:
    """The first line of each file says at which key the mistake is, and words of the sentence."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    key, _, words = first.removeprefix("# verwacht: ").partition(" | ")
    return key, words


def test_that_there_are_at_least_thirty() -> None:
    assert len(FILES) >= 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_that_a_mistake_is_named_and_nothing_is_written(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, words = expected_of(path)
    out = tmp_path / "uit"

    code = main(["assess", str(path), "--out", str(out)])

    told = capsys.readouterr()
    lines = [line for line in told.err.splitlines() if line.startswith(f"{path.name}: {key}: ")]
    assert code == 2
    assert any(words in line for line in lines), told.err
    assert all(line.count(": ") >= 2 and line.endswith(".") for line in told.err.splitlines())
    assert told.out == ""
    assert not out.exists()


def test_that_a_file_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", str(tmp_path / "weg.toml"), "--out", str(tmp_path / "uit")]) == 2
    assert "weg.toml: -: Dit bestand kan niet worden gelezen" in capsys.readouterr().err


def test_that_bytes_that_are_no_text_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bytes.toml"
    path.write_bytes(b"\xff\xfe\x00schema")
    assert main(["assess", str(path), "--out", str(tmp_path / "uit")]) == 2
    assert "UTF-8" in capsys.readouterr().err


def test_that_a_file_that_is_too_large_is_refused_unread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "groot.toml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert main(["assess", str(path), "--out", str(tmp_path / "uit")]) == 2
    assert "2 MB" in capsys.readouterr().err
