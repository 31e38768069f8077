"""A fault of ours ends the program without the words of a case."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hardship_desk.cli.crash import describe

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
