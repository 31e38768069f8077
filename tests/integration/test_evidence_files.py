"""Files dropped as evidence: nothing of them is kept, or an encrypted copy where policy allows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.evidence import Evidence, EvidenceKind
from hardship_desk.domain.ids import EvidenceId
from hardship_desk.domain.policy import Policy
from hardship_desk.services import evidence_files
from hardship_desk.services.evidence_files import EvidenceFilesService
from hardship_desk.storage import OpenVault
from tests.unit.storage.case_samples import CASE, HandClock, case
from tests.unit.storage.conftest import CHEAP

PIECE = EvidenceId("b2")
STUK = Evidence(id=PIECE, title="Loonstrook", kind=EvidenceKind.STUK)
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
    assert service.copy_out(CASE, STUK, tmp_path) is None


def test_that_a_copy_lies_encrypted_in_the_vault(
    vault: OpenVault, file: Path, tmp_path: Path
) -> None:
    service = EvidenceFilesService(vault.evidence_files, write_atomically, keeps=True)
    assert service.keep(CASE, PIECE, file)
    assert service.keep(CASE, PIECE, file)
    for kept in (tmp_path / "kluis").iterdir():
        assert not kept.is_file() or CONTENT not in kept.read_bytes()
    out = service.copy_out(CASE, STUK, tmp_path / "uit")
    assert out is not None
    assert out.name == "b2.pdf"
    assert out.read_bytes() == CONTENT
    vault.cases.remove_evidence(CASE, PIECE)
    assert service.copy_out(CASE, STUK, tmp_path / "uit") is None


def test_that_a_large_or_absent_file_is_refused(
    vault: OpenVault, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = EvidenceFilesService(vault.evidence_files, write_atomically, keeps=True)
    gone = tmp_path / "weg.pdf"
    assert code_of(lambda: service.look_at(gone)) == "bestand_onleesbaar"
    assert code_of(lambda: service.keep(CASE, PIECE, gone)) == "bestand_onleesbaar"
    monkeypatch.setattr(evidence_files, "LARGEST_COPY", 5)
    assert code_of(lambda: service.keep(CASE, PIECE, file)) == "bestand_te_groot"
    monkeypatch.setattr(evidence_files, "LARGEST_LOOKED_AT", 5)
    assert code_of(lambda: service.look_at(file)) == "bestand_te_groot"


def test_that_a_copy_leaves_the_vault_only_on_request_and_with_a_line_in_the_log(
    vault: OpenVault, file: Path, tmp_path: Path
) -> None:
    keeping = EvidenceFilesService(vault.evidence_files, write_atomically, keeps=True)
    assert keeping.keep(CASE, PIECE, file)
    # The organisation decides otherwise: what is there can still be handed out.
    service = EvidenceFilesService(vault.evidence_files, write_atomically, keeps=False)
    assert not service.keeps_copies
    assert not service.keep(CASE, EvidenceId("b9"), file)
    assert service.has_copy(CASE, PIECE)
    assert not service.has_copy(CASE, EvidenceId("b9"))
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    first = service.copy_out(CASE, replace(STUK, sha256=sha256), tmp_path)
    second = service.copy_out(CASE, STUK, tmp_path)
    assert first is not None
    assert second is not None
    assert (first.name, second.name) == ("b2.pdf", "b2-2.pdf")
    lines = [line for line in vault.audit_entries() if line.event == "bewijs_uitgeschreven"]
    assert [line.subject for line in lines] == [f"b2/{sha256}"] * 2


def test_that_another_file_is_not_passed_off_as_the_piece(
    vault: OpenVault, file: Path, tmp_path: Path
) -> None:
    service = EvidenceFilesService(vault.evidence_files, write_atomically, keeps=True)
    assert service.keep(CASE, PIECE, file)
    other = replace(STUK, sha256="0" * 64)
    assert code_of(lambda: service.copy_out(CASE, other, tmp_path / "uit")) == "kopie_niet_gelijk"
    assert not (tmp_path / "uit").exists()


def test_that_a_copy_left_outside_is_named_after_its_days_and_removed_when_ticked(
    vault: OpenVault, file: Path, tmp_path: Path
) -> None:
    policy = Policy(evidence_copies=True, working_copy_days=30)
    service = EvidenceFilesService.under(policy, vault.evidence_files, write_atomically)
    assert service.keep(CASE, PIECE, file)
    out, changed, moved = (service.copy_out(CASE, STUK, tmp_path) for _ in range(3))
    assert out is not None
    assert changed is not None
    assert moved is not None
    assert service.left_behind() == (), "not old enough"
    vault.cases._session.database.run(
        "UPDATE loose_draft SET body = replace(body, '2026', '2025')", ()
    )
    changed.write_bytes(b"hier werkte iemand aan")
    moved.unlink()
    assert [item.path for item in service.left_behind()] == [str(out)]
    assert service.clear_away(("/nergens.pdf", str(changed))) == 0
    assert service.clear_away((str(out),)) == 1
    assert not out.exists()
    assert changed.exists()
    assert service.left_behind() == ()
    assert "kopie_opgeruimd" in [line.event for line in vault.audit_entries()]
    assert EvidenceFilesService(None, write_atomically).left_behind() == ()


def test_that_a_copy_that_cannot_be_removed_is_told(
    vault: OpenVault, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = EvidenceFilesService(vault.evidence_files, write_atomically, keeps=True)
    assert service.keep(CASE, PIECE, file)
    out = service.copy_out(CASE, STUK, tmp_path)

    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert code_of(lambda: service.clear_away((str(out),))) == "bestand_niet_verwijderd"
    assert len(service.left_behind()) == 1
