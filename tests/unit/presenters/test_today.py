"""The start page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hardship_desk.bootstrap import open_practice_desk
from hardship_desk.domain.errors import HardshipDeskError, VaultError, WriteError
from hardship_desk.domain.ids import CaseId, DecisionId, Gemeentecode, QuestionId
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.domain.term import Term, TermKind
from hardship_desk.presenters.day_words import distance, short_day, tone_of
from hardship_desk.presenters.today import TodayPage, TodayPresenter
from hardship_desk.services.agenda import Agenda, Due, Place
from hardship_desk.services.desk import Desk
from tests.integration.desks import MovingClock, new_work, open_desk_in, with_parts
from tests.unit.presenters.screens import Frame, Screen, at_once, window_texts


class PlaceFrame(Frame):
    def show_place(self, case_id: CaseId, decision: DecisionId, step: int, question: str) -> None:
        self.went_to.append(f"{case_id} {decision} {step} {question}")


def begun_desk(folder: Path) -> Desk:
    """A practice store in which one dossier was worked on."""
    desk = open_practice_desk(folder / "oefening.db", MovingClock())
    new_work(desk).answer("intake.rapport_datum", "14-09-2026")
    return desk


def test_that_terms_stand_under_their_week_and_lead_to_their_question(tmp_path: Path) -> None:
    desk = open_practice_desk(tmp_path / "oefening.db", MovingClock())
    work = new_work(desk)
    work.answer("intake.rapport_datum", "14-09-2026")
    desk.interview.to_investigate(
        work.case_id, work.decision_id, QuestionId("intake.fase"), "de jurist", "01-12-2026"
    )
    screen, frame = Screen[TodayPage](), PlaceFrame()
    presenter = TodayPresenter(desk, screen, window_texts(desk), frame, at_once)
    presenter.refresh()
    page = screen.page
    assert page.day == "woensdag 25 november 2026"
    assert [group.title for group in page.terms] == ["Later"], "an untouched example is not late"
    soon, line = page.terms[-1].lines
    assert (soon.lead, soon.text) == ("wo 9 dec", "Uiterlijk beslissen (Awb 4:13)")
    assert (line.lead, line.text) == ("ma 14 dec", "Uiterlijk beslissen (Awb 5:51)")
    assert line.detail.startswith("over 19 dagen · Z-2026-9")
    presenter.open(line.key)
    assert frame.went_to == [f"{work.case_id} {work.decision_id} 1 intake.rapport_datum"]
    (todo,) = page.to_find_out
    assert "Wie: de jurist" in todo.detail
    assert [(mark.days, mark.tone) for mark in page.marks] == [(14, ""), (19, "")]
    assert "ma 14 dec (1)" in page.line
    assert [item.text.split(" · ")[0] for item in page.places] == ["Z-2026-9"]
    assert not page.busy


def test_that_a_decision_to_be_sent_leads_to_its_page(tmp_path: Path) -> None:
    desk = open_practice_desk(tmp_path / "oefening.db", MovingClock())
    work = new_work(desk)
    waits = Term(
        case_id=work.case_id,
        decision_id=work.decision_id,
        kind=TermKind.VERZENDEN,
        day=desk.clock.today(),
        basis="awb-3-41-bekendmaking",
    )
    [case] = [item for item in desk.cases.list_cases() if item.id == work.case_id]
    screen, frame = Screen[TodayPage](), PlaceFrame()

    class OneToSend:
        def agenda(self) -> Agenda:
            return Agenda(due=(Due(term=waits, case=case),))

        def places(self, _newest: int, *, begun: bool) -> tuple[Place, ...]:
            return ()

    presenter = TodayPresenter(
        with_parts(desk, agenda=OneToSend()), screen, window_texts(desk), frame, at_once
    )
    presenter.refresh()
    [[line]] = [group.lines for group in screen.page.terms]
    assert line.text == "Vastgesteld besluit versturen (Awb 3:41)"
    presenter.open(line.key)
    assert frame.went_to == [f"{work.case_id} {work.decision_id} 0 ", "besluit"]


def test_that_trouble_is_told_and_the_rest_of_the_page_stays(tmp_path: Path) -> None:
    desk = begun_desk(tmp_path)

    def failing(
        _work: Callable[[], Agenda],
        _on_done: Callable[[Agenda], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        on_failed(VaultError("kluis_beschadigd"))

    screen, frame = Screen[TodayPage](), PlaceFrame()
    TodayPresenter(desk, screen, window_texts(desk), frame, failing).refresh()
    assert screen.page.note.startswith("De termijnen konden niet")
    assert screen.page.places
    assert frame.messages


def test_that_what_cannot_be_looked_up_is_not_said_to_be_looked_up(tmp_path: Path) -> None:
    desk = begun_desk(tmp_path)
    screen, frame = Screen[TodayPage](), PlaceFrame()
    presenter = TodayPresenter(desk, screen, window_texts(desk), frame, at_once)
    presenter.give_up()
    assert {item.detail for item in screen.page.places} == {
        "Waar u was, kon niet worden opgezocht.\n"
    }
    assert screen.page.note.startswith("De termijnen konden niet")
    presenter.open(screen.page.places[0].key)
    assert frame.went_to[0].startswith("case ")


def test_that_days_are_said_as_people_say_them(tmp_path: Path) -> None:
    texts = window_texts(open_desk_in(tmp_path))
    today = date(2026, 11, 25)
    said = {
        -2: "2 dagen te laat",
        -1: "1 dag te laat",
        0: "vandaag",
        1: "morgen",
        5: "over 5 dagen",
    }
    for days, words in said.items():
        assert distance(date.fromordinal(today.toordinal() + days), today, texts) == words
    assert short_day(date(2026, 3, 7), texts) == "za 7 mrt"
    assert [tone_of(date(2026, 11, day), today) for day in (24, 25)] == ["error", "warning"]


def test_that_a_calendar_holds_days_and_numbers_and_nothing_else(tmp_path: Path) -> None:
    desk = open_desk_in(tmp_path)
    work = new_work(desk, title="Mevrouw Bedacht", person_label="Bedacht")
    work.answer("intake.rapport_datum", "14-09-2026")
    desk.interview.to_investigate(
        work.case_id, work.decision_id, QuestionId("intake.fase"), "de heer Verzonnen", "01-12-2026"
    )
    frame = PlaceFrame()
    presenter = TodayPresenter(desk, Screen[TodayPage](), window_texts(desk), frame, at_once)
    presenter.refresh()
    written: dict[Path, bytes] = {}
    presenter.save_calendar(tmp_path / "t.ics", written.__setitem__)
    text = written[tmp_path / "t.ics"].decode("utf-8")
    assert "SUMMARY:Z-2026-9: Uiterlijk beslissen" in text
    assert "DTSTART;VALUE=DATE:20261214" in text
    assert "SUMMARY:Z-2026-9: Nog uit te zoeken" in text
    assert "Bedacht" not in text
    assert "Verzonnen" not in text
    assert presenter.calendar() == written[tmp_path / "t.ics"], "the names of days stay the same"

    def failing(_path: Path, _data: bytes) -> None:
        raise WriteError("schijf_vol")

    presenter.save_calendar(tmp_path / "t.ics", failing)
    assert [item.kind.value for item in frame.messages] == ["done", "error"]


def test_that_who_practises_is_welcomed_until_it_is_hidden(tmp_path: Path) -> None:
    desk = open_desk_in(tmp_path)
    screen, frame = Screen[TodayPage](), PlaceFrame()
    presenter = TodayPresenter(desk, screen, window_texts(desk), frame, at_once)
    presenter.refresh()
    assert screen.page.welcome == "oefening"
    presenter.open_example()
    assert [place.split()[0] for place in frame.went_to] == ["case", "overzicht"]
    presenter.hide_welcome()
    presenter.refresh()
    assert screen.page.welcome == ""


def test_that_an_empty_vault_says_what_to_do_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARDSHIP_DESK_DATA", str(tmp_path))
    desk = with_parts(open_desk_in(tmp_path), is_practice=False)
    screen = Screen[TodayPage]()
    presenter = TodayPresenter(desk, screen, window_texts(desk), PlaceFrame(), at_once)
    presenter.refresh()
    assert screen.page.welcome == "", "there are dossiers in it"
    assert presenter._welcome(is_empty=True) == "kluis"
    head = LetterFacts(phone="14 020")
    desk.organisation.save_letter_head(Gemeentecode("GM0363"), head, "Website")
    assert presenter._welcome(is_empty=True) == "kluis_ingevuld", "what is done is not asked again"
