"""What maatregel, afstemming, ontheffing, kostendelersnorm and zoektermijn ask of a caseworker."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerValue
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.ids import DecisionTypeId, QuestionId
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.model import Question, Questionnaire
from hardship_desk.questionnaire.route import asked

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "questionnaires"
Given = dict[str, AnswerValue]
HEARD: Given = {"horen.zienswijze_gegeven": "ja", "horen.wijze": "mondeling"}
SHORT: dict[str, Given] = {
    "maatregel": {
        "maatregel.moment": "nieuw",
        "maatregel.soort": "andere_plicht",
        "maatregel.verwijt": "geen_verwijtbaarheid",
        "conclusie.uitkomst": "geen_verlaging_geen_verwijt",
    },
    "afstemming": {"afstemming.waarvan": "hoger", "conclusie.uitkomst": "niet_afgestemd"},
    "ontheffing": {
        "ontheffing.grond": "ouder_kind_tot_vijf",
        "conclusie.uitkomst": "ontheffing",
        "ontheffing.tot": date(2027, 1, 1),
    },
    "kostendelersnorm": {"conclusie.uitkomst": "geen_kostendelersnorm"},
    "zoektermijn_jongeren": {
        "zoektermijn.leeftijd": "onder_27",
        "conclusie.uitkomst": "meteen_omstandigheden",
    },
}
USUAL: dict[str, Given] = {
    "maatregel": {
        "maatregel.soort": "arbeidsplicht",
        "maatregel.keer": "eerste",
        "maatregel.verwijt": "normale_verwijtbaarheid",
        "maatregel.maanden": 1,
        "conclusie.uitkomst": "verlaging",
    },
    "afstemming": {"afstemming.waarvan": "hoger", "conclusie.uitkomst": "afgestemd_hoger"},
    "ontheffing": {"ontheffing.grond": "dringende_redenen", "conclusie.uitkomst": "ontheffing"},
    "kostendelersnorm": {"conclusie.uitkomst": "kostendelersnorm"},
    "zoektermijn_jongeren": {
        "zoektermijn.leeftijd": "onder_27",
        "conclusie.uitkomst": "wachten",
    },
}


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return load_questionnaire(FOLDER)


def required(
    questionnaire: Questionnaire, kind: str, weight: CaseWeight, given: Given
) -> list[Question]:
    answers = AnswerSet.of(
        tuple(
            Answer(question=QuestionId(key), value=value)
            for key, value in {**HEARD, **given}.items()
        )
    )
    found = asked(questionnaire, DecisionTypeId(kind), weight, answers)
    return [item for item in found if item.required]


@pytest.mark.parametrize("kind", SHORT)
def test_that_the_short_route_takes_at_most_twenty_answers(
    questionnaire: Questionnaire, kind: str
) -> None:
    assert len(required(questionnaire, kind, CaseWeight.KORT, SHORT[kind])) <= 20


@pytest.mark.parametrize("kind", USUAL)
def test_that_the_usual_route_takes_at_most_sixty_answers_to_adopt(
    questionnaire: Questionnaire, kind: str
) -> None:
    found = required(questionnaire, kind, CaseWeight.GEWOON, USUAL[kind])
    assert len([item for item in found if item.step <= 14]) <= 60


def test_that_afstemming_asks_circumstances_possibilities_and_means(
    questionnaire: Questionnaire,
) -> None:
    for weight in CaseWeight:
        ids = {item.id for item in required(questionnaire, "afstemming", weight, {})}
        assert {
            "afstemming.omstandigheden",
            "afstemming.mogelijkheden",
            "afstemming.middelen",
        } <= ids


def test_that_a_maatregel_asks_what_it_will_do_to_this_person(
    questionnaire: Questionnaire,
) -> None:
    ids = {
        item.id
        for item in required(questionnaire, "maatregel", CaseWeight.GEWOON, USUAL["maatregel"])
    }
    assert {"maatregel.verwacht_effect", "maatregel.verwacht_effect_tekst"} <= ids


def test_that_the_kinds_of_norm_are_those_of_the_law(questionnaire: Questionnaire) -> None:
    own, of_fine = (
        questionnaire.question(QuestionId(f"{name}.leefvorm")) for name in ("norm", "draagkracht")
    )
    assert [option.id for option in own.options] == [option.id for option in of_fine.options]
