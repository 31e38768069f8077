"""Splits the kladblok into sentences."""

from __future__ import annotations

import re

_SHORT = (
    "bijv",
    "blz",
    "ca",
    "dhr",
    "dr",
    "drs",
    "enz",
    "evt",
    "incl",
    "jl",
    "max",
    "mevr",
    "min",
    "mr",
    "nl",
    "nr",
    "o.a",
    "p",
    "resp",
    "st",
    "t.a.v",
    "tel",
    "z.s.m",
    "art",
    "a.s",
    "d.d",
    "n.v.t",
    "m.b.t",
    "i.v.m",
    "v.d",
    "vgl",
    "zgn",
)
"""Words that end in a full stop without ending a sentence."""

_BREAK = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]*[A-ZÀ-Þ0-9'])")


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences, in order; each line break ends one, an abbreviation does not."""
    lines = (line.strip().lstrip("-•*").strip() for line in text.splitlines())
    return tuple(part for line in lines for part in _parts(line) if part)


def _parts(line: str) -> list[str]:
    parts: list[str] = []
    start = 0
    for match in _BREAK.finditer(line):
        piece = line[start : match.start()]
        if _ends_in_abbreviation(piece):
            continue
        parts.append(line[start : match.end()].strip())
        start = match.end()
    return [*parts, line[start:].strip()]


def _ends_in_abbreviation(piece: str) -> bool:
    words = piece.split()
    if not words or not piece.endswith("."):
        return False
    last = words[-1].removesuffix(".").lstrip("(\"'“‘").lower()
    return last in _SHORT or (len(last) == 1 and last.isalpha())
