"""One decision in a dossier: its type, dates, route, answers, weighing, state and versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from hardship_desk.domain.answers import Answer, AnswerSet
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.flag import FlagResponse
from hardship_desk.domain.ids import (
    DecisionId,
    DecisionTypeId,
    FindingId,
    OutcomeId,
    PersonId,
    QuestionId,
)
from hardship_desk.domain.money import Money
from hardship_desk.domain.remark import Remark, RemarkAnswer
from hardship_desk.domain.weighing import WeighedFinding

OWN_TEXT_PREFIX = "overweging."
"""Heads the answers that hold a paragraph in the caseworker's own words, by its id."""


class CaseWeight(StrEnum):
    """How much work the case deserves; chosen with a reason."""

    KORT = "kort"
    GEWOON = "gewoon"
    ZWAAR = "zwaar"


class Afwijkingsgrond(StrEnum):
    """The ground on which a decision deviates from the rule."""

    HARDHEIDSCLAUSULE = "hardheidsclausule"
    DRINGENDE_REDENEN = "dringende_redenen"
    ZEER_DRINGENDE_REDENEN = "zeer_dringende_redenen"
    AFSTEMMING = "afstemming_18_1"
    BELEIDSREGEL = "awb_4_84"
    EVENREDIGHEID = "evenredigheid_3_4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consideration:
    """One paragraph of the motivation; cites at least one finding or answer.

    `own_text` is what the caseworker wrote instead of the draft, or empty.
    """

    id: str
    step: int
    text: str
    findings: tuple[FindingId, ...] = ()
    answers: tuple[QuestionId, ...] = ()
    own_text: str = ""

    @property
    def printed(self) -> str:
        """The text that is printed: the caseworker's own where there is one."""
        return self.own_text or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Motivation:
    """The motivation of a decision (Awb 3:46): its considerations, in order."""

    considerations: tuple[Consideration, ...]


class ReviewVerdict(StrEnum):
    """What the second reader thinks of it."""

    AKKOORD = "akkoord"
    AKKOORD_MITS = "akkoord_mits"
    NIET_AKKOORD = "niet_akkoord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The second reader's word, with the account under which it was given.

    From another laptop it may be signed instead: `card` is the contact whose digits were compared
    by telephone. Without either the name is typed, and the report says that it was not verified.
    """

    reader: str
    verdict: ReviewVerdict
    text: str
    at: datetime
    account: str = ""
    remarks: tuple[Remark, ...] = ()
    card: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Something that happened after adoption; only ever added."""

    kind: str
    text: str
    on: date
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionVersion:
    """A sealed version: its number, when and by whom adopted, and the snapshot it was sealed with.

    `snapshot` is canonical JSON; `sha256` its hash.
    """

    number: int
    adopted_at: datetime
    adopted_by: str
    mandaat: str
    snapshot: str
    sha256: str
    state: DecisionState = DecisionState.VASTGESTELD
    announced_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedAmount:
    """The amount of decisions of one type in the dossier, as another decision leaned on it."""

    type: DecisionTypeId
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFile:
    """The work on one decision: everything but the facts, which belong to the dossier.

    `linked_seen` are the amounts of other decisions as they were when this one was last judged.
    """

    id: DecisionId
    type: DecisionTypeId
    person: PersonId | None = None
    weight: CaseWeight = CaseWeight.GEWOON
    weight_reason: str = ""
    decision_date: date | None = None
    sending_date: date | None = None
    answers: AnswerSet = AnswerSet()
    weighing: tuple[WeighedFinding, ...] = ()
    flag_responses: tuple[FlagResponse, ...] = ()
    reviews: tuple[Review, ...] = ()
    remark_answers: tuple[RemarkAnswer, ...] = ()
    state: DecisionState = DecisionState.CONCEPT
    versions: tuple[DecisionVersion, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    current_step: int = 1
    linked_seen: tuple[LinkedAmount, ...] = ()

    def with_answer(self, answer: Answer) -> DecisionFile:
        """This decision with the answer in it."""
        return replace(self, answers=self.answers.with_answer(answer))

    @property
    def is_sealed(self) -> bool:
        """Whether steps 1-14 may no longer change in this version."""
        return self.state is not DecisionState.CONCEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One possible outcome of a decision type, as data. The program never chooses one.

    `sets_amount`: an amount belongs to it; `deviates`: it departs from the rule; `refuses`: what
    was asked is not given; `burdens`: it takes something from the resident.
    """

    id: OutcomeId
    title: str
    letter: str
    sets_amount: bool = False
    deviates: bool = False
    refuses: bool = False
    burdens: bool = False


def same_name(one: str, other: str) -> bool:
    """Whether two written names are the same, apart from capitals and spaces."""
    return folded(one) == folded(other)


def folded(written: str) -> str:
    """A written name without capitals and double spaces."""
    return " ".join(written.casefold().split())


def unconfirmed_readers(decision: DecisionFile) -> tuple[str, ...]:
    """Who is named as second reader of an override, and did not read under an own account."""
    named = (item.second_reader for item in decision.flag_responses if item.second_reader)
    return tuple(name for name in named if not confirmed(name, decision.reviews))


def confirmed(name: str, reviews: Iterable[Review]) -> bool:
    """Whether someone of this name read under an own account and did not disagree last."""
    words = [item for item in reviews if item.account and same_name(item.reader, name)]
    return bool(words) and words[-1].verdict is not ReviewVerdict.NIET_AKKOORD
