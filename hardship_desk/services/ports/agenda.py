"""What the agenda needs to know of all dossiers without reading them whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from hardship_desk.domain.case import Case
from hardship_desk.domain.ids import CaseId, DecisionId, QuestionId
from hardship_desk.services.ports.case_lists import CaseSummary
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.own_texts import OwnTextStore


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWindow:
    """Which dossiers may have a term to show.

    Those with a date that answers one of `questions` between `start` and `end`; those with a
    decision taken or sent since `adopted_since`; those with a concept of one of `types`; and those
    with something to find out. At most `most` of each, the ones changed last first.
    """

    start: date
    end: date
    questions: tuple[QuestionId, ...]
    adopted_since: date
    types: tuple[str, ...]
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCases:
    """The dossiers that were found; `is_cut` says that there were more than was asked for."""

    cases: tuple[CaseSummary, ...]
    is_cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAnswer:
    """The question that was answered last, and in which decision; None for a fact."""

    decision: DecisionId | None
    question: QuestionId


class AgendaStore(Protocol):
    """Finds dossiers by their days. Raises VaultError where it cannot."""

    def list_cases(self, newest: int | None = None) -> tuple[CaseSummary, ...]:
        """The dossiers, the one changed last first, at most so many."""
        ...

    def load(self, case_id: CaseId) -> Case:
        """The dossier, whole; KeyError where it is not there."""
        ...

    def due_cases(self, window: DueWindow) -> DueCases:
        """The dossiers that may have a term in the window."""
        ...

    def last_answer(self, case_id: CaseId) -> LastAnswer | None:
        """Where the last answer was given or taken away by hand; None while there is none."""
        ...


class KeptCases(CaseRepository, AgendaStore, OwnTextStore, Protocol):
    """All that is kept of dossiers and beside them, and how to find them by their days."""
