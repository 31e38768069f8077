"""Papers from a dossier: what is exported, and that a failure leaves what was there."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from hardship_desk.domain.errors import WriteError
from hardship_desk.domain.ids import DecisionId
from hardship_desk.services.desk import Desk
from hardship_desk.services.paper_files import PaperFile
from hardship_desk.services.ports.writers import OfficeForm
from hardship_desk.services.reporting import ExportResult, MadeFiles
from tests.integration.desks import Work, example, new_work, open_desk_in
from tests.reliability.paper_texts import in_docx, in_odt


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk_in(tmp_path)


@pytest.fixture
def work(desk: Desk) -> Work:
    return example(desk)


def test_that_an_export_holds_three_files_in_a_folder_of_the_zaaknummer(
    work: Work, tmp_path: Path
) -> None:
    result = work.desk.reporting.export(work.case_id, work.decision_id, tmp_path / "uit")
    assert result.folder == tmp_path / "uit" / "VB-2026-001"
    assert [path.name for path in result.files] == ["motivering.pdf", "brief.docx", "zaak.json"]
    assert all(path.stat().st_size > 1000 for path in result.files)
    decisions = json.loads(result.files[2].read_text("utf-8"))["besluiten"]
    assert [item["soort"] for item in decisions] == ["terugvordering_elders", "boete"]


def test_that_a_report_to_work_in_comes_beside_the_pdf_and_stays_out_of_the_zaaksysteem(
    work: Work, tmp_path: Path
) -> None:
    ids = (work.case_id, work.decision_id)
    forms = (OfficeForm.DOCX, OfficeForm.ODT)
    result = work.desk.reporting.export(*ids, tmp_path / "uit", also=forms)
    names = [path.name for path in result.files]
    assert names[3:] == ["motivering.docx", "motivering.odt"]
    said = in_docx(result.files[3].read_bytes())
    assert "Motiveringsrapport" in said
    assert in_odt(result.files[4].read_bytes()).count("Bijlage A") >= 1


def test_that_a_number_with_slashes_gives_one_folder(desk: Desk, tmp_path: Path) -> None:
    work = new_work(desk, number="../Z 2026/9")
    result = desk.reporting.export(work.case_id, work.decision_id, tmp_path / "uit")
    assert result.folder.parent == tmp_path / "uit"
    assert result.folder.name == "Z-2026-9"


def _put(work: Work, folder: Path, text: bytes, decision: str = "") -> ExportResult:
    """Write a report that says this, as an export would."""
    made = MadeFiles(
        case_id=work.case_id,
        decision_id=DecisionId(decision) if decision else work.decision_id,
        number="VB-2026-001",
        papers=(PaperFile(name="motivering.pdf", data=text),),
        handed=(),
        extra=(),
    )
    return work.desk.reporting.write(made, folder)


def test_that_papers_of_another_dossier_with_that_zaaknummer_stay(
    work: Work, tmp_path: Path
) -> None:
    first = _put(work, tmp_path, b"een")
    assert first.folder == _put(work, tmp_path, b"twee").folder == tmp_path / "VB-2026-001"
    other = new_work(work.desk, number="VB-2026-001")
    beside = _put(other, tmp_path, b"drie")
    assert (beside.folder, beside.kept) == (tmp_path / "VB-2026-001-2", first.folder)
    assert first.files[0].read_bytes() == b"twee"
    (first.folder / "brief.docx").write_bytes(b"met de hand gewijzigd")
    assert _put(work, tmp_path, b"vier").folder == tmp_path / "VB-2026-001-3"


def test_that_a_second_decision_of_the_dossier_gets_a_folder_beside_the_first(
    work: Work, tmp_path: Path
) -> None:
    first = _put(work, tmp_path, b"een")
    other = next(item.id for item in work.case.decisions if item.id != work.decision_id)
    beside = _put(work, tmp_path, b"twee", other)
    assert (beside.folder, beside.kept) == (first.folder / other, first.folder)
    assert _put(work, tmp_path, b"drie").folder == first.folder


def test_that_a_folder_that_cannot_be_made_leaves_what_was_there(
    work: Work, tmp_path: Path
) -> None:
    blocked = tmp_path / "uit"
    blocked.write_text("een bestand", encoding="utf-8")
    with pytest.raises(WriteError):
        work.desk.reporting.export(work.case_id, work.decision_id, blocked)
    assert blocked.read_text("utf-8") == "een bestand"


def test_that_an_adopted_decision_prints_as_it_was_sealed(work: Work) -> None:
    ids = (work.case_id, work.decision_id)
    work.desk.decisions.adopt(*ids, "K. Beslisser", "mandaat")
    sealed = work.desk.reporting.snapshot(*ids)
    work.answer("opvolging.waarop", "Iets anders.")
    assert work.desk.reporting.snapshot(*ids) == sealed
    assert sealed.adoption is not None


def test_that_the_letter_names_the_last_day_for_bezwaar(work: Work) -> None:
    ids = (work.case_id, work.decision_id)
    work.desk.decisions.adopt(*ids, "K. Beslisser", "mandaat")
    work.desk.decisions.announce(*ids, "13-11-2026")
    text = " ".join(str(block) for block in work.desk.reporting.letter(*ids).blocks)
    assert "28 december 2026" in text


def test_that_blocks_to_copy_hold_the_whole_report(work: Work) -> None:
    blocks = work.desk.reporting.copy_blocks(work.case_id, work.decision_id)
    text = "\n".join(block.text for block in blocks)
    assert "€ 425,84" in text
    assert len(blocks) > 20
    assert "zorgt alleen voor haar dochter" in text


def test_that_no_sensitive_answer_stands_in_the_letter(work: Work, tmp_path: Path) -> None:
    result = work.desk.reporting.export(work.case_id, work.decision_id, tmp_path)
    letter = docx.Document(io.BytesIO(result.files[1].read_bytes()))
    text = "\n".join(paragraph.text for paragraph in letter.paragraphs)
    assert "425,84" in text
    assert "zorgt alleen voor haar dochter" not in text


def test_that_a_dossier_without_municipality_asks_for_the_sender(desk: Desk) -> None:
    work = example(desk, "VB-2026-002")
    letter = desk.reporting.letter(work.case_id, work.decision_id)
    text = " ".join(str(block) for block in letter.blocks)
    assert "[nog invullen: naam van de gemeente]" in text
    assert replace(letter, blocks=()).author == ""


def test_that_the_letter_on_a_fine_offers_help_with_debts_once(work: Work) -> None:
    found = work.desk.assessments.assess(work.case_id, work.decision_id)
    assert [item.section.value for item in found.letter_blocks].count("hulp") == 1
