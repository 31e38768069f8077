"""A BSN has no field: refused where lists and file names show it, masked where it was written."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from hardship_desk.__main__ import main
from hardship_desk.domain.bsn import bsns_in
from hardship_desk.domain.case import Person, PersonRole
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import PersonId
from hardship_desk.services.problems import CaseProblem
from tests.integration.desks import new_work, open_desk_in

GOOD = "111222333"
EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "voorbeelden" / "waarschuwing.toml"


def words_of(file: Path) -> str:
    """All that can be read in a file, with every number as it would be searched."""
    data = file.read_bytes()
    if file.suffix == ".pdf":
        pages = PdfDocument(data)
        return "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    if file.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [packed.read(name).decode("utf-8", "ignore") for name in packed.namelist()]
        return re.sub(r"<[^>]+>", " ", "\n".join(parts))
    return data.decode("utf-8")


def test_that_a_bsn_in_a_free_text_is_masked_on_paper(tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8").replace(
        'redenen = "De verhuizing', f'redenen = "Van {GOOD}. De verhuizing'
    )
    file = tmp_path / "zaak.toml"
    file.write_text(text, "utf-8")
    assert main(["assess", str(file), "--out", str(tmp_path / "uit")]) == 0
    written = sorted((tmp_path / "uit").iterdir())
    assert {item.suffix for item in written} == {".pdf", ".docx", ".json"}
    for item in written:
        assert GOOD not in words_of(item), item.name
    assert "333" in words_of(tmp_path / "uit" / "motivering.pdf")


def test_that_no_example_on_paper_holds_what_could_be_a_bsn(tmp_path: Path) -> None:
    assert main(["assess", str(EXAMPLE), "--out", str(tmp_path / "uit")]) == 0
    for item in sorted((tmp_path / "uit").iterdir()):
        assert list(bsns_in(words_of(item))) == [], item.name


def test_that_an_imported_dossier_is_held_to_the_same(tmp_path: Path) -> None:
    work = new_work(open_desk_in(tmp_path))
    person = Person(id=PersonId("partner"), role=PersonRole.PARTNER, label=f"mw {GOOD}")
    named = replace(work.case, persons=(*work.case.persons, person))
    before = work.desk.cases.list_cases()
    with pytest.raises(HardshipDeskError, match="bsn_in_tekst"):
        work.desk.cases.import_case(named)
    assert work.desk.cases.list_cases() == before


def test_that_a_conversation_is_not_named_after_a_bsn(tmp_path: Path) -> None:
    work = new_work(open_desk_in(tmp_path))
    made = work.desk.notes.add_conversation(work.case_id, "", "telefoon", GOOD)
    assert made == CaseProblem(field="with_whom", code="bsn")
    assert work.case.conversations == ()
