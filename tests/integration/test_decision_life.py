"""From concept to vastgesteld to bekendgemaakt, and what stands in the way of each."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.digest import sha256_of
from hardship_desk.domain.ids import FindingId, FlagId, QuestionId
from hardship_desk.domain.weighing import Weight
from hardship_desk.services.desk import Desk
from hardship_desk.services.judgement import Verdict
from tests.integration.desks import Work, example, new_work, open_desk_in

BY, MANDAAT = "K. Beslisser", "Mandaatlijst, onderdeel 3"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk_in(tmp_path)


@pytest.fixture
def work(desk: Desk) -> Work:
    return example(desk)


def adopt(work: Work, by: str = BY, mandaat: str = MANDAAT) -> str | None:
    result = work.desk.decisions.adopt(work.case_id, work.decision_id, by, mandaat)
    return result.problem.code if result.problem else None


def test_that_a_complete_decision_is_sealed(work: Work) -> None:
    result = work.desk.decisions.adopt(work.case_id, work.decision_id, BY, MANDAAT)
    assert result.blocking == ()
    assert result.version is not None
    assert work.decision.state is DecisionState.VASTGESTELD
    [version] = work.decision.versions
    assert version.sha256 == sha256_of(version.snapshot)
    sealed = json.loads(version.snapshot)
    assert sealed["adoption"]["by"] == BY
    assert sealed["amount"] == {"cents": 42_584}


def test_that_an_open_step_keeps_a_decision_a_concept(desk: Desk) -> None:
    work = new_work(desk)
    result = desk.decisions.adopt(work.case_id, work.decision_id, BY, MANDAAT)
    assert result.version is None
    assert "s01.stap_onvolledig" in {flag.id for flag in result.blocking}
    assert work.decision.state is DecisionState.CONCEPT


def test_that_adopting_takes_a_name_a_mandaat_and_a_date(work: Work) -> None:
    assert adopt(work, by=" ") == "wie_ontbreekt"
    assert adopt(work, mandaat="") == "mandaat_ontbreekt"
    assert work.desk.cases.set_decision_date(work.case_id, work.decision_id, "") is None
    assert adopt(work) == "besluitdatum_ontbreekt"
    assert work.decision.versions == ()


def test_that_the_second_reader_is_another_person(work: Work) -> None:
    word = Verdict(reader="k.  BESLISSER", verdict=ReviewVerdict.AKKOORD, text="")
    assert work.desk.decisions.review(work.case_id, work.decision_id, word) is None
    assert adopt(work) == "tweede_lezer_is_beslisser"
    assert adopt(work, by="Een ander") is None


@pytest.mark.parametrize(
    ("reader", "verdict", "text", "code"),
    [
        ("", ReviewVerdict.AKKOORD, "", "tweede_lezer_ontbreekt"),
        ("L. Lezer", ReviewVerdict.NIET_AKKOORD, " ", "reden_ontbreekt"),
        ("L. Lezer", ReviewVerdict.AKKOORD_MITS, "Noem de brief.", None),
    ],
)
def test_that_a_review_says_who_and_why(
    work: Work, reader: str, verdict: ReviewVerdict, text: str, code: str | None
) -> None:
    word = Verdict(reader=reader, verdict=verdict, text=text)
    problem = work.desk.decisions.review(work.case_id, work.decision_id, word)
    assert (problem.code if problem else None) == code
    assert len(work.decision.reviews) == (1 if code is None else 0)


def test_that_a_sealed_decision_changes_no_more(work: Work) -> None:
    assert adopt(work) is None
    decisions, ids = work.desk.decisions, (work.case_id, work.decision_id)
    assert adopt(work) == "besluit_vastgesteld"
    for problem in (
        decisions.weigh(*ids, FindingId("boete.schending"), Weight.LICHT, "Reden."),
        decisions.respond_to_flag(*ids, FlagId("s05.uitleg_niet_aangetoond"), "Tekst."),
        decisions.review(*ids, Verdict(reader="L. Lezer", verdict=ReviewVerdict.AKKOORD, text="")),
        decisions.answer_remark(*ids, "1.1", "Tekst."),
        decisions.set_own_text(*ids, "boete.bedrag", "Eigen tekst."),
        work.desk.cases.set_weight(*ids, "zwaar", "Reden."),
        work.desk.cases.set_decision_date(*ids, "01-01-2027"),
    ):
        assert problem is not None
        assert problem.code == "besluit_vastgesteld"


def test_that_announcing_gives_the_last_day_for_bezwaar(work: Work) -> None:
    assert adopt(work) is None
    result = work.desk.decisions.announce(work.case_id, work.decision_id, "13-11-2026")
    assert result.problem is None
    assert result.blocking == ()
    assert result.last_day_for_bezwaar == date(2026, 12, 28)
    assert work.decision.state is DecisionState.BEKENDGEMAAKT
    assert work.decision.sending_date == date(2026, 11, 13)


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ("gisteren", "geen_datum"),
        ("", "geen_datum"),
        ("01-01-2026", "voor_besluit"),
        ("26-11-2026", "nog_niet_verzonden"),
    ],
)
def test_that_a_wrong_day_of_sending_is_refused(work: Work, sent: str, code: str) -> None:
    assert adopt(work) is None
    problem = work.desk.decisions.announce(work.case_id, work.decision_id, sent).problem
    assert problem is not None
    assert problem.code == code
    assert work.decision.state is DecisionState.VASTGESTELD


def test_that_only_an_adopted_decision_is_announced(work: Work) -> None:
    ids = (work.case_id, work.decision_id)
    first = work.desk.decisions.announce(*ids, "13-11-2026").problem
    assert first is not None
    assert first.code == "besluit_niet_vastgesteld"
    assert adopt(work) is None
    assert work.desk.decisions.announce(*ids, "13-11-2026").problem is None
    second = work.desk.decisions.announce(*ids, "14-11-2026").problem
    assert second is not None
    assert second.code == "besluit_bekendgemaakt"


def test_that_an_open_step_15_keeps_a_decision_unannounced(work: Work) -> None:
    assert adopt(work) is None
    work.desk.interview.clear(work.case_id, work.decision_id, QuestionId("bekend.contactpersoon"))
    result = work.desk.decisions.announce(work.case_id, work.decision_id, "13-11-2026")
    assert "s15.stap_onvolledig" in [flag.id for flag in result.blocking]
    assert work.decision.state is DecisionState.VASTGESTELD


def test_that_a_mistake_before_announcing_gives_a_new_version(work: Work) -> None:
    ids = (work.case_id, work.decision_id)
    refused = work.desk.decisions.new_version(*ids)
    assert refused is not None
    assert refused.code == "besluit_niet_vastgesteld"
    assert adopt(work) is None
    assert work.desk.decisions.new_version(*ids) is None
    assert work.decision.state is DecisionState.CONCEPT
    work.answer("conclusie.redenen", "Beter uitgelegd.")
    assert adopt(work) is None
    assert [version.number for version in work.decision.versions] == [1, 2]
    assert "Beter uitgelegd." not in work.decision.versions[0].snapshot
    assert "Beter uitgelegd." in work.decision.versions[1].snapshot
    work.desk.decisions.announce(*ids, "13-11-2026")
    late = work.desk.decisions.new_version(*ids)
    assert late is not None
    assert late.code == "besluit_bekendgemaakt"


@pytest.mark.parametrize(
    ("kind", "text", "on", "code"),
    [
        ("reactie", "De inwoner belde.", "20-11-2026", None),
        ("reactie", "De inwoner belde.", "ooit", "geen_datum"),
        ("", "De inwoner belde.", "20-11-2026", "tekst_ontbreekt"),
        ("reactie", " ", "20-11-2026", "tekst_ontbreekt"),
    ],
)
def test_that_what_happens_afterwards_is_only_added(
    work: Work, kind: str, text: str, on: str, code: str | None
) -> None:
    ids = (work.case_id, work.decision_id)
    early = work.desk.decisions.add_follow_up(*ids, kind, text, on)
    assert early is not None
    assert early.code == "besluit_niet_vastgesteld"
    assert adopt(work) is None
    problem = work.desk.decisions.add_follow_up(*ids, kind, text, on)
    assert (problem.code if problem else None) == code
    assert len(work.decision.follow_ups) == (1 if code is None else 0)


def test_that_a_weight_has_a_reason(work: Work) -> None:
    ids = (work.case_id, work.decision_id)
    finding = FindingId("boete.schending")
    empty = work.desk.decisions.weigh(*ids, finding, Weight.LICHT, " ")
    assert empty is not None
    assert empty.code == "reden_ontbreekt"
    long = work.desk.decisions.weigh(*ids, finding, Weight.LICHT, "x" * 100_001)
    assert long is not None
    assert long.code == "too_long"
    assert work.desk.decisions.weigh(*ids, finding, Weight.LICHT, "Telt weinig.") is None
    assert finding in {item.finding for item in work.decision.weighing}


@pytest.mark.parametrize(
    ("flag", "text", "code"),
    [
        ("s05.uitleg_niet_aangetoond", "Nader uitgelegd.", None),
        ("s05.uitleg_niet_aangetoond", " ", "antwoord_ontbreekt"),
        ("s05.uitleg_niet_aangetoond", "Op [nog invullen: dag].", "open_plek"),
        ("s99.bestaat_niet", "Tekst.", "vlag_niet_aan"),
    ],
)
def test_that_a_flag_gets_an_answer(work: Work, flag: str, text: str, code: str | None) -> None:
    problem = work.desk.decisions.respond_to_flag(
        work.case_id, work.decision_id, FlagId(flag), text
    )
    assert (problem.code if problem else None) == code


def test_that_a_hard_flag_knows_no_override_and_a_soft_one_needs_two(desk: Desk) -> None:
    work = example(desk)
    ids = (work.case_id, work.decision_id)
    respond = desk.decisions.respond_to_flag
    desk.interview.clear(*ids, QuestionId("conclusie.redenen"))
    hard = respond(*ids, FlagId("s13.stap_onvolledig"), "Toch door.", "L. Lezer")
    assert hard is not None
    assert hard.code == "vlag_hard"
    fresh = new_work(desk, number="Z-2")
    fresh.answer("verwijtbaarheid.aandeel_gemeente", "ja")
    soft = FlagId("s13.bevinding_niet_gewogen")
    found = {f.id for f in desk.assessments.assess(fresh.case_id, fresh.decision_id).flags}
    assert soft in found
    alone = respond(fresh.case_id, fresh.decision_id, soft, "Toch door.")
    assert alone is not None
    assert alone.code == "tweede_lezer_ontbreekt"
    assert respond(fresh.case_id, fresh.decision_id, soft, "Toch door.", "L. Lezer") is None


def test_that_own_words_take_the_place_of_a_draft_and_leave_again(work: Work) -> None:
    ids = (work.case_id, work.decision_id)

    def printed() -> str:
        snapshot = work.desk.reporting.snapshot(*ids)
        return next(c.printed for c in snapshot.considerations if c.id == "boete.bedrag")

    drafted = printed()
    assert work.desk.decisions.set_own_text(*ids, "boete.bedrag", "Eigen woorden.") is None
    assert printed() == "Eigen woorden."
    assert work.desk.decisions.set_own_text(*ids, "boete.bedrag", "") is None
    assert printed() == drafted
    assert work.desk.decisions.set_own_text(*ids, "boete.bedrag", "") is None


def test_that_a_branding_word_is_said_and_does_not_stop_adopting(work: Work) -> None:
    work.answer("conclusie.redenen", "De inwoner is een fraudeur.")
    found = work.desk.assessments.assess(work.case_id, work.decision_id)
    [flag] = [item for item in found.flags if item.id == "s13.stempel"]
    assert "fraudeur" in flag.text
    assert adopt(work) is None
    assert work.decision.state is DecisionState.VASTGESTELD


def test_that_a_planned_review_that_nobody_did_is_overdue(work: Work) -> None:
    ids = (work.case_id, work.decision_id)
    work.answer("opvolging.datum", "24-11-2026")
    assert adopt(work) is None

    def overdue() -> bool:
        flags = work.desk.assessments.assess(*ids).flags
        assert flags == work.desk.assessments.waiting(*ids)().flags
        return "s16.heroverweging_voorbij" in {flag.id for flag in flags}

    assert not overdue()
    assert work.desk.decisions.announce(*ids, "13-11-2026").version is not None
    assert overdue()
    assert work.desk.decisions.add_follow_up(*ids, "heroverweging", "Gezien.", "25-11-2026") is None
    assert not overdue()


def test_that_a_change_of_the_linked_amount_moves_the_fine(desk: Desk) -> None:
    work = example(desk)
    linked = example(desk, kind="terugvordering_elders")
    linked.answer("terugvordering_elders.bedrag", "1.000,00")
    found = desk.assessments.assess(work.case_id, work.decision_id)
    assert found.total is not None
    assert found.total.cents == 25_000
    assert "boete.bedrag_hoger_dan_berekend" in {finding.id for finding in found.findings}
