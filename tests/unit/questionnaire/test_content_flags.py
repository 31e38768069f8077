"""The core flags that are shipped: each fires in the situation it is for, and not beside it."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerValue
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.flag import Moment, Severity
from hardship_desk.domain.ids import DecisionTypeId, FlagId, QuestionId
from hardship_desk.questionnaire.conditions import holds
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.model import FlagDefinition, Questionnaire
from hardship_desk.questionnaire.outcome import chosen_outcome, with_outcome_facts
from hardship_desk.questionnaire.route import answers_on_route, asked
from tests.unit.questionnaire import flags_of
from tests.unit.questionnaire.flags_of.boete import Given

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "questionnaires"
OF_TYPES = {
    DecisionTypeId(found.name): importlib.import_module(f"{flags_of.__name__}.{found.name}")
    for found in pkgutil.iter_modules(flags_of.__path__)
}
SCENARIOS = [
    (kind, *scenario) for kind, module in OF_TYPES.items() for scenario in module.SCENARIOS
]
BOETE = DecisionTypeId("boete")


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return load_questionnaire(FOLDER)


def flag_of(questionnaire: Questionnaire, name: str) -> FlagDefinition:
    return next(flag for flag in questionnaire.flags if flag.id == FlagId(name))


def fires(
    questionnaire: Questionnaire, name: str, given: Given, kind: DecisionTypeId = BOETE
) -> bool:
    """Whether the flag fires on the heaviest route that knows it; what is off the route is gone."""
    flag = flag_of(questionnaire, name)
    weight = CaseWeight.ZWAAR if CaseWeight.ZWAAR in flag.weights else CaseWeight.KORT
    all_answers = AnswerSet.of(
        tuple(Answer(question=QuestionId(key), value=value) for key, value in given.items())
    )
    on_route = answers_on_route(asked(questionnaire, kind, weight, all_answers), all_answers)
    outcome = chosen_outcome(questionnaire.decision_type(kind), on_route)
    return flag.when is not None and holds(flag.when, with_outcome_facts(on_route, outcome))


@pytest.mark.parametrize(("kind", "name", "given", "change"), SCENARIOS)
def test_that_a_flag_fires_and_stops(
    questionnaire: Questionnaire,
    kind: DecisionTypeId,
    name: str,
    given: Given,
    change: dict[str, AnswerValue | None],
) -> None:
    changed = {key: value for key, value in {**given, **change}.items() if value is not None}
    assert fires(questionnaire, name, given, kind)
    assert not fires(questionnaire, name, changed, kind)


@pytest.mark.parametrize(
    "given",
    [
        {"intake.raakt": ("kinderen",)},
        {"intake.raakt": ("wonen",)},
        {"intake.raakt": ("gezondheid",)},
        {"conclusie.uitkomst": "boete"},
        {"conclusie.uitkomst": "afzien_dringende_redenen"},
        {"evenredigheid.slotsom": "onevenredig"},
    ],
)
def test_that_what_weighs_heavily_leaves_the_kort_route(
    questionnaire: Questionnaire, given: Given
) -> None:
    assert fires(questionnaire, "s01.gewicht_te_licht", given)


def test_that_a_plain_waarschuwing_stays_on_the_kort_route(questionnaire: Questionnaire) -> None:
    given: Given = {
        "intake.raakt": ("geen",),
        "conclusie.uitkomst": "waarschuwing",
        "evenredigheid.slotsom": "evenredig",
    }
    assert not fires(questionnaire, "s01.gewicht_te_licht", given)


def test_that_every_core_flag_has_a_scenario(questionnaire: Questionnaire) -> None:
    named = {name for _, name, _, _ in SCENARIOS} | {"s01.gewicht_te_licht"}
    assert {str(flag.id) for flag in questionnaire.flags} == named


def test_that_an_untouched_decision_raises_no_core_flag(questionnaire: Questionnaire) -> None:
    firing = [
        flag.id
        for kind in OF_TYPES
        for flag in questionnaire.flags
        if fires(questionnaire, flag.id, {}, kind)
    ]
    assert firing == []


def test_that_a_flag_stands_in_the_step_its_id_names(questionnaire: Questionnaire) -> None:
    assert all(flag.id.startswith(f"s{flag.step:02}.") for flag in questionnaire.flags)


def test_that_only_what_the_law_forbids_is_hard(questionnaire: Questionnaire) -> None:
    hard = {str(flag.id) for flag in questionnaire.flags if flag.hard}
    assert hard == set().union(*(module.HARD for module in OF_TYPES.values()))
    assert all(flag.severity is Severity.BLOKKADE for flag in questionnaire.flags if flag.hard)


def test_that_each_moment_belongs_to_its_step(questionnaire: Questionnaire) -> None:
    for flag in questionnaire.flags:
        if flag.step <= 14:
            assert flag.moment is Moment.VASTSTELLEN


def test_that_a_flag_says_what_is_wrong_and_what_to_do(questionnaire: Questionnaire) -> None:
    assert all(flag.text and flag.advice and flag.basis for flag in questionnaire.flags)
