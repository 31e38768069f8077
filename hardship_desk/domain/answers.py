"""Answers: what was said, in which state, as what kind of statement, and from where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import assert_never

from hardship_desk.domain.ids import EvidenceId, QuestionId, SentenceId
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period


class AnswerState(StrEnum):
    """Whether an answer holds a value, and if not, why."""

    GIVEN = "gegeven"
    UNKNOWN = "onbekend"
    NOT_APPLICABLE = "nvt"
    TO_INVESTIGATE = "uit_te_zoeken"


class StatementTag(StrEnum):
    """What kind of statement a text is."""

    FEIT = "feit"
    OORDEEL = "oordeel"
    STANDPUNT = "standpunt"


Scalar = bool | int | str | Money | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table answer: column ids with their values; empty cells are absent."""

    id: str
    cells: tuple[tuple[str, Scalar], ...]

    def cell(self, column: str) -> Scalar | None:
        """The value in the column, or None where it is empty."""
        return dict(self.cells).get(column)


AnswerValue = bool | int | str | Money | date | Period | tuple[str, ...] | tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one question.

    `explanation` holds the reason of NOT_APPLICABLE or a note; `actor` and `due` say who finds
    out what is TO_INVESTIGATE, and when. `derived_from` says how a value was inferred where no
    source gives it; `origin` names the sentences of the kladblok it was taken from.
    """

    question: QuestionId
    state: AnswerState = AnswerState.GIVEN
    value: AnswerValue | None = None
    tag: StatementTag | None = None
    explanation: str = ""
    actor: str = ""
    due: date | None = None
    derived_from: str = ""
    evidence: tuple[EvidenceId, ...] = ()
    origin: tuple[SentenceId, ...] = ()

    def __post_init__(self) -> None:
        if (self.state is AnswerState.GIVEN) != (self.value is not None):
            raise ValueError("only_a_given_answer_has_a_value")

    @property
    def settles(self) -> bool:
        """Whether the question needs no more work: given, unknown, or n.v.t. with a reason."""
        match self.state:
            case AnswerState.GIVEN | AnswerState.UNKNOWN:
                return True
            case AnswerState.NOT_APPLICABLE:
                return bool(self.explanation.strip())
            case AnswerState.TO_INVESTIGATE:
                return False
            case _ as unreachable:
                assert_never(unreachable)


def _empty() -> Mapping[QuestionId, Answer]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """Answers by question; a change gives a new set."""

    by_question: Mapping[QuestionId, Answer] = field(default_factory=_empty)

    @classmethod
    def of(cls, answers: tuple[Answer, ...]) -> AnswerSet:
        """The set of these answers; the last one to a question counts."""
        return cls(MappingProxyType({answer.question: answer for answer in answers}))

    def get(self, question: QuestionId) -> Answer | None:
        """The answer to the question, or None while there is none."""
        return self.by_question.get(question)

    def with_answer(self, answer: Answer) -> AnswerSet:
        """This set with the answer added or put in place of the earlier one."""
        return AnswerSet(MappingProxyType({**self.by_question, answer.question: answer}))

    def without(self, question: QuestionId) -> AnswerSet:
        """This set with the question unanswered."""
        kept = {key: value for key, value in self.by_question.items() if key != question}
        return AnswerSet(MappingProxyType(kept))

    def merged_with(self, other: AnswerSet) -> AnswerSet:
        """Both sets together; the other wins where both answer."""
        return AnswerSet(MappingProxyType({**self.by_question, **other.by_question}))

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.by_question.values())

    def __len__(self) -> int:
        return len(self.by_question)
