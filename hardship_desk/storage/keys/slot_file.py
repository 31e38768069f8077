"""The file beside a vault that holds its key: in slots, or bare for practice."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.digest import sha256_of
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.users import FIRST_ROLES, Officer, Role, UserId, VaultUser
from hardship_desk.storage.errors import DAMAGED
from hardship_desk.storage.keys.officer_slot import OfficerPair, OrganisationSlot
from hardship_desk.storage.keys.passphrase import (
    SALT_BYTES,
    DataKey,
    bytes_of,
    slot_from_fields,
    slot_to_fields,
)
from hardship_desk.storage.keys.slots import KeyFile, UserSlot, check_seal, seal_of

_FORM, _FIRST_FORM = 2, 1
FIRST_USER = UserId("gebruiker-1")
_Fields = Mapping[str, object]


def slot_path(vault: Path) -> Path:
    """The file with the key of this vault."""
    return vault.with_name(f"{vault.name}.sleutel")


def write_key_file(vault: Path, file: KeyFile, key: DataKey) -> None:
    """Store the slots, sealed with the key that lies in them; raises WriteError."""
    content = _content(file)
    _write(slot_path(vault), _FORM, {**content, "seal": seal_of(key, _canonical(content))})


def read_key_file(vault: Path) -> KeyFile:
    """The slots; VaultError where the file is absent, damaged or from a newer program."""
    fields = _read(slot_path(vault))
    try:
        return _first_form(fields) if fields["form"] == _FIRST_FORM else _second_form(fields)
    except (KeyError, ValueError, TypeError):
        raise VaultError(DAMAGED) from None


def check_key_file(file: KeyFile, key: DataKey) -> None:
    """VaultError `kluis_beschadigd` where names, roles or slots were changed without the key."""
    check_seal(file, key, _canonical(_content(file)))


def write_bare_key(vault: Path, key: DataKey) -> None:
    """Store the key of a practice vault as it is; raises WriteError."""
    _write(
        slot_path(vault), _FIRST_FORM, {"vault_salt": key.salt.hex(), "secret": key.secret.hex()}
    )


def read_bare_key(vault: Path) -> DataKey:
    """The key of a practice vault; VaultError where the file is absent, damaged or too new."""
    fields = _read(slot_path(vault))
    try:
        return DataKey(secret=bytes_of(fields, "secret"), salt=_salt(fields))
    except (KeyError, ValueError):
        raise VaultError(DAMAGED) from None


def _content(file: KeyFile) -> dict[str, object]:
    content: dict[str, object] = {
        "vault_salt": file.vault_salt.hex(),
        "users": [
            {
                "id": item.user.id,
                "name": item.user.name,
                "roles": [role.value for role in item.user.roles],
                **slot_to_fields(item.slot),
            }
            for item in file.users
        ],
    }
    if file.recovery is not None:
        content["recovery"] = slot_to_fields(file.recovery)
    if file.organisation is not None:
        content["organisation"] = _organisation_fields(file.organisation)
    return content


def _organisation_fields(slot: OrganisationSlot) -> dict[str, object]:
    return {
        "ours": slot.ours.hex(),
        "officers": [{"name": item.name, "public": item.public.hex()} for item in slot.officers],
        "pairs": [
            {
                "first": pair.first,
                "second": pair.second,
                "nonce": pair.nonce.hex(),
                "wrapped": pair.wrapped.hex(),
            }
            for pair in slot.pairs
        ],
    }


def _first_form(fields: _Fields) -> KeyFile:
    user = VaultUser(id=FIRST_USER, name="", roles=FIRST_ROLES)
    slot = UserSlot(user=user, slot=slot_from_fields(fields))
    return KeyFile(vault_salt=_salt(fields), users=(slot,))


def _second_form(fields: _Fields) -> KeyFile:
    users = tuple(_user(item) for item in _tables(fields["users"]))
    recovery, organisation = fields.get("recovery"), fields.get("organisation")
    seal = str(fields["seal"])
    if not users or not seal:
        raise ValueError("users")
    return KeyFile(
        vault_salt=_salt(fields),
        users=users,
        recovery=None if recovery is None else slot_from_fields(_table(recovery)),
        organisation=None if organisation is None else _organisation(_table(organisation)),
        seal=seal,
    )


def _user(fields: _Fields) -> UserSlot:
    roles = fields["roles"]
    if not isinstance(roles, list):
        raise ValueError("roles")  # noqa: TRY004 - the content of a file, not a mistake of ours
    user = VaultUser(
        id=UserId(str(fields["id"])),
        name=str(fields["name"]),
        roles=tuple(Role(str(role)) for role in roles),
    )
    return UserSlot(user=user, slot=slot_from_fields(fields))


def _organisation(fields: _Fields) -> OrganisationSlot:
    return OrganisationSlot(
        ours=bytes_of(fields, "ours"),
        officers=tuple(
            Officer(name=str(item["name"]), public=bytes_of(item, "public"))
            for item in _tables(fields["officers"])
        ),
        pairs=tuple(
            OfficerPair(
                first=int(str(item["first"])),
                second=int(str(item["second"])),
                nonce=bytes_of(item, "nonce"),
                wrapped=bytes_of(item, "wrapped"),
            )
            for item in _tables(fields["pairs"])
        ),
    )


def _tables(value: object) -> list[_Fields]:
    if not isinstance(value, list):
        raise ValueError("list")  # noqa: TRY004 - the content of a file, not a mistake of ours
    return [_table(item) for item in value]


def _table(value: object) -> _Fields:
    if not isinstance(value, dict):
        raise ValueError("table")  # noqa: TRY004 - the content of a file, not a mistake of ours
    return value


def _write(path: Path, form: int, fields: _Fields) -> None:
    text = _canonical({"form": form, **fields})
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
    if fields.get("form") not in (_FIRST_FORM, _FORM):
        raise VaultError(
            "kluis_te_nieuw", kluis=f"sleutels {fields.get('form')}", programma=f"sleutels {_FORM}"
        )
    return fields


def _canonical(fields: _Fields) -> str:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"))


def _salt(fields: _Fields) -> bytes:
    salt = bytes_of(fields, "vault_salt")
    if len(salt) != SALT_BYTES:
        raise ValueError("vault_salt")
    return salt
