"""The work page: answers are saved when given, and what is wrong stays as it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.domain.answers import StatementTag
from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.judging import JudgingPresenter
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.question_item import Mode, QuestionItem
from hardship_desk.presenters.question_rule import question_rule
from hardship_desk.presenters.work import WorkPage, WorkPresenter
from tests.integration.desks import new_work, open_desk_in
from tests.unit.presenters.screens import (
    Frame,
    Screen,
    drafts_of,
    open_example,
    open_work,
    window_texts,
)

Stage = tuple[OpenCase, WorkPresenter, Screen[WorkPage], Frame]


def stage(case: OpenCase) -> Stage:
    screen: Screen[WorkPage] = Screen()
    frame = Frame()
    presenter = WorkPresenter(case, screen, window_texts(case.desk), frame, drafts_of(case))
    presenter.refresh()
    return case, presenter, screen, frame


@pytest.fixture
def fresh(tmp_path: Path) -> Stage:
    return stage(open_work(new_work(open_desk_in(tmp_path))))


@pytest.fixture
def filled(tmp_path: Path) -> Stage:
    return stage(open_example(tmp_path))


def item(screen: Screen[WorkPage], question: str) -> QuestionItem:
    return next(q for group in screen.page.groups for q in group.questions if q.id == question)


def test_that_nothing_is_chosen_in_a_new_dossier(fresh: Stage) -> None:
    case, presenter, screen, _ = fresh
    for step in case.route.steps:
        presenter.go_to(step)
        assert [q.id for group in screen.page.groups for q in group.questions if q.raw] == []


def test_that_an_answer_is_saved_at_once(fresh: Stage) -> None:
    case, presenter, screen, _ = fresh
    presenter.answer("intake.aanleiding", "Er werd niet gemeld.", final=False)
    again = case.desk.cases.open_case(case.case_id)
    assert again.facts.get(QuestionId("intake.aanleiding")) is not None
    assert "Opgeslagen" in screen.page.saved
    assert screen.refreshes == 1


def test_that_the_only_tag_of_a_question_goes_with_the_answer(fresh: Stage) -> None:
    case, presenter, _, _ = fresh
    presenter.answer("intake.aanleiding", "Er werd niet gemeld.", final=True)
    answer = case.answers.get(QuestionId("intake.aanleiding"))
    assert answer is not None
    assert answer.tag is StatementTag.FEIT


def test_that_a_wrong_date_keeps_what_was_typed(fresh: Stage) -> None:
    case, presenter, screen, _ = fresh
    presenter.answer("intake.meldplicht_dag", "32-13", final=True)
    shown = item(screen, "intake.meldplicht_dag")
    assert shown.raw == "32-13"
    assert shown.error == "‘32-13’ is geen datum. Schrijf bijvoorbeeld 24-11-2026."
    assert screen.page.unsaved
    assert case.answers.get(QuestionId("intake.meldplicht_dag")) is None
    presenter.answer("intake.meldplicht_dag", "31-01-2026", final=True)
    assert item(screen, "intake.meldplicht_dag").error == ""
    assert not screen.page.unsaved


def test_that_an_error_waits_until_the_user_is_done(fresh: Stage) -> None:
    _, presenter, screen, _ = fresh
    presenter.answer("intake.meldplicht_dag", "3", final=False)
    assert item(screen, "intake.meldplicht_dag").error == ""
    assert item(screen, "intake.meldplicht_dag").raw == "3"


def test_that_an_emptied_field_clears_the_answer(filled: Stage) -> None:
    case, presenter, _, _ = filled
    presenter.answer("intake.aanleiding", "  ", final=True)
    assert case.answers.get(QuestionId("intake.aanleiding")) is None


def test_that_not_applicable_wants_a_reason(fresh: Stage) -> None:
    _, presenter, screen, _ = fresh
    presenter.not_applicable("intake.gewenst_effect", " ")
    assert item(screen, "intake.gewenst_effect").error == "Vul de reden in."
    presenter.not_applicable("intake.gewenst_effect", "De inwoner is overleden.")
    shown = item(screen, "intake.gewenst_effect")
    assert (shown.mode, shown.reason) == (Mode.NOT_APPLICABLE, "De inwoner is overleden.")


def test_that_something_to_find_out_names_who_and_when(fresh: Stage) -> None:
    _, presenter, screen, _ = fresh
    presenter.to_investigate("intake.gewenst_effect", "Jan", "01-12-2026")
    shown = item(screen, "intake.gewenst_effect")
    assert (shown.mode, shown.actor, shown.due) == (Mode.INVESTIGATE, "Jan", "01-12-2026")


def test_that_unknown_is_an_answer_of_its_own(fresh: Stage) -> None:
    _, presenter, screen, _ = fresh
    presenter.unknown("intake.meldplicht_dag")
    shown = item(screen, "intake.meldplicht_dag")
    assert (shown.mode, shown.raw, shown.settled) == (Mode.UNKNOWN, "", True)
    presenter.clear("intake.meldplicht_dag")
    assert item(screen, "intake.meldplicht_dag").mode is Mode.ANSWER


def test_that_a_tag_needs_an_answer_first(fresh: Stage) -> None:
    _, presenter, screen, _ = fresh
    presenter.set_tag("intake.gewenst_effect", "standpunt")
    assert item(screen, "intake.gewenst_effect").error.startswith("Geef eerst een antwoord")
    presenter.answer("intake.gewenst_effect", "Rust.", final=True)
    presenter.set_tag("intake.gewenst_effect", "standpunt")
    assert item(screen, "intake.gewenst_effect").tag == "standpunt"


def test_that_evidence_is_linked_to_an_answer(filled: Stage) -> None:
    _, presenter, screen, _ = filled
    presenter.link_evidence("intake.aanleiding", ("brief-uitleg",))
    titles = item(screen, "intake.aanleiding").evidence_titles
    assert any("Brief van de gemeente" in title for title in titles)


def test_that_the_last_step_leads_to_the_decision(filled: Stage) -> None:
    _, presenter, screen, frame = filled
    presenter.go_to(16)
    assert screen.page.next_text == "Naar het besluit"
    presenter.move(1)
    assert frame.went_to == ["besluit"]
    presenter.move(-1)
    assert presenter.step == 15


def test_that_the_step_is_remembered(filled: Stage) -> None:
    case, presenter, _, _ = filled
    presenter.go_to(9)
    presenter.memory.save()
    assert case.desk.cases.open_case(case.case_id).decision(case.decision_id).current_step == 9


def test_that_the_kort_route_stands_on_one_page(tmp_path: Path) -> None:
    _, presenter, screen, frame = stage(open_example(tmp_path, "VB-2026-002"))
    assert len(screen.page.groups) == 7
    presenter.move(1)
    assert frame.went_to == ["besluit"]


def test_that_the_kompas_names_article_period_and_certainty(filled: Stage) -> None:
    _, presenter, screen, _ = filled
    presenter.go_to(6)
    kompas = screen.page.kompas
    assert any("gelezen in de wettekst" in finding.source for finding in kompas.findings)
    assert kompas.calculations[0].total == "Berekend bedrag: € 425,84"


def test_that_the_kompas_says_the_rule_of_one_question_and_what_leans_on_it(filled: Stage) -> None:
    case, _, _, _ = filled
    texts = window_texts(case.desk)
    rule = question_rule(case, "draagkracht.vermogen", texts)
    assert rule is not None
    assert (rule.article, rule.touches) == ("Awb 5:46", "Telt mee bij 1 bevinding")
    assert [choice.id for choice in rule.touched] == ["b:boete.draagkracht_bepaalt"]
    assert "De boete past bij de ernst" in rule.gist
    assert "Geldt: " in rule.holds
    assert rule.holds.endswith("gelezen in de wettekst")
    assert rule.source == "Bron: Algemene wet bestuursrecht, tekst per 1-1-2024"
    assert not rule.computed
    assert question_rule(case, "bestaat.niet", texts) is None
    amount = question_rule(case, "conclusie.bedrag", texts)
    assert amount is not None
    assert amount.computed == "Berekening van de bestuurlijke boete: €\u00a0425,84"


def test_that_flags_on_an_answer_are_counted_at_the_question(filled: Stage) -> None:
    case, _, _, _ = filled
    found = [
        rule
        for step in case.route.steps
        for question in case.questions(step)
        if (rule := question_rule(case, question.id, window_texts(case.desk))) is not None
    ]
    assert all(rule.gist for rule in found)
    assert any("1 vlag" in rule.touches for rule in found)


def test_that_a_finding_that_pleads_is_weighed_at_the_conclusion(filled: Stage) -> None:
    case, presenter, screen, frame = filled
    judging = JudgingPresenter(case, window_texts(case.desk), frame, presenter.reassess)
    presenter.go_to(13)
    asking = [finding for finding in screen.page.kompas.findings if finding.can_weigh]
    assert [finding.direction for finding in asking] == ["Pleit voor de inwoner"]
    assert screen.page.kompas.weighed == "1 van 1 gewogen"
    loose = asking[0]
    judging.weigh(loose.id, "licht", "Dit telt maar een beetje.")
    now = next(finding for finding in screen.page.kompas.findings if finding.id == loose.id)
    assert (now.weight, now.reason) == ("licht", "Dit telt maar een beetje.")


def test_that_a_flag_that_is_gone_is_told(filled: Stage) -> None:
    case, presenter, _, frame = filled
    judging = JudgingPresenter(case, window_texts(case.desk), frame, presenter.reassess)
    judging.respond_to_flag("s01.bestaat_niet", "Gezien.", "")
    assert frame.messages[-1].text == "Deze vlag staat niet meer aan."
