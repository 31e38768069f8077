"""Says a provision as an article: "pw-18a-4-waarschuwing" is shown as "Participatiewet 18a lid 4"."""

from __future__ import annotations

import re

_LAWS = {
    "awb": "Awb",
    "pw": "Participatiewet",
    "rv": "Rv",
    "sr": "Sr",
    "gw": "Grondwet",
    "bb": "Boetebesluit",
}
_NUMBER = re.compile(r"^\d+[a-z]{0,2}$")


def article(basis: str) -> str:
    """The article in words; a text that is no id of a provision stays as it is."""
    law, *rest = basis.split("-")
    if law not in _LAWS or " " in basis:
        return basis
    numbers = []
    for part in rest:
        if not _NUMBER.match(part):
            break
        numbers.append(part)
    words = _awb(numbers) if law == "awb" else _paragraphs(numbers)
    return f"{_LAWS[law]} {words}".strip()


def _awb(numbers: list[str]) -> str:
    """The Awb counts chapter and article: 5:46; further articles follow with a comma."""
    if len(numbers) < 2:
        return f"hoofdstuk {numbers[0]}" if numbers else ""
    chapter, *articles = numbers
    return " en ".join(f"{chapter}:{item}" for item in articles)


def _paragraphs(numbers: list[str]) -> str:
    if len(numbers) < 2:
        return "".join(numbers)
    first, *paragraphs = numbers
    return f"{first} lid {' en '.join(paragraphs)}"
