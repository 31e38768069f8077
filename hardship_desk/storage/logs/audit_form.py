"""The one text form of a line of the log, and its seal.

The same value gives the same bytes on every machine: keys sorted, no spaces, text in NFC, whole numbers
only. What has no such form is refused, so that nothing is sealed that reads differently elsewhere.
"""

from __future__ import annotations

import hmac
import json
import unicodedata
from collections.abc import Mapping

FORM = 2
_OLD_FIELDS = ("seq", "at", "event", "case_id", "subject", "previous")
_FIELDS = (*_OLD_FIELDS, "form", "operation", "actor", "origin", "result")


def canonical_bytes(value: object) -> bytes:
    """The one form of a value of texts, whole numbers, lists and mappings.

    TypeError for a fraction and for what JSON does not know; ValueError for a text that has no
    bytes, or two keys that are one in NFC.
    """
    text = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def seal_of(fields: Mapping[str, object], key: bytes) -> str:
    """The seal of a line, which binds it to the one before by `previous`."""
    if fields["form"] == 1:
        body = {name: fields[name] for name in _OLD_FIELDS}
        text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    else:
        text = canonical_bytes({name: fields[name] for name in _FIELDS})
    return hmac.new(key, text, "sha256").hexdigest()


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return _plain_mapping(value)
    raise TypeError(type(value).__name__)


def _plain_mapping(value: Mapping[object, object]) -> dict[str, object]:
    made: dict[str, object] = {}
    for name, item in value.items():
        if not isinstance(name, str):
            raise TypeError(type(name).__name__)
        key = unicodedata.normalize("NFC", name)
        if key in made:
            raise ValueError(key)
        made[key] = _plain(item)
    return made
