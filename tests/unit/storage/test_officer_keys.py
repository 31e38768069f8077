"""The organisation's way in, the recovery code and the guesses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.users import FIRST_ROLES, Officer, Role
from hardship_desk.storage.keys.guesses import guess_path, seconds_to_wait
from hardship_desk.storage.keys.officers import (
    OfficerKey,
    make_officer_key,
    officers_of,
    open_for_officers,
    wrap_for_officers,
)
from hardship_desk.storage.keys.passphrase import DataKey
from hardship_desk.storage.keys.recovery_code import new_recovery_code, read_recovery_code
from hardship_desk.storage.keys.unlocking import by_officers, by_recovery_code
from tests.unit.storage.case_samples import NOON, HandClock, case
from tests.unit.storage.conftest import CHEAP, PASSPHRASE
from tests.unit.storage.test_vault import code_of


@dataclass
class StillClock:
    """A clock that stands until it is moved."""

    moment: datetime = NOON

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


@pytest.fixture
def officers(tmp_path: Path) -> tuple[tuple[OfficerKey, ...], tuple[Officer, ...]]:
    keys = tuple(
        OfficerKey(file=tmp_path / f"f{number}.sleutel", passphrase=f"woorden {number}")
        for number in range(3)
    )
    return keys, tuple(
        Officer(name=f"Functie {number}", public=make_officer_key(key, CHEAP))
        for number, key in enumerate(keys)
    )


def test_that_any_two_officers_open_the_vault_and_one_does_not(
    officers: tuple[tuple[OfficerKey, ...], tuple[Officer, ...]],
) -> None:
    keys, known = officers
    key = DataKey.random()
    slot = wrap_for_officers(key, known)
    for first, second in ((0, 1), (2, 0), (1, 2)):
        found, names = open_for_officers(slot, (keys[first], keys[second]), key.salt)
        assert found == key
        assert set(names) == {f"Functie {first}", f"Functie {second}"}
    alone = code_of(lambda: open_for_officers(slot, (keys[0], keys[0]), key.salt))
    assert alone == "twee_functionarissen_nodig"
    with pytest.raises(ValueError, match="two_officers_needed"):
        wrap_for_officers(key, known[:1])


def test_that_a_stranger_and_a_wrong_file_are_refused(
    officers: tuple[tuple[OfficerKey, ...], tuple[Officer, ...]], tmp_path: Path
) -> None:
    keys, known = officers
    key = DataKey.random()
    slot = wrap_for_officers(key, known[:2])
    stranger = code_of(lambda: open_for_officers(slot, (keys[0], keys[2]), key.salt))
    assert stranger == "functionaris_onbekend"
    wrong = OfficerKey(file=keys[1].file, passphrase="fout")
    assert code_of(lambda: open_for_officers(slot, (keys[0], wrong), key.salt)) == (
        "wachtwoord_onjuist"
    )
    for content in (b"", b"[]", b"{}", b'{"functionaris": 1}', b"[" * 9000):
        odd = OfficerKey(file=tmp_path / "odd", passphrase="x")
        odd.file.write_bytes(content)
        pair = (keys[0], odd)
        assert code_of(partial(open_for_officers, slot, pair, key.salt)) == (
            "geen_functionarissleutel"
        )
    gone = OfficerKey(file=tmp_path / "weg", passphrase="x")
    assert code_of(lambda: open_for_officers(slot, (keys[0], gone), key.salt)) == (
        "geen_functionarissleutel"
    )
    other_salt = code_of(lambda: open_for_officers(slot, (keys[0], keys[1]), bytes(16)))
    assert other_salt == "wachtwoord_onjuist"


def test_that_public_keys_are_read_from_their_text() -> None:
    [officer] = officers_of(iter([("Functie", "09" + "00" * 31)]))
    assert officer.public[0] == 9
    with pytest.raises(ValueError, match="fromhex"):
        officers_of(iter([("Functie", "geen sleutel")]))


def test_that_the_organisation_comes_in_and_the_log_names_who(
    path: Path, officers: tuple[tuple[OfficerKey, ...], tuple[Officer, ...]]
) -> None:
    keys, known = officers
    pair = (keys[0], keys[2])
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as opened:
        opened.cases.add_case(case())
    unlock = by_officers(path, pair, HandClock())
    assert code_of(lambda: storage.open_vault_by(path, unlock, HandClock())) == (
        "geen_organisatiesleutel"
    )
    with storage.open_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as opened:
        assert opened.keys.set_officers(known)
        assert not opened.keys.set_officers(known)
        assert opened.keys.officers() == known
    with storage.open_vault_by(path, unlock, HandClock(), CHEAP) as opened:
        assert opened.cases.load(case().id) == case()
        last = opened.audit_entries()[-1]
        assert (last.event, last.subject) == ("geopend_door_organisatie", "Functie 0 en Functie 2")
        assert opened.keys.set_officers(())
    assert code_of(lambda: storage.open_vault_by(path, unlock, HandClock())) == (
        "geen_organisatiesleutel"
    )


def test_that_a_code_is_read_however_it_is_typed() -> None:
    code = new_recovery_code()
    read = read_recovery_code(code)
    assert read is not None
    assert len(read) * 5 >= 128
    assert read_recovery_code(code.lower().replace("-", " ").replace("0", "o")) == read
    assert new_recovery_code() != code


def test_that_a_slip_of_the_pen_is_seen() -> None:
    code = new_recovery_code()
    for wrong in (code[:-1], "", code[1:], ("A" if code[0] != "A" else "B") + code[1:]):
        assert read_recovery_code(wrong) is None


def test_that_the_code_opens_and_a_newer_one_replaces_it(path: Path) -> None:
    clock = HandClock()
    with storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP) as opened:
        assert not opened.keys.has_recovery_code()
    assert code_of(
        lambda: storage.open_vault_by(path, by_recovery_code(path, "x", clock), clock)
    ) == ("geen_herstelcode")
    with storage.open_vault(path, PASSPHRASE, clock, cost=CHEAP) as opened:
        old = opened.keys.new_recovery_code()
        new = opened.keys.new_recovery_code()
        assert opened.keys.has_recovery_code()
    for code, outcome in ((old, "wachtwoord_onjuist"), (new[:-1], "herstelcode_typefout")):
        unlock = by_recovery_code(path, code, clock)
        assert code_of(partial(storage.open_vault_by, path, unlock, clock)) == outcome
    with storage.open_vault_by(path, by_recovery_code(path, new, clock), clock, CHEAP) as opened:
        assert opened.user.roles == FIRST_ROLES
        assert opened.audit_entries()[-1].event == "geopend_met_herstelcode"
        opened.keys.set_passphrase(opened.keys.users()[0].id, "een nieuwe wachtzin")
    storage.open_vault(path, "een nieuwe wachtzin", clock).close()


def test_that_guessing_slows_down_and_never_locks_out(path: Path) -> None:
    clock = StillClock()
    storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP).close()
    waits = []
    for _ in range(14):
        assert code_of(lambda: storage.open_vault(path, "fout", clock)) == "wachtwoord_onjuist"
        wait = seconds_to_wait(path, clock)
        waits.append(wait)
        if wait:
            with pytest.raises(VaultError) as caught:
                storage.open_vault(path, PASSPHRASE, clock)
            assert caught.value.code == "te_veel_pogingen"
            assert caught.value.parameters == {"seconden": str(wait)}
        clock.moment += timedelta(seconds=wait)
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    clock.moment -= timedelta(days=400)
    assert seconds_to_wait(path, clock) == 60
    clock.moment += timedelta(days=400, seconds=60)
    storage.open_vault(path, PASSPHRASE, clock).close()
    assert not guess_path(path).exists()


@pytest.mark.parametrize("content", ["", "[]", '{"mislukt": "x"}', '{"mislukt": 9}'])
def test_that_a_damaged_count_keeps_nobody_out(path: Path, content: str) -> None:
    storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP).close()
    guess_path(path).write_text(content)
    storage.open_vault(path, PASSPHRASE, HandClock()).close()


def test_that_damage_is_no_guess(path: Path) -> None:
    storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP).close()
    path.write_bytes(path.read_bytes()[:-100])
    assert code_of(lambda: storage.open_vault(path, PASSPHRASE, HandClock())) == "kluis_beschadigd"
    assert not guess_path(path).exists()


def test_that_a_user_has_a_passphrase_and_roles_of_their_own(path: Path) -> None:
    clock = HandClock()
    with storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP, name="A") as opened:
        opened.cases.add_case(case())
        reader = opened.keys.add_user("B", (Role.TWEEDE_LEZER,), "woorden van B")
        keeper = opened.keys.add_user("C", (Role.BEHEERDER,), "woorden van C")
        assert code_of(lambda: opened.keys.add_user("b", (Role.TRAINER,), "x")) == "naam_bestaat"
        first = opened.user
    assert [user.name for user in storage.users_of(path)] == ["A", "B", "C"]
    with storage.open_vault(path, "woorden van B", clock, user=reader.id, cost=CHEAP) as opened:
        assert opened.user == reader
        found = opened.cases.load(case().id)
        assert code_of(lambda: opened.cases.save_header(found)) == "geen_recht"
        assert code_of(opened.keys.new_recovery_code) == "geen_recht"
        opened.cases.add_review(case().id, found.decisions[0].id, found.decisions[0].reviews[0])
        opened.keys.change_passphrase(reader.id, "woorden van B", "andere woorden van B")
    with storage.open_vault(path, "woorden van C", clock, user=keeper.id) as opened:
        assert code_of(opened.cases.list_cases) == "geen_recht"
        assert code_of(lambda: opened.cases.load(case().id)) == "geen_recht"
        opened.keys.remove_user(first.id)
        assert code_of(lambda: opened.keys.remove_user(keeper.id)) == "laatste_beheerder"
    assert code_of(lambda: storage.open_vault(path, PASSPHRASE, clock, user=first.id)) == (
        "gebruiker_onbekend"
    )
    storage.open_vault(path, "andere woorden van B", clock, user=reader.id).close()
