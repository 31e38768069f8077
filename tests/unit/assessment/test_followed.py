"""The review that was planned: a warning the day after, and none once somebody looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from hardship_desk.assessment.followed import PLANNED, REVIEWED, overdue_review_flag
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState
from hardship_desk.domain.decision import DecisionFile, FollowUp
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.flag import Moment, Severity
from hardship_desk.domain.ids import DecisionId, DecisionTypeId

TEXTS = Texts.load_folder(Path(__file__).resolve().parents[3] / "resources" / "texts")
DAY = date(2026, 9, 1)
ANNOUNCED = DecisionFile(
    id=DecisionId("besluit-1"),
    type=DecisionTypeId("maatregel"),
    state=DecisionState.BEKENDGEMAAKT,
    answers=AnswerSet.of((Answer(question=PLANNED, value=DAY),)),
)


def happened(kind: str) -> tuple[FollowUp, ...]:
    at = datetime(2026, 8, 20, 9, tzinfo=UTC)
    return (FollowUp(kind=kind, text="Bekeken.", on=at.date(), at=at),)


@pytest.mark.parametrize(("days", "fires"), [(-1, False), (0, False), (1, True), (400, True)])
def test_that_a_review_is_overdue_from_the_day_after(days: int, fires: bool) -> None:
    found = overdue_review_flag(ANNOUNCED, DAY + timedelta(days=days), TEXTS)
    assert [flag.id for flag in found] == ["s16.heroverweging_voorbij"] * fires
    assert all("01-09-2026" in flag.text and flag.basis for flag in found)
    assert all(flag.severity is Severity.WAARSCHUWING for flag in found)
    assert all(flag.moment is Moment.OPVOLGEN for flag in found)


@pytest.mark.parametrize(("kind", "fires"), [(REVIEWED, False), ("gesprek", True)])
def test_that_a_review_in_the_follow_up_ends_it(kind: str, fires: bool) -> None:
    done = replace(ANNOUNCED, follow_ups=happened(kind))
    assert bool(overdue_review_flag(done, DAY + timedelta(days=1), TEXTS)) is fires


@pytest.mark.parametrize("state", [DecisionState.CONCEPT, DecisionState.VASTGESTELD])
def test_that_only_an_announced_decision_can_be_overdue(state: DecisionState) -> None:
    assert overdue_review_flag(replace(ANNOUNCED, state=state), date.max, TEXTS) == ()


def test_that_without_a_planned_day_nothing_is_overdue() -> None:
    none = AnswerSet.of(
        (Answer(question=PLANNED, state=AnswerState.NOT_APPLICABLE, explanation="Niet nodig."),)
    )
    for answers in (AnswerSet(), none):
        assert overdue_review_flag(replace(ANNOUNCED, answers=answers), date.max, TEXTS) == ()
