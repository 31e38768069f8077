"""The organisation's way in: any two of its officers together, never one alone.

Each officer has a pair of X25519 keys. The policy file names the public ones. For each two officers
the vault's key is wrapped under a key that follows from both their secrets and one of this slot.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.users import Officer
from hardship_desk.storage.keys.officer_slot import OfficerPair, OrganisationSlot
from hardship_desk.storage.keys.passphrase import (
    DataKey,
    KeyCost,
    KeySlot,
    slot_from_fields,
    slot_to_fields,
    unwrap_secret,
    wrap_secret,
)

NONCE_BYTES = 12
LARGEST_KEY_FILE = 10_000
WRONG = "wachtwoord_onjuist"
_PURPOSE = b"hardship-desk-organisatie-1"
_OFFICER_FILE = b"hardship-desk-functionaris-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerKey:
    """The file of one officer and the passphrase that opens it."""

    file: Path
    passphrase: str


def make_officer_key(key: OfficerKey, cost: KeyCost) -> bytes:
    """Write a new officer's key, wrapped under the passphrase; the public key, for the policy."""
    private = X25519PrivateKey.generate()
    slot = wrap_secret(private.private_bytes_raw(), key.passphrase, cost, _OFFICER_FILE)
    text = json.dumps({"functionaris": 1, **slot_to_fields(slot)}, sort_keys=True)
    write_atomically(key.file, text.encode())
    return private.public_key().public_bytes_raw()


def wrap_for_officers(key: DataKey, officers: tuple[Officer, ...]) -> OrganisationSlot:
    """A slot that any two of these officers open; ValueError for fewer than two."""
    if len({officer.public for officer in officers}) < 2:
        raise ValueError("two_officers_needed")
    ours = X25519PrivateKey.generate()
    shared = [ours.exchange(X25519PublicKey.from_public_bytes(item.public)) for item in officers]
    pairs = []
    for first, second in combinations(range(len(officers)), 2):
        nonce = secrets.token_bytes(NONCE_BYTES)
        wrapping = AESGCM(_pair_key(shared[first], shared[second]))
        wrapped = wrapping.encrypt(nonce, key.secret, key.salt)
        pairs.append(OfficerPair(first=first, second=second, nonce=nonce, wrapped=wrapped))
    return OrganisationSlot(
        officers=officers, ours=ours.public_key().public_bytes_raw(), pairs=tuple(pairs)
    )


def open_for_officers(
    slot: OrganisationSlot, keys: tuple[OfficerKey, OfficerKey], salt: bytes
) -> tuple[DataKey, tuple[str, ...]]:
    """The vault's key and the names of the two; VaultError `wachtwoord_onjuist` otherwise."""
    privates = tuple(_private(key) for key in keys)
    places = tuple(_place(slot, private) for private in privates)
    if places[0] == places[1]:
        raise VaultError("twee_functionarissen_nodig")
    (low, low_key), (high, high_key) = sorted(
        zip(places, privates, strict=True), key=lambda item: item[0]
    )
    ours = X25519PublicKey.from_public_bytes(slot.ours)
    wrapping = AESGCM(_pair_key(low_key.exchange(ours), high_key.exchange(ours)))
    for pair in slot.pairs:
        if (pair.first, pair.second) == (low, high):
            try:
                secret = wrapping.decrypt(pair.nonce, pair.wrapped, salt)
            except InvalidTag:
                raise VaultError(WRONG) from None
            names = tuple(slot.officers[place].name for place in (low, high))
            return DataKey(secret=secret, salt=salt), names
    raise VaultError(WRONG)


def officers_of(texts: Iterator[tuple[str, str]]) -> tuple[Officer, ...]:
    """Officers from names and public keys in hexadecimal; ValueError where one is no key."""
    found = []
    for name, text in texts:
        public = bytes.fromhex(text)
        X25519PublicKey.from_public_bytes(public)
        found.append(Officer(name=name, public=public))
    return tuple(found)


def _pair_key(first: bytes, second: bytes) -> bytes:
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE)
    return derive.derive(first + second)


def _place(slot: OrganisationSlot, private: X25519PrivateKey) -> int:
    public = private.public_key().public_bytes_raw()
    for place, officer in enumerate(slot.officers):
        if officer.public == public:
            return place
    raise VaultError("functionaris_onbekend")


def _private(key: OfficerKey) -> X25519PrivateKey:
    slot = _officer_slot(key.file)
    return X25519PrivateKey.from_private_bytes(unwrap_secret(slot, key.passphrase, _OFFICER_FILE))


def _officer_slot(file: Path) -> KeySlot:
    try:
        with file.open("rb") as opened:
            fields = cast("object", json.loads(opened.read(LARGEST_KEY_FILE)))
        if not isinstance(fields, dict) or fields.get("functionaris") != 1:
            raise VaultError("geen_functionarissleutel")
        return slot_from_fields(fields)
    except FileNotFoundError:
        raise VaultError("geen_functionarissleutel") from None
    except (KeyError, ValueError, RecursionError):
        raise VaultError("geen_functionarissleutel") from None
