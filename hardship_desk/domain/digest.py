"""The hash of a text."""

from __future__ import annotations

import hashlib


def sha256_of(text: str) -> str:
    """The hash of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
