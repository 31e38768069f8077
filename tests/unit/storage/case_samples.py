"""Dossiers to store, and a clock that stands where it is put."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState, Row, StatementTag
from hardship_desk.domain.case import (
    Case,
    CaseDates,
    Conversation,
    Person,
    PersonRole,
    Sentence,
)
from hardship_desk.domain.decision import (
    CaseWeight,
    DecisionFile,
    DecisionVersion,
    FollowUp,
    Review,
    ReviewVerdict,
)
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.evidence import Evidence, EvidenceKind, EvidenceStatus, Verification
from hardship_desk.domain.flag import FlagResponse
from hardship_desk.domain.ids import (
    CaseId,
    CaseNumber,
    ConversationId,
    DecisionId,
    DecisionTypeId,
    EvidenceId,
    FindingId,
    FlagId,
    Gemeentecode,
    PersonId,
    QuestionId,
    SentenceId,
)
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.domain.remark import Remark, RemarkAnswer
from hardship_desk.domain.weighing import WeighedFinding, Weight

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 2)
CASE, BOETE = CaseId("c-1"), DecisionId("boete-1")
INCOME, DEBTS = QuestionId("middelen.inkomen"), QuestionId("middelen.schulden")


class HandClock:
    """A clock that goes on one minute with each look."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment

    def today(self) -> date:
        return self.moment.date()


def income(cents: int) -> Answer:
    return Answer(question=INCOME, value=Money(cents), explanation="GEHEIM-toelichting")


def version(number: int = 1, state: DecisionState = DecisionState.VASTGESTELD) -> DecisionVersion:
    return DecisionVersion(
        number=number,
        adopted_at=NOON,
        adopted_by="GEHEIM-besluiter",
        mandaat="mandaatbesluit 3",
        snapshot='{"state":"' + state + '"}',
        sha256="ab" * 32,
        state=state,
        announced_on=DAY if state is DecisionState.BEKENDGEMAAKT else None,
    )


def decision() -> DecisionFile:
    rows = (
        Row(id="r2", cells=(("soort", "huur"), ("bedrag", Money(50_000)), ("sinds", DAY))),
        Row(id="r1", cells=(("soort", "energie"), ("aantal", 3), ("loopt", True))),
    )
    return DecisionFile(
        id=BOETE,
        type=DecisionTypeId("boete"),
        person=PersonId("inwoner"),
        weight=CaseWeight.ZWAAR,
        weight_reason="GEHEIM-reden",
        decision_date=DAY,
        answers=AnswerSet.of((Answer(question=DEBTS, value=rows, tag=StatementTag.FEIT),)),
        weighing=(
            WeighedFinding(finding=FindingId("f2"), weight=Weight.ZWAAR, reason="GEHEIM-weging"),
            WeighedFinding(finding=FindingId("f1"), weight=Weight.GEEN, reason=""),
        ),
        flag_responses=(FlagResponse(flag=FlagId("W1"), text="GEHEIM-vlag", at=NOON),),
        reviews=(
            Review(
                reader="GEHEIM-lezer",
                verdict=ReviewVerdict.AKKOORD,
                text="goed",
                at=NOON,
                remarks=(Remark(place="intake.aanleiding", text="GEHEIM-opmerking"),),
            ),
        ),
        remark_answers=(RemarkAnswer(remark="1.1", text="GEHEIM-antwoord", at=NOON),),
        state=DecisionState.VASTGESTELD,
        versions=(version(),),
        follow_ups=(FollowUp(kind="bezwaar", text="GEHEIM-bezwaar", on=DAY, at=NOON),),
        current_step=15,
    )


def evidence() -> tuple[Evidence, ...]:
    return (
        Evidence(
            id=EvidenceId("b2"),
            title="GEHEIM-bewijs",
            kind=EvidenceKind.STUK,
            verification=Verification.REGISTER,
            contradicted=False,
            covers=Period(DAY),
            status=EvidenceStatus.BETWIST,
            supports=(INCOME,),
        ),
        Evidence(id=EvidenceId("b1"), title="bankafschrift", kind=EvidenceKind.GESPREK),
    )


def case() -> Case:
    """A dossier with something in each of its places; every text in it starts with GEHEIM."""
    return Case(
        id=CASE,
        number=CaseNumber("GEHEIM-2026-1"),
        gemeentecode=Gemeentecode("0363"),
        created_at=NOON,
        changed_at=NOON,
        title="GEHEIM-titel",
        dates=CaseDates(gedraging=Period(DAY), rechtperiode=Period(DAY, DAY), melding=DAY),
        persons=(
            Person(id=PersonId("p2"), role=PersonRole.KIND, label="GEHEIM-kind"),
            Person(id=PersonId("inwoner"), role=PersonRole.INWONER, period=Period(DAY)),
        ),
        evidence=evidence(),
        conversations=(
            Conversation(
                id=ConversationId("g1"),
                on=DAY,
                sentences=(
                    Sentence(id=SentenceId("z1"), text="GEHEIM-zin", assigned_to=INCOME),
                    Sentence(id=SentenceId("z2"), text="GEHEIM-tweede"),
                ),
            ),
        ),
        facts=AnswerSet.of(
            (income(123_45), Answer(question=QuestionId("x.y"), state=AnswerState.UNKNOWN))
        ),
        decisions=(decision(), replace(empty_decision(), id=DecisionId("boete-2"))),
    )


def empty_decision() -> DecisionFile:
    return DecisionFile(id=BOETE, type=DecisionTypeId("boete"))


def empty_case(case_id: str = CASE) -> Case:
    return Case(
        id=CaseId(case_id),
        number=CaseNumber("1"),
        gemeentecode=Gemeentecode("landelijk"),
        created_at=NOON,
        changed_at=NOON,
        decisions=(empty_decision(),),
    )
