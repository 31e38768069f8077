"""Contact cards from files: whole and as their maker left them, or refused in one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from hardship_desk.domain.contact import GROUP, GROUPS, OwnKeys
from hardship_desk.domain.errors import PackageError
from hardship_desk.exchange.contact_card_file import LARGEST, ContactCardFile
from hardship_desk.exchange.person_keys import new_keys, own_keys

FILE = ContactCardFile()
NAME = "C. Collega (verzonnen)"


@pytest.fixture(scope="module")
def keys() -> OwnKeys:
    return own_keys(new_keys(), is_practice=False)


def test_that_a_card_comes_back_the_same(keys: OwnKeys) -> None:
    card = FILE.read(FILE.write(NAME, keys))
    assert (card.name, card.keys) == (NAME, keys.public)


def test_that_a_card_holds_no_secret(keys: OwnKeys) -> None:
    data = FILE.write(NAME, keys)
    assert keys.secret.signing.hex().encode() not in data
    assert b"AGE-SECRET" not in data
    assert "AGE-SECRET" not in repr(keys)
    assert keys.secret.signing.hex() not in repr(keys)


def test_that_digits_are_read_out_in_groups_and_typed_in_any_way(keys: OwnKeys) -> None:
    groups = keys.public.digits.split(" ")
    assert [len(group) for group in groups] == [GROUP] * GROUPS
    assert keys.public.fits("".join(groups))
    assert keys.public.fits("  ".join(groups) + "\n")
    other = own_keys(new_keys(), is_practice=False)
    assert not keys.public.fits(other.public.digits)
    assert not keys.public.fits(" ".join(groups[:-1]))
    assert not keys.public.fits("")


def is_refused(data: bytes) -> bool:
    try:
        FILE.read(data)
    except PackageError:
        return True
    return False


def test_that_every_changed_bit_of_a_card_is_refused(keys: OwnKeys) -> None:
    data = FILE.write(NAME, keys)
    for at in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[at] ^= 1 << bit
            if is_refused(bytes(changed)):
                continue
            # A blank between two fields says nothing.
            assert chr(data[at]).isspace()
            assert FILE.read(bytes(changed)).keys == keys.public


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda card: card.update(naam="Iemand anders"), "kaart_handtekening_onjuist"),
        (lambda card: card.update(oefening=True), "kaart_handtekening_onjuist"),
        (lambda card: card.update(hardship_desk_contactkaart=2), "kaart_te_nieuw"),
        (lambda card: card.update(hardship_desk_contactkaart=True), "kaart_onleesbaar"),
        (lambda card: card.update(extra="x"), "kaart_onleesbaar"),
        (lambda card: card.pop("ontvangen"), "kaart_onleesbaar"),
        (lambda card: card.update(naam="x" * 81), "kaart_onleesbaar"),
        (lambda card: card.update(naam="twee\nregels"), "kaart_onleesbaar"),
        (lambda card: card.update(naam="om\u202eekeerd"), "kaart_onleesbaar"),
        (lambda card: card.update(naam="A 111222333"), "kaart_onleesbaar"),
        (lambda card: card.update(tekenen=card["tekenen"].upper()), "kaart_onleesbaar"),
        (lambda card: card.update(ontvangen="age1" + "q" * 58), "kaart_onleesbaar"),
        (lambda card: card.update(handtekening=7), "kaart_onleesbaar"),
        (lambda card: card.update(handtekening="zz"), "kaart_onleesbaar"),
        (lambda card: card.update(handtekening="00" * 64), "kaart_handtekening_onjuist"),
    ],
)
def test_that_a_card_that_says_something_else_is_refused(
    keys: OwnKeys, change: Callable[[dict[str, Any]], object], code: str
) -> None:
    card = json.loads(FILE.write(NAME, keys))
    change(card)
    with pytest.raises(PackageError, match=code):
        FILE.read(json.dumps(card).encode())


def test_that_the_keys_of_another_cannot_stand_on_a_card_of_ones_own(keys: OwnKeys) -> None:
    mine = json.loads(FILE.write(NAME, own_keys(new_keys(), is_practice=False)))
    mine["tekenen"] = keys.public.signing
    with pytest.raises(PackageError, match="kaart_handtekening_onjuist"):
        FILE.read(json.dumps(mine).encode())


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"null", b"\xff", b"x" * (LARGEST + 1), b'{"naam": NaN}']
)
def test_that_another_file_is_no_card(data: bytes) -> None:
    with pytest.raises(PackageError, match="kaart_onleesbaar"):
        FILE.read(data)


@pytest.mark.parametrize("name", ["", "x" * 81, "a\nb", " a", "a  b", "111222333"])
def test_that_no_card_is_made_with_a_name_that_cannot_be_read(keys: OwnKeys, name: str) -> None:
    with pytest.raises(PackageError, match="kaart_naam"):
        FILE.write(name, keys)
