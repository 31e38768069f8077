"""What the use cases need to keep dossiers."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from hardship_desk.domain.answers import Answer
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.case import Case, Conversation, Person
from hardship_desk.domain.decision import (
    DecisionFile,
    DecisionVersion,
    FollowUp,
    Review,
)
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.flag import FlagResponse
from hardship_desk.domain.ids import CaseId, DecisionId, EvidenceId, PersonId, QuestionId
from hardship_desk.domain.remark import RemarkAnswer
from hardship_desk.domain.weighing import WeighedFinding
from hardship_desk.services.ports.case_lists import ListedCases

CHANGED_MEANWHILE = "antwoord_veranderd"
"""The code where something else stands there than who gives an answer had seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCount:
    """How many adopted decisions are alike in kind, weight, outcome and ground of deviation."""

    type: str
    weight: str
    outcome: str
    ground: str
    count: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashCount:
    """In how many adopted decisions of a kind rules clashed in one way.

    `passed_on` is the kept answer to whether policy makers heard of it: "1", "0" or "" for no answer.
    """

    type: str
    way: str
    passed_on: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """One line of the history of an answer; `by` is who saved it, empty where nobody signed in."""

    at: datetime
    answer: Answer | None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The answer that stood on screen when a new one was given; None where there was none."""

    answer: Answer | None


class DossierStore(ListedCases, Protocol):
    """Keeps dossiers with their persons, evidence and conversations."""

    def load(self, case_id: CaseId) -> Case:
        """The dossier, whole; KeyError where it is not there."""
        ...

    def note(self, case_id: CaseId, event: str, subject: str = "") -> None:
        """Log what changed nothing, such as a view or an export."""
        ...

    def add_case(self, case: Case) -> None:
        """Store a new dossier with all that is in it."""
        ...

    def save_header(self, case: Case) -> None:
        """Store number, title, municipality and dates."""
        ...

    def save_person(self, case_id: CaseId, person: Person) -> None:
        """Add or replace a person."""
        ...

    def remove_person(self, case_id: CaseId, person_id: PersonId) -> None:
        """Take a person out."""
        ...

    def save_evidence(self, case_id: CaseId, evidence: Evidence) -> None:
        """Add or replace a piece of evidence."""
        ...

    def remove_evidence(self, case_id: CaseId, evidence_id: EvidenceId) -> None:
        """Take a piece of evidence out."""
        ...

    def save_conversation(self, case_id: CaseId, conversation: Conversation) -> None:
        """Add or replace a conversation with its sentences."""
        ...


class AnswerStore(Protocol):
    """Keeps answers and what they were before."""

    def save_answer(
        self,
        case_id: CaseId,
        decision_id: DecisionId | None,
        answer: Answer,
        seen: Seen | None = None,
    ) -> None:
        """Store one answer; a fact of the dossier where `decision_id` is None.

        VaultError `antwoord_veranderd` where something else stands there than was seen.
        """
        ...

    def remove_answer(
        self,
        case_id: CaseId,
        decision_id: DecisionId | None,
        question: QuestionId,
        seen: Seen | None = None,
    ) -> None:
        """Make a question unanswered again; its history stays. VaultError as in `save_answer`."""
        ...

    def answer_history(
        self, case_id: CaseId, decision_id: DecisionId | None, question: QuestionId
    ) -> tuple[AnswerChange, ...]:
        """Every earlier state of an answer, oldest first."""
        ...


class DecisionStore(Protocol):
    """Keeps the work on a decision and its sealed versions."""

    def save_decision_header(self, case_id: CaseId, decision: DecisionFile) -> None:
        """Add or update type, person, weight, dates and current step of a decision."""
        ...

    def save_weighing(
        self, case_id: CaseId, decision_id: DecisionId, weighed: WeighedFinding
    ) -> None:
        """Add or replace the weighing of one finding."""
        ...

    def save_flag_response(
        self, case_id: CaseId, decision_id: DecisionId, response: FlagResponse
    ) -> None:
        """Add or replace what was done with one flag."""
        ...

    def add_review(self, case_id: CaseId, decision_id: DecisionId, review: Review) -> None:
        """Add the word of a second reader."""
        ...

    def add_remark_answer(
        self, case_id: CaseId, decision_id: DecisionId, answer: RemarkAnswer
    ) -> None:
        """Add what was answered to a remark of a second reader."""
        ...

    def seal_version(
        self, case_id: CaseId, decision_id: DecisionId, version: DecisionVersion
    ) -> None:
        """Store a sealed version and move the decision to its state, in one transaction.

        Stored versions cannot be changed or deleted. A version with the number of an earlier one
        and state `bekendgemaakt` is stored as its announcement.
        """
        ...

    def sealed_at(self, case_id: CaseId, decision_id: DecisionId) -> AuditHead | None:
        """Where in the audit log the last version of a decision was sealed; None for a concept."""
        ...

    def is_noted(self, case_id: CaseId, event: str, start: str) -> bool:
        """Whether the log of the dossier has such an event of which the subject begins so."""
        ...

    def reopen_decision(self, case_id: CaseId, decision_id: DecisionId) -> None:
        """Make the decision a concept again; its sealed versions stay as they are."""
        ...

    def add_follow_up(self, case_id: CaseId, decision_id: DecisionId, follow_up: FollowUp) -> None:
        """Add what happened afterwards."""
        ...


class DraftStore(Protocol):
    """Keeps what was typed in forms that were not sent."""

    def save_draft(self, case_id: CaseId, place: str, body: str) -> None:
        """Keep the text of a draft; an empty one takes it away."""
        ...

    def drafts(self, case_id: CaseId) -> Mapping[str, str]:
        """Every draft of a dossier, by place."""
        ...


class SavingTogether(Protocol):
    """Lets several changes be one."""

    def together(self) -> AbstractContextManager[None]:
        """A block of which all changes are saved or none."""
        ...


class CaseRepository(
    DossierStore, AnswerStore, DecisionStore, DraftStore, SavingTogether, Protocol
):
    """Keeps dossiers. Every call that saves has reached the disk when it returns.

    Raises VaultError where it cannot; nothing has then changed.
    """
