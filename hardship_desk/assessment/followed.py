"""What a day brings after a decision was announced: a review that nobody did yet."""

from __future__ import annotations

from datetime import date

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.flag import Flag, Moment, Severity
from hardship_desk.domain.ids import FlagId, QuestionId

PLANNED = QuestionId("opvolging.datum")
REVIEWED = "heroverweging"
"""The kind of follow-up that says that somebody looked again."""


def overdue_review_flag(decision: DecisionFile, today: date, texts: Texts) -> tuple[Flag, ...]:
    """A warning from the day after the planned review, until a review stands in the follow-up."""
    answer = decision.answers.get(PLANNED)
    planned = answer.value if answer is not None else None
    announced = decision.state is DecisionState.BEKENDGEMAAKT
    if not announced or not isinstance(planned, date) or planned >= today:
        return ()
    if any(item.kind == REVIEWED for item in decision.follow_ups):
        return ()
    key = "engine.heroverweging_voorbij"
    return (
        Flag(
            id=FlagId("s16.heroverweging_voorbij"),
            step=16,
            severity=Severity.WAARSCHUWING,
            moment=Moment.OPVOLGEN,
            text=texts.get(f"{key}.tekst", dag=f"{planned:%d-%m-%Y}"),
            advice=texts.get(f"{key}.advies"),
            basis=texts.get(f"{key}.grondslag"),
        ),
    )
