"""What decision types and plugins add comes at its place, and a trait stands for types."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.domain.ids import DecisionTypeId, QuestionId
from hardship_desk.questionnaire.joining import add_questions, types_of, with_types_of_traits
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.model import AnswerType, Question, Questionnaire
from hardship_desk.questionnaire.toml_reader import ProblemList

SHIPPED = Path(__file__).resolve().parents[3] / "resources" / "questionnaires"
BOETE = DecisionTypeId("boete")


@pytest.fixture(scope="module")
def shipped() -> Questionnaire:
    return load_questionnaire(SHIPPED)


def question(name: str, **changed: object) -> Question:
    plain = Question(id=QuestionId(name), step=1, type=AnswerType.YES_NO, text="x")
    return replace(plain, **changed)  # type: ignore[arg-type]  # names are those of the fields


def ids_of_step_one(whole: Questionnaire) -> list[str]:
    return [item.id for item in whole.step(1).questions]


def test_that_a_question_comes_behind_the_one_it_names(shipped: Questionnaire) -> None:
    problems = ProblemList()
    first = shipped.step(1).questions[0].id
    added = (question("x.een", after=first), question("x.twee", after=QuestionId("x.een")))
    whole = add_questions(shipped, added, shipped.flags, problems)
    assert ids_of_step_one(whole)[:3] == [first, "x.een", "x.twee"]
    assert problems.all() == ()


def test_that_a_question_without_a_place_comes_last(shipped: Questionnaire) -> None:
    whole = add_questions(shipped, (question("x.een"),), shipped.flags, ProblemList())
    assert ids_of_step_one(whole)[-1] == "x.een"


def test_that_an_unknown_place_is_a_mistake(shipped: Questionnaire) -> None:
    problems = ProblemList()
    lost = question("x.een", after=QuestionId("regel.doel"))
    whole = add_questions(shipped, (lost,), shipped.flags, problems)
    assert ids_of_step_one(whole)[-1] == "x.een"
    assert [str(item) for item in problems.all()] == [
        "step 1: x.een.after: no_such_question_before"
    ]


def test_that_a_trait_stands_for_the_types_that_have_it(shipped: Questionnaire) -> None:
    problems = ProblemList()
    holder = question("x.een", traits=("gedraging",), types=(DecisionTypeId("ander"), BOETE))
    having = {"gedraging": [BOETE]}
    assert types_of(holder, having, problems) == ("ander", BOETE)
    assert problems.all() == ()


def test_that_a_trait_of_no_type_is_a_mistake(shipped: Questionnaire) -> None:
    problems = ProblemList()
    added = (question("x.een", traits=("zo_maar",)),)
    with_types_of_traits(add_questions(shipped, added, (), problems), problems)
    assert [str(item) for item in problems.all()] == ["traits: x.een.traits: unknown_trait zo_maar"]
