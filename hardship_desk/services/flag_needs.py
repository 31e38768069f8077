"""What an open flag lacks: facts, evidence or steps. Never another judgement of blame."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.answers import Answer, AnswerState, StatementTag
from hardship_desk.domain.case import Case
from hardship_desk.domain.flag import Flag
from hardship_desk.domain.ids import DecisionId, QuestionId
from hardship_desk.questionnaire.conditions import questions_in
from hardship_desk.questionnaire.model import FlagDefinition, Question, Questionnaire
from hardship_desk.questionnaire.route import asked

JUDGEMENTS = (QuestionId("verwijtbaarheid.graad"), QuestionId("maatregel.verwijt"))
_GROUNDS = "_gronden"


class Lack(StrEnum):
    """What is missing at a question."""

    FACT = "feit"
    UNKNOWN = "onbekend"
    TO_INVESTIGATE = "uit_te_zoeken"
    EVIDENCE = "bewijs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing that is missing, at the question where it belongs."""

    question: Question
    lack: Lack
    actor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagNeeds:
    """An open flag with what it lacks; without needs its advice is the step to take."""

    flag: Flag
    needs: tuple[Need, ...]


def needs_of_flags(
    questionnaire: Questionnaire, case: Case, decision_id: DecisionId, assessment: Assessment
) -> tuple[FlagNeeds, ...]:
    """Every flag that stands in the way, with the missing facts and evidence it leans on."""
    decision, every = case.decision(decision_id), case.answers_for(decision_id)
    on_route = {
        question.id: question
        for question in asked(questionnaire, decision.type, decision.weight, every)
    }
    definitions = {item.id: item for item in questionnaire.flags}
    supported = {name for item in case.evidence for name in item.supports}
    found = []
    for flag in assessment.flags:
        if flag.blocks:
            names = _leans_on(flag, definitions.get(flag.id), assessment)
            needs = (
                need_at(on_route[name], every.get(name), has_evidence=name in supported)
                for name in names
                if name in on_route and may_be_named(name)
            )
            found.append(FlagNeeds(flag=flag, needs=tuple(item for item in needs if item)))
    return tuple(found)


def may_be_named(question: QuestionId) -> bool:
    """Whether a need may point at the question: never at a judgement of blame or its grounds."""
    return question not in JUDGEMENTS and not question.endswith(_GROUNDS)


def _leans_on(
    flag: Flag, definition: FlagDefinition | None, assessment: Assessment
) -> tuple[QuestionId, ...]:
    """The questions of a flag: of its condition, of its finding, or those its step still misses."""
    if definition is not None and definition.when is not None:
        return tuple(sorted(questions_in(definition.when)))
    if definition is not None:
        cited = (item.cites for item in assessment.findings if item.id == definition.finding)
        return next(cited, ())
    missing = (step.missing for step in assessment.steps if step.step == flag.step)
    return next(missing, ())


def need_at(question: Question, answer: Answer | None, *, has_evidence: bool) -> Need | None:
    """What is missing at one question, or None where it is answered and carried."""
    if answer is None:
        return Need(question=question, lack=Lack.FACT)
    match answer.state:
        case AnswerState.UNKNOWN:
            return Need(question=question, lack=Lack.UNKNOWN)
        case AnswerState.TO_INVESTIGATE:
            return Need(question=question, lack=Lack.TO_INVESTIGATE, actor=answer.actor)
        case _:
            carried = has_evidence or bool(answer.evidence) or bool(answer.origin)
            if StatementTag.FEIT in question.tags and not carried:
                return Need(question=question, lack=Lack.EVIDENCE)
            return None
