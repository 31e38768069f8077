"""The key of a vault, and the slot in which a passphrase holds it.

The key is random. A passphrase gives, through Argon2id, a second key that wraps it with AES-GCM;
changing the passphrase rewrites the slot and not the vault.
"""

from __future__ import annotations

import hmac
import secrets
import string
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.overriding import override

SALT_BYTES = 16
SECONDS_TO_OPEN = 0.75
_MENDINGS, _TRIES = 2, 2
_KEY_BYTES, _NONCE_BYTES = 32, 12
_LEAST_PASSES, _MOST_PASSES, _MEMORY_KIB = 3, 40, 64 * 1024
# More than this no slot of ours asks; a file that does would hang the program.
_MOST_MEMORY_KIB, _MOST_PASSES_READ, _MOST_LANES = 4 * 1024 * 1024, 1000, 64


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKey:
    """What the database is encrypted with; `salt` is the first part of the file and no secret."""

    secret: bytes
    salt: bytes

    @classmethod
    def random(cls) -> DataKey:
        """A key that nobody has."""
        return cls(secret=secrets.token_bytes(_KEY_BYTES), salt=secrets.token_bytes(SALT_BYTES))

    @override
    def __repr__(self) -> str:
        return "DataKey(...)"

    @property
    def raw(self) -> str:
        """Key and salt as SQLCipher takes them, in hexadecimal."""
        return (self.secret + self.salt).hex()

    def derived(self, purpose: str) -> bytes:
        """A key for another purpose, from which this one cannot be found."""
        return hmac.digest(self.secret, purpose.encode(), "sha256")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCost:
    """How much work Argon2id makes of one guess."""

    memory_kib: int = _MEMORY_KIB
    passes: int = _LEAST_PASSES
    lanes: int = 4

    def is_less_than(self, other: KeyCost) -> bool:
        """Whether a guess costs less here than there in memory, passes or lanes."""
        mine, theirs = ((item.memory_kib, item.passes, item.lanes) for item in (self, other))
        return any(here < there for here, there in zip(mine, theirs, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySlot:
    """A wrapped key, with all that is needed to unwrap it but the passphrase."""

    cost: KeyCost
    salt: bytes
    nonce: bytes
    wrapped: bytes


def wrap_key(key: DataKey, passphrase: str, cost: KeyCost) -> KeySlot:
    """The key in a new slot for this passphrase."""
    return wrap_secret(key.secret, passphrase, cost, key.salt)


def unwrap_key(slot: KeySlot, passphrase: str, vault_salt: bytes) -> DataKey:
    """The key in the slot; VaultError `wachtwoord_onjuist` where the passphrase does not fit."""
    return DataKey(secret=unwrap_secret(slot, passphrase, vault_salt), salt=vault_salt)


def wrap_secret(secret: bytes, passphrase: str, cost: KeyCost, belongs_to: bytes) -> KeySlot:
    """A secret in a new slot, which opens only as part of what it belongs to."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    wrapping = AESGCM(_stretched(passphrase, salt, cost))
    wrapped = wrapping.encrypt(nonce, secret, _bound_to(cost, belongs_to))
    return KeySlot(cost=cost, salt=salt, nonce=nonce, wrapped=wrapped)


def unwrap_secret(slot: KeySlot, passphrase: str, belongs_to: bytes) -> bytes:
    """The secret in a slot; VaultError `wachtwoord_onjuist` where the passphrase does not fit."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = AESGCM(_stretched(passphrase, slot.salt, slot.cost))
    try:
        return wrapping.decrypt(slot.nonce, slot.wrapped, _bound_to(slot.cost, belongs_to))
    except InvalidTag:
        raise VaultError("wachtwoord_onjuist") from None


def slot_to_fields(slot: KeySlot) -> dict[str, str | int]:
    """The slot as it is written."""
    return {
        "memory_kib": slot.cost.memory_kib,
        "passes": slot.cost.passes,
        "lanes": slot.cost.lanes,
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }


def slot_from_fields(fields: Mapping[str, object]) -> KeySlot:
    """The slot as it was written; KeyError or ValueError where it is none of ours."""
    cost = KeyCost(
        memory_kib=_number(fields, "memory_kib", _MOST_MEMORY_KIB),
        passes=_number(fields, "passes", _MOST_PASSES_READ),
        lanes=_number(fields, "lanes", _MOST_LANES),
    )
    salt, nonce, wrapped = (bytes_of(fields, name) for name in ("salt", "nonce", "wrapped"))
    if len(nonce) != _NONCE_BYTES or len(salt) != SALT_BYTES:
        raise ValueError("salt")
    return KeySlot(cost=cost, salt=salt, nonce=nonce, wrapped=wrapped)


def bytes_of(fields: Mapping[str, object], name: str) -> bytes:
    """Bytes as they were written; KeyError or ValueError where they are not."""
    value = str(fields[name])
    if not set(value) <= set(string.hexdigits):
        raise ValueError(name)
    return bytes.fromhex(value)


def _number(fields: Mapping[str, object], name: str, most: int) -> int:
    value = int(str(fields[name]))
    if not 1 <= value <= most:
        raise ValueError(name)
    return value


def cost_of_about(seconds: float) -> KeyCost:
    """The cost that takes this machine about so long, and never less than the recommended one.

    A pass after the first ones costs less than they do, so what was reckoned is tried and mended.
    """
    passes = _LEAST_PASSES
    for _ in range(_MENDINGS):
        took = max(_seconds_of(passes), 0.001)
        passes = min(max(round(passes * seconds / took), _LEAST_PASSES), _MOST_PASSES)
    return KeyCost(passes=passes)


def _seconds_of(passes: int) -> float:
    """How long a guess takes; the fastest try counts.

    What else the machine is doing must not make guessing cheap.
    """
    return min(_seconds_of_a_try(passes) for _ in range(_TRIES))


def _seconds_of_a_try(passes: int) -> float:
    started = time.perf_counter()
    _stretched("", bytes(SALT_BYTES), KeyCost(passes=passes))
    return time.perf_counter() - started


def _stretched(passphrase: str, salt: bytes, cost: KeyCost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    # The same passphrase may be typed as other characters on another keyboard.
    typed = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(
        typed,
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=_KEY_BYTES,
        type=Type.ID,
    )


def _bound_to(cost: KeyCost, vault_salt: bytes) -> bytes:
    """What the wrapping vouches for besides the key, so that nobody lowers the cost unseen."""
    return (
        b"hardship-desk-slot-1:%d:%d:%d:"
        % (
            cost.memory_kib,
            cost.passes,
            cost.lanes,
        )
        + vault_salt
    )
