from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hardship_desk.domain.decision import (
    CaseWeight,
    DecisionVersion,
    FollowUp,
    Review,
    ReviewVerdict,
)
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.flag import FlagResponse
from hardship_desk.domain.ids import DecisionId, DecisionTypeId, FindingId, FlagId, PersonId
from hardship_desk.domain.placed_remark import placed_remarks
from hardship_desk.domain.remark import Remark, RemarkAnswer
from hardship_desk.domain.weighing import WeighedFinding, Weight
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.storage import OpenVault
from tests.unit.storage.case_samples import (
    BOETE,
    CASE,
    DAY,
    NOON,
    case,
    empty_case,
    empty_decision,
    version,
)
from tests.unit.storage.conftest import reopen

ANNOUNCED = version(state=DecisionState.BEKENDGEMAAKT)


def test_that_a_header_changes_neither_state_nor_contents(cases: CaseRepository) -> None:
    cases.add_case(case())
    before = cases.load(CASE).decision(BOETE)
    header = replace(
        empty_decision(),
        type=DecisionTypeId("terugvordering"),
        person=PersonId("p2"),
        weight=CaseWeight.KORT,
        weight_reason="eenvoudig",
        sending_date=DAY,
        current_step=3,
    )
    cases.save_decision_header(CASE, header)
    assert cases.load(CASE).decision(BOETE) == replace(
        before,
        type=DecisionTypeId("terugvordering"),
        person=PersonId("p2"),
        weight=CaseWeight.KORT,
        weight_reason="eenvoudig",
        decision_date=None,
        sending_date=DAY,
        current_step=3,
    )


def test_that_a_new_header_comes_last(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    added = replace(empty_decision(), id=DecisionId("a"))
    cases.save_decision_header(CASE, added)
    assert cases.load(CASE).decisions == (empty_decision(), added)


def test_that_weighing_and_flag_responses_are_replaced_in_place(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    for finding, reason in (("z", "eerst"), ("a", ""), ("z", "later")):
        cases.save_weighing(
            CASE,
            BOETE,
            WeighedFinding(finding=FindingId(finding), weight=Weight.LICHT, reason=reason),
        )
    for text in ("eerst", "later"):
        cases.save_flag_response(CASE, BOETE, FlagResponse(flag=FlagId("W1"), text=text, at=NOON))
    loaded = cases.load(CASE).decision(BOETE)
    assert [(item.finding, item.reason) for item in loaded.weighing] == [("z", "later"), ("a", "")]
    assert [item.text for item in loaded.flag_responses] == ["later"]


def test_that_reviews_and_follow_ups_are_added(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    review = Review(
        reader="r",
        verdict=ReviewVerdict.AKKOORD_MITS,
        text="t",
        at=NOON,
        remarks=(Remark(place="a.b", text="Waarom?"), Remark(place="", text="Goed.")),
    )
    answer = RemarkAnswer(remark="1.1", text="Daarom.", at=NOON, by="A.")
    follow_up = FollowUp(kind="bezwaar", text="t", on=DAY, at=datetime(2026, 1, 1, tzinfo=UTC))
    for _ in range(2):
        cases.add_review(CASE, BOETE, review)
        cases.add_remark_answer(CASE, BOETE, answer)
        cases.add_follow_up(CASE, BOETE, follow_up)
    loaded = cases.load(CASE).decision(BOETE)
    assert loaded.reviews == (review, review)
    assert loaded.remark_answers == (answer, answer)
    first, *others = placed_remarks(loaded.reviews, loaded.remark_answers)
    assert (first.id, first.is_open, len(first.answers)) == ("1.1", False, 2)
    assert [(item.id, item.is_open) for item in others] == [
        ("1.2", True),
        ("2.1", True),
        ("2.2", True),
    ]
    assert loaded.follow_ups == (follow_up, follow_up)


def test_that_a_version_is_sealed_announced_and_reopened(vault: OpenVault, path: Path) -> None:
    cases = vault.cases
    cases.add_case(empty_case())
    cases.seal_version(CASE, BOETE, version())
    sealed = cases.load(CASE).decision(BOETE)
    assert (sealed.state, sealed.versions) == (DecisionState.VASTGESTELD, (version(),))
    cases.reopen_decision(CASE, BOETE)
    opened = cases.load(CASE).decision(BOETE)
    assert (opened.state, opened.versions) == (DecisionState.CONCEPT, (version(),))
    cases.seal_version(CASE, BOETE, version(2))
    announced = replace(ANNOUNCED, number=2)
    cases.seal_version(CASE, BOETE, announced)
    vault.close()
    with reopen(path) as again:
        loaded = again.cases.load(CASE).decision(BOETE)
    assert loaded.state is DecisionState.BEKENDGEMAAKT
    assert loaded.versions == (version(), announced)


@pytest.mark.parametrize("earlier", [version(), ANNOUNCED])
def test_that_a_number_is_sealed_once(cases: CaseRepository, earlier: DecisionVersion) -> None:
    cases.add_case(empty_case())
    cases.seal_version(CASE, BOETE, earlier)
    before = cases.load(CASE)
    with pytest.raises(VaultError) as caught:
        cases.seal_version(CASE, BOETE, replace(version(), snapshot="{}"))
    assert caught.value.code == "kluis_geweigerd"
    assert cases.load(CASE) == before


def test_that_a_version_is_announced_once(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    cases.seal_version(CASE, BOETE, ANNOUNCED)
    with pytest.raises(VaultError) as caught:
        cases.seal_version(CASE, BOETE, replace(ANNOUNCED, snapshot="{}"))
    assert caught.value.code == "kluis_geweigerd"


def test_that_an_absent_decision_is_a_key_error(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    with pytest.raises(KeyError):
        cases.reopen_decision(CASE, DecisionId("anders"))
    with pytest.raises(KeyError):
        cases.seal_version(CASE, DecisionId("anders"), version())
