"""The card with the municipality: shown first, stopped, left, and only then switched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hardship_desk.domain.errors import HardshipDeskError, VaultError
from hardship_desk.presenters.municipality_switch import SwitchPage, SwitchPresenter
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.services.municipality_switch import SwitchChanges
from tests.unit.presenters.screens import Frame, Screen, open_example, window_texts

ROTTERDAM = "GM0599"


@dataclass
class Beside:
    """Keeps the work until the test runs it."""

    works: list[Callable[[], SwitchChanges]] = field(default_factory=list)
    done: list[Callable[[SwitchChanges], object]] = field(default_factory=list)
    failed: list[Callable[[HardshipDeskError], object]] = field(default_factory=list)

    def __call__(
        self,
        work: Callable[[], SwitchChanges],
        on_done: Callable[[SwitchChanges], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        self.works.append(work)
        self.done.append(on_done)
        self.failed.append(on_failed)

    def finish(self) -> None:
        self.done[-1](self.works[-1]())


@dataclass
class Parts:
    case: OpenCase
    screen: Screen[SwitchPage]
    frame: Frame
    beside: Beside
    presenter: SwitchPresenter


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    case = open_example(tmp_path)
    screen: Screen[SwitchPage] = Screen()
    frame, beside = Frame(), Beside()
    presenter = SwitchPresenter(case, screen, window_texts(case.desk), frame, beside)
    presenter.refresh()
    return Parts(case, screen, frame, beside, presenter)


def test_that_nothing_is_compared_until_it_is_asked(parts: Parts) -> None:
    page = parts.screen.page
    assert page.now.startswith("Nu: ")
    assert (page.busy, page.head, page.groups, page.switch_text) == (False, "", (), "")
    parts.presenter.switch()
    assert parts.frame.messages == []


def test_that_changes_are_shown_before_anything_is_saved(parts: Parts) -> None:
    before = parts.case.case.gemeentecode
    parts.presenter.compare(ROTTERDAM)
    assert parts.screen.page.busy
    parts.beside.finish()
    page = parts.screen.page
    assert page.head.startswith("Nu: Amsterdam. Dan: Rotterdam.")
    assert page.switch_text == "Wissel naar Rotterdam"
    assert parts.case.desk.cases.current(parts.case.case_id).gemeentecode == before
    parts.presenter.leave()
    assert parts.screen.page.head == ""
    assert parts.case.desk.cases.current(parts.case.case_id).gemeentecode == before


def test_that_switching_saves_and_assesses_anew(parts: Parts) -> None:
    parts.presenter.compare(ROTTERDAM)
    parts.beside.finish()
    parts.presenter.switch()
    assert parts.case.case.gemeentecode == ROTTERDAM
    assert parts.frame.messages[-1].text == "Dit dossier valt nu onder Rotterdam."
    assert parts.screen.page.now == "Nu: Rotterdam"
    assert "rotterdam" in {use.manifest.id for use in parts.case.assessment.plugins}


def test_that_the_same_and_an_unknown_municipality_are_refused(parts: Parts) -> None:
    parts.presenter.compare(parts.case.case.gemeentecode)
    assert "al onder deze gemeente" in parts.screen.page.error
    parts.presenter.compare("GM9999")
    assert "uit de lijst" in parts.screen.page.error
    assert parts.beside.works == []


def test_that_stopping_shows_what_was_found_and_switches_nothing(parts: Parts) -> None:
    parts.presenter.stop()
    parts.presenter.compare(ROTTERDAM)
    parts.presenter.stop()
    parts.beside.finish()
    assert "niet volledig" in parts.screen.page.head
    assert parts.screen.page.switch_text == ""


def test_that_what_comes_late_is_dropped(parts: Parts) -> None:
    parts.presenter.compare(ROTTERDAM)
    parts.presenter.leave()
    parts.beside.finish()
    parts.beside.failed[-1](VaultError("kluis_op_slot"))
    assert (parts.screen.page.head, parts.frame.messages) == ("", [])


def test_that_a_failure_is_told(parts: Parts) -> None:
    parts.presenter.compare(ROTTERDAM)
    parts.beside.failed[-1](VaultError("kluis_op_slot"))
    assert not parts.screen.page.busy
    assert len(parts.frame.messages) == 1


def test_that_an_adopted_decision_holds_the_municipality(parts: Parts) -> None:
    case = parts.case
    result = case.desk.decisions.adopt(
        case.case_id, case.decision_id, "K. Beslisser", "Mandaat 2026"
    )
    assert result.version is not None
    case.reload()
    parts.presenter.compare(ROTTERDAM)
    parts.beside.finish()
    assert "verandert niet meer" in parts.screen.page.locked
    assert parts.screen.page.switch_text == ""
    parts.presenter.switch()
    assert case.case.gemeentecode != ROTTERDAM
