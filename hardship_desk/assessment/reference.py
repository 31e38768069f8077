"""Finds provisions, conflicts of law and rulings by words and by day."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar, assert_never

from hardship_desk.plugin_api.catalogue import Conflict, DatedText, Provision, Ruling

Entry = TypeVar("Entry", bound=Provision | Conflict | Ruling)


def search(entries: Iterable[Entry], words: str, on: date | None = None) -> tuple[Entry, ...]:
    """The entries in which every word occurs, in their own order.

    Capitals and accents do not count, and a word may be part of a longer one. With a day, only the
    version of that day is found. A ruling has no versions: it is found whatever the day.
    """
    wanted = fold(words).split()
    return tuple(
        entry for entry in entries if _holds(entry, on) and has_all(folded_text(entry), wanted)
    )


def folded_text(entry: Provision | Conflict | Ruling) -> str:
    """Everything a reader sees of an entry, without capitals and accents, to look for words in."""
    return fold(" ".join(_texts(entry)))


def has_all(text: str, wanted: list[str]) -> bool:
    """Whether every word stands in the folded text."""
    return all(word in text for word in wanted)


def fold(text: str) -> str:
    """The text without capitals and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _holds(entry: Provision | Conflict | Ruling, on: date | None) -> bool:
    return on is None or not isinstance(entry, DatedText) or entry.holds_on(on)


def _texts(entry: Provision | Conflict | Ruling) -> Iterator[str]:
    """Every sentence of an entry that a reader sees, its article and its ECLI."""
    match entry:
        case Provision():
            yield from (entry.id, entry.basis.dutch(), entry.gist, *entry.motivation)
            for element in entry.elements:
                yield from (element.element, element.question, element.why)
            for ruling in entry.case_law:
                yield from (ruling.ecli, ruling.gist)
        case Conflict():
            yield from (entry.id, entry.title, entry.clash, entry.solved_by)
            yield from (*entry.options, *entry.contact, *entry.articles, *entry.provisions)
        case Ruling():
            yield from (entry.ecli, entry.reference, entry.court, entry.municipality)
            yield from (str(entry.year), entry.defect, entry.gist, entry.lesson)
            yield from (*entry.articles, *entry.provisions)
        case unreachable:
            assert_never(unreachable)
