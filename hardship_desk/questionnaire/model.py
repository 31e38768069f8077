"""The questionnaire as typed objects; the loader makes them from TOML and nothing changes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hardship_desk.domain.answers import StatementTag
from hardship_desk.domain.decision import CaseWeight, Outcome
from hardship_desk.domain.flag import Moment, Severity
from hardship_desk.domain.ids import (
    DecisionTypeId,
    FindingId,
    FlagId,
    Gemeentecode,
    QuestionId,
)
from hardship_desk.domain.money import Money

CORE_STEPS = frozenset({2, 3, 9, 11, 13})
LAST_STEP = 16
_NONE_OF_THESE = frozenset({"geen", "niets", "niet_nodig", "niet_onderzocht"})


OUTCOME_FACTS = {
    QuestionId("uitkomst.stelt_bedrag_vast"): "sets_amount",
    QuestionId("uitkomst.wijkt_af"): "deviates",
    QuestionId("uitkomst.weigert"): "refuses",
    QuestionId("uitkomst.belast"): "burdens",
}
"""What a condition may ask of the chosen outcome as if it were a question, and its property."""


class AnswerType(StrEnum):
    """The kinds of answer; each has one editor."""

    YES_NO = "yes_no"
    YES_NO_UNKNOWN = "yes_no_unknown"
    ONE_OF = "one_of"
    MANY_OF = "many_of"
    DATE = "date"
    PERIOD = "period"
    AMOUNT = "amount"
    NUMBER = "number"
    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    ROWS = "rows"


class Scope(StrEnum):
    """Whether an answer is a fact of the dossier or belongs to one decision."""

    DOSSIER = "dossier"
    DECISION = "decision"


class Printed(StrEnum):
    """Where an answer is printed."""

    BRIEF = "brief"
    PROCESDOSSIER = "procesdossier"
    NIET = "niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice; `id` is stored and never renamed, `text` is shown.

    `provision` is the provision that a choice of clause rests on, or empty.
    """

    id: str
    text: str
    help: str = ""
    provision: str = ""

    @property
    def alone(self) -> bool:
        """Whether it says that none of the others is so."""
        return self.id in _NONE_OF_THESE


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a `rows` question; only scalar types."""

    id: str
    type: AnswerType
    text: str
    options: tuple[Option, ...] = ()
    required: bool = False


class Operator(StrEnum):
    """All that a condition can ask."""

    EQUALS = "equals"
    ANY_OF = "any_of"
    CONTAINS = "contains"
    COUNT_AT_LEAST = "count_at_least"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ANSWERED = "answered"


Operand = bool | int | str | Money | date | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One comparison of one question; false while that question has no given answer.

    `answered` compares with true or false and looks at the state only.
    """

    question: QuestionId
    operator: Operator
    operand: Operand


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when the part is not."""

    part: Condition


Condition = Comparison | All | AnyOf | Not


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `weights` are the routes that ask it, `types` the decision types (all if empty).

    `traits` add every decision type that has one of them, `not_types` take types out. `after` is the question of the same step
    that it follows (the last one if empty). `options_from` is "outcomes" where the options are the
    outcomes of the decision type; `sensitive` labels special personal data. `gemeentecodes` are the
    municipalities that ask it (every one if empty).
    """

    id: QuestionId
    step: int
    type: AnswerType
    text: str
    help: str = ""
    why: str = ""
    basis: str = ""
    scope: Scope = Scope.DECISION
    required: bool = True
    types: tuple[DecisionTypeId, ...] = ()
    traits: tuple[str, ...] = ()
    not_types: tuple[DecisionTypeId, ...] = ()
    after: QuestionId | None = None
    weights: frozenset[CaseWeight] = frozenset({CaseWeight.GEWOON, CaseWeight.ZWAAR})
    options: tuple[Option, ...] = ()
    options_from: str = ""
    columns: tuple[Column, ...] = ()
    tags: tuple[StatementTag, ...] = ()
    when: Condition | None = None
    printed: Printed = Printed.PROCESDOSSIER
    sensitive: str = ""
    minimum: int | None = None
    maximum: int | None = None
    gemeentecodes: tuple[Gemeentecode, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the sixteen steps, with its questions in order."""

    number: int
    id: str
    title: str
    intro: str
    questions: tuple[Question, ...]
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One of the six phases of the window."""

    id: str
    title: str
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The steps that one weight walks through; core steps are always in it."""

    weight: CaseWeight
    steps: tuple[int, ...]
    skipped_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionType:
    """A kind of decision: its routes, outcomes and texts.

    `traits` say what kind it is of, such as `belastend` or `op_aanvraag`; questions and flags that
    hold for all decisions of a kind name the trait and not each type. `fed_by` are the types whose
    amount a decision of this type leans on.
    """

    id: DecisionTypeId
    title: str
    letter_title: str
    routes: tuple[Route, ...]
    outcomes: tuple[Outcome, ...]
    power: str
    traits: tuple[str, ...] = ()
    fed_by: tuple[DecisionTypeId, ...] = ()
    provisions: tuple[str, ...] = ()

    def route(self, weight: CaseWeight) -> Route:
        """The route of a weight; KeyError where the type has none."""
        for route in self.routes:
            if route.weight is weight:
                return route
        raise KeyError(weight)


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionText:
    """One of the nineteen criteria, with the steps that treat it."""

    id: str
    text: str
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagDefinition:
    """A flag as data. It fires on `when`, or when the finding `finding` is there.

    Exactly one of `when` and `finding` is filled, so that reasoning stays in rules.
    """

    id: FlagId
    step: int
    severity: Severity
    moment: Moment
    text: str
    advice: str
    basis: str
    hard: bool = False
    types: tuple[DecisionTypeId, ...] = ()
    traits: tuple[str, ...] = ()
    not_types: tuple[DecisionTypeId, ...] = ()
    weights: frozenset[CaseWeight] = frozenset(CaseWeight)
    when: Condition | None = None
    finding: FindingId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """Everything that is asked: core steps with what plugins added."""

    version: str
    sha256: str
    phases: tuple[Phase, ...]
    steps: tuple[Step, ...]
    types: tuple[DecisionType, ...]
    criteria: tuple[CriterionText, ...]
    flags: tuple[FlagDefinition, ...] = ()

    def of(self, gemeentecode: Gemeentecode) -> Questionnaire:
        """What is asked in a municipality: everything but the questions of other ones."""

        def is_asked(question: Question) -> bool:
            return not question.gemeentecodes or gemeentecode in question.gemeentecodes

        if all(is_asked(question) for step in self.steps for question in step.questions):
            return self
        return replace(
            self,
            steps=tuple(
                replace(step, questions=tuple(filter(is_asked, step.questions)))
                for step in self.steps
            ),
        )

    def step(self, number: int) -> Step:
        """The step with this number (1-16); KeyError outside."""
        for step in self.steps:
            if step.number == number:
                return step
        raise KeyError(number)

    def question(self, question_id: QuestionId) -> Question:
        """The question with this id; KeyError where there is none."""
        for step in self.steps:
            for question in step.questions:
                if question.id == question_id:
                    return question
        raise KeyError(question_id)

    def decision_type(self, type_id: DecisionTypeId) -> DecisionType:
        """The decision type with this id; KeyError where there is none."""
        for item in self.types:
            if item.id == type_id:
                return item
        raise KeyError(type_id)
