"""The page of the second reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.documents.plain_text import TextBlock
from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.reviewing import ReviewPage, ReviewPresenter, parts_of
from tests.integration.desks import Work, example, open_desk_in
from tests.unit.presenters.screens import Frame, window_texts


class ReviewScreen:
    def __init__(self) -> None:
        self.pages: list[ReviewPage] = []
        self.problem = ""
        self.cleared = False

    @property
    def page(self) -> ReviewPage:
        return self.pages[-1]

    def show_page(self, page: ReviewPage) -> None:
        self.pages.append(page)

    def show_problem(self, text: str) -> None:
        self.problem = text

    def clear_remarks(self) -> None:
        self.cleared = True


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return example(open_desk_in(tmp_path))


def opened(work: Work) -> tuple[ReviewPresenter, ReviewScreen, Frame]:
    case = OpenCase(work.desk, work.case_id)
    case.switch_to(work.decision_id)
    screen, frame = ReviewScreen(), Frame()
    presenter = ReviewPresenter(case, screen, window_texts(work.desk), frame)
    presenter.refresh()
    return presenter, screen, frame


def test_that_facts_come_first_and_the_proposal_last(work: Work) -> None:
    _, screen, _ = opened(work)
    titles = [part.title for part in screen.page.parts]
    assert "Aanleiding" in titles[0]
    outcome = next(place for place, part in enumerate(screen.page.parts) if "425,84" in part.text)
    facts = next(place for place, title in enumerate(titles) if "Omstandigheden" in title)
    assert facts < outcome
    last = screen.page.parts[-1]
    assert "boete" in last.text.lower()


def test_that_remarks_go_with_the_verdict_and_stay(work: Work) -> None:
    presenter, screen, frame = opened(work)
    presenter.send("B. Lezer", "", "", {})
    assert screen.problem
    presenter.send("B. Lezer", "niet_akkoord", "", {})
    assert screen.problem, "who does not agree says why"
    presenter.send("B. Lezer", "akkoord_mits", "Goed werk.", {"7. Draagkracht": "Reken opnieuw."})
    (review,) = [item for item in work.decision.reviews if item.reader == "B. Lezer"]
    assert review.verdict is ReviewVerdict.AKKOORD_MITS
    assert review.text == "Goed werk.\n7. Draagkracht: Reken opnieuw."
    assert screen.cleared
    assert frame.messages[-1].text == "Uw oordeel en 1 opmerking zijn bewaard."
    assert any("B. Lezer" in line for line, _ in screen.page.form.reviews)


def test_that_blocks_under_one_heading_are_one_part() -> None:
    blocks = tuple(
        TextBlock(title=title, text=text)
        for title, text in (("A", "A\neen"), ("A", "twee"), ("B", "B\ndrie"), ("A", "vier"))
    )
    assert [(part.title, part.text) for part in parts_of(blocks)] == [
        ("A", "een\n\ntwee"),
        ("B", "drie"),
        ("A", "vier"),
    ]
