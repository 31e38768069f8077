"""The short form of R58, R59 and R61; `-s` shows the figures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hardship_desk.ui.dress.tokens import LOOKS, Tokens
from tests.reliability import access, coming_back, keyboard
from tests.reliability.access import weak_pairs
from tests.reliability.figures import Experiment


@pytest.mark.slow
@pytest.mark.parametrize(
    "experiment",
    [*access.EXPERIMENTS, *keyboard.EXPERIMENTS, *coming_back.EXPERIMENTS],
    ids=lambda item: item.number,
)
def test_that_the_requirement_holds(experiment: Experiment, tmp_path: Path) -> None:
    figures = experiment.run(tmp_path, experiment.short)
    sys.stdout.write(f"{figures}\n")
    assert figures.reached, str(figures)


@pytest.mark.parametrize("tokens", LOOKS.values(), ids=LOOKS)
def test_that_texts_and_controls_stand_out_in_every_look(tokens: Tokens) -> None:
    assert list(weak_pairs(tokens)) == []
