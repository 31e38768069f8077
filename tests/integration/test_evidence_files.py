"""Files dropped as evidence: nothing of them is kept, or an encrypted copy where policy allows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import EvidenceId
from hardship_desk.services import evidence_files
from hardship_desk.services.evidence_files import EvidenceFilesService
from hardship_desk.storage import OpenVault
from tests.unit.storage.case_samples import CASE, HandClock, case
from tests.unit.storage.conftest import CHEAP

PIECE = EvidenceId("b2")
CONTENT = b"GEHEIM-inhoud van het stuk"


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[OpenVault]:
    path = tmp_path / "kluis" / "eigen.db"
    with storage.create_vault(path, "woorden", HandClock(), cost=CHEAP) as opened:
        opened.cases.add_case(case())
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "loonstrook mei.PDF"
    made.write_bytes(CONTENT)
    return made


def code_of(call: object) -> str:
    with pytest.raises(HardshipDeskError) as caught:
        call()  # type: ignore[operator]  # a test hands a call
    return caught.value.code


def test_that_only_what_a_file_is_is_kept(file: Path, tmp_path: Path) -> None:
    service = EvidenceFilesService(None, write_atomically)
    found = service.look_at(file)
    assert found.title == "loonstrook mei"
    assert found.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert found.size == len(CONTENT)
    assert not service.keeps_copies
    assert not service.keep(CASE, PIECE, file)
    assert service.copy_out(CASE, PIECE, tmp_path) is None


def test_that_a_copy_lies_encrypted_in_the_vault(
    vault: OpenVault, file: Path, tmp_path: Path
) -> None:
    service = EvidenceFilesService(vault.evidence_files, write_atomically)
    assert service.keep(CASE, PIECE, file)
    assert service.keep(CASE, PIECE, file)
    for kept in (tmp_path / "kluis").iterdir():
        assert not kept.is_file() or CONTENT not in kept.read_bytes()
    out = service.copy_out(CASE, PIECE, tmp_path / "uit")
    assert out is not None
    assert out.name == "b2.pdf"
    assert out.read_bytes() == CONTENT
    vault.cases.remove_evidence(CASE, PIECE)
    assert service.copy_out(CASE, PIECE, tmp_path / "uit") is None


def test_that_a_large_or_absent_file_is_refused(
    vault: OpenVault, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = EvidenceFilesService(vault.evidence_files, write_atomically)
    gone = tmp_path / "weg.pdf"
    assert code_of(lambda: service.look_at(gone)) == "bestand_onleesbaar"
    assert code_of(lambda: service.keep(CASE, PIECE, gone)) == "bestand_onleesbaar"
    monkeypatch.setattr(evidence_files, "LARGEST_COPY", 5)
    assert code_of(lambda: service.keep(CASE, PIECE, file)) == "bestand_te_groot"
    monkeypatch.setattr(evidence_files, "LARGEST_LOOKED_AT", 5)
    assert code_of(lambda: service.look_at(file)) == "bestand_te_groot"
