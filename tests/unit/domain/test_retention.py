from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState
from hardship_desk.domain.case import Case
from hardship_desk.domain.decision import DecisionFile, DecisionVersion, FollowUp
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.ids import (
    CaseId,
    CaseNumber,
    DecisionId,
    DecisionTypeId,
    Gemeentecode,
    OutcomeId,
)
from hardship_desk.domain.legal_basis import Certainty, Source
from hardship_desk.domain.retention import (
    OUTCOME_QUESTION,
    LegalHold,
    RetentionRule,
    RetentionState,
    TermStart,
    TermUnit,
    due_date,
    judge_retention,
)
from hardship_desk.domain.users import NOBODY, RIGHTS, Right, Role, UserId, VaultUser

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
RULE = RetentionRule(
    id="boete",
    title="Boete",
    length=7,
    unit=TermUnit.JAREN,
    start=TermStart.LAATSTE_HANDELING,
    applies=((DecisionTypeId("boete"), OutcomeId("boete")),),
    source=Source(title="Selectielijst"),
    certainty=Certainty.SECONDARY,
)


def dossier(state: DecisionState = DecisionState.BEKENDGEMAAKT, outcome: str = "boete") -> Case:
    version = DecisionVersion(
        number=1,
        adopted_at=NOW,
        adopted_by="A",
        mandaat="",
        snapshot="",
        sha256="",
        state=state,
        announced_on=date(2026, 1, 5),
    )
    decision = DecisionFile(
        id=DecisionId("boete-1"),
        type=DecisionTypeId("boete"),
        answers=AnswerSet.of((Answer(question=OUTCOME_QUESTION, value=outcome),)),
        state=state,
        versions=(version,),
    )
    return Case(
        id=CaseId("c"),
        number=CaseNumber("Z-1"),
        gemeentecode=Gemeentecode("GM0363"),
        decisions=(decision,),
    )


@pytest.mark.parametrize(
    ("start", "length", "unit", "due"),
    [
        (date(2026, 1, 5), 6, TermUnit.WEKEN, date(2026, 2, 17)),
        (date(2026, 1, 5), 3, TermUnit.MAANDEN, date(2026, 4, 6)),
        (date(2026, 1, 5), 7, TermUnit.JAREN, date(2033, 1, 6)),
        (date(2024, 2, 29), 1, TermUnit.JAREN, date(2025, 3, 2)),
        (date(2026, 10, 31), 1, TermUnit.MAANDEN, date(2026, 12, 2)),
        (date(2026, 12, 31), 2, TermUnit.MAANDEN, date(2027, 3, 2)),
    ],
)
def test_that_a_term_ends_before_the_day_it_is_due(
    start: date, length: int, unit: TermUnit, due: date
) -> None:
    assert due_date(start, replace(RULE, length=length, unit=unit)) == due


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2033, 1, 5), RetentionState.NOG_BEWAREN),
        (date(2033, 1, 6), RetentionState.TE_VERNIETIGEN),
    ],
)
def test_that_a_dossier_is_due_the_day_after_its_term(today: date, state: RetentionState) -> None:
    verdict = judge_retention(dossier(), (RULE,), None, today)
    assert (verdict.state, verdict.due) == (state, date(2033, 1, 6))


def test_that_a_hold_wins() -> None:
    hold = LegalHold(case_id=CaseId("c"), reason="beroep", placed_at=NOW)
    verdict = judge_retention(dossier(), (RULE,), hold, date(2050, 1, 1))
    assert verdict.state is RetentionState.VASTGEHOUDEN


def test_that_the_last_follow_up_starts_the_term() -> None:
    made = dossier()
    follow_up = FollowUp(kind="bezwaar", text="", on=date(2027, 3, 1), at=NOW)
    later = replace(made.decisions[0], follow_ups=(follow_up,))
    verdict = judge_retention(replace(made, decisions=(later,)), (RULE,), None, date(2030, 1, 1))
    assert verdict.due == date(2034, 3, 2)


def test_that_a_version_without_announcement_counts_from_its_adoption() -> None:
    made = dossier()
    quiet = replace(made.decisions[0].versions[0], announced_on=None)
    decision = replace(made.decisions[0], versions=(quiet,))
    verdict = judge_retention(replace(made, decisions=(decision,)), (RULE,), None, date(2030, 1, 1))
    assert verdict.due == date(2033, 1, 6)


@pytest.mark.parametrize("state", [DecisionState.CONCEPT, DecisionState.VASTGESTELD])
def test_that_what_is_not_announced_goes_on(state: DecisionState) -> None:
    verdict = judge_retention(dossier(state), (RULE,), None, date(2050, 1, 1))
    assert verdict.state is RetentionState.LOOPT_NOG
    empty = replace(dossier(), decisions=())
    assert judge_retention(empty, (RULE,), None, date(2050, 1, 1)).state is RetentionState.LOOPT_NOG


@pytest.mark.parametrize(
    ("outcome", "rule"),
    [
        ("waarschuwing", RULE),
        ("boete", replace(RULE, start=TermStart.EINDE_VOORZIENING)),
        ("boete", replace(RULE, certainty=Certainty.UNVERIFIED)),
    ],
)
def test_that_an_unknown_term_keeps_the_dossier(outcome: str, rule: RetentionRule) -> None:
    verdict = judge_retention(dossier(outcome=outcome), (rule,), None, date(2050, 1, 1))
    assert verdict.state is RetentionState.TERMIJN_ONBEKEND
    assert verdict.due is None


def test_that_an_outcome_that_is_unknown_has_no_term() -> None:
    made = dossier()
    for answers in (
        AnswerSet(),
        AnswerSet.of((Answer(question=OUTCOME_QUESTION, state=AnswerState.UNKNOWN),)),
    ):
        open_one = replace(made.decisions[0], answers=answers)
        verdict = judge_retention(
            replace(made, decisions=(open_one,)), (RULE,), None, date(2050, 1, 1)
        )
        assert verdict.state is RetentionState.TERMIJN_ONBEKEND


def test_that_roles_allow_what_the_work_asks() -> None:
    assert set(RIGHTS) == set(Role)
    trainer = VaultUser(id=UserId("t"), name="T", roles=(Role.TRAINER,))
    assert not any(trainer.may(right) for right in Right)
    assert all(NOBODY.may(right) for right in Right)


def test_that_a_term_is_counted_as_people_say_it() -> None:
    assert [unit.counted(7) for unit in TermUnit] == ["7 weken", "7 maanden", "7 jaar"]
    assert [unit.counted(1) for unit in TermUnit] == ["1 week", "1 maand", "1 jaar"]
