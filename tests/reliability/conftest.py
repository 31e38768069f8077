"""The experiments in their short form, on a machine that does other things meanwhile."""

from __future__ import annotations

import pytest

from tests.reliability.figures import SLACK


@pytest.fixture(autouse=True)
def _busy_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SLACK, "20")
