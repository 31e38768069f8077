"""A fault of ours ends the program without the words of a case."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hardship_desk.cli.crash import describe, plainly

CODE = """
from hardship_desk.cli.crash import install
install()
raise {error}
"""


def run(error: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CODE.format(error=error)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_that_the_words_of_an_exception_are_not_shown() -> None:
    ended = run("ValueError('mevrouw Geheim')")
    assert ended.returncode == 1
    assert "Geheim" not in ended.stderr
    assert "ValueError" in ended.stderr
    assert ended.stderr.startswith("hardship-desk: programma: ")


def test_that_stopping_by_hand_says_nothing() -> None:
    assert run("KeyboardInterrupt()").stderr == ""


def test_that_the_place_is_named() -> None:
    with pytest.raises(KeyError) as caught:
        raise KeyError("Geheim")
    assert describe(caught.value).startswith("KeyError in test_crash.py:")
    assert describe(KeyError("Geheim")) == "KeyError"


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (("verify", "pakket.hdpakket"), "Er kwam geen antwoord op de vraag.", 2),
        (("functionaris", "sleutel.json"), "Er kwam geen antwoord op de vraag.", 2),
    ],
)
def test_that_no_answer_to_a_question_is_no_fault_of_ours(
    words: tuple[str, str], said: str, code: int, tmp_path: Path
) -> None:
    package = tmp_path / words[1]
    if words[0] == "verify":
        package.write_bytes(b"age-encryption.org/v1\n-> scrypt x 16\n")
    done = subprocess.run(
        [sys.executable, "-m", "hardship_desk", words[0], str(package)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
        env={**os.environ, "HARDSHIP_DESK_DATA": str(tmp_path)},
    )
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr


def test_that_a_reader_who_stops_is_no_fault_of_ours(capfd: pytest.CaptureFixture[str]) -> None:
    def stops() -> int:
        raise BrokenPipeError

    kept = os.dup(1)
    try:
        assert plainly(stops) == 0
    finally:
        os.dup2(kept, 1)
        os.close(kept)
    assert capfd.readouterr().err == ""
