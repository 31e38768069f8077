"""The overview of a dossier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from hardship_desk.domain.answers import Answer, StatementTag
from hardship_desk.domain.evidence import EvidenceStatus, Verification
from hardship_desk.domain.ids import CaseId, DecisionId, QuestionId
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.overview import OverviewPage, OverviewPresenter
from hardship_desk.presenters.overview_facts import gaps_of
from tests.integration.desks import Work, example, new_work, open_desk_in
from tests.unit.presenters.screens import Frame, Screen, window_texts


class PlaceFrame(Frame):
    def show_place(self, case_id: CaseId, decision: DecisionId, step: int, question: str) -> None:
        self.went_to.append(f"{decision} {step} {question}")


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return example(open_desk_in(tmp_path))


def shown(work: Work) -> tuple[OverviewPage, OverviewPresenter, PlaceFrame]:
    screen, frame = Screen[OverviewPage](), PlaceFrame()
    case = OpenCase(work.desk, work.case_id)
    case.switch_to(work.decision_id)
    presenter = OverviewPresenter(case, screen, window_texts(work.desk), frame)
    presenter.refresh()
    return screen.page, presenter, frame


def test_that_a_finished_case_says_that_nothing_is_in_the_way(work: Work) -> None:
    page, _, _ = shown(work)
    assert page.blocks_tone == "good"
    assert page.next.text == "Naar het besluit"
    assert page.done == "16 van 16 stappen klaar"
    assert page.done_share == 1
    assert page.flags == ()
    assert page.steps[0].title == "Aanleiding"
    assert {line.lead for group in page.steps for line in group.lines} == {"klaar"}
    assert ("Bedrag", "€ 425,84") in page.facts
    assert {bar.shown for bar in page.amounts} == {"€ 425,84"}
    assert page.amounts[0].share == Fraction(1)
    dates = {item.name: item.shown for item in page.dates}
    assert dates["Gedraging"] == "05-01-2026 t/m 31-03-2026"
    assert "Melding of aanvraag" in page.dates_spoken
    ids, decisions = (work.case_id, work.decision_id), work.desk.decisions
    assert decisions.adopt(*ids, "A. Behandelaar", "Mandaat 1").version is not None
    assert shown(work)[0].blocks == "Vastgesteld op 25-11-2026."
    assert decisions.announce(*ids, "20-11-2026").version is not None
    assert shown(work)[0].blocks == "Vastgesteld op 25-11-2026. Verzonden op 20-11-2026."


def test_that_what_is_open_is_named_at_its_step_and_leads_there(work: Work) -> None:
    question = QuestionId("gelijk.gezocht")
    work.desk.interview.to_investigate(
        work.case_id, work.decision_id, question, "de jurist", "01-12-2026"
    )
    page, presenter, frame = shown(work)
    assert (page.blocks, page.blocks_tone) == ("In 1 stap staan nog vragen open.", "")
    assert page.flags == (), "that a question is open is no flag"
    assert page.next.text == "Verder bij stap 12"
    (todo,) = page.to_find_out
    assert (todo.lead, todo.detail) == ("01-12-2026", "over 6 dagen · Wie: de jurist")
    step = next(line for group in page.steps for line in group.lines if line.lead == "bezig")
    assert step.detail == "1 vraag open"
    for line in (step, todo, *page.decisions, *page.gaps):
        presenter.open(line.key)
    assert frame.went_to[:2] == ["step 12 gelijk.gezocht", "step 12 gelijk.gezocht"]
    assert "bewijs" in frame.went_to
    assert any(place.startswith("terugvordering") for place in frame.went_to)


def test_that_doubtful_pieces_and_facts_without_one_are_gaps(work: Work) -> None:
    for change in (
        {"verification": Verification.NIET},
        {"verification": Verification.ALLEEN_VERKLARING},
        {"status": EvidenceStatus.BETWIST},
    ):
        piece = replace(work.case.evidence[0], **change)
        assert work.desk.cases.save_evidence(work.case_id, piece) is None
        page, _, _ = shown(work)
        assert piece.title in [line.text for line in page.gaps]
    case = OpenCase(work.desk, work.case_id)
    case.switch_to(work.decision_id)
    fact = Answer(question=QuestionId("gelijk.gezocht"), value="x", tag=StatementTag.FEIT)
    case.case = case.case.with_decision(case.decision.with_answer(fact))
    without = [item.key for item in gaps_of(case, window_texts(work.desk))]
    assert "vraag|gelijk.gezocht|12" in without


def test_that_an_empty_case_says_what_will_come(tmp_path: Path) -> None:
    page, _, _ = shown(
        new_work(open_desk_in(tmp_path), weight="kort", conduct_from="", conduct_to="")
    )
    assert page.amounts == ()
    assert page.skipped.startswith("Deze route slaat over: stap 4")
    assert page.gaps_empty.startswith("Er is nog geen feit")
    assert [item.name for item in page.dates] == ["Besluit"]
    assert page.today == date(2026, 11, 25)
