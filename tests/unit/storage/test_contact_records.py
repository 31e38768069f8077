"""Keys of users, cards of colleagues and drafts without a dossier, in the vault."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.domain.contact import ContactCard, ContactId, PublicKeys, SecretKeys
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.users import Role
from hardship_desk.storage import OpenVault
from hardship_desk.storage.backups import restoring
from hardship_desk.storage.records.contacts import DOUBTED
from hardship_desk.storage.records.loose_drafts import KEPT_FOR
from tests.unit.storage.case_samples import HandClock
from tests.unit.storage.conftest import CHEAP, PASSPHRASE, reopen

SECRET = SecretKeys(signing=b"s" * 32, receiving="AGE-SECRET-KEY-1PROEF")
KEYS = PublicKeys(signing="1" * 64, receiving="age1proef")
CARD = ContactCard(name="C. Collega (verzonnen)", keys=KEYS)


def events(vault: OpenVault) -> list[tuple[str, str]]:
    return [(item.event, item.subject) for item in vault.audit_entries()]


def test_that_a_user_has_one_pair_of_keys(vault: OpenVault) -> None:
    assert vault.contacts.own_keys() is None
    vault.contacts.keep_own_keys(SECRET, KEYS.id)
    assert vault.contacts.own_keys() == SECRET
    with pytest.raises(VaultError, match="kluis_geweigerd"):
        vault.contacts.keep_own_keys(SECRET, KEYS.id)
    assert events(vault)[-1] == ("sleutels_gemaakt", KEYS.id)


def test_that_a_card_is_kept_checked_and_removed_with_each_in_the_log(vault: OpenVault) -> None:
    vault.contacts.add_contact(CARD)
    [kept] = vault.contacts.contacts()
    assert (kept.card, kept.is_checked) == (CARD, False)
    with pytest.raises(VaultError, match="kluis_geweigerd"):
        vault.contacts.add_contact(CARD)
    vault.contacts.check_contact(KEYS.id)
    [checked] = vault.contacts.contacts()
    assert checked.is_checked
    assert checked.checked_by == vault.user.id
    vault.contacts.remove_contact(KEYS.id)
    assert vault.contacts.contacts() == ()
    told = [event for event, subject in events(vault) if subject == KEYS.id]
    assert told == ["contact_toegevoegd", "contact_gecontroleerd", "contact_verwijderd"]
    assert not any("Collega" in f"{event}{subject}" for event, subject in events(vault))
    for deed in (vault.contacts.check_contact, vault.contacts.remove_contact):
        with pytest.raises(VaultError, match="contact_ontbreekt"):
            deed(ContactId("weg"))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE contact SET signing = '2'",
        "UPDATE contact SET receiving = 'age1ander'",
        "UPDATE contact SET name = 'Iemand anders'",
        "UPDATE identity SET signing = zeroblob(32)",
    ],
)
def test_that_keys_are_never_put_in_the_place_of_others(vault: OpenVault, change: str) -> None:
    vault.contacts.add_contact(CARD)
    vault.contacts.keep_own_keys(SECRET, KEYS.id)
    with pytest.raises(Exception, match="kluis_geweigerd"):
        vault._session.database.rows(change)


def test_that_what_was_removed_stands_in_no_file(path: Path) -> None:
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        vault.contacts.add_contact(CARD)
        vault.contacts.remove_contact(KEYS.id)
        pages = vault._session.database.rows("PRAGMA wal_checkpoint(PASSIVE)")
        assert pages[0][1] == 0
        found = vault._session.database.rows("SELECT count(*) FROM contact")
        assert found == [(0,)]


def test_that_who_leaves_leaves_no_keys_and_no_draft(path: Path) -> None:
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP, name="A") as vault:
        user = vault.keys.add_user("B", (Role.TWEEDE_LEZER,), "andere woorden")
    with storage.open_vault(path, "andere woorden", HandClock(), user=user.id) as vault:
        vault.contacts.keep_own_keys(SECRET, KEYS.id)
        vault.loose_drafts.save_loose_draft("toets", "tekst van B")
    with reopen(path) as vault:
        assert vault.contacts.own_keys() is None
        assert vault.loose_drafts.loose_draft("toets") is None
        vault.keys.remove_user(user.id)
        for table in ("identity", "loose_draft"):
            assert vault._session.database.rows(f"SELECT count(*) FROM {table}") == [(0,)]


def test_that_a_trainer_or_keeper_has_no_contacts(path: Path) -> None:
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP, name="A") as vault:
        user = vault.keys.add_user("B", (Role.BEHEERDER,), "andere woorden")
    with storage.open_vault(path, "andere woorden", HandClock(), user=user.id) as vault:
        with pytest.raises(VaultError, match="geen_recht"):
            vault.contacts.add_contact(CARD)
        with pytest.raises(VaultError, match="geen_recht"):
            vault.contacts.keep_own_keys(SECRET, KEYS.id)


def test_that_after_a_copy_was_put_back_each_card_is_compared_again(path: Path) -> None:
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP, name="A") as vault:
        user = vault.keys.add_user("B", (Role.TWEEDE_LEZER,), "andere woorden")
        vault.contacts.keep_own_keys(SECRET, KEYS.id)
        vault.contacts.add_contact(CARD)
        vault.contacts.check_contact(KEYS.id)
    with storage.open_vault(path, "andere woorden", HandClock(), user=user.id) as vault:
        vault.contacts.keep_own_keys(SecretKeys(signing=b"t" * 32, receiving="x"), KEYS.id)
        copy = vault.upkeep.back_up().backup
    with reopen(path) as vault:
        vault.contacts.remove_contact(KEYS.id)
        vault.keys.remove_user(user.id)
    restoring.restore_vault(path, copy.id, HandClock())
    with reopen(path) as vault:
        [back] = vault.contacts.contacts()
        assert not back.is_checked
        assert vault.contacts.own_keys() == SECRET
        assert vault._session.database.rows("SELECT count(*) FROM identity") == [(1,)]
        assert DOUBTED in [event for event, _ in events(vault)]


def test_that_a_draft_comes_back_after_a_crash_and_goes_when_it_is_finished(path: Path) -> None:
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        vault.loose_drafts.save_loose_draft("toets", "eerst")
        vault.loose_drafts.save_loose_draft("toets", "daarna")
        fallen = path.parent.with_name("omgevallen")
        shutil.copytree(path.parent, fallen)
    with reopen(fallen / path.name) as vault:
        found = vault.loose_drafts.loose_draft("toets")
        assert found is not None
        assert found[1] == "daarna"
        vault.loose_drafts.remove_loose_draft("toets")
        assert vault.loose_drafts.loose_draft("toets") is None


def test_that_a_draft_nobody_goes_on_with_does_not_stay(path: Path) -> None:
    clock = HandClock()
    with storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP) as vault:
        vault.loose_drafts.save_loose_draft("toets", "tekst")
    clock.moment += KEPT_FOR - timedelta(hours=1)
    with storage.open_vault(path, PASSPHRASE, clock) as vault:
        assert vault.loose_drafts.loose_draft("toets") is not None
    clock.moment += timedelta(hours=2)
    with storage.open_vault(path, PASSPHRASE, clock) as vault:
        assert vault.loose_drafts.loose_draft("toets") is not None, "nobody was here meanwhile"
        vault.loose_drafts.save_loose_draft("ander", "tekst")
    with storage.open_vault(path, PASSPHRASE, clock) as vault:
        assert vault.loose_drafts.loose_draft("toets") is None
        assert vault.loose_drafts.loose_draft("ander") is not None
        assert events(vault)[-1] == ("concept_verlopen", "")
