"""The file beside a vault that holds its key: wrapped in a slot, or bare for practice."""

from __future__ import annotations

import json
import string
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.codec import sha256_of
from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.errors import DAMAGED
from hardship_desk.storage.keys import SALT_BYTES, DataKey, KeyCost, KeySlot

_FORM = 1
# More than this no slot of ours asks; a file that does would hang the program.
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 4 * 1024 * 1024, 1000, 64
_Fields = dict[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrappedKey:
    """What the file of a real vault says."""

    vault_salt: bytes
    slot: KeySlot


def slot_path(vault: Path) -> Path:
    """The file with the key of this vault."""
    return vault.with_name(f"{vault.name}.sleutel")


def write_wrapped_key(vault: Path, key: WrappedKey) -> None:
    """Store the slot; raises WriteError."""
    slot = key.slot
    _write(
        slot_path(vault),
        {
            "vault_salt": key.vault_salt.hex(),
            "memory_kib": slot.cost.memory_kib,
            "passes": slot.cost.passes,
            "lanes": slot.cost.lanes,
            "salt": slot.salt.hex(),
            "nonce": slot.nonce.hex(),
            "wrapped": slot.wrapped.hex(),
        },
    )


def read_wrapped_key(vault: Path) -> WrappedKey:
    """The slot; VaultError where the file is absent, damaged or from a newer program."""
    fields = _read(slot_path(vault))
    try:
        cost = KeyCost(
            memory_kib=_number(fields, "memory_kib", _MOST_MEMORY_KIB),
            passes=_number(fields, "passes", _MOST_PASSES),
            lanes=_number(fields, "lanes", _MOST_LANES),
        )
        slot = KeySlot(
            cost=cost,
            salt=_bytes(fields, "salt"),
            nonce=_bytes(fields, "nonce"),
            wrapped=_bytes(fields, "wrapped"),
        )
        return WrappedKey(vault_salt=_salt(fields), slot=slot)
    except (KeyError, ValueError):
        raise VaultError(DAMAGED) from None


def write_bare_key(vault: Path, key: DataKey) -> None:
    """Store the key of a practice vault as it is; raises WriteError."""
    _write(slot_path(vault), {"vault_salt": key.salt.hex(), "secret": key.secret.hex()})


def read_bare_key(vault: Path) -> DataKey:
    """The key of a practice vault; VaultError where the file is absent, damaged or too new."""
    fields = _read(slot_path(vault))
    try:
        return DataKey(secret=_bytes(fields, "secret"), salt=_salt(fields))
    except (KeyError, ValueError):
        raise VaultError(DAMAGED) from None


def _write(path: Path, fields: _Fields) -> None:
    text = _canonical({"form": _FORM, **fields})
    write_atomically(path, f"{text}\n{sha256_of(text)}\n".encode())


def _read(path: Path) -> _Fields:
    """The fields; the hash tells a damaged file from a wrong passphrase."""
    try:
        text, _, said = path.read_text("utf-8").rstrip("\n").partition("\n")
        if sha256_of(text) != said:
            raise VaultError(DAMAGED)
        fields = cast("object", json.loads(text))
    except FileNotFoundError:
        raise VaultError("kluis_sleutel_ontbreekt") from None
    except ValueError:
        raise VaultError(DAMAGED) from None
    if not isinstance(fields, dict):
        raise VaultError(DAMAGED)
    if fields.get("form") != _FORM:
        raise VaultError("kluis_te_nieuw")
    return fields


def _canonical(fields: _Fields) -> str:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"))


def _number(fields: _Fields, name: str, most: int) -> int:
    value = int(fields[name])
    if not 1 <= value <= most:
        raise ValueError(name)
    return value


def _bytes(fields: _Fields, name: str) -> bytes:
    value = str(fields[name])
    if not set(value) <= set(string.hexdigits):
        raise ValueError(name)
    return bytes.fromhex(value)


def _salt(fields: _Fields) -> bytes:
    salt = _bytes(fields, "vault_salt")
    if len(salt) != SALT_BYTES:
        raise ValueError("vault_salt")
    return salt
