"""Packages from files: anything that is not whole and sound is refused with a code."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardship_desk.domain.case import Case
from hardship_desk.domain.decision import DecisionFile, ReviewVerdict
from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.ids import (
    CaseId,
    CaseNumber,
    DecisionId,
    DecisionTypeId,
    Gemeentecode,
)
from hardship_desk.domain.package import (
    DossierPackage,
    Package,
    PackageHead,
    PackageKind,
    ReviewResult,
)
from hardship_desk.domain.remark import Remark
from hardship_desk.exchange.package.archive import pack, unpack
from hardship_desk.exchange.package.package_file import (
    CASE,
    MANIFEST,
    SCHEMA,
    archive_of,
    package_of,
)

NUMBER = CaseNumber("Z-1")
DECISION = DecisionId("boete")


def head(kind: PackageKind) -> PackageHead:
    return PackageHead(
        kind=kind,
        number=NUMBER,
        made_at=datetime(2026, 11, 26, 12, tzinfo=UTC),
        made_by="A (verzonnen)",
        program_version="1",
        is_practice=True,
    )


def dossier() -> DossierPackage:
    decision = DecisionFile(id=DECISION, type=DecisionTypeId("boete"))
    case = Case(
        id=CaseId("c"), number=NUMBER, gemeentecode=Gemeentecode("0363"), decisions=(decision,)
    )
    return DossierPackage(
        head=head(PackageKind.DOSSIER), case=case, receipts=(), organisation="# leeg\n"
    )


RESULT = ReviewResult(
    head=head(PackageKind.TOETSRESULTAAT),
    decision=DECISION,
    sha256="0" * 64,
    reader="L (verzonnen)",
    verdict=ReviewVerdict.AKKOORD,
    text="",
    remarks=(Remark(place="a.b", text="Waarom?"),),
)


@pytest.mark.parametrize("package", [dossier(), RESULT])
def test_that_a_package_comes_back_the_same(package: Package) -> None:
    assert package_of(archive_of(package)) == package
    assert archive_of(package) == archive_of(package)


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    files = unpack(archive_of(dossier()))
    manifest = json.loads(files[MANIFEST])
    change(manifest)
    return pack({**files, MANIFEST: json.dumps(manifest).encode()})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda table: table.update(schema=SCHEMA + 1), "pakket_te_nieuw"),
        (lambda table: table["bestanden"].update({CASE: "0" * 64}), "pakket_beschadigd"),
        (lambda table: table["bestanden"].pop(CASE), "pakket_beschadigd"),
        (lambda table: table["hoofd"].update(kind="ter_toetsing"), "pakket_onleesbaar"),
        (lambda table: table["hoofd"].update(number="Z-2"), "pakket_onleesbaar"),
        (lambda table: table.update(besluit="ander"), "pakket_onleesbaar"),
        (lambda table: table.pop("hoofd"), "pakket_onleesbaar"),
        (lambda table: table.update(bestanden=[1]), "pakket_onleesbaar"),
    ],
)
def test_that_a_manifest_that_does_not_fit_is_refused(
    change: Callable[[dict[str, Any]], object], code: str
) -> None:
    with pytest.raises(PackageError, match=code):
        package_of(changed(change))


def test_that_an_extra_file_is_refused() -> None:
    files = unpack(archive_of(dossier()))
    with pytest.raises(PackageError, match="pakket_beschadigd"):
        package_of(pack({**files, "extra.txt": b"x"}))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_that_no_mutation_gets_past_with_another_error(data: st.DataObject) -> None:
    whole = bytearray(archive_of(dossier()))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    try:
        found = package_of(bytes(whole))
    except PackageError:
        return
    assert found == dossier()
