"""What the shipped plugins state in TOML names questions, provisions and types that exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardship_desk.assessment.plugins.loader import LoadedPlugins, load_plugins
from hardship_desk.assessment.stated.rules import (
    SLOT,
    StatedFinding,
    StatedParagraph,
    StatedSentence,
)
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.finding import Direction
from hardship_desk.domain.ids import QuestionId
from hardship_desk.questionnaire.conditions import questions_in
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.model import OUTCOME_FACTS, AnswerType, Question, Questionnaire

ROOT = Path(__file__).resolve().parents[3]
CLAIM = re.compile(r"gewogen|\b(heeft|is|zijn) [^.]*betrokken\b(?! belang)")
FREE_TEXT = (AnswerType.SHORT_TEXT, AnswerType.LONG_TEXT)


@pytest.fixture(scope="module")
def plugins() -> LoadedPlugins:
    return load_plugins(ROOT / "plugins")


@pytest.fixture(scope="module")
def questionnaire(plugins: LoadedPlugins) -> Questionnaire:
    assert plugins.problems == ()
    return load_questionnaire(ROOT / "resources" / "questionnaires", plugins.parts)


def questions(questionnaire: Questionnaire) -> dict[QuestionId, Question]:
    return {item.id: item for step in questionnaire.steps for item in step.questions}


def findings(plugins: LoadedPlugins) -> Iterator[StatedFinding]:
    for plugin in plugins.plugins:
        yield from plugin.stated.findings


def additions(plugins: LoadedPlugins) -> Iterator[StatedSentence]:
    for item in findings(plugins):
        yield from item.also


def paragraphs(plugins: LoadedPlugins) -> Iterator[StatedParagraph]:
    for plugin in plugins.plugins:
        yield from plugin.stated.paragraphs


def slots(text: str) -> set[QuestionId]:
    return {QuestionId(name) for name in SLOT.findall(text)}


def test_that_every_condition_and_place_names_a_question(
    plugins: LoadedPlugins, questionnaire: Questionnaire
) -> None:
    known = set(questions(questionnaire)) | OUTCOME_FACTS.keys()
    used = {name for item in findings(plugins) for name in questions_in(item.when)}
    used |= {name for item in findings(plugins) for name in slots(" ".join(item.sentences))}
    used |= {name for item in additions(plugins) if item.when for name in questions_in(item.when)}
    for item in paragraphs(plugins):
        used |= slots(item.text) | (questions_in(item.when) if item.when else set())
    assert sorted(used - known) == []


def test_that_no_paragraph_of_the_kort_route_claims_a_weighing(
    plugins: LoadedPlugins, questionnaire: Questionnaire
) -> None:
    """The kort route weighs no finding apart; what it did not ask, a paragraph cannot claim."""
    known = questions(questionnaire)
    off_route = {name for name, item in known.items() if CaseWeight.KORT not in item.weights}
    claims = {
        item.id
        for item in findings(plugins)
        if CaseWeight.KORT in item.weights
        and CLAIM.search(item.consideration)
        and not off_route & questions_in(item.when)
    }
    assert claims == set()


def test_that_only_a_finding_that_is_weighed_says_so(plugins: LoadedPlugins) -> None:
    """A neutral finding asks for no weight: it may say so only where an answer says it."""
    said = {
        item.id
        for item in findings(plugins)
        if item.direction is Direction.NEUTRAL and CLAIM.search(item.consideration)
    }
    assert said == {"terugvordering.aandeel_weegt_niet"}


def test_that_every_finding_rests_on_a_provision_or_a_value(plugins: LoadedPlugins) -> None:
    known = {item.id for plugin in plugins.plugins for item in plugin.provisions}
    values = {item.name for plugin in plugins.plugins for item in plugin.parameters}
    assert sorted({item.basis for item in findings(plugins) if not item.value} - known) == []
    assert sorted({item.value for item in findings(plugins) if item.value} - values) == []


def test_that_types_traits_and_outcomes_exist(
    plugins: LoadedPlugins, questionnaire: Questionnaire
) -> None:
    types = {kind.id for kind in questionnaire.types}
    traits = {trait for kind in questionnaire.types for trait in kind.traits}
    outcomes = {item.id for kind in questionnaire.types for item in kind.outcomes}
    everything: list[StatedFinding | StatedParagraph] = [*findings(plugins), *paragraphs(plugins)]
    for item in everything:
        assert types.issuperset(item.types)
        assert traits.issuperset(item.traits)
    for paragraph in paragraphs(plugins):
        assert outcomes.issuperset(paragraph.outcomes)


def test_that_a_finding_has_one_id_and_speaks_once(plugins: LoadedPlugins) -> None:
    twice = [
        name for name, times in Counter(item.id for item in findings(plugins)).items() if times > 1
    ]
    assert twice == []


def test_that_a_letter_holds_no_sensitive_and_no_free_answer(
    plugins: LoadedPlugins, questionnaire: Questionnaire
) -> None:
    known = questions(questionnaire)
    wrong = [
        name
        for item in paragraphs(plugins)
        for name in slots(item.text)
        if known[name].sensitive or known[name].type in FREE_TEXT
    ]
    assert wrong == []
