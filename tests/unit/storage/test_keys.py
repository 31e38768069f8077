from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.domain.digest import sha256_of
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.users import Role, VaultUser
from hardship_desk.storage.keys.passphrase import (
    DataKey,
    KeyCost,
    cost_of_about,
    unwrap_key,
    wrap_key,
)
from hardship_desk.storage.keys.slot_file import (
    FIRST_USER,
    read_key_file,
    slot_path,
    write_key_file,
)
from hardship_desk.storage.keys.slots import KeyFile, UserSlot
from tests.unit.storage.case_samples import HandClock
from tests.unit.storage.conftest import CHEAP


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    key = DataKey.random()
    vault = tmp_path / "v.db"
    slot = wrap_key(key, "x", CHEAP)
    user = VaultUser(id=FIRST_USER, name="J. Jansen", roles=(Role.BEHANDELAAR,))
    write_key_file(
        vault, KeyFile(vault_salt=key.salt, users=(UserSlot(user=user, slot=slot),)), key
    )
    return vault


def rewrite(vault: Path, **changes: object) -> None:
    """Change fields of the key file and make its hash fit."""
    fields = json.loads(slot_path(vault).read_text().splitlines()[0])
    of_file = {name: value for name, value in changes.items() if name in fields}
    fields["users"][0].update({k: v for k, v in changes.items() if k not in fields})
    text = json.dumps({**fields, **of_file})
    slot_path(vault).write_text(f"{text}\n{sha256_of(text)}\n")


def test_that_a_key_comes_out_of_its_slot(stored: Path) -> None:
    key = DataKey.random()
    slot = wrap_key(key, "x", CHEAP)
    assert unwrap_key(slot, "x", key.salt) == key


def test_that_a_key_does_not_show_itself() -> None:
    key = DataKey.random()
    assert repr(key) == "DataKey(...)"
    assert key.derived("audit") not in (key.secret, key.derived("other"))


def test_that_a_slot_fits_only_its_own_cost_and_vault() -> None:
    key = DataKey.random()
    slot = wrap_key(key, "x", CHEAP)
    for other, salt in (
        (replace(slot, cost=replace(CHEAP, passes=2)), key.salt),
        (slot, bytes(16)),
    ):
        with pytest.raises(VaultError) as caught:
            unwrap_key(other, "x", salt)
        assert caught.value.code == "wachtwoord_onjuist"


def test_that_two_slots_of_one_key_differ() -> None:
    key = DataKey.random()
    assert wrap_key(key, "x", CHEAP).wrapped != wrap_key(key, "x", CHEAP).wrapped


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"form": 3}, "kluis_te_nieuw"),
        ({"passes": 0}, "kluis_beschadigd"),
        ({"memory_kib": 2**40}, "kluis_beschadigd"),
        ({"nonce": "zz"}, "kluis_beschadigd"),
        ({"vault_salt": "00"}, "kluis_beschadigd"),
        ({"passes": "veel"}, "kluis_beschadigd"),
        ({"users": []}, "kluis_beschadigd"),
        ({"users": "geen"}, "kluis_beschadigd"),
        ({"users": ["geen"]}, "kluis_beschadigd"),
        ({"roles": "alles"}, "kluis_beschadigd"),
        ({"roles": ["baas"]}, "kluis_beschadigd"),
        ({"nonce": "00"}, "kluis_beschadigd"),
    ],
)
def test_that_a_strange_key_file_is_refused(
    stored: Path, changes: dict[str, object], code: str
) -> None:
    rewrite(stored, **changes)
    with pytest.raises(VaultError) as caught:
        read_key_file(stored)
    assert caught.value.code == code


@pytest.mark.parametrize("content", [b"", b"{}\nabc\n", b"\xff\xfe", b"x"])
def test_that_a_damaged_key_file_is_not_a_wrong_passphrase(stored: Path, content: bytes) -> None:
    slot_path(stored).write_bytes(content)
    with pytest.raises(VaultError) as caught:
        read_key_file(stored)
    assert caught.value.code == "kluis_beschadigd"


@pytest.mark.parametrize("text", ["[]", "geen json", '"tekst"'])
def test_that_a_key_file_of_another_form_is_damage(stored: Path, text: str) -> None:
    slot_path(stored).write_text(f"{text}\n{sha256_of(text)}\n")
    with pytest.raises(VaultError) as caught:
        read_key_file(stored)
    assert caught.value.code == "kluis_beschadigd"


def test_that_an_absent_key_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(VaultError) as caught:
        read_key_file(tmp_path / "v.db")
    assert caught.value.code == "kluis_sleutel_ontbreekt"


@pytest.mark.slow
def test_that_the_real_cost_is_at_least_the_recommended_one(tmp_path: Path) -> None:
    assert cost_of_about(0.001) == KeyCost()
    assert KeyCost().lanes == 4
    path = tmp_path / "v.db"
    storage.create_vault(path, "x", HandClock()).close()
    cost = read_key_file(path).users[0].slot.cost
    assert cost.memory_kib == 64 * 1024
    assert 3 <= cost.passes <= 40
    storage.open_vault(path, "x", HandClock()).close()
