"""A kept copy of evidence travels with a package, and is kept or written out where it arrives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.bootstrap import Desks
from hardship_desk.domain.case import Case
from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.evidence import Evidence, EvidenceKind
from hardship_desk.domain.ids import CaseId, EvidenceId
from hardship_desk.domain.package import DossierPackage, EvidenceCopy
from hardship_desk.domain.policy import Policy
from hardship_desk.exchange.package import package_file
from hardship_desk.exchange.package.archive import LARGEST_RATIO, SMALL
from hardship_desk.exchange.package.package_file import archive_of, package_of
from hardship_desk.services import packages as packages_module
from hardship_desk.services.desk import Desk
from tests.integration.desks import FixedClock, new_form, opened_by, sealed_by, with_parts
from tests.unit.storage.conftest import CHEAP

# So empty that it would be refused where it were packed tighter.
SCAN = bytes(SMALL * (LARGEST_RATIO + 50) // LARGEST_RATIO * 10)
PIECE = EvidenceId("bewijs-1")


@pytest.fixture(autouse=True)
def _unsealed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_file, "seal", lambda content, _code: content)
    monkeypatch.setattr(package_file, "unseal", lambda data, _code: data)


class Laptops:
    """Desks on vaults of their own, each with the policy of its organisation."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: list[Desks] = []

    def desk(self, name: str, *, copies: bool) -> Desk:
        path = self._folder / name / "eigen.db"
        desks = Desks(practice_vault=path.with_name("o.db"), own_vault=path, clock=FixedClock())
        desks._core = with_parts(desks._core, policy=Policy(evidence_copies=copies))
        self._opened.append(desks)
        made = storage.create_vault(path, "woorden", FixedClock(), cost=CHEAP, name="A")
        return desks._own_desk(made)

    def close(self) -> None:
        for desks in self._opened:
            desks.close()


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[Laptops]:
    made = Laptops(tmp_path)
    yield made
    made.close()


def with_scan(desk: Desk, folder: Path) -> CaseId:
    """A dossier with one piece, of which a copy lies in the vault."""
    made = desk.cases.create_case(new_form())
    assert isinstance(made, Case)
    file = folder / "scan.pdf"
    file.write_bytes(SCAN)
    piece = Evidence(
        id=PIECE,
        title="Scan",
        kind=EvidenceKind.STUK,
        sha256=hashlib.sha256(SCAN).hexdigest(),
    )
    assert desk.cases.save_evidence(made.id, piece) is None
    assert desk.evidence_files is not None
    assert desk.evidence_files.keep(made.id, PIECE, file)
    return made.id


def sent(desk: Desk, case_id: CaseId) -> bytes:
    whole = desk.packages.with_copies(desk.packages.prepared(case_id, "A"))
    return sealed_by(desk.packages, whole, "code")


def received(desk: Desk, data: bytes) -> DossierPackage:
    package = opened_by(desk.packages, data, "code").package
    assert isinstance(package, DossierPackage)
    return package


def test_that_a_copy_arrives_and_is_kept_where_the_policy_says_so(
    laptops: Laptops, tmp_path: Path
) -> None:
    here = laptops.desk("hier", copies=True)
    package = received(laptops.desk("daar", copies=True), sent(here, with_scan(here, tmp_path)))
    [copy] = package.copies
    assert (copy.evidence, copy.ending, copy.content) == (PIECE, ".pdf", SCAN)
    for name, keeps in (("bewaart", True), ("bewaart-niet", False)):
        desk = laptops.desk(name, copies=keeps)
        taken = desk.packages.take_in(package, None)
        assert desk.evidence_files is not None
        assert desk.evidence_files.has_copy(taken.id, PIECE) is keeps


def test_that_who_reads_along_writes_the_copies_out(laptops: Laptops, tmp_path: Path) -> None:
    here = laptops.desk("hier", copies=True)
    there = laptops.desk("daar", copies=False)
    package = received(there, sent(here, with_scan(here, tmp_path)))
    [written] = there.packages.evidence.write_copies(package.copies, tmp_path / "uit")
    assert written.name == "bewijs-1.pdf"
    assert written.read_bytes() == SCAN


def test_that_no_copy_travels_where_none_may_be_kept_or_none_fits(
    laptops: Laptops, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = laptops.desk("zonder", copies=False)
    made = bare.cases.create_case(new_form())
    assert isinstance(made, Case)
    assert received(bare, sent(bare, made.id)).copies == ()
    here = laptops.desk("hier", copies=True)
    case_id = with_scan(here, tmp_path)
    monkeypatch.setattr(packages_module, "ROOM_FOR_COPIES", len(SCAN) - 1)
    package = received(here, sent(here, case_id))
    assert package.copies == ()
    assert here.packages.evidence.left_out(package.case, package.copies) == ("Scan",)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"content": b"iets anders"}, "pakket_beschadigd"),
        ({"evidence": EvidenceId("onbekend")}, "pakket_onleesbaar"),
        ({"ending": "/../x"}, "pakket_onleesbaar"),
    ],
)
def test_that_a_copy_that_is_not_the_piece_is_refused(
    laptops: Laptops, tmp_path: Path, changes: dict[str, object], code: str
) -> None:
    here = laptops.desk("hier", copies=True)
    package = received(here, sent(here, with_scan(here, tmp_path)))
    fields: dict[str, object] = {"evidence": PIECE, "ending": ".pdf", "content": SCAN, **changes}
    wrong = replace(package, copies=(EvidenceCopy(**fields),))  # type: ignore[arg-type]  # of mixed kinds
    with pytest.raises(PackageError, match=code):
        package_of(archive_of(wrong))
