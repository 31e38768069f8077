"""Signed packages: what was changed, forged, or meant for another is refused."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from hardship_desk.domain.contact import OwnKeys
from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.package import ByCode, ToCard
from hardship_desk.exchange.package.envelope import START, archive_in, envelope_of
from hardship_desk.exchange.package.sealing import (
    needs_code,
    seal_to,
    unseal_with,
)
from hardship_desk.exchange.person_keys import new_keys, own_keys

ARCHIVE = b"PK inhoud"
CODE = ByCode(code="7K2M-9QXD-4TCA-0WNB-E5RH")
REFUSED = {
    "pakket_onleesbaar",
    "pakket_handtekening_onjuist",
    "pakket_niet_voor_u",
    "pakket_te_nieuw",
    "pakket_zonder_handtekening",
}


def person() -> OwnKeys:
    return own_keys(new_keys(), is_practice=False)


SENDER, RECEIVER, OTHER = person(), person(), person()
TO = ToCard(keys=RECEIVER.public)


def refusal(content: bytes, opened_by: ByCode | ToCard = TO) -> str:
    with pytest.raises(PackageError) as caught:
        archive_in(content, opened_by)
    return caught.value.code


def test_that_content_comes_back_with_who_signed() -> None:
    for receiver in (TO, CODE):
        found = archive_in(envelope_of(ARCHIVE, SENDER, receiver), receiver)
        assert found == (ARCHIVE, SENDER.public)


def test_that_a_code_may_be_typed_in_another_way() -> None:
    typed = ByCode(code="7k2m 9qxd 4tca owNB e5rh")
    assert archive_in(envelope_of(ARCHIVE, SENDER, CODE), typed)[1] == SENDER.public


@pytest.mark.parametrize("receiver", [TO, CODE])
def test_that_every_changed_bit_is_refused(receiver: ByCode | ToCard) -> None:
    whole = envelope_of(ARCHIVE, SENDER, receiver)
    codes = set()
    for at in range(len(whole)):
        for bit in range(8):
            changed = bytearray(whole)
            changed[at] ^= 1 << bit
            codes.add(refusal(bytes(changed), receiver))
    assert codes <= REFUSED


def test_that_what_is_cut_off_or_added_is_refused() -> None:
    whole = envelope_of(ARCHIVE, SENDER, TO)
    assert {refusal(whole[:end]) for end in range(len(whole))} <= REFUSED
    assert refusal(whole + b"x") == "pakket_handtekening_onjuist"
    assert refusal(START + (2**31).to_bytes(4, "big") + whole) == "pakket_onleesbaar"


def test_that_nobody_signs_with_the_keys_of_another() -> None:
    forged = envelope_of(ARCHIVE, OTHER, TO)
    renamed = forged.replace(OTHER.public.signing.encode(), SENDER.public.signing.encode())
    assert renamed != forged
    assert refusal(renamed) == "pakket_handtekening_onjuist"


def test_that_a_package_cannot_be_sent_on_as_if_it_was_meant_for_another() -> None:
    whole = envelope_of(ARCHIVE, SENDER, ToCard(keys=OTHER.public))
    assert refusal(whole) == "pakket_niet_voor_u"
    assert refusal(whole, CODE) == "pakket_niet_voor_u"
    by_code = envelope_of(ARCHIVE, SENDER, CODE)
    assert refusal(by_code) == "pakket_niet_voor_u"
    assert refusal(by_code, ByCode(code="AAAA-AAAA-AAAA-AAAA-AAAA")) == "pakket_niet_voor_u"


def test_that_a_signature_cannot_be_left_out_of_what_was_made_for_a_card() -> None:
    assert refusal(ARCHIVE) == "pakket_zonder_handtekening"
    assert archive_in(ARCHIVE, CODE) == (ARCHIVE, None)


def test_that_a_later_form_is_named_as_such() -> None:
    later = envelope_of(ARCHIVE, SENDER, TO).replace(START, b"hardship-desk-pakket-3\n", 1)
    assert refusal(later) == "pakket_te_nieuw"


@pytest.mark.parametrize(
    "change",
    [
        lambda head: head.replace(b",", b", ", 1),
        lambda head: head.replace(b"{", b'{"extra":1,', 1),
        lambda head: head.replace(b"false", b"0", 1),
        lambda head: b"[]",
        lambda head: json.dumps({**json.loads(head), "ontvanger": 7}).encode(),
    ],
)
def test_that_a_head_is_read_in_one_spelling_only(change: Callable[[bytes], bytes]) -> None:
    whole = envelope_of(ARCHIVE, SENDER, TO)
    start = len(START) + 4
    end = start + int.from_bytes(whole[len(START) : start], "big")
    head = change(whole[start:end])
    made = START + len(head).to_bytes(4, "big") + head + whole[end:]
    assert refusal(made) in ("pakket_onleesbaar", "pakket_handtekening_onjuist")


def test_that_only_the_owner_of_the_card_opens_it() -> None:
    sealed = seal_to(ARCHIVE, RECEIVER.public.receiving)
    assert not needs_code(sealed)
    assert unseal_with(sealed, RECEIVER.secret.receiving) == ARCHIVE
    with pytest.raises(PackageError, match="pakket_andere_ontvanger"):
        unseal_with(sealed, OTHER.secret.receiving)


def test_that_every_changed_byte_of_a_sealed_file_is_refused() -> None:
    sealed = seal_to(ARCHIVE, RECEIVER.public.receiving)
    for at in range(len(sealed)):
        changed = bytearray(sealed)
        changed[at] ^= 1 << (at % 8)
        with pytest.raises(PackageError) as caught:
            unseal_with(bytes(changed), RECEIVER.secret.receiving)
        assert caught.value.code in ("pakket_onleesbaar", "pakket_andere_ontvanger")


def test_that_a_file_for_more_than_one_card_or_with_a_code_beside_it_is_refused() -> None:
    sealed = seal_to(ARCHIVE, RECEIVER.public.receiving)
    stanza = sealed.split(b"\n", 2)[1]
    for extra in (stanza, b"-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18", b"-> ssh-rsa AAAA"):
        head = sealed.replace(stanza, extra + b"\nAAAA\n" + stanza, 1)
        with pytest.raises(PackageError, match="pakket_onleesbaar"):
            unseal_with(head, RECEIVER.secret.receiving)
    for other in (b"", b"PK", b"age-encryption.org/v1\n", b"-> X25519 " + b"A" * 43):
        with pytest.raises(PackageError, match="pakket_onleesbaar"):
            unseal_with(other, RECEIVER.secret.receiving)
