"""Packages between colleagues with contact cards: signed, for one receiver, and told who signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.bootstrap import verify_tools
from hardship_desk.cli.verify import EQUAL, INPUT, verify_package
from hardship_desk.core_setup import Core, build_core
from hardship_desk.desk_setup import OwnDesk
from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.domain.package import DossierPackage, OpenedPackage, ReviewResult
from hardship_desk.exchange.package import package_file
from hardship_desk.exchange.package.package_file import PackageFile
from hardship_desk.exchange.package.sealing import seal_to, unseal_with
from hardship_desk.services.contacts import CardState, ContactService, SignerState, who_signed
from hardship_desk.services.desk import Desk
from hardship_desk.services.judgement import Verdict
from hardship_desk.storage import OpenVault
from tests.fixtures.old_package import CODE, NUMBER, OLD_PACKAGE
from tests.integration.desks import (
    FixedClock,
    example,
    new_form,
    open_desk_in,
    opened_by,
    opened_with_keys,
    sealed_by,
    sealed_for,
)
from tests.unit.storage.conftest import CHEAP

AGREED = Verdict(reader="Lia (verzonnen)", verdict=ReviewVerdict.AKKOORD, text="")


class Colleagues:
    """Vaults of their own, on laptops with the same rules."""

    def __init__(self, folder: Path, core: Core) -> None:
        self._folder = folder
        self._core = core
        self._opened: list[OpenVault] = []

    def desk(self, name: str) -> Desk:
        path = self._folder / name / "eigen.db"
        made = storage.create_vault(path, "woorden", FixedClock(), cost=CHEAP, name=name)
        self._opened.append(made)
        return OwnDesk(self._core, made)

    def close(self) -> None:
        for vault in self._opened:
            vault.close()


@pytest.fixture(scope="module")
def core() -> Iterator[Core]:
    made = build_core(FixedClock())
    yield made
    made.plugins.close()


@pytest.fixture
def colleagues(tmp_path: Path, core: Core) -> Iterator[Colleagues]:
    made = Colleagues(tmp_path, core)
    yield made
    made.close()


@pytest.fixture
def sender(colleagues: Colleagues) -> Desk:
    return colleagues.desk("Sam (verzonnen)")


@pytest.fixture
def reader(colleagues: Colleagues) -> Desk:
    return colleagues.desk("Lia (verzonnen)")


def contacts(desk: Desk) -> ContactService:
    return desk.packages.contacts


def knows(desk: Desk, other: Desk, *, checked: bool = True) -> None:
    """Add the card of another, and compare its digits as by telephone."""
    card = contacts(desk).read(contacts(other).own_card(other.user.name))
    contacts(desk).add(card)
    if checked:
        assert contacts(desk).check(card.keys.id, contacts(other).own_keys().public.digits)


def made(desk: Desk) -> tuple[CaseId, DecisionId]:
    case = desk.cases.create_case(new_form())
    assert not isinstance(case, tuple)
    case_id = desk.cases.list_cases()[0].id
    return case_id, desk.cases.current(case_id).decisions[0].id


def for_reader(sender: Desk, reader: Desk) -> bytes:
    case_id, decision = made(sender)
    package = sender.packages.prepared(case_id, sender.user.name, decision)
    return sealed_for(sender.packages, package, contacts(reader).own_keys().public)


def dossier_in(opened: OpenedPackage) -> DossierPackage:
    assert isinstance(opened.package, DossierPackage)
    return opened.package


def state(desk: Desk, opened: OpenedPackage) -> SignerState:
    return who_signed(contacts(desk), opened.signer, opened.package.head.made_by).state


def test_that_only_a_card_that_was_compared_can_be_chosen(sender: Desk, reader: Desk) -> None:
    knows(sender, reader, checked=False)
    assert contacts(sender).receivers() == ()
    [kept] = contacts(sender).all()
    wrong = contacts(sender).own_keys().public.digits
    assert not contacts(sender).check(kept.id, wrong)
    assert contacts(sender).receivers() == ()
    assert contacts(sender).check(kept.id, kept.card.keys.digits)
    [receiver] = contacts(sender).receivers()
    assert receiver.checked_by == sender.user.name
    contacts(sender).remove(kept.id)
    assert contacts(sender).all() == ()


def test_that_who_signed_is_told(sender: Desk, reader: Desk) -> None:
    data = for_reader(sender, reader)
    opened = opened_with_keys(reader.packages, data)
    assert state(reader, opened) is SignerState.UNKNOWN
    knows(reader, sender, checked=False)
    assert state(reader, opened) is SignerState.UNCHECKED
    [card] = contacts(reader).all()
    assert contacts(reader).check(card.id, contacts(sender).own_keys().public.digits)
    assert state(reader, opened) is SignerState.CHECKED
    assert state(sender, opened) is SignerState.OWN
    taken = reader.packages.take_in(dossier_in(opened), opened.signer)
    assert taken.number == "Z-2026-9"


def test_that_somebody_else_cannot_open_it(
    sender: Desk, reader: Desk, colleagues: Colleagues
) -> None:
    data = for_reader(sender, reader)
    stranger = colleagues.desk("Vera (verzonnen)")
    with pytest.raises(PackageError, match="pakket_andere_ontvanger"):
        opened_with_keys(stranger.packages, data)


def test_that_who_got_it_cannot_pass_it_on_as_from_the_sender(
    sender: Desk, reader: Desk, colleagues: Colleagues
) -> None:
    stranger = colleagues.desk("Vera (verzonnen)")
    content = unseal_with(for_reader(sender, reader), contacts(reader).own_keys().secret.receiving)
    passed_on = seal_to(content, contacts(stranger).own_keys().public.receiving)
    with pytest.raises(PackageError, match="pakket_niet_voor_u"):
        opened_with_keys(stranger.packages, passed_on)


def test_that_other_keys_for_a_known_name_are_told_and_replace_nothing(
    sender: Desk, reader: Desk, colleagues: Colleagues
) -> None:
    knows(reader, sender)
    again = colleagues.desk("sam  (Verzonnen)")
    opened = opened_with_keys(reader.packages, for_reader(again, reader))
    assert state(reader, opened) is SignerState.OTHER_KEYS
    card = contacts(reader).read(contacts(again).own_card(again.user.name))
    assert contacts(reader).state_of(card) is CardState.OTHER_KEYS
    contacts(reader).add(card)
    first, second = contacts(reader).all()
    assert {first.is_checked, second.is_checked} == {True, False}
    with pytest.raises(PackageError, match="kaart_bekend"):
        contacts(reader).add(card)
    own = contacts(reader).read(contacts(reader).own_card("Lia"))
    with pytest.raises(PackageError, match="kaart_eigen"):
        contacts(reader).add(own)


def verdict_for(sender: Desk, reader: Desk) -> tuple[CaseId, DecisionId, bytes]:
    case_id, decision = made(sender)
    package = sender.packages.prepared(case_id, sender.user.name, decision)
    data = sealed_for(sender.packages, package, contacts(reader).own_keys().public)
    asked = dossier_in(opened_with_keys(reader.packages, data))
    result = reader.packages.answer(asked, AGREED)
    return (
        case_id,
        decision,
        sealed_for(reader.packages, result, contacts(sender).own_keys().public),
    )


def test_that_a_verdict_counts_once_and_is_logged_with_who_signed(
    sender: Desk, reader: Desk
) -> None:
    case_id, decision, data = verdict_for(sender, reader)
    opened = opened_with_keys(sender.packages, data)
    assert isinstance(opened.package, ReviewResult)
    assert sender.packages.take_verdict(case_id, opened.package, opened.signer) is None
    [review] = sender.cases.current(case_id).decision(decision).reviews
    assert (review.reader, review.verdict, review.card) == (AGREED.reader, AGREED.verdict, "")
    again = sender.packages.take_verdict(case_id, opened.package, opened.signer)
    assert again is not None
    assert again.code == "toets_al_ingelezen"
    assert len(sender.cases.current(case_id).decision(decision).reviews) == 1
    later = replace(opened.package.head, made_at=FixedClock().now() + timedelta(minutes=1))
    second_round = replace(opened.package, head=later)
    assert sender.packages.take_verdict(case_id, second_round, opened.signer) is None


def test_that_the_dossier_says_whose_checked_card_signed_a_verdict(
    sender: Desk, reader: Desk
) -> None:
    case_id, decision, data = verdict_for(sender, reader)
    opened = opened_with_keys(sender.packages, data)
    assert isinstance(opened.package, ReviewResult)
    knows(sender, reader)
    other_name = replace(opened.package, reader="Iemand anders (verzonnen)")
    for result in (opened.package, other_name):
        assert sender.packages.take_verdict(case_id, result, opened.signer) is None
    first, second = sender.cases.current(case_id).decision(decision).reviews
    assert (first.card, second.card) == (contacts(reader).own_keys().public.id, "")


def test_that_a_verdict_for_another_version_is_refused(sender: Desk, reader: Desk) -> None:
    case_id, _, data = verdict_for(sender, reader)
    opened = opened_with_keys(sender.packages, data)
    assert isinstance(opened.package, ReviewResult)
    other = replace(opened.package, sha256="0" * 64)
    problem = sender.packages.take_verdict(case_id, other, opened.signer)
    assert problem is not None
    assert problem.code == "toets_andere_versie"


def test_that_nobody_judges_an_own_decision(sender: Desk) -> None:
    case_id, decision = made(sender)
    package = sender.packages.prepared(case_id, sender.user.name, decision)
    result = sender.packages.answer(package, AGREED)
    own = contacts(sender).own_keys().public
    problem = sender.packages.take_verdict(case_id, result, own)
    assert problem is not None
    assert problem.code == "toets_eigen_oordeel"


def test_that_practice_cards_and_real_ones_stay_apart(sender: Desk, tmp_path: Path) -> None:
    practice = open_desk_in(tmp_path)
    with pytest.raises(PackageError, match="kaart_oefening"):
        contacts(sender).read(contacts(practice).own_card("Oefenaar"))
    with pytest.raises(PackageError, match="kaart_echt"):
        contacts(practice).read(contacts(sender).own_card("Sam"))
    work = example(practice)
    package = practice.packages.prepared(work.case_id, "Oefenaar")
    real = replace(package, head=replace(package.head, is_practice=False))
    data = sealed_for(practice.packages, real, contacts(practice).own_keys().public)
    with pytest.raises(PackageError, match="pakket_onleesbaar"):
        opened_with_keys(practice.packages, data)


def test_that_a_package_of_an_earlier_program_still_opens(tmp_path: Path) -> None:
    practice = open_desk_in(tmp_path)
    opened = opened_by(practice.packages, OLD_PACKAGE.read_bytes(), CODE)
    assert opened.package.head.number == NUMBER
    assert state(practice, opened) is SignerState.UNSIGNED


def test_that_the_command_line_says_who_signed(
    sender: Desk,
    reader: Desk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "pakket.hdpakket"
    path.write_bytes(for_reader(sender, reader))
    knows(reader, sender)

    def verified(*, vault: bool) -> int:
        tools = verify_tools(contacts=(lambda _words: contacts(reader)) if vault else None)
        try:
            return verify_package(tools, path, lambda _question: CODE)
        finally:
            tools.close()

    assert verified(vault=False) == INPUT
    assert "Geef --kluis mee" in capsys.readouterr().err
    assert verified(vault=True) == EQUAL
    assert "✓ Ondertekend door Sam (verzonnen)." in capsys.readouterr().out
    monkeypatch.setattr(package_file, "seal", lambda content, _code: content)
    monkeypatch.setattr(package_file, "unseal", lambda data, _code: data)
    package = sender.packages.prepared(sender.cases.list_cases()[0].id, "Sam")
    path.write_bytes(sealed_by(sender.packages, package, CODE))
    assert verified(vault=False) == EQUAL
    digits = contacts(sender).own_keys().public.digits
    assert digits in capsys.readouterr().out


def test_that_each_package_is_signed_by_the_one_who_makes_it(sender: Desk) -> None:
    case_id, _ = made(sender)
    package = sender.packages.prepared(case_id, "Sam")
    own = contacts(sender).own_keys()
    assert contacts(sender).own_keys() == own
    data = sealed_for(sender.packages, package, own.public)
    assert PackageFile().read(data, own).signer == own.public
