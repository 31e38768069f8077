"""How many answers the kinds of decision around bijstand take, counted on the shipped questions."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerValue
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.ids import DecisionTypeId, QuestionId
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.questionnaire.route import asked

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "questionnaires"
BIJZONDERE_BIJSTAND = DecisionTypeId("bijzondere_bijstand")
SMALL: dict[str, AnswerValue] = {
    "intake.raakt": ("geen",),
    "horen.zienswijze_gegeven": "ja",
    "bijzondere_bijstand.soort": "duurzame_gebruiksgoederen",
    "bijzondere_bijstand.voorliggend": "geen",
    "bijzondere_bijstand.doen_zich_voor": "ja",
    "bijzondere_bijstand.noodzakelijk": True,
    "bijzondere_bijstand.bijzonder": True,
    "bijzondere_bijstand.drempel": False,
    "bijzondere_bijstand.draagkracht_wijze": "geen_ruimte",
    "conclusie.uitkomst": "toekennen",
}


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return load_questionnaire(FOLDER)


def count(questionnaire: Questionnaire, **changes: AnswerValue) -> int:
    """How many questions the kort route asks in the small case with these changes."""
    given = {**SMALL, **{name.replace("__", "."): value for name, value in changes.items()}}
    answers = AnswerSet.of(
        tuple(Answer(question=QuestionId(key), value=value) for key, value in given.items())
    )
    return len(asked(questionnaire, BIJZONDERE_BIJSTAND, CaseWeight.KORT, answers))


def test_that_a_small_bijzondere_bijstand_takes_nineteen_answers(
    questionnaire: Questionnaire,
) -> None:
    assert count(questionnaire) == 19


@pytest.mark.parametrize(
    "changes",
    [
        {"horen__zienswijze_gegeven": "nee"},
        {"bijzondere_bijstand__soort": "bewind"},
        {"bijzondere_bijstand__soort": "inkomenstoeslag"},
        {"bijzondere_bijstand__draagkracht_wijze": "eerder_vastgesteld"},
        {"bijzondere_bijstand__drempel": True, "conclusie__uitkomst": "afwijzen"},
        {"bijzondere_bijstand__noodzakelijk": False, "conclusie__uitkomst": "afwijzen"},
    ],
)
def test_that_a_small_one_in_the_kort_route_takes_at_most_twenty_answers(
    questionnaire: Questionnaire, changes: dict[str, AnswerValue]
) -> None:
    assert count(questionnaire, **changes) <= 20


def test_that_a_test_that_fails_ends_the_questions_on_the_next(
    questionnaire: Questionnaire,
) -> None:
    shorter = count(questionnaire, bijzondere_bijstand__doen_zich_voor="nee")
    assert shorter == count(questionnaire) - 2


def test_that_the_example_in_the_kort_route_holds_at_most_twenty_answers(
    questionnaire: Questionnaire,
) -> None:
    example = FOLDER.parent / "voorbeelden" / "bijzondere_bijstand.toml"
    case = tomllib.loads(example.read_text("utf-8"))
    (decision,) = case["besluit"]
    given = {*_names(case["feiten"]), *_names(decision["antwoorden"])}
    assert decision["gewicht"] == "kort"
    assert len(given) == count(questionnaire) <= 20


def _names(answers: dict[str, dict[str, object]]) -> set[str]:
    return {f"{head}.{tail}" for head, group in answers.items() for tail in group}
