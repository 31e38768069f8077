"""What a plugin is told about a decision: typed answers and dates, never a name or free text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from hardship_desk.domain.answers import AnswerState, Row
from hardship_desk.domain.case import PersonRole
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.evidence import EvidenceKind, EvidenceStatus, Verification
from hardship_desk.domain.ids import DecisionTypeId, EvidenceId, QuestionId
from hardship_desk.domain.legal_basis import Anchor
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.catalogue import ParameterTable


@dataclass(frozen=True, slots=True)
class HasText:
    """Stands in for free text: a plugin learns that something was written, not what."""

    length: int


ContextValue = (
    bool | int | str | Money | date | Period | tuple[str, ...] | tuple[Row, ...] | HasText
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextAnswer:
    """One answer on the route: its state and its typed value, or None without one."""

    state: AnswerState
    value: ContextValue | None
    derived: bool = False
    evidence: tuple[EvidenceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextEvidence:
    """What a rule may know of a piece of evidence."""

    id: EvidenceId
    kind: EvidenceKind
    verification: Verification
    status: EvidenceStatus
    covers: Period | None
    supports: tuple[QuestionId, ...]
    incriminating: bool | None
    contradicted: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextDates:
    """The anchor dates of the case; each may be absent."""

    gedraging: Period | None = None
    rechtperiode: Period | None = None
    melding: date | None = None
    besluit: date | None = None

    def anchor(self, anchor: Anchor) -> date | None:
        """The day that decides which version of a rule holds; the last day of a period."""
        match anchor:
            case Anchor.GEDRAGING:
                return self.gedraging.last_day if self.gedraging else None
            case Anchor.RECHTPERIODE:
                return self.rechtperiode.last_day if self.rechtperiode else None
            case Anchor.MELDING:
                return self.melding
            case Anchor.BESLUIT:
                return self.besluit


def _no_answers() -> Mapping[QuestionId, ContextAnswer]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentContext:
    """The case as rules see it. Cannot be changed; the same context gives the same findings.

    `linked_amounts` are amounts of other decisions in the dossier by decision type, such as what
    a terugvordering feeds into a boete.
    """

    decision_type: DecisionTypeId
    weight: CaseWeight
    dates: ContextDates
    person_role: PersonRole | None = None
    roles_in_dossier: tuple[PersonRole, ...] = ()
    answers: Mapping[QuestionId, ContextAnswer] = field(default_factory=_no_answers)
    evidence: tuple[ContextEvidence, ...] = ()
    linked_amounts: Mapping[DecisionTypeId, Money] = field(
        default_factory=lambda: MappingProxyType({})
    )
    parameters: ParameterTable = ParameterTable()

    def answer(self, question: str) -> ContextAnswer | None:
        """The answer on the route, or None."""
        return self.answers.get(QuestionId(question))

    def _value(self, question: str) -> ContextValue | None:
        answer = self.answer(question)
        return answer.value if answer is not None else None

    def is_settled(self, question: str) -> bool:
        """Whether there is an answer that needs no more work."""
        answer = self.answer(question)
        return answer is not None and answer.state is not AnswerState.TO_INVESTIGATE

    def yes(self, question: str) -> bool | None:
        """True for yes, False for no, None where it is unknown or not answered."""
        value = self._value(question)
        return value if isinstance(value, bool) else None

    def choice(self, question: str) -> str | None:
        """The chosen option id, or None."""
        value = self._value(question)
        return value if isinstance(value, str) else None

    def choices(self, question: str) -> tuple[str, ...]:
        """The chosen option ids; empty without an answer."""
        value = self._value(question)
        if not isinstance(value, tuple):
            return ()
        return tuple(item for item in value if isinstance(item, str))

    def amount(self, question: str) -> Money | None:
        """The amount, or None."""
        value = self._value(question)
        return value if isinstance(value, Money) else None

    def number(self, question: str) -> int | None:
        """The whole number, or None."""
        value = self._value(question)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def day(self, question: str) -> date | None:
        """The date, or None."""
        value = self._value(question)
        return value if isinstance(value, date) else None

    def period(self, question: str) -> Period | None:
        """The period, or None."""
        value = self._value(question)
        return value if isinstance(value, Period) else None

    def rows(self, question: str) -> tuple[Row, ...]:
        """The rows; empty without an answer."""
        value = self._value(question)
        if not isinstance(value, tuple):
            return ()
        return tuple(item for item in value if isinstance(item, Row))

    def has_text(self, question: str) -> bool:
        """Whether something was written."""
        value = self._value(question)
        return isinstance(value, HasText) and value.length > 0
