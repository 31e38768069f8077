"""A ruling known by a summary stands in no report until someone read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.legal_basis import LegalBasis
from hardship_desk.domain.ruling_reading import RulingReading
from hardship_desk.exchange.organisation_file import OrganisationFile
from hardship_desk.plugin_api import ReadHow, Ruling
from hardship_desk.services.desk import Desk
from hardship_desk.services.reference import EntryKind
from hardship_desk.services.ruling_readings import Citable
from tests.integration.desks import FixedClock, example, open_desk_in

UNREAD = "ECLI:NL:CRVB:2017:4218"
KNOWN = "ECLI:NL:CRVB:2016:12"
READ = RulingReading(ecli=UNREAD, on=FixedClock().today(), by='M. "de" Jurist')


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("HARDSHIP_DESK_DATA", str(tmp_path))
    return open_desk_in(tmp_path)


@pytest.fixture
def citable() -> Citable:
    return Citable(frozenset({UNREAD}), "rechtspraak")


def test_that_the_basis_loses_a_ruling_that_nobody_read(citable: Citable) -> None:
    both = LegalBasis(law="Awb", article="5:46", ecli=UNREAD)
    assert citable.basis(both).dutch() == "Awb art. 5:46"
    assert citable.basis(LegalBasis(ecli=UNREAD)).dutch() == "rechtspraak"
    known = LegalBasis(ecli=KNOWN)
    assert citable.basis(known) is known


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (f"Zo staat het vast ({UNREAD}).", "Zo staat het vast ."),
        (f"Awb 5:46; {UNREAD}", "Awb 5:46"),
        (f"Zie {KNOWN}.", f"Zie {KNOWN}."),
        ("Geen nummer.", "Geen nummer."),
    ],
)
def test_that_a_drafted_text_loses_it_too(citable: Citable, text: str, printed: str) -> None:
    assert citable.text(text) == printed


def test_that_a_report_names_only_rulings_that_may_be_cited(desk: Desk) -> None:
    work = example(desk)
    summaries = {
        entry.item.ecli
        for entry in desk.reference.find("", EntryKind.RULING)
        if isinstance(entry.item, Ruling) and entry.item.read_how is ReadHow.SUMMARY
    }
    assert UNREAD in summaries
    snapshot = desk.reporting.snapshot(work.case_id, work.decision_id)
    lines = [line for item in snapshot.computations for line in item.lines]
    based = {item.basis.ecli for item in snapshot.findings} | {line.basis.ecli for line in lines}
    assert based & (summaries - {""}) == set()
    drafted = " ".join(item.text for item in snapshot.considerations)
    assert [ecli for ecli in summaries - {""} if ecli in drafted] == []


def test_that_a_ruling_stands_in_the_assessment_once_someone_read_it(desk: Desk) -> None:
    [found] = [e.item for e in desk.reference.find(UNREAD, EntryKind.RULING)]
    assert isinstance(found, Ruling)
    assert Citable.of([found], [], "-").unread == {UNREAD}
    assert Citable.of([found], [READ], "-").unread == frozenset()
    work = example(desk)
    assessed = desk.assessments.assess(work.case_id, work.decision_id)
    assert Citable.of([found], [READ], "-").assessment(assessed) is assessed


def test_that_a_reading_is_kept_with_who_and_when(tmp_path: Path) -> None:
    path = tmp_path / "organisatie.toml"
    store = OrganisationFile(path, write_atomically)
    store.save_reading(READ)
    again = OrganisationFile(path, write_atomically)
    assert again.problems == ()
    assert again.readings() == (READ,)
    again.save_reading(RulingReading(ecli=UNREAD, on=READ.on, by="Een ander"))
    assert [item.by for item in again.readings()] == ["Een ander"]
    again.remove_reading(UNREAD)
    assert OrganisationFile(path, write_atomically).readings() == ()


def test_that_a_reading_without_a_day_is_a_mistake_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "organisatie.toml"
    path.write_text('[[uitspraak_gelezen]]\necli = "x"\ndoor = "y"\n', "utf-8")
    found = OrganisationFile(path, write_atomically)
    assert [str(item) for item in found.problems] == [
        "organisatie.toml: uitspraak_gelezen[1].op: missing"
    ]
