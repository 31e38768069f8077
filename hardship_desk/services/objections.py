"""What a decision on an objection takes over from the decision it is about."""

from __future__ import annotations

from hardship_desk.domain.answers import Answer, AnswerValue
from hardship_desk.domain.case import Case
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.ids import QuestionId
from hardship_desk.questionnaire.model import Questionnaire

OBJECTION = "bezwaar"
_KINDS = {
    "boete": "boete",
    "terugvordering": "terugvordering",
    "terugvordering_elders": "terugvordering",
    "invordering": "invordering",
    "herziening_intrekking": "herziening_intrekking",
    "maatregel": "maatregel",
    "bijzondere_bijstand": "aanvraag",
    "zeer_dringende_redenen": "aanvraag",
    "voorschot_terugwerkend": "aanvraag",
}
"""Decision type -> how the objection names it; all others are "anders"."""


def answers_from_first_decision(case: Case, questionnaire: Questionnaire) -> tuple[Answer, ...]:
    """What the newest sealed decision of the dossier says of itself; nothing while none is sealed."""
    sealed = [item for item in case.decisions if item.versions and item.type != OBJECTION]
    return _answers(sealed[-1], questionnaire) if sealed else ()


def _answers(first: DecisionFile, questionnaire: Questionnaire) -> tuple[Answer, ...]:
    version = first.versions[-1]
    kind = questionnaire.decision_type(first.type)
    found: dict[str, AnswerValue | None] = {
        "tegen": kind.letter_title,
        "soort": _KINDS.get(first.type, "anders"),
        "primair_datum": first.decision_date,
        "primair_verzonden": version.announced_on or first.sending_date,
        "primair_beslisser": version.adopted_by,
    }
    return tuple(
        Answer(question=QuestionId(f"{OBJECTION}.{name}"), value=value)
        for name, value in found.items()
        if value is not None
    )
