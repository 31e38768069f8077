from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hardship_desk.domain.case import Case, CaseDates, Conversation, Person, PersonRole
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.evidence import Evidence, EvidenceKind
from hardship_desk.domain.ids import (
    CaseId,
    CaseNumber,
    ConversationId,
    DecisionId,
    DecisionTypeId,
    EvidenceId,
    Gemeentecode,
    PersonId,
)
from hardship_desk.services.ports.case_lists import CaseFilter, SearchWord
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.storage import OpenVault
from tests.unit.storage.case_samples import (
    BOETE,
    CASE,
    DAY,
    INCOME,
    NOON,
    case,
    empty_case,
    income,
    version,
)
from tests.unit.storage.conftest import reopen


def test_that_a_dossier_comes_back_as_it_went_in(cases: CaseRepository) -> None:
    cases.add_case(case())
    assert cases.load(CASE) == case()


def test_that_columns_of_a_row_keep_their_order(cases: CaseRepository) -> None:
    cases.add_case(case())
    loaded, stored = cases.load(CASE).decisions[0].answers, case().decisions[0].answers
    assert [answer.value for answer in loaded] == [answer.value for answer in stored]


def test_that_a_dossier_survives_closing(vault: OpenVault, path: Path) -> None:
    vault.cases.add_case(case())
    vault.close()
    with reopen(path) as again:
        assert again.cases.load(CASE) == case()


def test_that_an_absent_dossier_is_a_key_error(cases: CaseRepository) -> None:
    with pytest.raises(KeyError):
        cases.load(CASE)
    with pytest.raises(KeyError):
        cases.save_header(case())
    assert cases.list_cases() == ()


def test_that_a_dossier_without_dates_gets_the_moment_of_adding(cases: CaseRepository) -> None:
    cases.add_case(replace(empty_case(), created_at=None, changed_at=None, is_practice=True))
    loaded = cases.load(CASE)
    assert loaded.created_at is None
    assert loaded.changed_at == NOON + timedelta(minutes=1)
    assert loaded.is_practice


def test_that_a_dossier_cannot_be_added_twice(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    with pytest.raises(VaultError) as caught:
        cases.add_case(case())
    assert caught.value.code == "kluis_geweigerd"
    assert cases.load(CASE) == empty_case()


def test_that_a_dossier_with_an_id_twice_leaves_nothing(
    cases: CaseRepository, vault: OpenVault
) -> None:
    person = Person(id=PersonId("p"), role=PersonRole.INWONER)
    with pytest.raises(VaultError):
        cases.add_case(replace(empty_case(), persons=(person, person)))
    assert cases.list_cases() == ()
    assert vault.audit_head().count == 0


def test_that_the_list_starts_with_what_changed_last(cases: CaseRepository) -> None:
    for name in ("a", "b", "c"):
        cases.add_case(empty_case(name))
    assert [item.id for item in cases.list_cases()] == ["c", "b", "a"]
    cases.save_header(empty_case("a"))
    assert [item.id for item in cases.list_cases()] == ["a", "c", "b"]


def test_that_a_line_of_the_list_says_what_the_dossier_is(cases: CaseRepository) -> None:
    cases.add_case(case())
    (line,) = cases.list_cases()
    assert (line.number, line.title, line.gemeentecode) == ("GEHEIM-2026-1", "GEHEIM-titel", "0363")
    assert line.decision_types == ("boete", "boete")
    assert (line.state, line.changed_at) == ("concept", NOON)


def test_that_the_state_of_the_list_is_that_of_the_decision_least_far(
    cases: CaseRepository,
) -> None:
    cases.add_case(empty_case())
    cases.seal_version(CASE, BOETE, version())
    assert cases.list_cases()[0].state == "vastgesteld"
    cases.seal_version(CASE, BOETE, version(state=DecisionState.BEKENDGEMAAKT))
    assert cases.list_cases()[0].state == "bekendgemaakt"
    cases.save_decision_header(
        CASE, replace(empty_case().decisions[0], id=DecisionId("b"), type=DecisionTypeId("iit"))
    )
    assert cases.list_cases()[0].state == "concept"
    cases.add_case(replace(empty_case("leeg"), decisions=()))
    assert cases.list_cases()[-1].state == "concept"


def test_that_a_header_changes_only_the_header(cases: CaseRepository) -> None:
    cases.add_case(case())
    cases.save_header(
        Case(
            id=CASE,
            number=CaseNumber("2"),
            gemeentecode=Gemeentecode("0599"),
            title="nieuw",
            dates=CaseDates(melding=DAY),
        )
    )
    assert cases.load(CASE) == replace(
        case(),
        number=CaseNumber("2"),
        gemeentecode=Gemeentecode("0599"),
        title="nieuw",
        dates=CaseDates(melding=DAY),
        changed_at=NOON + timedelta(minutes=2),
    )


def test_that_persons_are_replaced_in_place_and_taken_out(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    first, second = (Person(id=PersonId(name), role=PersonRole.KIND) for name in ("z", "a"))
    for person in (first, second, renamed := replace(first, label="nieuw")):
        cases.save_person(CASE, person)
    assert cases.load(CASE).persons == (renamed, second)
    cases.remove_person(CASE, first.id)
    cases.remove_person(CASE, first.id)
    assert cases.load(CASE).persons == (second,)


def test_that_evidence_is_replaced_in_place_and_taken_out(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    first, second = (
        Evidence(id=EvidenceId(name), title="", kind=EvidenceKind.STUK) for name in ("z", "a")
    )
    for evidence in (first, second, renamed := replace(first, title="nieuw")):
        cases.save_evidence(CASE, evidence)
    assert cases.load(CASE).evidence == (renamed, second)
    cases.remove_evidence(CASE, second.id)
    assert cases.load(CASE).evidence == (renamed,)


def test_that_a_conversation_is_replaced(cases: CaseRepository) -> None:
    cases.add_case(case())
    changed = Conversation(id=ConversationId("g1"), on=None, channel="telefoon")
    cases.save_conversation(CASE, changed)
    assert cases.load(CASE).conversations == (changed,)


def test_that_an_equal_id_in_another_dossier_is_another_person(cases: CaseRepository) -> None:
    for name in ("a", "b"):
        cases.add_case(empty_case(name))
        cases.save_person(CaseId(name), Person(id=PersonId("p"), role=PersonRole.KIND, label=name))
    assert [item.label for item in cases.load(CaseId("a")).persons] == ["a"]


def test_that_a_search_finds_text_municipality_kind_and_state(cases: CaseRepository) -> None:
    boete, other = case(), replace(empty_case("c-2"), number=CaseNumber("Z_2"), title="Één ding")
    for item in (boete, other):
        cases.add_case(item)

    def found(**word: object) -> list[str]:
        result = cases.find_cases((SearchWord(**{"text": "~", **word}),), 10)  # type: ignore[arg-type]
        assert result.count == len(result.newest)
        return [item.id for item in result.newest]

    assert found(text="z_2") == ["c-2"]
    assert found(text="één") == ["c-2"], "letters with a mark fold as well"
    assert found(text="zz2") == []
    assert found(gemeentecodes=(boete.gemeentecode,)) == ["c-1"]
    elsewhere = DecisionTypeId("elders")
    assert found(types=(boete.decisions[0].type,)) == ["c-2", "c-1"]
    assert found(types=(elsewhere,)) == []
    for summary in cases.list_cases():
        assert summary.id in found(states=(summary.state,))
        for state in {item.value for item in DecisionState} - {summary.state}:
            assert summary.id not in found(states=(state,))
    both = cases.find_cases((), 1)
    assert (len(both.newest), both.count) == (1, 2)


def test_that_filters_narrow_what_is_found(cases: CaseRepository) -> None:
    boete, other = case(), replace(empty_case("c-2"), gemeentecode=Gemeentecode("0599"))
    for item in (boete, other):
        cases.add_case(item)

    def found(**narrowed: object) -> list[str]:
        result = cases.find_cases((), 10, CaseFilter(**narrowed))  # type: ignore[arg-type]
        return [item.id for item in result.newest]

    assert found() == ["c-2", "c-1"]
    assert found(gemeentecode="0599") == ["c-2"]
    assert found(type="boete") == ["c-2", "c-1"]
    assert found(type="elders") == []
    assert found(state="concept") == ["c-2", "c-1"]
    assert found(state="vastgesteld") == []
    assert found(changed_since=NOON) == ["c-2", "c-1"]
    assert found(changed_since=NOON + timedelta(days=1)) == []
    facets = cases.facets()
    assert facets.gemeentecodes == ("0363", "0599")
    assert facets.types == ("boete",)
    (maker,) = facets.makers
    assert found(made_by=maker) == ["c-2", "c-1"]
    assert found(made_by="iemand anders") == []


def test_that_a_dossier_is_read_again_only_after_a_change(vault: OpenVault) -> None:
    vault.cases.add_case(case())
    first = vault.cases.load(CASE)
    assert vault.cases.load(CASE) is first
    vault.cases.save_answer(CASE, None, income(1))
    second = vault.cases.load(CASE)
    assert second.facts.get(INCOME) == income(1)
    assert vault.cases.load(CASE) is second


def test_that_what_is_taken_back_is_not_remembered(vault: OpenVault) -> None:
    vault.cases.add_case(case())
    before = vault.cases.load(CASE)

    def change_and_stop() -> None:
        with vault.cases.together():
            vault.cases.save_answer(CASE, None, income(2))
            assert vault.cases.load(CASE).facts.get(INCOME) == income(2)
            raise KeyError

    with pytest.raises(KeyError):
        change_and_stop()
    assert vault.cases.load(CASE) == before
    vault.cases.save_answer(CASE, None, income(3))
    assert vault.cases.load(CASE).facts.get(INCOME) == income(3)
