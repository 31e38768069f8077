"""Conditions: how they are read, when they hold, and what they look at."""

from __future__ import annotations

from datetime import date

import pytest

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState, AnswerValue, Row
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.questionnaire.condition_reader import read_condition
from hardship_desk.questionnaire.conditions import holds, questions_in
from hardship_desk.questionnaire.model import All, AnyOf, Comparison, Condition, Not, Operator
from tests.unit.questionnaire.builders import answers, problems_of, table

PROEF = QuestionId("horen.proef")


def condition(text: str) -> Condition:
    reader = table(text)
    found = read_condition(reader)
    assert problems_of(reader) == []
    assert found is not None
    return found


def holds_for(text: str, value: AnswerValue) -> bool:
    return holds(condition(f'question = "horen.proef"\n{text}'), answers(horen__proef=value))


@pytest.mark.parametrize(
    ("text", "fitting", "other"),
    [
        ("equals = true", True, False),
        ("equals = 1", 1, True),
        ("equals = true", True, 1),
        ('equals = "ja"', "ja", "nee"),
        ("equals = 340.00", Money(34000), Money(34001)),
        ("equals = 340.00", Money(34000), 340),
        ("equals = 2025-01-02", date(2025, 1, 2), date(2025, 1, 3)),
        ('any_of = ["ja", "deels"]', "deels", "nee"),
        ('contains = "post"', ("post", "telefoon"), ("telefoon",)),
        ('contains = "post"', ("post",), "post"),
        ("count_at_least = 2", ("a", "b"), ("a",)),
        ("count_at_least = 1", (Row(id="r1", cells=()),), "abc"),
        ("at_least = 5", 5, 4),
        ("at_most = 5", 5, 6),
        ("at_least = 340.01", Money(34001), Money(34000)),
        ("at_most = 340.00", Money(34000), Money(34001)),
        ("at_least = 2020-08-04", date(2020, 8, 4), date(2020, 8, 3)),
        ("at_most = 2016-12-31", date(2016, 12, 31), date(2017, 1, 1)),
        ("at_most = 5", 5, Money(1)),
        ("at_least = 5", 5, Period(date(2025, 1, 1))),
        ("answered = true", "x", ()),
    ],
)
def test_that_a_comparison_holds_for_what_fits(
    text: str, fitting: AnswerValue, other: AnswerValue
) -> None:
    assert holds_for(text, fitting)
    if not text.startswith("answered"):
        assert not holds_for(text, other)


@pytest.mark.parametrize(
    "text",
    ["equals = false", 'any_of = ["nee"]', "at_most = 5", "count_at_least = 0", "answered = true"],
)
@pytest.mark.parametrize(
    "given",
    [
        AnswerSet(),
        AnswerSet.of((Answer(question=PROEF, state=AnswerState.UNKNOWN),)),
        AnswerSet.of((Answer(question=PROEF, state=AnswerState.TO_INVESTIGATE),)),
    ],
)
def test_that_nothing_holds_without_a_given_answer(text: str, given: AnswerSet) -> None:
    assert not holds(condition(f'question = "horen.proef"\n{text}'), given)


def test_that_unanswered_can_be_asked_for() -> None:
    unanswered = condition('question = "horen.proef"\nanswered = false')
    unknown = AnswerSet.of((Answer(question=PROEF, state=AnswerState.UNKNOWN),))
    assert holds(unanswered, AnswerSet())
    assert holds(unanswered, unknown)
    assert not holds(unanswered, answers(horen__proef=False))


def test_that_all_any_and_not_combine() -> None:
    text = (
        'all = [{ question = "a.a", equals = true },\n'
        '  { any = [{ question = "a.b", equals = 1 }, { not = { question = "a.c", equals = 2 } }] }]'
    )
    whole = condition(text)
    assert questions_in(whole) == {"a.a", "a.b", "a.c"}
    assert holds(whole, answers(a__a=True, a__b=1, a__c=2))
    assert holds(whole, answers(a__a=True, a__b=3))
    assert not holds(whole, answers(a__a=True, a__b=3, a__c=2))
    assert not holds(whole, answers(a__a=False, a__b=1))


def test_that_a_condition_is_read_into_its_parts() -> None:
    part = Comparison(question=QuestionId("a.a"), operator=Operator.EQUALS, operand="x")
    simple = '{ question = "a.a", equals = "x" }'
    assert condition(f"all = [{simple}]") == All((part,))
    assert condition(f"any = [{simple}]") == AnyOf((part,))
    assert condition(f"not = {simple}") == Not(part)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ('question = "a.a"', [": exactly_one_operator_expected"]),
        (
            'question = "a.a"\nequals = 1\nat_least = 1',
            [": exactly_one_operator_expected"],
        ),
        ("equals = 1", ["question: missing"]),
        ('question = "a.a"\nequals = [1]', ["equals: operand_of_wrong_kind"]),
        ('question = "a.a"\nequals = {}', ["equals: operand_of_wrong_kind"]),
        ('question = "a.a"\nequals = 0.001', ["equals: operand_of_wrong_kind"]),
        ('question = "a.a"\nat_least = inf', ["at_least: operand_of_wrong_kind"]),
        ('question = "a.a"\nat_least = nan', ["at_least: operand_of_wrong_kind"]),
        ('question = "a.a"\nat_least = true', ["at_least: operand_of_wrong_kind"]),
        ('question = "a.a"\nat_least = "5"', ["at_least: operand_of_wrong_kind"]),
        (
            'question = "a.a"\nat_least = 2025-01-01T00:00:00',
            ["at_least: operand_of_wrong_kind"],
        ),
        ('question = "a.a"\nany_of = "ja"', ["any_of: operand_of_wrong_kind"]),
        ('question = "a.a"\ncontains = 5', ["contains: operand_of_wrong_kind"]),
        ('question = "a.a"\nanswered = "ja"', ["answered: operand_of_wrong_kind"]),
        ('question = "a.a"\nequals = 1\nwaarom = "x"', ["waarom: unknown_key"]),
        ("all = []", ["all: at_least_one_part_expected"]),
        (
            'any = [{ question = "a.a", equals = 1 }]\nall = [{ question = "a.a", equals = 1 }]',
            ["any: unknown_key"],
        ),
        ('all = [{ question = "a.a" }]', ["all[1]: exactly_one_operator_expected"]),
        ("not = 5", ["not: not_a_table"]),
        ('not = { question = "a.a" }', ["not: exactly_one_operator_expected"]),
    ],
)
def test_that_a_mistake_in_a_condition_is_named(text: str, problems: list[str]) -> None:
    reader = table(text)
    read_condition(reader)
    assert problems_of(reader) == problems
