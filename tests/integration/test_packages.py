"""Packages: a dossier to another laptop, a concept to a second reader, and receipts checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.bootstrap import verify_tools
from hardship_desk.cli.verify import DIFFERS, EQUAL, INPUT, verify_package
from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.ids import DecisionId, QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.domain.package import ByCode, DossierPackage, PackageKind, ReviewResult
from hardship_desk.domain.remark import Remark
from hardship_desk.exchange.package import package_file
from hardship_desk.exchange.package.package_file import PackageFile
from hardship_desk.exchange.person_keys import new_keys, own_keys
from hardship_desk.services.judgement import Verdict
from tests.integration.desks import Work, example, open_desk_in, opened_by, sealed_by

BOETE = DecisionId("boete")
BY, MANDAAT = "V. Vaststeller (verzonnen)", "Mandaatlijst (verzonnen)"
READER = "L. Lezer (verzonnen)"


@pytest.fixture
def unsealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the encryption, which takes a second of work each time."""
    monkeypatch.setattr(package_file, "seal", lambda content, _code: content)
    monkeypatch.setattr(package_file, "unseal", lambda data, _code: data)


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return example(open_desk_in(tmp_path))


@pytest.fixture
def elsewhere(tmp_path: Path) -> Work:
    folder = tmp_path / "elders"
    folder.mkdir()
    return example(open_desk_in(folder))


def opened(work: Work, data: bytes, code: str) -> DossierPackage:
    package = opened_by(work.desk.packages, data, code).package
    assert isinstance(package, DossierPackage)
    return package


@pytest.mark.usefixtures("unsealed")
def test_that_a_dossier_arrives_whole_on_another_laptop(work: Work, elsewhere: Work) -> None:
    assert work.desk.decisions.adopt(work.case_id, BOETE, BY, MANDAAT).version is not None
    code = work.desk.packages.new_code()
    data = sealed_by(work.desk.packages, work.desk.packages.prepared(work.case_id, BY), code)
    package = opened(elsewhere, data, code)
    assert package.head.kind is PackageKind.DOSSIER
    assert elsewhere.desk.packages.same_number(package)
    taken = elsewhere.desk.packages.take_in(package, None)
    there = elsewhere.desk.cases.open_case(taken.id)
    here = work.desk.cases.open_case(work.case_id)
    moved = replace(there, id=here.id, created_at=here.created_at, changed_at=here.changed_at)
    assert moved == here
    assert there.decision(BOETE).is_sealed


def test_that_only_the_code_opens_a_package_however_it_is_typed(work: Work) -> None:
    packages = work.desk.packages
    code = packages.new_code()
    data = sealed_by(packages, packages.prepared(work.case_id, BY), code)
    assert work.case_id.encode() not in data
    assert opened(work, data, code.lower().replace("-", " ")).case.number
    with pytest.raises(PackageError, match="pakket_code_onjuist"):
        opened_by(packages, data, packages.new_code())
    with pytest.raises(PackageError, match="pakket_onleesbaar"):
        opened_by(packages, b"iets anders", code)


@pytest.mark.usefixtures("unsealed")
def test_that_practice_and_real_dossiers_stay_apart(work: Work) -> None:
    packages = work.desk.packages
    code = packages.new_code()
    package = opened(work, sealed_by(packages, packages.prepared(work.case_id, BY), code), code)
    real = replace(package, head=replace(package.head, is_practice=False))
    data = PackageFile().write(real, own_keys(new_keys(), is_practice=False), ByCode(code=code))
    with pytest.raises(PackageError, match="pakket_echt"):
        opened_by(packages, data, code)
    mixed = PackageFile().write(real, packages.contacts.own_keys(), ByCode(code=code))
    with pytest.raises(PackageError, match="pakket_onleesbaar"):
        opened_by(packages, mixed, code)


@pytest.mark.usefixtures("unsealed")
def test_that_a_bsn_comes_in_nowhere(work: Work) -> None:
    packages = work.desk.packages
    code = packages.new_code()
    package = opened(work, sealed_by(packages, packages.prepared(work.case_id, BY), code), code)
    before = work.desk.cases.list_cases()
    with pytest.raises(PackageError, match="pakket_bsn"):
        packages.take_in(replace(package, case=replace(package.case, title="111222333")), None)
    assert work.desk.cases.list_cases() == before


def judged(reader: Work, data: bytes, code: str) -> bytes:
    package = opened(reader, data, code)
    read = [block.title for block in reader.desk.packages.to_read(package)]
    conclusion = next(at for at, title in enumerate(read) if title.startswith("13."))
    assert read.index("6. Verwijtbaarheid") < conclusion
    assert set(read[conclusion:]) <= {read[conclusion], "Overwegingen"}
    assert not any(title.startswith("1. ") for title in read)
    verdict = Verdict(
        reader=READER,
        verdict=ReviewVerdict.AKKOORD_MITS,
        text="Leg het bedrag uit.",
        remarks=(Remark(place="conclusie.uitkomst", text="Waarom niet lager?"),),
    )
    packages = reader.desk.packages
    return sealed_by(packages, packages.answer(package, verdict), code)


def result_of(work: Work, data: bytes, code: str) -> ReviewResult:
    result = opened_by(work.desk.packages, data, code).package
    assert isinstance(result, ReviewResult)
    return result


@pytest.mark.usefixtures("unsealed")
def test_that_a_verdict_comes_back_to_the_version_that_was_read(
    work: Work, elsewhere: Work
) -> None:
    packages = work.desk.packages
    code = packages.new_code()
    data = sealed_by(packages, packages.prepared(work.case_id, BY, BOETE), code)
    result = result_of(work, judged(elsewhere, data, code), code)
    assert packages.meant_for(result) == work.case_id
    assert packages.take_verdict(work.case_id, result, None) is None
    review = work.desk.cases.open_case(work.case_id).decision(BOETE).reviews[-1]
    assert (review.reader, review.verdict) == (READER, ReviewVerdict.AKKOORD_MITS)
    assert review.text == "Leg het bedrag uit."
    [remark] = review.remarks
    assert (remark.place, remark.text) == ("conclusie.uitkomst", "Waarom niet lager?")


@pytest.mark.usefixtures("unsealed")
def test_that_a_verdict_on_an_earlier_version_is_refused(work: Work, elsewhere: Work) -> None:
    packages = work.desk.packages
    code = packages.new_code()
    data = sealed_by(packages, packages.prepared(work.case_id, BY, BOETE), code)
    answer = judged(elsewhere, data, code)
    earlier = work.desk.cases.open_case(work.case_id).decision(BOETE).reviews
    question = QuestionId("conclusie.schuurt")
    work.desk.interview.answer(work.case_id, BOETE, question, "Toch iets anders.")
    problem = packages.take_verdict(work.case_id, result_of(work, answer, code), None)
    assert problem is not None
    assert problem.code == "toets_andere_versie"
    assert work.desk.cases.open_case(work.case_id).decision(BOETE).reviews == earlier


def verified(tmp_path: Path, data: bytes, code: str) -> int:
    path = tmp_path / "pakket.age"
    path.write_bytes(data)
    tools = verify_tools()
    try:
        return verify_package(tools, path, lambda _question: code)
    finally:
        tools.close()


@pytest.mark.usefixtures("unsealed")
def test_that_a_receipt_gives_the_same_again(
    work: Work, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decisions, packages = work.desk.decisions, work.desk.packages
    assert decisions.adopt(work.case_id, BOETE, BY, MANDAAT).version is not None
    assert decisions.announce(work.case_id, BOETE, "14-10-2026").problem is None
    code = packages.new_code()
    assert (
        verified(tmp_path, sealed_by(packages, packages.prepared(work.case_id, BY), code), code)
        == EQUAL
    )
    assert "boete (vastgesteld): hetzelfde." in capsys.readouterr().out


@pytest.mark.usefixtures("unsealed")
def test_that_a_receipt_with_another_amount_is_named(
    work: Work, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packages = work.desk.packages
    code = packages.new_code()
    package = opened(work, sealed_by(packages, packages.prepared(work.case_id, BY), code), code)
    [receipt] = [item for item in package.receipts if item.decision_id == BOETE]
    line = replace(receipt.computations[0].lines[-1], outcome="€ 1,00", amount=Money(100))
    changed = replace(
        receipt,
        computations=(replace(receipt.computations[0], lines=(line,)),),
        questionnaire_sha256="0" * 64,
    )
    others = tuple(item for item in package.receipts if item.decision_id != BOETE)
    data = sealed_by(packages, replace(package, receipts=(*others, changed)), code)
    assert verified(tmp_path, data, code) == DIFFERS
    said = capsys.readouterr().out
    assert "boete (concept): er komt iets anders uit." in said
    assert "toen € 1,00" in said
    assert "andere vragenlijst" in said


def test_that_checking_another_file_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verified(tmp_path, b"geen pakket", "AAAA") == INPUT
    assert "geen pakket van Hardship Desk" in capsys.readouterr().err
