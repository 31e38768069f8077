"""The agenda over all dossiers of a store, and where the work stopped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hardship_desk.bootstrap import open_practice_desk
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.term import TermKind
from tests.integration.desks import MovingClock, example, new_work, open_desk_in


def test_that_the_agenda_shows_terms_by_day_and_drops_what_is_far_away(tmp_path: Path) -> None:
    desk = open_desk_in(tmp_path)
    work = new_work(desk)
    work.answer("intake.rapport_datum", "14-09-2026")
    desk.interview.to_investigate(
        work.case_id, work.decision_id, QuestionId("intake.fase"), "de jurist", ""
    )
    mine = [item for item in desk.agenda.agenda().due if item.case.id == work.case_id]
    assert [(item.term.kind, item.term.day) for item in mine] == [
        (TermKind.BESLISSEN, date(2026, 12, 14)),
        (TermKind.UITZOEKEN, None),
    ]


def test_that_a_dossier_is_read_again_when_it_changed(tmp_path: Path) -> None:
    desk = open_practice_desk(tmp_path / "oefening.db", MovingClock())
    work = new_work(desk)
    work.answer("intake.rapport_datum", "14-09-2026")
    assert work.case_id in {item.case.id for item in desk.agenda.agenda().due}
    work.answer("intake.rapport_datum", "14-09-2027")
    assert work.case_id not in {item.case.id for item in desk.agenda.agenda().due}


def test_that_work_goes_on_at_the_question_answered_last(tmp_path: Path) -> None:
    desk = open_practice_desk(tmp_path / "oefening.db", MovingClock())
    work = new_work(desk)
    assert desk.agenda.stopped_at(work.case).question == "intake.aanleiding"
    desk.cases.set_current_step(work.case_id, work.decision_id, 3)
    work.answer("horen.zienswijze_gegeven", "nee")
    stop = desk.agenda.stopped_at(work.case)
    assert (stop.step, stop.question) == (3, "horen.zienswijze_gegeven")
    (begun,) = desk.agenda.places(3, begun=True)
    assert (begun.case.id, begun.stop) == (work.case_id, stop), (
        "an example nobody touched is no work"
    )
    newest, *others = desk.agenda.places(3)
    assert (newest.case.id, len(others)) == (work.case_id, 2)


def test_that_a_short_route_goes_on_at_the_last_answer_wherever_that_is(tmp_path: Path) -> None:
    desk = open_practice_desk(tmp_path / "oefening.db", MovingClock())
    work = new_work(desk, weight="kort")
    work.answer("horen.zienswijze_gegeven", "nee")
    stop = desk.agenda.stopped_at(work.case)
    assert (work.decision.current_step, stop.question) == (1, "horen.zienswijze_gegeven")
    assert stop.step == 3


def test_that_an_example_is_in_time_until_somebody_works_on_it(tmp_path: Path) -> None:
    desk = open_practice_desk(tmp_path / "oefening.db", MovingClock())
    (soon,) = desk.agenda.agenda().due
    assert (soon.case.number, soon.term.day) == ("VB-2026-003", date(2026, 12, 9))
    assert all(item.sending_date is None for item in example(desk).case.decisions)
    example(desk).answer("intake.spoed", "ja")
    assert ("VB-2026-001", date(2026, 11, 23)) in {
        (item.case.number, item.term.day) for item in desk.agenda.agenda().due
    }


def test_that_an_example_opens_on_its_longest_decision(tmp_path: Path) -> None:
    desk = open_desk_in(tmp_path)
    work = example(desk)
    assert work.case.decision(desk.agenda.stopped_at(work.case).decision).type == "boete"
