"""The one module a plugin imports. What `__all__` lists is the promise of this API version."""

from hardship_desk.domain.answers import AnswerState, Row
from hardship_desk.domain.case import PersonRole
from hardship_desk.domain.computation import CalculationLine, Computation, LineInput
from hardship_desk.domain.decision import CaseWeight, Consideration
from hardship_desk.domain.evidence import EvidenceKind, EvidenceStatus, Verification
from hardship_desk.domain.finding import Direction, Finding
from hardship_desk.domain.ids import FindingId, LineId, OutcomeId, QuestionId
from hardship_desk.domain.legal_basis import Anchor, Certainty, LegalBasis, Source
from hardship_desk.domain.money import (
    Money,
    round_down_to_cent,
    round_half_up_to_cent,
    round_up_to_ten_euros,
)
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.catalogue import (
    Conflict,
    Parameter,
    ParameterTable,
    Provision,
    ReadHow,
    Ruling,
    RulingOutcome,
    provision_on,
)
from hardship_desk.plugin_api.context import (
    AssessmentContext,
    ContextAnswer,
    ContextDates,
    ContextEvidence,
    HasText,
)
from hardship_desk.plugin_api.hookspecs import hookimpl
from hardship_desk.plugin_api.letter import LetterBlock, LetterSection, LetterView
from hardship_desk.plugin_api.termijnen import (
    end_of_term,
    last_day_for_bezwaar,
    objection_deadline,
)

API_VERSION = 1

__all__ = [
    "API_VERSION",
    "Anchor",
    "AnswerState",
    "AssessmentContext",
    "CalculationLine",
    "CaseWeight",
    "Certainty",
    "Computation",
    "Conflict",
    "Consideration",
    "ContextAnswer",
    "ContextDates",
    "ContextEvidence",
    "Direction",
    "EvidenceKind",
    "EvidenceStatus",
    "Finding",
    "FindingId",
    "HasText",
    "LegalBasis",
    "LetterBlock",
    "LetterSection",
    "LetterView",
    "LineId",
    "LineInput",
    "Money",
    "OutcomeId",
    "Parameter",
    "ParameterTable",
    "Period",
    "PersonRole",
    "Provision",
    "QuestionId",
    "ReadHow",
    "Row",
    "Ruling",
    "RulingOutcome",
    "Source",
    "Verification",
    "end_of_term",
    "hookimpl",
    "last_day_for_bezwaar",
    "objection_deadline",
    "provision_on",
    "round_down_to_cent",
    "round_half_up_to_cent",
    "round_up_to_ten_euros",
]
