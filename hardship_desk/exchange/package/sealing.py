"""Encrypts a package in the age format: for whoever knows its code, or for the owner of a card.

The program makes the code itself, long and random: a word of somebody's choice can be guessed at
leisure by whoever finds the file. What is encrypted for a card needs no code, and costs no work.
"""

from __future__ import annotations

import re
import secrets

import pyrage
from pyrage import passphrase, x25519

from hardship_desk.domain.errors import PackageError

_FIRST = b"age-encryption.org/v1\n"
_END, _LONGEST_HEAD = b"\n--- ", 4_000
_WORK = re.compile(rb"^-> scrypt \S+ (\d{1,2})$", re.ASCII | re.MULTILINE)
_SCRYPT = b"-> scrypt"
_TO_CARD = b"-> X25519 "
_STANZA = re.compile(rb"^-> (?:X25519 [A-Za-z0-9+/]{43}|\S+-grease(?: .*)?)$", re.ASCII)
"""One receiver, and what age adds so that programs go on passing over what they do not know."""
MOST_WORK = 20
"""The dearest key derivation that is done: 2 to this power, at most 1 GB and some four seconds.

The maker of a file says in its head what opening it costs; age itself goes on to 4 GB and a minute.
It chooses by the clock, and rarely more than this: then it is asked again.
"""
_TRIES = 3
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUPS, _GROUP = 5, 4


def new_code() -> str:
    """A code of 100 random bits, in groups that can be read out over the telephone."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def seal(content: bytes, code: str) -> bytes:
    """The content, to be opened with the code only."""
    sealed: bytes = passphrase.encrypt(content, meant_code(code))
    for _ in range(_TRIES):
        if _work_of(sealed) <= MOST_WORK:
            break
        sealed = passphrase.encrypt(content, meant_code(code))
    return sealed


def unseal(data: bytes, code: str) -> bytes:
    """The content; PackageError `pakket_code_onjuist`, or `pakket_onleesbaar` for another file.

    A wrong code and a damaged file cannot be told apart: both fail the same test.
    """
    if _work_of(data) > MOST_WORK:
        raise PackageError("pakket_onleesbaar")
    try:
        content: bytes = passphrase.decrypt(data, meant_code(code))
    except pyrage.DecryptError:
        raise PackageError("pakket_code_onjuist") from None
    return content


def seal_to(content: bytes, receiving: str) -> bytes:
    """The content, to be opened by the owner of this age recipient only."""
    sealed: bytes = pyrage.encrypt(content, [x25519.Recipient.from_str(receiving)])
    return sealed


def unseal_with(data: bytes, secret: str) -> bytes:
    """The content; PackageError `pakket_andere_ontvanger`, or `pakket_onleesbaar` for another file.

    A file for somebody else and a damaged one cannot be told apart.
    """
    if needs_code(data) or not _is_for_one_card(data):
        raise PackageError("pakket_onleesbaar")
    try:
        content: bytes = pyrage.decrypt(data, [x25519.Identity.from_str(secret)])
    except pyrage.DecryptError:
        raise PackageError("pakket_andere_ontvanger") from None
    return content


def needs_code(data: bytes) -> bool:
    """Whether a file asks for a code; one that is no package does, and is refused later."""
    return _TO_CARD not in data[:_LONGEST_HEAD].partition(_END)[0]


def _is_for_one_card(data: bytes) -> bool:
    head, end, _ = data[:_LONGEST_HEAD].partition(_END)
    stanzas = [line for line in head.split(b"\n") if line.startswith(b"->")]
    cards = [line for line in stanzas if line.startswith(_TO_CARD)]
    known = all(_STANZA.fullmatch(line) for line in stanzas)
    return head.startswith(_FIRST) and bool(end) and len(cards) == 1 and known


def _work_of(data: bytes) -> int:
    """What opening takes, as the head says; PackageError where it is no file with a code."""
    head, end, _ = data[:_LONGEST_HEAD].partition(_END)
    found = _WORK.findall(head)
    if not head.startswith(_FIRST) or not end or len(found) != 1 or head.count(_SCRYPT) != 1:
        raise PackageError("pakket_onleesbaar")
    return int(found[0])


def meant_code(typed: str) -> str:
    """The code however it was typed: spaces, small letters, and an O for a zero."""
    return re.sub(r"[\s\-]", "", typed).upper().translate(_MEANT)
