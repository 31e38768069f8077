"""The recovery code: 150 random bits on paper, with signs that show a slip of the pen.

Letters that look like a number are left out, as are the letters that make words (Crockford).
"""

from __future__ import annotations

import hashlib
import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_DATA_SIGNS, _CHECK_SIGNS, _GROUP = 30, 2, 4
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_recovery_code() -> str:
    """A code that nobody has, in groups of four."""
    data = "".join(secrets.choice(ALPHABET) for _ in range(_DATA_SIGNS))
    whole = data + _check(data)
    return "-".join(whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))


def read_recovery_code(typed: str) -> str | None:
    """The code as it is used, however it was typed; None where a sign is wrong or missing."""
    signs = re.sub(r"[\s\-]", "", typed).upper().translate(_MEANT)
    data, check = signs[:_DATA_SIGNS], signs[_DATA_SIGNS:]
    if len(data) < _DATA_SIGNS or check != _check(data):
        return None
    return data


def _check(data: str) -> str:
    """Two signs over all others: 1 in 1024 wrong codes looks right, and then does not fit."""
    number = int.from_bytes(hashlib.sha256(data.encode()).digest()[:2], "big")
    return ALPHABET[number >> 11] + ALPHABET[(number >> 6) & 31]
