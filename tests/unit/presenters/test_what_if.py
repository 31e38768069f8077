"""The panel "Wat zou dit veranderen?": busy, the list, stopped, dropped and copied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hardship_desk.domain.errors import HardshipDeskError, VaultError
from hardship_desk.presenters.what_if import WhatIfPage, WhatIfPresenter
from hardship_desk.services.what_if import AmountChanges
from tests.unit.presenters.screens import Frame, Screen, open_example, window_texts


class PanelScreen(Screen[WhatIfPage]):
    clipboard = ""

    def put_on_clipboard(self, text: str) -> None:
        self.clipboard = text


@dataclass
class Beside:
    """Keeps the work until the test runs it."""

    works: list[Callable[[], AmountChanges]] = field(default_factory=list)
    done: list[Callable[[AmountChanges], object]] = field(default_factory=list)
    failed: list[Callable[[HardshipDeskError], object]] = field(default_factory=list)

    def __call__(
        self,
        work: Callable[[], AmountChanges],
        on_done: Callable[[AmountChanges], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        self.works.append(work)
        self.done.append(on_done)
        self.failed.append(on_failed)

    def finish(self) -> None:
        self.done[-1](self.works[-1]())


@dataclass
class Parts:
    screen: PanelScreen
    frame: Frame
    beside: Beside
    presenter: WhatIfPresenter
    total: str


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    case = open_example(tmp_path)
    screen, frame, beside = PanelScreen(), Frame(), Beside()
    presenter = WhatIfPresenter(case, screen, window_texts(case.desk), frame, beside)
    assert case.assessment.total is not None
    return Parts(screen, frame, beside, presenter, case.assessment.total.dutch())


def test_that_it_is_busy_and_then_shows_the_list(parts: Parts) -> None:
    parts.presenter.start()
    assert parts.screen.page.busy
    parts.beside.finish()
    page = parts.screen.page
    assert not page.busy
    assert page.head == f"Nu: {parts.total}"
    plain = page.plain()
    assert "- Samen, beiden met AOW-leeftijd: € 532,50 (+ € " in plain
    assert "- 30-06-2026: € 420,45 (– € " in plain
    assert "nee: dan is er geen totaal" in plain
    assert "maakt het niet meer uit; dan is het € 532,50" in plain


def test_that_stopping_shows_what_was_found_so_far(parts: Parts) -> None:
    parts.presenter.start()
    parts.presenter.stop()
    parts.beside.finish()
    assert "niet volledig" in parts.screen.page.head


def test_that_a_change_in_the_dossier_drops_the_list(parts: Parts) -> None:
    parts.presenter.start()
    parts.presenter.drop()
    assert parts.screen.page == WhatIfPage()
    parts.beside.finish()
    assert parts.screen.page == WhatIfPage()
    shown = len(parts.screen.pages)
    parts.presenter.drop()
    assert len(parts.screen.pages) == shown


def test_that_a_page_that_is_going_is_left_alone(parts: Parts) -> None:
    parts.presenter.start()
    shown = len(parts.screen.pages)
    parts.presenter.abandon()
    parts.beside.finish()
    assert len(parts.screen.pages) == shown


def test_that_only_the_last_start_counts(parts: Parts) -> None:
    parts.presenter.start()
    parts.presenter.start()
    parts.beside.done[0](AmountChanges(total=None))
    assert parts.screen.page.busy
    parts.beside.finish()
    assert not parts.screen.page.busy


def test_that_a_failure_is_told(parts: Parts) -> None:
    parts.presenter.start()
    parts.beside.failed[0](VaultError("locked"))
    assert parts.screen.page == WhatIfPage()
    assert parts.frame.messages[-1].text


def test_that_the_list_can_be_copied(parts: Parts) -> None:
    parts.presenter.start()
    parts.beside.finish()
    parts.presenter.copy()
    assert parts.screen.clipboard.startswith(f"Nu: {parts.total}")
    assert parts.frame.messages[-1].text == "De lijst staat op het klembord."


def test_that_nothing_to_change_is_said(parts: Parts) -> None:
    parts.presenter.start()
    parts.beside.done[-1](AmountChanges(total=None))
    assert "geen totaal" in parts.screen.page.head
    assert "Geen enkel ander antwoord" in parts.screen.page.head
