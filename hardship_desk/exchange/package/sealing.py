"""Encrypts a package for whoever knows its code, in the age format.

The program makes the code itself, long and random: a word of somebody's choice can be guessed at
leisure by whoever finds the file.
"""

from __future__ import annotations

import re
import secrets

import pyrage
from pyrage import passphrase

from hardship_desk.domain.errors import PackageError

_FIRST = b"age-encryption.org/v1\n"
_END, _LONGEST_HEAD = b"\n--- ", 4_000
_WORK = re.compile(rb"^-> scrypt \S+ (\d{1,2})$", re.ASCII | re.MULTILINE)
_SCRYPT = b"-> scrypt"
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
    sealed: bytes = passphrase.encrypt(content, _meant(code))
    for _ in range(_TRIES):
        if _work_of(sealed) <= MOST_WORK:
            break
        sealed = passphrase.encrypt(content, _meant(code))
    return sealed


def unseal(data: bytes, code: str) -> bytes:
    """The content; PackageError `pakket_code_onjuist`, or `pakket_onleesbaar` for another file.

    A wrong code and a damaged file cannot be told apart: both fail the same test.
    """
    if _work_of(data) > MOST_WORK:
        raise PackageError("pakket_onleesbaar")
    try:
        content: bytes = passphrase.decrypt(data, _meant(code))
    except pyrage.DecryptError:
        raise PackageError("pakket_code_onjuist") from None
    return content


def _work_of(data: bytes) -> int:
    """What opening takes, as the head says; PackageError where it is no file with a code."""
    head, end, _ = data[:_LONGEST_HEAD].partition(_END)
    found = _WORK.findall(head)
    if not head.startswith(_FIRST) or not end or len(found) != 1 or head.count(_SCRYPT) != 1:
        raise PackageError("pakket_onleesbaar")
    return int(found[0])


def _meant(typed: str) -> str:
    """The code however it was typed: spaces, small letters, and an O for a zero."""
    return re.sub(r"[\s\-]", "", typed).upper().translate(_MEANT)
