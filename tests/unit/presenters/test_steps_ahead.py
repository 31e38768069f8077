"""Which steps are made ready while the caseworker reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.work import WorkPage, WorkPresenter
from tests.unit.presenters.screens import Frame, Screen, drafts_of, open_example, window_texts

Stage = tuple[OpenCase, WorkPresenter, Screen[WorkPage]]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    case = open_example(tmp_path)
    screen: Screen[WorkPage] = Screen()
    presenter = WorkPresenter(case, screen, window_texts(case.desk), Frame(), drafts_of(case))
    presenter.go_to(5)
    return case, presenter, screen


def steps(screen: Screen[WorkPage]) -> list[int]:
    return [page.steps[0] for page in screen.prepared]


def go_on(presenter: WorkPresenter, times: int) -> None:
    for _time in range(times):
        presenter.ahead.go_on()


def test_that_the_nearest_steps_come_first_and_each_once(stage: Stage) -> None:
    case, presenter, screen = stage
    go_on(presenter, 3)
    assert steps(screen) == [6, 4, 7]
    presenter.go_to(6)
    presenter.memory.save()
    shown, made = screen.page, screen.prepared[0]
    assert (shown.groups, shown.kompas, shown.rail) == (made.groups, made.kompas, made.rail)
    go_on(presenter, 20)
    cut_off = 7
    assert sorted(steps(screen)) == sorted([*(set(case.route.steps) - {5}), cut_off])


def test_that_what_is_ready_is_made_again_after_an_answer_and_at_another_size(
    stage: Stage,
) -> None:
    case, presenter, screen = stage
    go_on(presenter, 20)
    presenter.go_to(1)
    presenter.answer("intake.aanleiding", "Een nieuwe aanleiding.", final=True)
    screen.prepared.clear()
    go_on(presenter, 20)
    assert sorted([1, *steps(screen)]) == list(case.route.steps)
    presenter.ahead.outdate()
    screen.prepared.clear()
    go_on(presenter, 20)
    assert sorted([1, *steps(screen)]) == list(case.route.steps)
