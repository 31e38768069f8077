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
    return sealed


def unseal(data: bytes, code: str) -> bytes:
    """The content; PackageError `pakket_code_onjuist`, or `pakket_onleesbaar` for another file.

    A wrong code and a damaged file cannot be told apart: both fail the same test.
    """
    if not data.startswith(_FIRST):
        raise PackageError("pakket_onleesbaar")
    try:
        content: bytes = passphrase.decrypt(data, _meant(code))
    except pyrage.DecryptError:
        raise PackageError("pakket_code_onjuist") from None
    return content


def _meant(typed: str) -> str:
    """The code however it was typed: spaces, small letters, and an O for a zero."""
    return re.sub(r"[\s\-]", "", typed).upper().translate(_MEANT)
