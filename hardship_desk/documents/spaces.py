"""Spaces that hold: what belongs together is not torn apart at the end of a line."""

from __future__ import annotations

import re

_UNITS = (
    "%|euro|jaar|dagen|weken|maanden|januari|februari|maart|april|mei|juni|juli|augustus"
    "|september|oktober|november|december"
)
_HELD = re.compile(
    rf"(?<=\bart\.) (?=\d)|(?<=\blid) (?=\d)|(?<==) (?=[€\d])|(?<=€) (?=-?\d)|(?<=\d) (?=(?:{_UNITS})(?!\w))"
)
"""Spaces at which an article, an amount, a date or a number with its unit would be torn apart."""


_YEAR = re.compile("|".join(rf"(?<=\b{month}) (?=\d{{4}}\b)" for month in _UNITS.split("|")[6:]))
"""The space between a month and its year."""


def held(text: str) -> str:
    """The text with amounts, articles, dates and units kept whole."""
    return _YEAR.sub("\u00a0", _HELD.sub("\u00a0", text))
