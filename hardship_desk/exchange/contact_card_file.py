"""A contact card as a small file of text, signed with the key that stands in it.

The signature shows that name and keys belong together as their maker put them; that the maker is who
the name says, only the telephone shows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from hardship_desk.domain.bsn import bsns_in
from hardship_desk.domain.codec import Json
from hardship_desk.domain.contact import (
    LONGEST_NAME,
    ContactCard,
    OwnKeys,
    SecretKeys,
)
from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.text import cleaned
from hardship_desk.exchange.package.strict_json import read_json
from hardship_desk.exchange.person_keys import (
    is_signed_by,
    new_keys,
    own_keys,
    read_public_keys,
    signature_by,
)

FORM = 1
LARGEST = 4_000
_FORM, _SIGNATURE = "hardship_desk_contactkaart", "handtekening"
_FIELDS = frozenset({_FORM, "naam", "tekenen", "ontvangen", "oefening", _SIGNATURE})
_PURPOSE = b"hardship-desk-contactkaart-1\0"


class ContactCardFile:
    """Fulfils `CardFormat`."""

    def new_keys(self) -> SecretKeys:
        """Keys that nobody has."""
        return new_keys()

    def own_keys(self, secret: SecretKeys, *, is_practice: bool) -> OwnKeys:
        """The keys with what others may know of them."""
        return own_keys(secret, is_practice=is_practice)

    def write(self, name: str, keys: OwnKeys) -> bytes:
        """The card as a file; PackageError `kaart_naam` where the name cannot stand on one."""
        if not is_card_name(name):
            raise PackageError("kaart_naam")
        fields: dict[str, Json] = {
            _FORM: FORM,
            "naam": name,
            "tekenen": keys.public.signing,
            "ontvangen": keys.public.receiving,
            "oefening": keys.public.is_practice,
        }
        fields[_SIGNATURE] = signature_by(keys.secret, _statement(fields)).hex()
        return (json.dumps(fields, ensure_ascii=False, indent=1) + "\n").encode()

    def read(self, data: bytes) -> ContactCard:
        """The card in a file; raises PackageError."""
        if len(data) > LARGEST:
            raise PackageError("kaart_onleesbaar")
        try:
            fields = read_json(data)
        except PackageError:
            raise PackageError("kaart_onleesbaar") from None
        try:
            return _card_of(fields)
        except (KeyError, TypeError, ValueError):
            raise PackageError("kaart_onleesbaar") from None


def is_card_name(name: object) -> bool:
    """Whether a name can stand on a card: one line, of letters that are what they seem, no BSN."""
    return (
        isinstance(name, str)
        and 0 < len(name) <= LONGEST_NAME
        and name == " ".join(cleaned(name).split())
        and not any(bsns_in(name))
    )


def _card_of(fields: object) -> ContactCard:
    """The card; ValueError and its kin where a field is none of ours."""
    if not isinstance(fields, dict):
        raise TypeError("not_a_table")
    form, name, practice = fields[_FORM], fields["naam"], fields["oefening"]
    if type(form) is int and form > FORM:
        raise PackageError("kaart_te_nieuw")
    if type(form) is not int or form != FORM or set(fields) != _FIELDS:
        raise ValueError("other_form")
    if not is_card_name(name) or not isinstance(practice, bool):
        raise ValueError("not_a_card")
    keys = read_public_keys(fields["tekenen"], fields["ontvangen"], is_practice=practice)
    signature = bytes.fromhex(fields[_SIGNATURE])
    if signature.hex() != fields[_SIGNATURE]:
        raise ValueError("not_the_one_spelling")
    if not is_signed_by(keys, signature, _statement(fields)):
        raise PackageError("kaart_handtekening_onjuist")
    return ContactCard(name=name, keys=keys)


def _statement(fields: Mapping[str, Json]) -> bytes:
    told = {name: value for name, value in fields.items() if name != _SIGNATURE}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _PURPOSE + text.encode()
