"""Rekenhulpen: the same lines as in a dossier, and nothing is saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.assessment.rekenhulp import Rekenhulp
from hardship_desk.domain.ids import QuestionId
from hardship_desk.services.desk import Desk
from hardship_desk.services.rekenhulpen import Calculated, Filled, keep_answers
from tests.integration.desks import new_work, open_desk_in


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk_in(tmp_path)


def named(desk: Desk, name: str) -> Rekenhulp:
    return next(item for item in desk.rekenhulpen.all() if item.id == name)


def run_example(desk: Desk, item: Rekenhulp) -> Calculated:
    filled = Filled(days=item.example.days, answers=item.example.answers)
    return desk.rekenhulpen.calculate(item, filled)


def test_that_every_shipped_example_comes_out(desk: Desk) -> None:
    for item in desk.rekenhulpen.all():
        found = run_example(desk, item)
        assert found.day_problems == (), item.id
        assert found.answer_problems == (), item.id
        assert found.plugin_problems == (), item.id
        assert {part.id for part in found.computations} == {part.id for part in item.shown}
        amounts = {part.id: part.total for part in found.computations}
        amounts |= {line.id: line.amount for part in found.computations for line in part.lines}
        assert {key: amounts.get(key) for key in item.example.result} == item.example.result


def test_that_every_answer_of_an_example_is_asked(desk: Desk) -> None:
    for item in desk.rekenhulpen.all():
        asked = {question.id for question in run_example(desk, item).questions}
        assert set(item.example.answers) <= asked, item.id


def test_that_every_line_has_article_source_and_certainty(desk: Desk) -> None:
    for item in desk.rekenhulpen.all():
        for computation in run_example(desk, item).computations:
            for line in computation.lines:
                assert line.basis.dutch()
                assert line.source.title
                assert line.formula


def test_that_a_dossier_with_the_same_answers_gives_the_same_lines(desk: Desk) -> None:
    item = named(desk, "boete")
    days = item.example.days
    work = new_work(
        desk,
        gemeentecode="landelijk",
        conduct_from=days["gedraging_van"],
        conduct_to=days["gedraging_tot"],
        decision_date=days["besluit"],
    )
    filled = Filled(days=days, answers=item.example.answers)
    keep_answers(desk.interview, work.case_id, work.decision_id, item, filled)
    for question, raw in (("regel.kenbaar", "ja"), ("regel.zelf_bekend", "nee")):
        work.answer(question, raw)
    work.answer("poort.beletsel", ("geen",))
    assessed = desk.assessments.assess(work.case_id, work.decision_id)
    [reckoned] = desk.rekenhulpen.calculate(item, filled).computations
    assert reckoned.lines == assessed.computations[0].lines


def test_that_what_was_assumed_does_not_become_an_answer(desk: Desk) -> None:
    item, work = named(desk, "boete"), new_work(desk)
    filled = Filled(answers={**item.example.answers, "draagkracht.inkomen": ""})
    keep_answers(desk.interview, work.case_id, work.decision_id, item, filled)
    answers = work.case.answers_for(work.decision_id)
    assert answers.get(QuestionId("benadeling.bedrag")) is not None
    assert all(answers.get(answer.question) is None for answer in item.assumed)


def test_that_nothing_is_saved(desk: Desk) -> None:
    before = desk.cases.list_cases()
    run_example(desk, named(desk, "boete"))
    assert desk.cases.list_cases() == before


def test_that_an_answer_brings_the_next_question(desk: Desk) -> None:
    item = named(desk, "boete")
    none = desk.rekenhulpen.calculate(item, Filled())
    some = desk.rekenhulpen.calculate(item, Filled(answers={"benadeling.soort": "ingevoerd"}))
    added = {q.id for q in some.questions} - {q.id for q in none.questions}
    assert added == {"benadeling.bedrag"}


def test_that_an_option_that_needs_a_dossier_is_left_out(desk: Desk) -> None:
    [question] = [
        item
        for item in desk.rekenhulpen.calculate(named(desk, "boete"), Filled()).questions
        if item.id == "benadeling.soort"
    ]
    assert {option.id for option in question.options} == {"geen", "ingevoerd"}


def test_that_what_is_wrong_is_named_and_does_not_count(desk: Desk) -> None:
    item = named(desk, "boete")
    answers = {"benadeling.soort": "ingevoerd", "benadeling.bedrag": "veel"}
    days = {"gedraging_van": "31-03-2026", "gedraging_tot": "01-03-2026", "besluit": "morgen"}
    found = desk.rekenhulpen.calculate(item, Filled(days=days, answers=answers))
    assert [(p.field, p.code) for p in found.day_problems] == [
        ("besluit", "geen_datum"),
        ("gedraging_tot", "einde_voor_begin"),
    ]
    assert [(p.question, p.code) for p in found.answer_problems] == [
        ("benadeling.bedrag", "not_an_amount")
    ]
    assert found.computations[0].total is None


def test_that_a_part_of_a_calculation_has_no_total(desk: Desk) -> None:
    item = named(desk, "draagkracht")
    [part] = run_example(desk, item).computations
    assert part.total is None
    assert [line.id for line in part.lines] == ["boete.10_draagkracht"]
    empty = desk.rekenhulpen.calculate(item, Filled())
    assert empty.computations == ()


def test_that_facts_of_a_dossier_count_as_facts(desk: Desk) -> None:
    item = replace(
        named(desk, "boete"), questions=(QuestionId("intake.meldplicht_dag"),), assumed=()
    )
    found = desk.rekenhulpen.calculate(
        item, Filled(answers={"intake.meldplicht_dag": "31-01-2026"})
    )
    assert found.answer_problems == ()
    assert [question.id for question in found.questions] == ["intake.meldplicht_dag"]
