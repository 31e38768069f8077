"""The signed list of allowed plugins: Ed25519 over one canonical text, and no last day.

A certificate that runs out takes every plugin of an organisation with it on one morning. Instead the
list has a number: a newer one withdraws what an older one allowed, and never the other way round.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from hardship_desk.assessment.plugins.gate import ListedPlugin, PluginList
from hardship_desk.domain.errors import PluginError
from hardship_desk.services.ports.files import FileWriter

LARGEST_LIST = 500_000
_SIGNATURE, _PURPOSE = "handtekening", b"hardship-desk-pluginlijst-1\n"


def read_plugin_list(data: bytes, keys: Iterable[bytes]) -> PluginList:
    """The list, signed by one of these keys.

    Raises PluginError: `pluginlijst_onleesbaar`, `pluginlijst_zonder_sleutel` where no key is
    known here, `pluginlijst_niet_vertrouwd` where no known key made the signature.
    """
    table = _table_of(data)
    try:
        signature = bytes.fromhex(table.pop(_SIGNATURE))
        found = _list_of(table)
    except (KeyError, TypeError, ValueError):
        raise PluginError("pluginlijst_onleesbaar") from None
    if data != _as_file(table, signature):
        raise PluginError("pluginlijst_onleesbaar")
    known = tuple(keys)
    if not known:
        raise PluginError("pluginlijst_zonder_sleutel")
    if not any(is_signed_by(key, signature, _canonical(table)) for key in known):
        raise PluginError("pluginlijst_niet_vertrouwd")
    return found


def signed_list(plugins: PluginList, private_key: bytes) -> bytes:
    """The list as a file, signed."""
    table = {
        "nummer": plugins.number,
        "uitgever": plugins.publisher,
        "toegestaan": [_fields(item) for item in plugins.allowed],
        "ingetrokken": [_fields(item) for item in plugins.revoked],
    }
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(_canonical(table))
    return _as_file(table, signature)


def _as_file(table: Mapping[str, object], signature: bytes) -> bytes:
    """The one way in which a list is written down."""
    whole = {**table, _SIGNATURE: signature.hex()}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def new_signing_key() -> tuple[bytes, bytes]:
    """A new private key and its public key."""
    key = Ed25519PrivateKey.generate()
    return key.private_bytes_raw(), key.public_key().public_bytes_raw()


def public_key_of(private_key: bytes) -> bytes:
    """The public key that belongs to a private one."""
    return Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def make_key_file(file: Path, passphrase: str, write: FileWriter) -> bytes:
    """A new private key in a file that the passphrase opens; gives the public key."""
    key = Ed25519PrivateKey.generate()
    data = key.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode())
    )
    write(file, data)
    return key.public_key().public_bytes_raw()


def open_key_file(file: Path, passphrase: str) -> bytes:
    """The private key in the file; raises PluginError `lijstsleutel_onjuist`."""
    try:
        key = load_pem_private_key(file.read_bytes(), passphrase.encode())
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        raise PluginError("lijstsleutel_onjuist") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise PluginError("lijstsleutel_onjuist")
    return key.private_bytes_raw()


def is_signed_by(key: bytes, signature: bytes, text: bytes) -> bool:
    """Whether this public key made the signature over the text."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def _canonical(table: Mapping[str, object]) -> bytes:
    text = json.dumps(table, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _PURPOSE + text.encode()


def _table_of(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST_LIST:
        raise PluginError("pluginlijst_onleesbaar")
    try:
        table = json.loads(data)
    except (ValueError, RecursionError):
        raise PluginError("pluginlijst_onleesbaar") from None
    if not isinstance(table, dict):
        raise PluginError("pluginlijst_onleesbaar")
    return table


def _list_of(table: Mapping[str, Any]) -> PluginList:
    number = table["nummer"]
    if type(number) is not int or set(table) - {"nummer", "uitgever", "toegestaan", "ingetrokken"}:
        raise ValueError("not_a_list")
    return PluginList(
        number=number,
        publisher=str(table["uitgever"]),
        allowed=tuple(_listed(item) for item in table["toegestaan"]),
        revoked=tuple(_listed(item) for item in table["ingetrokken"]),
    )


def _listed(item: Mapping[str, Any]) -> ListedPlugin:
    found = ListedPlugin(id=item["id"], version=item["versie"], sha256=item["sha256"])
    if len(bytes.fromhex(found.sha256)) != 32:
        raise ValueError("not_a_hash")
    return found


def _fields(item: ListedPlugin) -> dict[str, str]:
    return {"id": item.id, "versie": item.version, "sha256": item.sha256}
