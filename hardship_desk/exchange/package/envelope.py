"""What lies inside the encryption: who signed for whom, the signature, and the archive.

The signature is over the whole head, which names the receiver, and over the whole archive. So nobody who
opened a package can send it on to another as if its sender had meant it for them.
"""

from __future__ import annotations

import hashlib
import json

from hardship_desk.domain.contact import OwnKeys, PublicKeys
from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.package import ByCode, Receiver
from hardship_desk.exchange.package.sealing import meant_code
from hardship_desk.exchange.package.strict_json import read_json
from hardship_desk.exchange.person_keys import is_signed_by, read_public_keys, signature_by

START = b"hardship-desk-pakket-2\n"
_FAMILY = b"hardship-desk-pakket-"
_ARCHIVE = b"PK"
"""How a package of before begins. A zip is read from its end, so its start must be looked at."""
_PURPOSE = b"hardship-desk-pakket-2 handtekening\0"
_CODE_PURPOSE = b"hardship-desk-pakket-2 code\0"
_LENGTH, _SIGNATURE, _LONGEST_HEAD = 4, 64, 2_000
_FIELDS = frozenset({"afzender_tekenen", "afzender_ontvangen", "ontvanger", "oefening"})


def envelope_of(archive: bytes, keys: OwnKeys, to: Receiver) -> bytes:
    """The archive, signed for this receiver and no other."""
    head = _text(
        {
            "afzender_tekenen": keys.public.signing,
            "afzender_ontvangen": keys.public.receiving,
            "ontvanger": _named(to),
            "oefening": keys.public.is_practice,
        }
    )
    signature = signature_by(keys.secret, _statement(head, archive))
    return START + len(head).to_bytes(_LENGTH, "big") + head + signature + archive


def archive_in(content: bytes, opened_by: Receiver) -> tuple[bytes, PublicKeys | None]:
    """The archive and by whose keys it was signed; no keys for one that an earlier program made.

    Raises PackageError: `pakket_handtekening_onjuist`, or `pakket_niet_voor_u` where it was signed
    for somebody else. What was encrypted for a card is always signed.
    """
    if content.startswith(_ARCHIVE):
        if isinstance(opened_by, ByCode):
            return content, None
        raise PackageError("pakket_zonder_handtekening")
    if not content.startswith(_FAMILY):
        raise PackageError("pakket_onleesbaar")
    if not content.startswith(START):
        raise PackageError("pakket_te_nieuw")
    head, signature, archive = _parts(content[len(START) :])
    sender, receiver = _read_head(head)
    if not is_signed_by(sender, signature, _statement(head, archive)):
        raise PackageError("pakket_handtekening_onjuist")
    if receiver != _named(opened_by):
        raise PackageError("pakket_niet_voor_u")
    return archive, sender


def _parts(rest: bytes) -> tuple[bytes, bytes, bytes]:
    length = int.from_bytes(rest[:_LENGTH], "big")
    end = _LENGTH + length
    if not 0 < length <= _LONGEST_HEAD or len(rest) < end + _SIGNATURE:
        raise PackageError("pakket_onleesbaar")
    return rest[_LENGTH:end], rest[end : end + _SIGNATURE], rest[end + _SIGNATURE :]


def _read_head(head: bytes) -> tuple[PublicKeys, str]:
    """The sender and the receiver; there is one way to write them down, and no other is read."""
    fields = read_json(head)
    try:
        practice, receiver = fields["oefening"], fields["ontvanger"]
        if set(fields) != _FIELDS or not isinstance(practice, bool) or head != _text(fields):
            raise PackageError("pakket_onleesbaar")
        sender = read_public_keys(
            fields["afzender_tekenen"], fields["afzender_ontvangen"], is_practice=practice
        )
    except (KeyError, TypeError, ValueError):
        raise PackageError("pakket_onleesbaar") from None
    return sender, str(receiver)


def _named(receiver: Receiver) -> str:
    """The receiver as the signature names it. Only who opened the package sees what stands for a code."""
    if isinstance(receiver, ByCode):
        digest = hashlib.sha256(_CODE_PURPOSE + meant_code(receiver.code).encode())
        return f"code:{digest.hexdigest()}"
    return f"kaart:{receiver.keys.receiving}"


def _statement(head: bytes, archive: bytes) -> bytes:
    size = len(head).to_bytes(_LENGTH, "big")
    return _PURPOSE + size + head + hashlib.sha512(archive).digest()


def _text(fields: dict[str, object]) -> bytes:
    text = json.dumps(fields, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return text.encode()
