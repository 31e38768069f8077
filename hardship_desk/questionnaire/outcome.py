"""Reads which outcome and amount the caseworker chose; chooses none."""

from __future__ import annotations

from collections.abc import Iterable

from hardship_desk.domain.answers import Answer, AnswerSet
from hardship_desk.domain.decision import DecisionFile, Outcome
from hardship_desk.domain.ids import DecisionId, DecisionTypeId, QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.questionnaire.model import OUTCOME_FACTS, DecisionType, Questionnaire

_OUTCOME = QuestionId("conclusie.uitkomst")
_AMOUNT = QuestionId("conclusie.bedrag")


def chosen_outcome(kind: DecisionType, answers: AnswerSet) -> Outcome | None:
    """The chosen outcome; a type with one outcome was decided elsewhere and needs no choice."""
    if len(kind.outcomes) == 1:
        return kind.outcomes[0]
    answer = answers.get(_OUTCOME)
    chosen = answer.value if answer else None
    return next((item for item in kind.outcomes if item.id == chosen), None)


def with_outcome_facts(answers: AnswerSet, outcome: Outcome | None) -> AnswerSet:
    """The answers, with what the chosen outcome is as if asked; nothing while none was chosen."""
    if outcome is None:
        return answers
    facts = (
        Answer(question=name, value=bool(getattr(outcome, part)))
        for name, part in OUTCOME_FACTS.items()
    )
    return answers.merged_with(AnswerSet.of(tuple(facts)))


def amounts_of_others(
    questionnaire: Questionnaire, decisions: Iterable[DecisionFile], decision_id: DecisionId
) -> dict[DecisionTypeId, Money]:
    """The amounts that the other decisions of a dossier set, together by type."""
    found: dict[DecisionTypeId, Money] = {}
    for other in decisions:
        kind = questionnaire.decision_type(other.type)
        amount = chosen_amount(kind, chosen_outcome(kind, other.answers), other.answers)
        if other.id != decision_id and amount is not None:
            found[other.type] = found.get(other.type, Money(0)) + amount
    return found


def chosen_amount(kind: DecisionType, outcome: Outcome | None, answers: AnswerSet) -> Money | None:
    """The amount the caseworker set: `conclusie.bedrag`, or `<type>.bedrag` where none is set."""
    question = _AMOUNT if outcome and outcome.sets_amount else QuestionId(f"{kind.id}.bedrag")
    answer = answers.get(question)
    return answer.value if answer and isinstance(answer.value, Money) else None
