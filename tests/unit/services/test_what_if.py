"""What would change this: one answer altered, never the blame, and to be stopped."""

from __future__ import annotations

from datetime import date

import pytest

from hardship_desk.domain.answers import Answer, AnswerState
from hardship_desk.domain.case import Case
from hardship_desk.domain.ids import DecisionId, QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.desk import Desk
from hardship_desk.services.flag_needs import Lack, may_be_named, need_at, needs_of_flags
from hardship_desk.services.thresholds import Effect, find_thresholds
from hardship_desk.services.what_if import AmountChanges, may_be_altered
from tests.integration.desks import Work, example, new_work, open_desk_in


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return open_desk_in(tmp_path_factory.mktemp("kluis"))


@pytest.fixture(scope="module")
def work(desk: Desk) -> Work:
    return example(desk)


@pytest.fixture(scope="module")
def changes(desk: Desk, work: Work) -> AmountChanges:
    return desk.what_if.amounts(work.case, work.decision_id)


def test_that_every_altered_answer_gives_another_total(changes: AmountChanges) -> None:
    assert changes.complete
    assert changes.total is not None
    assert changes.answers
    assert all(change.total != changes.total for change in changes.answers)
    totals = {(c.question.id, c.answer.value): c.total for c in changes.answers}
    assert totals[(QuestionId("draagkracht.leefvorm"), "gehuwden_aow")] == Money.parse_dutch(
        "532,50"
    )
    assert totals[(QuestionId("regel.kenbaar"), False)] is None


def test_that_blame_and_conclusion_are_never_altered(changes: AmountChanges) -> None:
    touched = {change.question.id for change in changes.answers}
    touched |= {change.question.id for change in changes.amounts}
    assert [name for name in touched if name.startswith(("verwijtbaarheid.", "conclusie."))] == []


def test_that_no_question_about_blame_may_be_altered(desk: Desk) -> None:
    questions = [q for step in desk.questionnaire.steps for q in step.questions]
    blame = [q for q in questions if q.id.startswith("verwijtbaarheid.")]
    assert blame
    blame += [q for q in questions if q.id in ("maatregel.verwijt", "schuldregeling.graad")]
    blame += [q for q in questions if "opschorting.verwijt" in q.id]
    assert {q.id.partition(".")[0] for q in blame} == {
        "verwijtbaarheid",
        "maatregel",
        "schuldregeling",
        "opschorting",
    }
    assert not any(may_be_altered(question) for question in blame)
    graded = [q for q in questions if any("verwijtbaarheid" in o.id for o in q.options)]
    assert not any(may_be_altered(question) for question in graded)
    outcome = [q for q in questions if q.options_from == "outcomes"]
    assert not any(may_be_altered(question) for question in outcome)


def test_that_a_line_that_would_give_no_amount_is_named(changes: AmountChanges) -> None:
    without = {c.answer.value: c.without for c in changes.answers}
    assert without["anders"] == ("Draagkracht",)
    assert without["gehuwden_aow"] == ()


def test_that_another_day_shows_the_norm_of_that_day(changes: AmountChanges) -> None:
    assert [change.day for change in changes.days] == [date(2026, 6, 30)]
    assert changes.days[0].total == Money.parse_dutch("420,45")


def test_that_the_dossier_stays_as_it_is(desk: Desk, work: Work) -> None:
    before = work.case
    desk.what_if.amounts(before, work.decision_id)
    assert work.case == before


def test_that_it_can_be_stopped(desk: Desk, work: Work) -> None:
    stopped = Cancellation()
    stopped.cancel()
    found = desk.what_if.amounts(work.case, work.decision_id, stopped)
    assert not found.complete
    assert (found.answers, found.amounts, found.days) == ((), (), ())


def test_that_a_decision_without_a_date_or_amount_gives_nothing(desk: Desk) -> None:
    empty = new_work(desk, decision_date="")
    found = desk.what_if.amounts(empty.case, empty.decision_id)
    assert found.total is None
    assert (found.amounts, found.days) == ((), ())


@pytest.mark.parametrize(
    ("now", "effect", "amount"),
    [
        (0, Effect.STOPS_ABOVE, 500),
        (800, Effect.COUNTS_BELOW, 500),
    ],
)
def test_that_the_amount_is_found_where_counting_ends(
    now: int, effect: Effect, amount: int
) -> None:
    def total_at(value: Money) -> Money:
        return min(value, Money.from_euros(500))

    found = {
        item.effect: item.amount
        for item in find_thresholds(Money.from_euros(now), total_at, Cancellation())
    }
    assert list(found) == [effect]
    assert abs(found[effect].cents - amount * 100) <= 200


def test_that_the_amount_is_found_where_counting_begins() -> None:
    def total_at(value: Money) -> Money:
        return max(value, Money.from_euros(500))

    low, high = Money.from_euros(100), Money.from_euros(900)
    [above] = find_thresholds(low, total_at, Cancellation())
    assert above.effect is Effect.COUNTS_ABOVE
    [below] = find_thresholds(high, total_at, Cancellation())
    assert below.effect is Effect.STOPS_BELOW


def test_that_a_flat_total_has_no_threshold() -> None:
    assert list(find_thresholds(Money(5000), lambda _value: Money(1), Cancellation())) == []


def lacks(desk: Desk, case: Case, decision: DecisionId) -> dict[tuple[str, str], str]:
    assessment = desk.assessments.assess(case.id, decision)
    return {
        (item.flag.id, need.question.id): need.lack.value
        for item in needs_of_flags(desk.questionnaire, case, decision, assessment)
        for need in item.needs
    }


def test_that_an_open_flag_lists_what_is_missing(desk: Desk) -> None:
    empty = new_work(desk)
    found = lacks(desk, empty.case, empty.decision_id)
    assert Lack.FACT.value in set(found.values())


def test_that_an_answer_without_evidence_is_named(desk: Desk) -> None:
    work = new_work(desk)
    work.answer("benadeling.soort", "ingevoerd")
    work.answer("benadeling.bedrag", "900,00")
    asked = desk.questionnaire.question(QuestionId("benadeling.bedrag"))
    answer = work.decision.answers.get(asked.id)
    need = need_at(asked, answer, has_evidence=False)
    assert need is not None
    assert need.lack is Lack.EVIDENCE
    assert need_at(asked, answer, has_evidence=True) is None


def test_that_an_answer_that_stays_unknown_is_named(desk: Desk) -> None:
    asked = desk.questionnaire.question(QuestionId("regel.kenbaar"))
    need = need_at(asked, Answer(question=asked.id, state=AnswerState.UNKNOWN), has_evidence=False)
    assert need is not None
    assert need.lack is Lack.UNKNOWN


def test_that_no_flag_points_at_a_judgement_of_blame(desk: Desk) -> None:
    empty = new_work(desk)
    named = {question for _flag, question in lacks(desk, empty.case, empty.decision_id)}
    assert "verwijtbaarheid.graad" not in named
    assert [name for name in named if name.endswith("_gronden")] == []
    assert not may_be_named(QuestionId("verwijtbaarheid.graad"))


def test_that_each_open_flag_is_there_with_its_advice(desk: Desk) -> None:
    empty = new_work(desk)
    assessment = desk.assessments.assess(empty.case_id, empty.decision_id)
    found = needs_of_flags(desk.questionnaire, empty.case, empty.decision_id, assessment)
    assert [item.flag for item in found] == [flag for flag in assessment.flags if flag.blocks]
    assert all(item.flag.advice for item in found)


def test_that_something_to_find_out_names_who_does(desk: Desk) -> None:
    work = new_work(desk)
    problem = desk.interview.to_investigate(
        work.case_id,
        work.decision_id,
        desk.questionnaire.step(2).questions[0].id,
        "de jurist",
        "",
    )
    assert problem is None
    assessment = desk.assessments.assess(work.case_id, work.decision_id)
    found = needs_of_flags(desk.questionnaire, work.case, work.decision_id, assessment)
    actors = {need.actor for item in found for need in item.needs}
    assert "de jurist" in actors
