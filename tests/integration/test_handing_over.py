"""What a zaaksysteem gets of an adopted decision."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from hardship_desk.config.files import write_atomically
from hardship_desk.core_setup import build_core, handover_of
from hardship_desk.domain.policy import Policy
from hardship_desk.services.handing_over import Handover
from hardship_desk.services.reporting import ReportingService
from tests.integration.desks import Work, example, open_desk_in, with_parts

RSIN = "111222333"
NAMES = ["motivering.pdf", "brief.docx", "zaak.json", "besluit.json", "informatieobject.json"]


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return example(open_desk_in(tmp_path))


def adopted(work: Work) -> None:
    ids = (work.case_id, work.decision_id)
    assert work.desk.decisions.adopt(*ids, "K. Beslisser (verzonnen)", "mandaat").version
    assert work.desk.decisions.announce(*ids, "14-10-2026").problem is None


def reporting(work: Work, handover: Handover) -> ReportingService:
    work.desk.reporting._handover = handover
    return work.desk.reporting


def test_that_an_adopted_decision_has_the_fields_of_a_zaaksysteem(
    work: Work, tmp_path: Path
) -> None:
    adopted(work)
    service = reporting(work, Handover(write=write_atomically, rsin=RSIN))
    files = service.export(work.case_id, work.decision_id, tmp_path / "uit").files
    assert [path.name for path in files] == NAMES
    besluit = json.loads(files[3].read_text("utf-8"))
    assert besluit["verantwoordelijkeOrganisatie"] == RSIN
    assert (besluit["datum"], besluit["verzenddatum"]) == ("2026-10-12", "2026-10-14")
    assert besluit["uiterlijkeReactiedatum"] == "2026-11-25"
    assert besluit["_hardshipDesk"]["nogInTeVullen"] == ["besluittype"]
    document = json.loads(files[4].read_text("utf-8"))
    report = files[0].read_bytes()
    assert document["integriteit"]["waarde"] == hashlib.sha256(report).hexdigest()
    assert document["bestandsomvang"] == len(report)
    assert document["vertrouwelijkheidaanduiding"] == "zaakvertrouwelijk"


def test_that_a_concept_is_nothing_for_a_zaaksysteem(work: Work, tmp_path: Path) -> None:
    service = reporting(
        work, Handover(write=write_atomically, rsin=RSIN, folder=tmp_path / "zaaksysteem")
    )
    files = service.export(work.case_id, work.decision_id, tmp_path / "uit").files
    assert [path.name for path in files] == NAMES[:3]
    assert not (tmp_path / "zaaksysteem").exists()


def test_that_the_folder_of_the_zaaksysteem_gets_the_zaaknummer_in_each_name(
    work: Work, tmp_path: Path
) -> None:
    adopted(work)
    drop = tmp_path / "zaaksysteem"
    reporting(work, Handover(write=write_atomically, folder=drop)).export(
        work.case_id, work.decision_id, tmp_path / "uit"
    )
    assert sorted(path.name for path in drop.iterdir()) == sorted(
        f"VB-2026-001_boete_{name}" for name in NAMES
    )
    taken = drop / "VB-2026-001_boete_motivering.pdf"
    taken.write_bytes(b"van een ander dossier met dit nummer")
    work.desk.reporting.export(work.case_id, work.decision_id, tmp_path / "uit")
    assert taken.read_bytes() == b"van een ander dossier met dit nummer"
    assert (drop / "VB-2026-001_boete-2_motivering.pdf").exists()
    besluit = json.loads((drop / "VB-2026-001_boete_besluit.json").read_text("utf-8"))
    assert besluit["_hardshipDesk"]["nogInTeVullen"] == [
        "verantwoordelijkeOrganisatie",
        "besluittype",
    ]


def test_that_practice_never_reaches_the_zaaksysteem(tmp_path: Path) -> None:
    core = with_parts(build_core(), policy=Policy(drop_folder=tmp_path))
    assert handover_of(core, is_practice=True).folder is None
    assert handover_of(core, is_practice=False).folder == tmp_path
