"""Everything a decision rested on, as shown: what reports, letters and exports are printed from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hardship_desk.domain.computation import Computation
from hardship_desk.domain.decision import CaseWeight, Consideration, Review
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.flag import Flag
from hardship_desk.domain.ids import CaseNumber, DecisionId, DecisionTypeId, OutcomeId, QuestionId
from hardship_desk.domain.legal_basis import Certainty
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.domain.remark import RemarkAnswer
from hardship_desk.domain.weighing import WeighedFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTable:
    """A table answer as shown."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAnswer:
    """One question with its answer, both as the caseworker saw them.

    `state`, `tag` and `printed` are the stored values of their enums; `evidence` holds titles.
    `choice` is the stored value of a chosen option; `sensitive` labels special personal data,
    which no letter prints.
    """

    question: QuestionId
    step: int
    text: str
    shown: str
    state: str
    tag: str = ""
    explanation: str = ""
    derived_from: str = ""
    printed: str = "procesdossier"
    basis: str = ""
    evidence: tuple[str, ...] = ()
    table: ShownTable | None = None
    choice: str = ""
    sensitive: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """One of the sixteen steps; `skipped_because` is filled where the route leaves it out."""

    number: int
    title: str
    state: str
    skipped_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCriterion:
    """One of the nineteen criteria and where it was treated."""

    id: str
    text: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRule:
    """A provision that belongs to the decision, paraphrased, with source and certainty."""

    id: str
    basis: str
    gist: str
    source: str
    seen_from: date
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedPlugin:
    """A plugin that took part."""

    id: str
    title: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """Who adopted which version, when, and under which mandaat."""

    number: int
    at: datetime
    by: str
    mandaat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPerson:
    """Someone in the dossier, by role and label."""

    role: str
    label: str
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """What the letter says besides the motivation; empty text means "onbekend" and is asked.

    `names_conduct` says whether the decision is about what somebody did or left undone.
    """

    sender: str = ""
    sender_address: str = ""
    objection_address: str = ""
    digital_channel: str = ""
    phone: str = ""
    contact_person: str = ""
    signatory: str = ""
    payment_term: str = ""
    payment_way: str = ""
    last_day_for_bezwaar: date | None = None
    review_date: date | None = None
    names_conduct: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterParagraph:
    """A paragraph a plugin wrote for the letter; `section` is the stored value of its enum."""

    section: str
    text: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSnapshot:
    """One decision, whole. `adoption` is None while it is a concept.

    `outcome_burdens` says whether the resident pays `amount`; if not, it is given or left alone.
    """

    schema: int
    program_version: str
    made_at: datetime
    case_number: CaseNumber
    case_title: str
    gemeentecode: str
    municipality: str
    is_practice: bool
    decision_id: DecisionId
    type: DecisionTypeId
    type_title: str
    letter_title: str
    person: ShownPerson | None
    persons: tuple[ShownPerson, ...]
    weight: CaseWeight
    weight_reason: str
    conduct: Period | None
    entitlement: Period | None
    reported_on: date | None
    decision_date: date | None
    sending_date: date | None
    outcome: OutcomeId | None
    outcome_title: str
    outcome_letter: str
    amount: Money | None
    steps: tuple[ShownStep, ...]
    answers: tuple[ShownAnswer, ...]
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]
    computations: tuple[Computation, ...]
    weighing: tuple[WeighedFinding, ...]
    considerations: tuple[Consideration, ...]
    flags: tuple[Flag, ...]
    criteria: tuple[ShownCriterion, ...]
    reviews: tuple[Review, ...]
    rules: tuple[ShownRule, ...]
    letter: LetterFacts
    letter_paragraphs: tuple[LetterParagraph, ...]
    questionnaire_version: str
    questionnaire_sha256: str
    plugins: tuple[UsedPlugin, ...]
    outcome_burdens: bool = True
    adoption: Adoption | None = None
    remark_answers: tuple[RemarkAnswer, ...] = ()

    def answer(self, question: str) -> ShownAnswer | None:
        """The answer as shown, or None."""
        for item in self.answers:
            if item.question == question:
                return item
        return None
