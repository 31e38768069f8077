"""A mistake in the policy is said at the start, with file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk import core_setup
from hardship_desk.bootstrap import open_practice_desk
from hardship_desk.config import paths
from hardship_desk.exchange.policy_file import STRICT
from hardship_desk.presenters.policy_words import policy_message
from tests.unit.presenters.screens import window_texts


def test_that_a_mistake_is_said_with_file_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "beleid.toml"
    policy.write_text("vergrendel_na_minuten = 60\nvergrendeld = 1\n", "utf-8")
    monkeypatch.setattr(paths, "policy_paths", lambda: (policy,))
    assert core_setup.build_core().policy == STRICT
    desk = open_practice_desk(tmp_path / "oefening.db")
    told = policy_message(desk.policy_problems, window_texts(desk))
    assert told is not None
    assert "beleid.toml, bij vergrendel_na_minuten: Dit is geen getal van 1" in told.text
    assert "bij vergrendeld: Deze sleutel kent het programma niet" in told.text
    assert "veiligste keuzes" in told.advice
    policy.write_text("vergrendel_na_minuten =", "utf-8")
    broken = policy_message(core_setup.build_core().policy_problems, window_texts(desk))
    assert broken is not None
    assert "Het bestand is niet te lezen" in broken.text
    assert policy_message((), window_texts(desk)) is None
