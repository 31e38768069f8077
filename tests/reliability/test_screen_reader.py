"""What a screen reader hears, where this machine can ask."""

from __future__ import annotations

import sys

import pytest

from tests.reliability.screen_reader import missing, run


@pytest.mark.slow
def test_that_every_kind_of_answer_is_heard_whole() -> None:
    if missing():
        pytest.skip(f"this machine lacks {', '.join(missing())}")
    figures = run()
    sys.stdout.write(f"{figures}\n")
    assert figures.reached, str(figures)
