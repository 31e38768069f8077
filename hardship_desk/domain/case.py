"""A dossier: facts, evidence, persons and conversations once, and one or more decisions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from hardship_desk.domain.answers import Answer, AnswerSet
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.ids import (
    CaseId,
    CaseNumber,
    ConversationId,
    DecisionId,
    Gemeentecode,
    PersonId,
    QuestionId,
    SentenceId,
)
from hardship_desk.domain.period import Period


class PersonRole(StrEnum):
    """The part a person plays in the dossier."""

    INWONER = "inwoner"
    PARTNER = "partner"
    KIND = "kind"
    MEDEBEWONER = "medebewoner"
    BEWINDVOERDER = "bewindvoerder"
    GEMACHTIGDE = "gemachtigde"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone in the dossier, known by a role and a short label, never by BSN."""

    id: PersonId
    role: PersonRole
    label: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the kladblok; `assigned_to` is None while it stands on its own."""

    id: SentenceId
    text: str
    assigned_to: QuestionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One talk with its kladblok."""

    id: ConversationId
    on: date | None
    channel: str = ""
    with_whom: str = ""
    sentences: tuple[Sentence, ...] = ()

    @property
    def unassigned(self) -> tuple[Sentence, ...]:
        """The sentences that belong to no question yet."""
        return tuple(item for item in self.sentences if item.assigned_to is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDates:
    """The dates of the dossier that anchor rules; decision and sending stand at the decision."""

    gedraging: Period | None = None
    rechtperiode: Period | None = None
    melding: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A whole dossier. `facts` answers the questions that belong to the dossier."""

    id: CaseId
    number: CaseNumber
    gemeentecode: Gemeentecode
    created_at: datetime | None = None
    changed_at: datetime | None = None
    title: str = ""
    dates: CaseDates = CaseDates()
    persons: tuple[Person, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    facts: AnswerSet = AnswerSet()
    decisions: tuple[DecisionFile, ...] = ()
    is_practice: bool = False

    def decision(self, decision_id: DecisionId) -> DecisionFile:
        """The decision with this id; KeyError where the dossier has none."""
        for item in self.decisions:
            if item.id == decision_id:
                return item
        raise KeyError(decision_id)

    def with_decision(self, decision: DecisionFile) -> Case:
        """This dossier with the decision added, or put in place of the one with its id."""
        known = any(item.id == decision.id for item in self.decisions)
        if not known:
            return replace(self, decisions=(*self.decisions, decision))
        return replace(
            self,
            decisions=tuple(
                decision if item.id == decision.id else item for item in self.decisions
            ),
        )

    def with_fact(self, answer: Answer) -> Case:
        """This dossier with the fact in it."""
        return replace(self, facts=self.facts.with_answer(answer))

    def answers_for(self, decision_id: DecisionId) -> AnswerSet:
        """The facts of the dossier together with the answers of one decision."""
        return self.facts.merged_with(self.decision(decision_id).answers)
