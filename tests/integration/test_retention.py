"""Destroying by two people, and access, on a real vault."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.core_setup import build_core
from hardship_desk.desk_setup import OwnDesk
from hardship_desk.documents.destruction import build_declaration
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.domain.answers import Answer, AnswerSet, Row
from hardship_desk.domain.case import Case
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.destruction import Declaration
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.retention import OUTCOME_QUESTION, RetentionState
from hardship_desk.domain.users import Role, UserId, VaultUser
from hardship_desk.services.case_numbers import HEAD
from hardship_desk.services.desk import PrivacyDesk
from hardship_desk.services.ports.writers import OfficeForm
from hardship_desk.services.retention import WAY
from hardship_desk.storage import OpenVault
from tests.integration.desks import FixedClock
from tests.reliability.paper_texts import in_docx
from tests.unit.documents.papers_for_tests import TEXTS
from tests.unit.storage.case_samples import CASE, case, version
from tests.unit.storage.conftest import CHEAP

A = VaultUser(id=UserId("a"), name="A", roles=(Role.BEHANDELAAR,))
B = VaultUser(id=UserId("b"), name="B", roles=(Role.TWEEDE_LEZER,))
STACKED = Row(id="r1", cells=(("regel", "GEHEIM plan"), ("soort", "stapeling")))
NUMBERS = ("GEHEIM-2026-1",)
LATER = FixedClock(datetime(2034, 1, 1, 9, 0, tzinfo=UTC))


def announced() -> Case:
    """The sample with one decision: a boete, announced on 2 November 2026."""
    made = case()
    [first, *_] = made.decisions
    done = replace(
        first,
        answers=AnswerSet.of(
            (
                Answer(question=OUTCOME_QUESTION, value="boete"),
                Answer(question=QuestionId("botsend.regels"), value=(STACKED, STACKED)),
                Answer(question=QuestionId("botsend.signaal"), value=True),
            )
        ),
        state=DecisionState.BEKENDGEMAAKT,
        versions=(version(), version(state=DecisionState.BEKENDGEMAAKT)),
        follow_ups=(),
    )
    return replace(made, decisions=(done,))


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[OpenVault]:
    path = tmp_path / "kluis" / "eigen.db"
    with storage.create_vault(path, "woorden", LATER, cost=CHEAP, name="A") as opened:
        opened.cases.add_case(announced())
        yield opened


@pytest.fixture
def privacy(vault: OpenVault) -> PrivacyDesk:
    return OwnDesk(build_core(LATER), vault).privacy


def code_of(call: object) -> str:
    with pytest.raises(HardshipDeskError) as caught:
        call()  # type: ignore[operator]  # a test hands a call
    return caught.value.code


def test_that_a_dossier_is_due_only_after_its_term(privacy: PrivacyDesk, vault: OpenVault) -> None:
    [line] = privacy.retention.overview()
    assert line.verdict.due == date(2033, 11, 3)
    assert line.verdict.state is RetentionState.TE_VERNIETIGEN
    assert line.verdict.rules[0].source.title.startswith("Selectielijst")


def test_that_two_people_destroy_and_the_declaration_names_no_resident(
    privacy: PrivacyDesk, vault: OpenVault
) -> None:
    retention = privacy.retention
    assert code_of(lambda: retention.propose((), A)) == "lijst_leeg"
    proposed = retention.propose((CASE,), A)
    assert code_of(lambda: retention.approve(proposed.id, A, NUMBERS)) == "vier_ogen"
    assert code_of(lambda: retention.approve("x", B, NUMBERS)) == "lijst_ontbreekt"
    retention.place_hold(CASE, "beroep loopt")
    assert code_of(lambda: retention.approve(proposed.id, B, NUMBERS)) == "termijn_niet_voorbij"
    assert code_of(lambda: retention.propose((CASE,), A)) == "termijn_niet_voorbij"
    [held] = retention.overview()
    assert held.hold is not None
    assert held.hold.reason == "beroep loopt"
    assert code_of(lambda: retention.place_hold(CASE, " ")) == "reden_ontbreekt"
    retention.lift_hold(CASE)
    declaration = retention.approve(proposed.id, B, NUMBERS)
    assert vault.cases.list_cases() == ()
    assert retention.lists() == ()
    assert retention.declarations() == (declaration,)
    assert (declaration.count, declaration.proposed_by, declaration.approved_by) == (1, "A", "B")
    [destroyed] = declaration.cases
    assert (destroyed.number, destroyed.due) == ("GEHEIM-2026-1", "2033-11-03")
    assert destroyed.ground.startswith("Bestuurlijke boete: 7 jaar. Selectielijst")
    assert declaration.proposed_at == LATER.now()
    assert declaration.grounds == ("Bestuurlijke boete",)
    assert "GEHEIM" not in str(declaration).replace(destroyed.number, "")
    events = [entry.event for entry in vault.audit_entries()]
    assert "dossier_vernietigd" in events
    assert events[-1] == "vernietiging_uitgevoerd"


def test_that_nothing_goes_before_every_number_was_looked_at(privacy: PrivacyDesk) -> None:
    retention = privacy.retention
    proposed = retention.propose((CASE,), A)
    for checked in ((), ("GEHEIM-2026-2",), (*NUMBERS, *NUMBERS)):
        with pytest.raises(HardshipDeskError) as refused:
            retention.approve(proposed.id, B, checked)
        assert refused.value.code == "niet_nagekeken"
    assert [item.number for item in retention.to_check(proposed.id)] == list(NUMBERS)
    [listed] = proposed.cases
    assert retention._numbered(replace(listed, number="")) == listed
    retention.withdraw(proposed.id)


def test_that_a_declaration_is_a_document_that_can_be_made_again(
    privacy: PrivacyDesk, vault: OpenVault, tmp_path: Path
) -> None:
    proposed = privacy.retention.propose((CASE,), A)
    privacy.retention.approve(proposed.id, B, NUMBERS)
    first, again = (
        privacy.retention.export_declaration(proposed.id, tmp_path / name, OfficeForm.PDF)
        for name in ("een", "twee")
    )
    assert first.name == f"verklaring-vernietiging-{proposed.id}.pdf"
    assert first.read_bytes() == again.read_bytes()
    words = in_docx(
        privacy.retention.export_declaration(proposed.id, tmp_path, OfficeForm.DOCX).read_bytes()
    )
    anchor = vault.retention.declared_at(proposed.id)
    assert anchor is not None
    for said in ("GEHEIM-2026-1", "Bestuurlijke boete: 7 jaar", "A, 01-01-2034", anchor.text):
        assert said in words
    assert "GEHEIM" not in words.replace("GEHEIM-2026-1", "")
    written = [item for item in vault.audit_entries() if item.event == "verklaring_uitgevoerd"]
    assert [item.subject.rpartition("/")[2] for item in written] == [
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (first, again, tmp_path / first.with_suffix(".docx").name)
    ]
    with pytest.raises(KeyError):
        privacy.retention.export_declaration("x", tmp_path, OfficeForm.PDF)


def test_that_a_declaration_of_before_says_that_it_has_no_numbers() -> None:
    old = Declaration(
        list_id="l1",
        proposed_by="A",
        approved_by="B",
        destroyed_at=LATER.now(),
        count=2,
        terms=("bestuurlijke_boete",),
        way=WAY,
    )
    text = whole_text(build_declaration(old, None, TEXTS))
    assert "Die bewaarde geen zaaknummers. De gronden waren: bestuurlijke boete." in text
    assert "Plaats in het logboek" not in text


def test_that_a_list_can_be_taken_back(privacy: PrivacyDesk, vault: OpenVault) -> None:
    proposed = privacy.retention.propose((CASE,), A)
    privacy.retention.withdraw(proposed.id)
    assert privacy.retention.lists() == ()
    assert len(vault.cases.list_cases()) == 1
    assert code_of(lambda: privacy.retention.withdraw(proposed.id)) == "lijst_ontbreekt"


def test_that_what_is_sealed_can_be_deleted_only_while_destroying(vault: OpenVault) -> None:
    database = vault.cases._session.database
    for table in ("answer_history", "record", "sealed_version"):
        with pytest.raises(Exception, match="kluis_geweigerd"):
            database.rows(f"DELETE FROM {table}")


def test_that_all_about_a_person_is_found_and_written(privacy: PrivacyDesk, tmp_path: Path) -> None:
    assert privacy.access.find("") == ()
    assert privacy.access.find("niemand zo") == ()
    [found] = privacy.access.find("geheim")
    files = privacy.access.export((found.id,), tmp_path / "uit")
    assert [file.name for file in files] == ["inzage-20340101.json", "inzage-20340101.pdf"]
    given = json.loads(files[0].read_text("utf-8"))
    [row] = given["dossiers"][0]["dossier"]
    assert row["number"]["titel"] == "Zaaknummer"
    assert row["number"]["doel"]
    told = [row["body"].get("getoond") for row in given["dossiers"][0]["answer"]]
    assert "Een boete" in told
    assert privacy.access._outcome("boete", "van_toen") == "van toen"


def test_that_the_list_of_numbers_names_nobody(privacy: PrivacyDesk, tmp_path: Path) -> None:
    file = privacy.case_numbers.export(tmp_path)
    text = file.read_text("utf-8-sig")
    assert text.splitlines()[0] == ";".join(HEAD)
    assert len(text.splitlines()) == 2
    assert "GEHEIM-titel" not in text


def test_that_few_decisions_are_not_counted_out(privacy: PrivacyDesk, tmp_path: Path) -> None:
    files = privacy.case_numbers.export_counts(tmp_path)
    counts, clashes = (file.read_bytes().decode("utf-8-sig").splitlines() for file in files)
    assert counts[0].startswith("stand op;soort besluit;uitkomst;gewicht")
    assert counts[1].endswith(";minder dan 5;;")
    assert clashes[0].startswith("stand op;soort besluit;wat de regels doen;doorgegeven")
    assert clashes[1].endswith(";Zij stapelen op;ja;minder dan 5")
    assert len(counts) == len(clashes) == 2
    assert "GEHEIM" not in "".join(counts + clashes)


def test_that_every_term_names_a_type_and_outcome_that_exist() -> None:
    core = build_core(LATER)
    known = {
        (kind.id, outcome.id) for kind in core.questionnaire.types for outcome in kind.outcomes
    }
    rules = core.engine.retention_rules(announced().gemeentecode)
    assert len(rules) >= 5
    assert [pair for rule in rules for pair in rule.applies if pair not in known] == []
