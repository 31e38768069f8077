from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from hardship_desk import storage
from hardship_desk.config.places import Place
from hardship_desk.domain.errors import VaultError
from hardship_desk.storage import OpenVault, PassphraseChange, opening
from hardship_desk.storage import vault as vault_module
from hardship_desk.storage.connection import connect_whole
from hardship_desk.storage.keys.slot_file import read_bare_key, slot_path
from tests.unit.storage.case_samples import CASE, NOON, HandClock, case, empty_case
from tests.unit.storage.conftest import CHEAP, PASSPHRASE, reopen


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(VaultError) as caught:
        call()
    return caught.value.code


@pytest.fixture
def closed(path: Path) -> Path:
    """A vault with a dossier, closed."""
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as opened:
        opened.cases.add_case(case())
    return path


def test_that_a_wrong_passphrase_is_told_from_damage(closed: Path) -> None:
    assert code_of(lambda: storage.open_vault(closed, "fout", HandClock())) == "wachtwoord_onjuist"
    with reopen(closed) as again:
        assert again.cases.load(CASE) == case()


def test_that_an_accent_typed_in_two_ways_is_one_passphrase(path: Path) -> None:
    storage.create_vault(path, "caf\u00e9", HandClock(), cost=CHEAP).close()
    storage.open_vault(path, "cafe\u0301", HandClock()).close()


def test_that_an_empty_passphrase_is_a_mistake_of_ours(path: Path) -> None:
    with pytest.raises(ValueError, match="empty_passphrase"):
        storage.create_vault(path, "", HandClock())
    with pytest.raises(ValueError, match="empty_passphrase"):
        storage.change_passphrase(path, PassphraseChange(earlier="a", new=""))


def test_that_the_passphrase_can_be_changed_while_the_vault_is_open(closed: Path) -> None:
    with reopen(closed):
        change = PassphraseChange(earlier=PASSPHRASE, new="nieuw")
        storage.change_passphrase(closed, change, cost=CHEAP)
    assert code_of(lambda: reopen(closed)) == "wachtwoord_onjuist"
    with storage.open_vault(closed, "nieuw", HandClock()) as again:
        assert again.cases.load(CASE) == case()
    wrong = PassphraseChange(earlier="fout", new="x")
    assert code_of(lambda: storage.change_passphrase(closed, wrong)) == "wachtwoord_onjuist"


def test_that_an_absent_vault_is_said_to_be_absent(path: Path) -> None:
    assert code_of(lambda: reopen(path)) == "kluis_ontbreekt"
    assert not path.parent.exists()


def test_that_a_vault_is_never_made_over_another(closed: Path) -> None:
    before = closed.read_bytes()
    made = code_of(lambda: storage.create_vault(closed, "x", HandClock(), cost=CHEAP))
    assert made == "kluis_bestaat"
    assert closed.read_bytes() == before


DAMAGE: tuple[tuple[str, Callable[[bytes], bytes], str], ...] = (
    ("leeg", lambda _: b"", "kluis_leeg"),
    ("afgekapt", lambda data: data[:-100], "kluis_beschadigd"),
    ("bladzijde kwijt", lambda data: data[:-4096], "kluis_beschadigd"),
    ("een bladzijde", lambda data: data[:4096], "kluis_beschadigd"),
    ("byte in het begin", lambda data: data[:100] + b"??" + data[102:], "kluis_beschadigd"),
    ("byte aan het eind", lambda data: data[:-50] + b"??" + data[-48:], "kluis_beschadigd"),
    ("iets anders", lambda data: b"?" * len(data), "kluis_onbekend_bestand"),
    ("een tekst", lambda _: b"Geachte heer", "kluis_onbekend_bestand"),
    ("gewone database", lambda _: b"SQLite format 3\x00" + bytes(4080), "kluis_gewone_database"),
)


@pytest.mark.parametrize(("damage", "code"), [item[1:] for item in DAMAGE], ids=lambda _: "")
def test_that_each_damage_has_its_code_and_is_left_alone(
    closed: Path, damage: Callable[[bytes], bytes], code: str
) -> None:
    damaged = damage(closed.read_bytes())
    closed.write_bytes(damaged)
    assert code_of(lambda: reopen(closed)) == code
    assert closed.read_bytes() == damaged


def test_that_a_damaged_page_inside_is_found_on_opening(closed: Path) -> None:
    data = bytearray(closed.read_bytes())
    data[5 * 4096 + 2000] ^= 1
    closed.write_bytes(data)
    assert code_of(lambda: reopen(closed)) == "kluis_beschadigd"


@pytest.mark.parametrize(
    ("content", "code"),
    [(bytes(4096), "kluis_sleutel_ontbreekt"), (b"x", "kluis_onbekend_bestand")],
)
def test_that_a_file_without_its_key_is_refused(path: Path, content: bytes, code: str) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert code_of(lambda: reopen(path)) == code


def test_that_a_newer_vault_is_refused_untouched(closed: Path) -> None:
    with reopen(closed) as opened:
        opened.cases._session.database.rows("PRAGMA user_version = 99")
    before = closed.read_bytes()
    assert code_of(lambda: reopen(closed)) == "kluis_te_nieuw"
    assert closed.read_bytes() == before


def test_that_a_second_opener_is_refused(vault: OpenVault, path: Path) -> None:
    assert code_of(lambda: reopen(path)) == "kluis_in_gebruik"
    vault.close()
    reopen(path).close()


def test_that_a_refused_opener_lets_go_of_the_lock(closed: Path) -> None:
    code_of(lambda: storage.open_vault(closed, "fout", HandClock()))
    reopen(closed).close()


def test_that_a_closed_vault_says_so(vault: OpenVault) -> None:
    vault.close()
    vault.close()
    assert code_of(vault.cases.list_cases) == "kluis_gesloten"
    assert code_of(lambda: vault.cases.add_case(empty_case())) == "kluis_gesloten"


def test_that_nothing_of_a_dossier_can_be_read_in_the_folder(vault: OpenVault, path: Path) -> None:
    vault.cases.add_case(case())
    while_open = [file.read_bytes() for file in path.parent.iterdir()]
    vault.close()
    after = [file.read_bytes() for file in path.parent.iterdir()]
    assert len(while_open) > len(after)
    for data in (*while_open, *after):
        assert b"GEHEIM" not in data
        assert b"CREATE TABLE" not in data
        assert PASSPHRASE.encode() not in data


def test_that_only_the_vault_its_key_and_its_lock_stay_behind(closed: Path) -> None:
    names = {file.name for file in closed.parent.iterdir()}
    assert names == {"dossiers.db", "dossiers.db.sleutel", "dossiers.db.lock"}


def test_that_a_key_without_its_vault_is_kept_when_a_new_one_is_made(closed: Path) -> None:
    key = slot_path(closed).read_bytes()
    for number in (1, 2):
        closed.unlink()
        storage.create_vault(closed, "nieuw", HandClock(), cost=CHEAP).close()
        assert closed.with_name(f"dossiers.db.sleutel.oud-{number}").exists()
    assert closed.with_name("dossiers.db.sleutel.oud-1").read_bytes() == key


def test_that_making_a_vault_that_fails_leaves_none(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(vault_module, "migrate", full)
        made = code_of(lambda: storage.create_vault(path, "x", HandClock(), cost=CHEAP))
    assert made == "schijf_vol"
    assert [file.name for file in path.parent.iterdir()] == ["dossiers.db.lock"]
    storage.create_vault(path, "x", HandClock(), cost=CHEAP).close()


def test_that_a_folder_that_cannot_be_written_opens_for_reading(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(FileLock, "acquire", refuse)
    before = {file: file.read_bytes() for file in closed.parent.iterdir()}
    with reopen(closed) as read:
        assert read.read_only == "alleen_lezen"
        assert read.upkeep.warnings().read_only == "alleen_lezen"
        assert read.cases.load(CASE) == case()
        assert code_of(lambda: read.cases.add_case(empty_case("c-2"))) == "alleen_lezen"
        assert not read.upkeep.backup_is_due()
        assert read.upkeep.check() == ""
    assert {file: file.read_bytes() for file in closed.parent.iterdir()} == before
    absent = closed.with_name("nieuw.db")
    made = code_of(lambda: storage.create_vault(absent, "x", HandClock(), cost=CHEAP))
    assert made == "alleen_lezen"


def test_that_what_a_crash_left_is_read_where_nothing_can_be_written(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashed = tmp_path / "gestopt"
    with reopen(closed) as opened:
        opened.cases.add_case(empty_case("c-2"))
        shutil.copytree(closed.parent, crashed)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    tempfile.tempdir = None

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(FileLock, "acquire", refuse)
    with reopen(crashed / closed.name) as read:
        assert len(read.cases.list_cases()) == 2
        assert list(tmp_path.glob("hardship-desk-*"))
    assert not list(tmp_path.glob("hardship-desk-*"))
    tempfile.tempdir = None


def test_that_a_folder_on_the_network_is_refused(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault_module, "place_of", lambda _: Place.NETWORK)
    assert code_of(lambda: reopen(closed)) == "kluis_op_netwerk"


def test_that_a_large_vault_is_checked_beside_the_window(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "READ_AT_ONCE", 0)
    with reopen(closed) as opened:
        assert opened.upkeep.check() == "volledig"
        assert opened.upkeep.check() == "bladzijden"
    data = bytearray(closed.read_bytes())
    data[5 * 4096 + 2000] ^= 1
    closed.write_bytes(data)
    with reopen(closed) as damaged:
        assert code_of(damaged.upkeep.check) == "kluis_beschadigd"
        assert damaged.read_only == "kluis_beschadigd"
        assert code_of(lambda: damaged.cases.add_case(empty_case("c-2"))) == "alleen_lezen"


def test_that_a_vault_that_was_not_closed_is_checked_fully(closed: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "gestopt"
    with reopen(closed) as opened:
        assert opened.upkeep.check() == "volledig"
        assert opened.upkeep.check() == ""
        shutil.copytree(closed.parent, crashed)
    with reopen(crashed / closed.name) as again:
        assert again.upkeep.check() == "volledig"
    with reopen(closed) as opened:
        assert opened.upkeep.check() == ""


def test_that_a_clock_that_went_back_is_told(closed: Path) -> None:
    with storage.open_vault(closed, PASSPHRASE, HandClock(NOON - timedelta(days=2))) as opened:
        assert opened.upkeep.warnings().clock_behind
        opened.cases.add_case(empty_case("c-2"))
        assert [entry.seq for entry in opened.audit_entries()] == [1, 2]
    with reopen(closed) as opened:
        assert not opened.upkeep.warnings().clock_behind


def test_that_the_practice_vault_asks_nothing_and_is_encrypted(path: Path) -> None:
    for _ in range(2):
        with storage.open_practice_vault(path, HandClock()) as opened:
            if not opened.cases.list_cases():
                opened.cases.add_case(case())
            assert opened.cases.load(CASE) == case()
    assert b"GEHEIM" not in path.read_bytes()
    assert connect_whole(path, read_bare_key(path)).close() is True


def test_that_a_damaged_practice_vault_is_refused(path: Path) -> None:
    storage.open_practice_vault(path, HandClock()).close()
    path.write_bytes(b"")
    assert code_of(lambda: storage.open_practice_vault(path, HandClock())) == "kluis_leeg"


def test_that_two_vaults_can_be_open_at_once(path: Path, tmp_path: Path) -> None:
    practice = tmp_path / "oefenen.db"
    with (
        storage.create_vault(path, "x", HandClock(), cost=CHEAP) as real,
        storage.open_practice_vault(practice, HandClock()) as other,
    ):
        other.cases.add_case(case())
        assert real.cases.list_cases() == ()


def test_that_a_key_file_of_the_other_kind_is_damage(closed: Path, tmp_path: Path) -> None:
    assert code_of(lambda: storage.open_practice_vault(closed, HandClock())) == "kluis_beschadigd"
    practice = tmp_path / "oefenen.db"
    storage.open_practice_vault(practice, HandClock()).close()
    assert code_of(lambda: reopen(practice)) == "kluis_beschadigd"
