"""Making, listing and mending dossiers."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.domain.case import Case, Person, PersonRole
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.evidence import Evidence, EvidenceKind
from hardship_desk.domain.ids import DecisionTypeId, EvidenceId, PersonId
from hardship_desk.services.case_parts import DatesForm
from hardship_desk.services.desk import Desk
from tests.integration.desks import Work, example, new_form, new_work, open_desk_in

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "voorbeelden"
EXAMPLES = len(list(FOLDER.glob("*.toml")))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk_in(tmp_path)


@pytest.fixture
def work(desk: Desk) -> Work:
    return new_work(desk)


def test_that_the_examples_are_there_and_marked_as_practice(desk: Desk) -> None:
    assert {item.number for item in desk.cases.list_cases()} >= {"VB-2026-001", "VB-2026-002"}
    assert len(desk.cases.list_cases()) == EXAMPLES
    assert example(desk).case.is_practice


def test_that_opening_again_adds_no_second_example(tmp_path: Path, desk: Desk) -> None:
    assert len(desk.cases.list_cases()) == EXAMPLES


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"number": " "}, {("number", "leeg")}),
        ({"gemeentecode": ""}, {("gemeentecode", "leeg")}),
        ({"gemeentecode": "GM9999"}, {("gemeentecode", "onbekend")}),
        ({"type": "verbanning"}, {("type", "onbekend")}),
        ({"weight": "midden"}, {("weight", "onbekend")}),
        ({"weight_reason": ""}, {("weight_reason", "leeg")}),
        ({"decision_date": "ooit"}, {("decision_date", "geen_datum")}),
        ({"conduct_from": ""}, {("conduct_from", "begin_ontbreekt")}),
        ({"conduct_to": "01-12-2025"}, {("conduct_to", "einde_voor_begin")}),
        (
            {"number": "", "conduct_from": "x", "conduct_to": "y"},
            {("number", "leeg"), ("conduct_from", "geen_datum"), ("conduct_to", "geen_datum")},
        ),
    ],
)
def test_that_a_wrong_form_names_each_field_and_saves_nothing(
    desk: Desk, changes: dict[str, str], problems: set[tuple[str, str]]
) -> None:
    made = desk.cases.create_case(new_form(**changes))
    assert not isinstance(made, Case)
    assert {(problem.field, problem.code) for problem in made} == problems
    assert len(desk.cases.list_cases()) == EXAMPLES


def test_that_dates_may_be_left_open(desk: Desk) -> None:
    work = new_work(desk, conduct_from="", conduct_to="", decision_date="")
    assert work.case.dates.gedraging is None
    assert work.decision.decision_date is None


def test_that_the_newest_work_is_on_top(desk: Desk, work: Work) -> None:
    assert {item.number for item in desk.cases.list_cases()} >= {"Z-2026-9"}


def test_that_dates_are_saved_together_or_not_at_all(work: Work) -> None:
    wrong = DatesForm(conduct_from="01-01-2025", conduct_to="x", reported_on="01-02-2026")
    assert [p.code for p in work.desk.cases.save_dates(work.case_id, wrong)] == ["geen_datum"]
    before = work.case.dates
    assert before.melding is None
    good = DatesForm(entitlement_from="01-01-2026", reported_on="01-02-2026")
    assert work.desk.cases.save_dates(work.case_id, good) == ()
    assert work.case.dates.melding is not None
    assert work.case.dates.rechtperiode is not None
    assert work.case.dates.gedraging is None


def test_that_a_person_of_a_decision_stays(work: Work) -> None:
    cases, ids = work.desk.cases, work.case_id
    partner = Person(id=PersonId("partner"), role=PersonRole.PARTNER)
    cases.save_person(ids, partner)
    refused = cases.remove_person(ids, PersonId("inwoner"))
    assert refused is not None
    assert refused.code == "persoon_heeft_besluit"
    assert cases.remove_person(ids, partner.id) is None
    assert [person.id for person in work.case.persons] == ["inwoner"]


def test_that_evidence_has_a_title(work: Work) -> None:
    cases, ids = work.desk.cases, work.case_id
    untitled = Evidence(id=EvidenceId("e1"), title=" ", kind=EvidenceKind.STUK)
    refused = cases.save_evidence(ids, untitled)
    assert refused is not None
    assert refused.code == "leeg"
    titled = Evidence(id=EvidenceId("e1"), title="Brief", kind=EvidenceKind.STUK)
    assert cases.save_evidence(ids, titled) is None
    assert list(work.case.evidence) == [titled]
    cases.remove_evidence(ids, titled.id)
    assert list(work.case.evidence) == []


def test_that_the_header_of_a_decision_is_checked(work: Work) -> None:
    cases, ids = work.desk.cases, (work.case_id, work.decision_id)
    codes = [
        problem.code if problem else None
        for problem in (
            cases.set_weight(*ids, "midden", "x"),
            cases.set_weight(*ids, "zwaar", ""),
            cases.set_weight(*ids, "zwaar", "Kinderen."),
            cases.set_decision_date(*ids, "ooit"),
            cases.set_decision_date(*ids, "01-07-2026"),
            cases.set_sending_date(*ids, "ooit"),
            cases.set_sending_date(*ids, "01-06-2026"),
            cases.set_sending_date(*ids, "02-07-2026"),
        )
    ]
    assert codes == [
        "onbekend",
        "leeg",
        None,
        "geen_datum",
        None,
        "geen_datum",
        "voor_besluit",
        None,
    ]
    assert work.decision.weight is CaseWeight.ZWAAR
    cases.set_current_step(*ids, 7)
    assert work.decision.current_step == 7


def test_that_a_second_decision_rests_on_the_same_facts(work: Work) -> None:
    made = work.desk.cases.add_decision(
        work.case_id, DecisionTypeId("terugvordering_elders"), PersonId("inwoner")
    )
    assert made == "terugvordering_elders-1"
    assert [item.type for item in work.case.decisions] == ["boete", "terugvordering_elders"]


def test_that_an_announced_decision_keeps_its_day_of_sending(desk: Desk) -> None:
    work = example(desk)
    ids = (work.case_id, work.decision_id)
    desk.decisions.adopt(*ids, "K. Beslisser", "mandaat")
    desk.decisions.announce(*ids, "13-11-2026")
    problem = desk.cases.set_sending_date(*ids, "14-11-2026")
    assert problem is not None
    assert problem.code == "besluit_bekendgemaakt"
