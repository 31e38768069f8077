"""The page of the decision: from own words to the last day for bezwaar."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.presenters.decision import DecisionPresenter
from hardship_desk.presenters.decision_page import DecisionPage, decision_page, place_of
from hardship_desk.presenters.exporting import ExportPresenter
from hardship_desk.presenters.judging import JudgingPresenter
from hardship_desk.presenters.open_case import OpenCase
from tests.integration.desks import new_work, open_desk_in
from tests.unit.presenters.screens import (
    ExportScreen,
    Frame,
    Screen,
    at_once,
    open_example,
    open_work,
    window_texts,
)

Stage = tuple[OpenCase, DecisionPresenter, Screen[DecisionPage], Frame]


def stage(case: OpenCase) -> Stage:
    screen: Screen[DecisionPage] = Screen()
    frame = Frame()
    presenter = DecisionPresenter(case, screen, window_texts(case.desk), frame)
    presenter.refresh()
    return case, presenter, screen, frame


@pytest.fixture
def filled(tmp_path: Path) -> Stage:
    return stage(open_example(tmp_path))


def test_that_the_head_says_what_was_chosen(filled: Stage) -> None:
    _, _, screen, _ = filled
    facts = dict(screen.page.facts)
    assert facts["Uitkomst"] == "Een boete"
    assert facts["Bedrag"] == "€ 425,84"
    assert screen.page.state == "Concept"


def test_that_no_outcome_stands_there_before_one_is_chosen(tmp_path: Path) -> None:
    _, _, screen, _ = stage(open_work(new_work(open_desk_in(tmp_path))))
    facts = dict(screen.page.facts)
    assert facts["Uitkomst"].startswith("U heeft nog geen uitkomst gekozen")
    assert "Bedrag" not in facts
    assert screen.page.flags_open == ()
    assert screen.page.flags_summary == ""
    first = screen.page.steps_open[0]
    assert first.text.startswith("1. ")
    assert first.lead == "5 open"
    step, question = place_of(first.key)
    assert (step, bool(question)) == (1, True)
    assert "Awb 3:2" in screen.page.steps_hint


def test_that_a_decision_without_evidence_says_so_before_it_is_adopted(filled: Stage) -> None:
    case, _, screen, _ = filled
    assert screen.page.flags_summary == "Er staat niets meer open voor het vaststellen."
    case.case = replace(case.case, evidence=())
    texts = window_texts(case.desk)
    assert "Bij Bewijs is niets vastgelegd" in decision_page(case, texts, "").flags_summary


def test_that_own_text_replaces_a_paragraph_and_can_go_again(filled: Stage) -> None:
    _, presenter, screen, _ = filled
    name = screen.page.considerations[0].id
    presenter.set_own_text(name, "In onze eigen woorden.")
    assert screen.page.considerations[0].own_text == "In onze eigen woorden."
    presenter.set_own_text(name, "")
    assert screen.page.considerations[0].own_text == ""


def test_that_a_paragraph_names_what_it_leans_on(filled: Stage) -> None:
    _, _, screen, _ = filled
    assert screen.page.considerations[0].leans_on.startswith("Steunt op: Participatiewet art. 17")


def test_that_a_second_reader_chooses_a_verdict_and_explains_a_no(filled: Stage) -> None:
    _, presenter, screen, _ = filled
    presenter.review("B. Lezer", "", "")
    assert screen.problems["lezer"] == "Kies een oordeel."
    presenter.review("B. Lezer", "niet_akkoord", "")
    assert screen.problems["lezer"] == "Vul de reden in."
    presenter.review("B. Lezer", "akkoord", "")
    assert screen.page.reviews[0][0].startswith("B. Lezer: Akkoord, ")


def test_that_adopting_wants_a_name_a_mandaat_and_another_reader(filled: Stage) -> None:
    _, presenter, screen, _ = filled
    presenter.adopt("", "M")
    assert screen.problems["vaststellen"] == "Vul in wie dit doet."
    presenter.adopt("A", "")
    assert screen.problems["vaststellen"] == "Vul het mandaat of uw functie in."
    assert screen.wrong_field == 1, "at its own field"
    presenter.review("a", "akkoord", "")
    presenter.adopt("A", "M")
    assert screen.problems["vaststellen"].startswith("De tweede lezer moet iemand anders zijn")


def test_that_open_flags_are_named_when_adopting_fails(tmp_path: Path) -> None:
    _, presenter, screen, _ = stage(open_work(new_work(open_desk_in(tmp_path))))
    presenter.adopt("A", "M")
    said = screen.problems["vaststellen"].splitlines()
    assert said[0] == "Dit houdt u nog tegen:"
    assert said[-1].startswith("• + ")


def test_the_way_from_adopting_to_the_last_day_and_beyond(filled: Stage) -> None:
    case, presenter, screen, frame = filled
    presenter.adopt("A. Behandelaar", "Mandaat 1")
    assert screen.page.is_sealed
    assert screen.page.flags_summary.startswith("Het besluit is vastgesteld.")
    assert all(item.locked for item in screen.page.flags_done), "it was adopted with these answers"
    assert frame.messages[-1].text == "Het besluit is vastgesteld als versie 1."
    presenter.announce("geen dag")
    assert screen.problems["bekendmaken"].startswith("Dit is geen datum")
    presenter.announce("26-11-2026")
    assert screen.problems["bekendmaken"].startswith("Deze dag moet nog komen")
    assert screen.wrong_field == 0
    presenter.announce("13-10-2026")
    assert case.decision.state is DecisionState.BEKENDGEMAAKT
    assert screen.page.last_day == (
        "Verzonden op 13-10-2026. De inwoner kan bezwaar maken tot en met 24-11-2026."
    )
    presenter.new_version()
    assert "Awb 6:19" in screen.problems["bekendmaken"]
    presenter.add_follow_up("", "Gebeld.", "20-10-2026")
    assert screen.problems["opvolging"] == "Kies wat er gebeurde."
    presenter.add_follow_up("gesprek", "Gebeld.", "20-10-2026")
    assert screen.page.follow_ups == ("20-10-2026 · Gesprek of uitleg: Gebeld.",)


def test_that_a_new_version_opens_the_decision_again(filled: Stage) -> None:
    case, presenter, _, frame = filled
    presenter.adopt("A. Behandelaar", "Mandaat 1")
    presenter.new_version()
    assert case.decision.state is DecisionState.CONCEPT
    assert frame.messages[-1].text.startswith("U kunt het besluit weer aanpassen.")


def test_that_the_day_of_the_decision_is_mended_here(filled: Stage) -> None:
    _, presenter, screen, _ = filled
    presenter.set_decision_date("32-01-2026")
    assert screen.problems["datum"].startswith("Dit is geen datum")
    presenter.set_decision_date("15-10-2026")
    assert (screen.problems["datum"], screen.page.decision_date) == ("", "15-10-2026")


def test_that_a_sealed_decision_takes_no_weighing(filled: Stage) -> None:
    case, presenter, _, frame = filled
    presenter.adopt("A. Behandelaar", "Mandaat 1")
    judging = JudgingPresenter(case, window_texts(case.desk), frame, presenter.refresh)
    judging.weigh(case.assessment.findings[0].id, "zwaar", "Toch nog.")
    assert frame.messages[-1].text.startswith("Dit besluit is vastgesteld.")


def test_that_blocks_are_copied_one_after_the_other(tmp_path: Path) -> None:
    case, screen, frame = open_example(tmp_path), ExportScreen(), Frame()
    presenter = ExportPresenter(case, screen, window_texts(case.desk), frame, at_once)
    presenter.refresh()
    assert screen.copying is not None
    assert screen.letter_notes.startswith("Kijk nog naar de brief:\n• ")
    assert (
        "In de brief staat nog ‘nog invullen’ bij: adres van de gemeente, " in screen.letter_notes
    )
    total = len(screen.copying.titles)
    assert screen.copying.status == f"{total} blokken. Er is nog niets gekopieerd."
    presenter.copy_next()
    presenter.copy_next()
    assert len(screen.clipboard) == 2
    assert screen.copying.status.startswith(f"Blok 2 van {total} gekopieerd: ")
    presenter.copy(total - 1)
    presenter.copy_next()
    assert screen.copying.status == f"Alle {total} blokken zijn gekopieerd."
    presenter.start_again()
    assert screen.copying.next == 0


def test_that_export_tells_where_the_files_are(tmp_path: Path) -> None:
    case, screen, frame = open_example(tmp_path), ExportScreen(), Frame()
    presenter = ExportPresenter(case, screen, window_texts(case.desk), frame, at_once)
    presenter.export(tmp_path / "uit")
    assert Path(screen.folder, "motivering.pdf").stat().st_size > 10_000
    assert screen.folder in frame.messages[-1].text
    assert screen.busy == [True, False]


def test_that_an_export_that_is_stopped_writes_nothing(tmp_path: Path) -> None:
    case, screen, frame = open_example(tmp_path), ExportScreen(), Frame()
    presenter = ExportPresenter(case, screen, window_texts(case.desk), frame, at_once)
    screen.stops = True
    presenter.export(tmp_path / "uit")
    assert not (tmp_path / "uit").exists()
    assert frame.messages[-1].text == "Gestopt. Er is niets opgeslagen."
    assert screen.busy == [True, False]


def test_that_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    case, screen, frame = open_example(tmp_path), ExportScreen(), Frame()
    presenter = ExportPresenter(case, screen, window_texts(case.desk), frame, at_once)
    (tmp_path / "vol").write_text("dit is een bestand", "utf-8")
    presenter.export(tmp_path / "vol")
    assert screen.folder == ""
    assert frame.messages[-1].kind.value == "error"
    assert frame.messages[-1].advice
