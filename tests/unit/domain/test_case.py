"""A dossier and its decisions: looking up, replacing, and which answers count together."""

from __future__ import annotations

import pytest

from hardship_desk.domain.answers import Answer
from hardship_desk.domain.case import Case, Conversation, Sentence
from hardship_desk.domain.decision import Consideration, DecisionFile
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.ids import (
    LANDELIJK,
    CaseId,
    CaseNumber,
    ConversationId,
    DecisionId,
    DecisionTypeId,
    QuestionId,
    SentenceId,
)
from tests.builders_snapshot import rich_snapshot

CHILDREN, GRADE = QuestionId("omstandigheden.kinderen"), QuestionId("verwijtbaarheid.graad")
FIRST, SECOND = DecisionId("b1"), DecisionId("b2")


def decision(name: DecisionId) -> DecisionFile:
    return DecisionFile(id=name, type=DecisionTypeId("boete"))


def case(*decisions: DecisionFile) -> Case:
    return Case(
        id=CaseId("c1"), number=CaseNumber("Z-1"), gemeentecode=LANDELIJK, decisions=decisions
    )


def test_that_a_decision_is_found_by_its_id() -> None:
    assert case(decision(FIRST), decision(SECOND)).decision(SECOND).id == SECOND


def test_that_a_decision_of_another_dossier_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="b2"):
        case(decision(FIRST)).decision(SECOND)


def test_that_a_new_decision_comes_behind_the_others() -> None:
    changed = case(decision(FIRST)).with_decision(decision(SECOND))
    assert [item.id for item in changed.decisions] == [FIRST, SECOND]


def test_that_a_known_decision_is_replaced_in_its_place() -> None:
    answered = decision(FIRST).with_answer(Answer(question=GRADE, value="opzet"))
    changed = case(decision(FIRST), decision(SECOND)).with_decision(answered)
    assert changed.decisions == (answered, decision(SECOND))


def test_that_facts_and_answers_count_together_and_the_decision_wins() -> None:
    fact = Answer(question=CHILDREN, value=True)
    corrected = Answer(question=CHILDREN, value=False)
    grade = Answer(question=GRADE, value="opzet")
    whole = case(decision(FIRST).with_answer(grade), decision(SECOND)).with_fact(fact)
    assert list(whole.answers_for(FIRST)) == [fact, grade]
    assert list(whole.answers_for(SECOND)) == [fact]
    other = whole.with_decision(decision(SECOND).with_answer(corrected))
    assert other.answers_for(SECOND).get(CHILDREN) == corrected
    assert other.facts.get(CHILDREN) == fact


def test_that_a_sentence_without_question_is_unassigned() -> None:
    loose = Sentence(id=SentenceId("s1"), text="Ik belde in mei.")
    placed = Sentence(id=SentenceId("s2"), text="Ik heb twee kinderen.", assigned_to=CHILDREN)
    talk = Conversation(id=ConversationId("g1"), on=None, sentences=(placed, loose))
    assert talk.unassigned == (loose,)


@pytest.mark.parametrize(
    ("state", "sealed"),
    [
        (DecisionState.CONCEPT, False),
        (DecisionState.VASTGESTELD, True),
        (DecisionState.BEKENDGEMAAKT, True),
    ],
)
def test_that_only_a_concept_may_still_change(state: DecisionState, sealed: bool) -> None:
    item = DecisionFile(id=FIRST, type=DecisionTypeId("boete"), state=state)
    assert item.is_sealed is sealed


def test_that_the_own_text_of_the_caseworker_is_printed_instead_of_the_draft() -> None:
    assert Consideration(id="graad", step=6, text="concept").printed == "concept"
    own = Consideration(id="graad", step=6, text="concept", own_text="eigen tekst")
    assert own.printed == "eigen tekst"


def test_that_a_snapshot_gives_the_shown_answer_to_a_question() -> None:
    found = rich_snapshot().answer("conclusie.bedrag")
    assert found is not None
    assert found.shown == "€ 410,00"
    assert rich_snapshot().answer("horen.bestaat_niet") is None
