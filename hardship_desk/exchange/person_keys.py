"""Keys of a person: made, and turned into what others may know of them.

Ed25519 of `cryptography` signs; the age format receives, as it already does for a code.
"""

from __future__ import annotations

import re

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from pyrage import x25519

from hardship_desk.domain.contact import OwnKeys, PublicKeys, SecretKeys

_SIGNING = re.compile(r"[0-9a-f]{64}")
_RECEIVING = re.compile(r"age1[02-9ac-hj-np-z]{58}")


def new_keys() -> SecretKeys:
    """Keys that nobody has."""
    signing = Ed25519PrivateKey.generate().private_bytes_raw()
    return SecretKeys(signing=signing, receiving=str(x25519.Identity.generate()))


def own_keys(secret: SecretKeys, *, is_practice: bool) -> OwnKeys:
    """The keys with what others may know of them."""
    signing = Ed25519PrivateKey.from_private_bytes(secret.signing).public_key()
    receiving = x25519.Identity.from_str(secret.receiving).to_public()
    public = PublicKeys(
        signing=signing.public_bytes_raw().hex(),
        receiving=str(receiving),
        is_practice=is_practice,
    )
    return OwnKeys(secret=secret, public=public)


def read_public_keys(signing: object, receiving: object, *, is_practice: bool) -> PublicKeys:
    """Keys as they stand in a file, in their one spelling; ValueError where they are none."""
    if not isinstance(signing, str) or not _SIGNING.fullmatch(signing):
        raise ValueError("not_a_key")
    if not isinstance(receiving, str) or not _RECEIVING.fullmatch(receiving):
        raise ValueError("not_a_key")
    try:
        x25519.Recipient.from_str(receiving)
    except pyrage.RecipientError:
        raise ValueError("not_a_key") from None
    return PublicKeys(signing=signing, receiving=receiving, is_practice=is_practice)


def signature_by(secret: SecretKeys, statement: bytes) -> bytes:
    """The signature of a statement, which begins with what it is for."""
    return Ed25519PrivateKey.from_private_bytes(secret.signing).sign(statement)


def is_signed_by(keys: PublicKeys, signature: bytes, statement: bytes) -> bool:
    """Whether the owner of the keys signed exactly this statement."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(keys.signing)).verify(signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True
