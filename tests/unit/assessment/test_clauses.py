"""A clause that is meant for another kind of decision is flagged, with what it is meant for."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.assessment.clauses import Misfit, misfit_flags, misfits
from hardship_desk.assessment.plugins.loader import load_plugins
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import Answer, AnswerSet
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.ids import DecisionTypeId, QuestionId
from hardship_desk.plugin_api.catalogue import Provision
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.questionnaire.route import asked

ROOT = Path(__file__).resolve().parents[3]
BOETE = DecisionTypeId("boete")


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return load_questionnaire(ROOT / "resources" / "questionnaires")


@pytest.fixture(scope="module")
def provisions() -> tuple[Provision, ...]:
    plugins = load_plugins(ROOT / "plugins").plugins
    return tuple(item for plugin in plugins for item in plugin.provisions)


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load_folder(ROOT / "resources" / "texts")


def found(
    questionnaire: Questionnaire,
    provisions: tuple[Provision, ...],
    *chosen: str,
    kind: DecisionTypeId = BOETE,
) -> tuple[Misfit, ...]:
    answers = AnswerSet.of((Answer(question=QuestionId("regel.clausules"), value=chosen),))
    questions = asked(questionnaire, kind, CaseWeight.GEWOON, answers)
    return misfits(questionnaire, provisions, kind, questions, answers)


@pytest.mark.parametrize("clause", ["pw_16_1", "pw_18_1", "pw_18_9_11", "pw_58_7_8", "awb_4_94a"])
def test_that_a_clause_for_another_decision_does_not_fit_a_boete(
    questionnaire: Questionnaire, provisions: tuple[Provision, ...], clause: str
) -> None:
    assert len(found(questionnaire, provisions, clause)) == 1


@pytest.mark.parametrize("clause", ["pw_18a_4", "pw_18a_7", "awb_5_46", "awb_4_84", "awb_3_4"])
def test_that_a_clause_for_a_boete_or_any_decision_fits(
    questionnaire: Questionnaire, provisions: tuple[Provision, ...], clause: str
) -> None:
    assert found(questionnaire, provisions, clause) == ()


def test_that_one_flag_names_all_clauses(
    questionnaire: Questionnaire, provisions: tuple[Provision, ...], texts: Texts
) -> None:
    flags = misfit_flags(found(questionnaire, provisions, "pw_16_1", "pw_18_1"), texts)
    assert [flag.id for flag in flags] == ["s02.clausule_past_niet"]
    assert "16 lid 1" in flags[0].text
    assert "18 lid 1" in flags[0].text
    assert not flags[0].hard


def test_that_nothing_is_said_while_all_fits(texts: Texts) -> None:
    assert misfit_flags((), texts) == ()


def test_that_a_flag_says_what_the_clause_is_meant_for(texts: Texts) -> None:
    known = misfit_flags((Misfit(clause="X", meant_for=("Terugvordering",)),), texts)
    unknown = misfit_flags((Misfit(clause="X", meant_for=()),), texts)
    assert "Terugvordering" in known[0].advice
    assert "bedoeld voor" not in unknown[0].advice
