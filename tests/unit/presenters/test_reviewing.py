"""The page of the second reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.documents.model import Heading, Paragraph
from hardship_desk.documents.plain_text import TextBlock, block_text
from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.ids import FlagId
from hardship_desk.presenters.answering import Answering
from hardship_desk.presenters.judging import JudgingPresenter
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.rail import rail_page
from hardship_desk.presenters.read_parts import ReadPart, read_parts
from hardship_desk.presenters.remarks import remarks_of_case
from hardship_desk.presenters.reviewing import ReviewPage, ReviewPresenter
from tests.integration.desks import Work, example, open_desk_in
from tests.unit.presenters.screens import Frame, drafts_of, window_texts


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


def rail_of(case: OpenCase) -> list[str]:
    phases = rail_page(case, 1, window_texts(case.desk)).phases
    return [item.state for phase in phases for item in phase.steps]


def said(part: ReadPart) -> str:
    return "\n".join(map(block_text, part.blocks))


def test_that_facts_come_first_and_the_proposal_last(work: Work) -> None:
    _, screen, _ = opened(work)
    titles = [part.title for part in screen.page.parts]
    assert "Aanleiding" in titles[0]
    outcome = next(place for place, part in enumerate(screen.page.parts) if "425,84" in said(part))
    facts = next(place for place, title in enumerate(titles) if "Omstandigheden" in title)
    assert facts < outcome
    last = screen.page.parts[-1]
    assert "boete" in said(last).lower()


def test_that_remarks_go_with_the_verdict_and_stay(work: Work) -> None:
    presenter, screen, frame = opened(work)
    presenter.send("B. Lezer", "", "", ())
    assert screen.problem
    presenter.send("B. Lezer", "niet_akkoord", "", ())
    assert screen.problem, "who does not agree says why"
    part = next(item for item in screen.page.parts if item.title.startswith("7."))
    question = part.questions[0]
    given = ((question.id, "Reken opnieuw."), (part.title, "Te kort."), ("", " "))
    presenter.send("B. Lezer", "akkoord_mits", "Goed werk.", given)
    (review,) = [item for item in work.decision.reviews if item.reader == "B. Lezer"]
    assert review.verdict is ReviewVerdict.AKKOORD_MITS
    assert review.text == "Goed werk."
    assert [(item.place, item.text) for item in review.remarks] == list(given[:2])
    assert screen.cleared
    assert frame.messages[-1].text == "Uw oordeel en 2 opmerkingen zijn bewaard."
    assert any("B. Lezer" in line for line, _ in screen.page.form.reviews)
    again = next(item for item in screen.page.parts if item.title == part.title)
    assert any("Reken opnieuw." in line for line in again.earlier)
    assert any("Nog geen antwoord." in line for line in again.earlier)


def test_that_a_remark_stands_at_its_question_until_it_is_answered(work: Work) -> None:
    presenter, screen, frame = opened(work)
    named = "conclusie.redenen"
    assert any(named in {item.id for item in part.questions} for part in screen.page.parts)
    presenter.send("B. Lezer", "akkoord", "", ((named, "Waarom niet lager?"), ("", "Mooi.")))
    case = OpenCase(work.desk, work.case_id)
    case.switch_to(work.decision_id)
    texts = window_texts(work.desk)
    first, second = remarks_of_case(case, texts)
    assert (first.question, first.open, first.can_answer) == (named, True, True)
    assert (second.question, second.where) == ("", "Over het geheel")
    flags = {flag.id: flag for flag in case.assessment.flags}
    assert "2 opmerkingen van B. Lezer" in flags[FlagId("s14.opmerking_open_1")].text
    assert rail_of(case)[13:] == ["waarschuwing", "compleet", "compleet"], (
        "red is for what is wrong"
    )
    judging = JudgingPresenter(case, texts, frame, case.assess)
    judging.answer_remark(first.id, "Uitgelegd in de brief.")
    judging.answer_remark(first.id, "Uitgelegd in de brief, alinea 3.")
    judging.answer_remark("9.9", "Bestaat niet.")
    assert frame.messages[-1].text == "Deze opmerking staat er niet meer."
    first, second = remarks_of_case(case, texts)
    assert not first.open
    assert first.answer == "Uitgelegd in de brief, alinea 3."
    assert len(first.answered) == 2, "what was answered before stays"
    judging.answer_remark(second.id, "Dank.")
    assert all("opmerking_open" not in flag.id for flag in case.assessment.flags)
    asked = (question for step in case.route.steps for question in case.questions(step))
    card = next(question for question in asked if question.id == named)
    shown = Answering(case, texts, drafts_of(case)).item(card)
    assert [item.text for item in shown.remarks] == ["Waarom niet lager?"]
    printed = "\n".join(
        block.text for block in case.desk.reporting.copy_blocks(case.case_id, case.decision_id)
    )
    for words in ("Waarom niet lager?", "Uitgelegd in de brief, alinea 3.", "Het geheel"):
        assert words in printed


def test_that_blocks_under_one_heading_are_one_part(work: Work) -> None:
    one, two, three, four = (Paragraph(text=text) for text in ("een", "twee", "drie", "vier"))
    heads = (Heading(text="Hoofdstuk"), Heading(text="A"))
    blocks = tuple(
        TextBlock(title=title, text="", questions=asked, blocks=pieces)
        for title, pieces, asked in (
            ("A", (*heads, one), ("a.b", "a.weg")),
            ("A", (two,), ("a.b",)),
            ("B", (Heading(text="B"), three), ()),
            ("A", (four,), ()),
        )
    )
    names = {"a.b": "Wat?"}
    parts = read_parts(blocks, lambda name: names.get(name, ""), (), window_texts(work.desk))
    assert [(part.above, part.title, part.blocks) for part in parts] == [
        ("Hoofdstuk", "A", (one, two)),
        ("", "B", (three,)),
        ("", "A", (four,)),
    ]
    assert len({part.key for part in parts}) == 3
    assert [item.text for item in parts[0].questions] == ["Wat?"]
