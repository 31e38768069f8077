"""Texts to use again while writing, and the open slots in what was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from hardship_desk.domain.ids import DecisionTypeId

_SLOT = re.compile(r"\[\s*nog invullen\b:?[ \t]*([^\[\]\n]*?)[ \t]*(?:\]|(?=\n)|\Z)", re.IGNORECASE)
"""The gap of the letters. One whose closing bracket was lost is still a gap."""


_NATIONAL = "landelijk."


@dataclass(frozen=True, slots=True, kw_only=True)
class StockText:
    """A text of a plugin that is offered while writing; the user chooses, and may change it.

    `basis` is the provision it rests on, or empty where it tells nothing of law: it is offered only
    while that holds. It fits these types and traits (all if empty) and is offered within its days.
    """

    id: str
    title: str
    text: str
    types: tuple[DecisionTypeId, ...] = ()
    traits: tuple[str, ...] = ()
    basis: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    publisher: str = ""

    @property
    def is_national(self) -> bool:
        """Whether it comes with the program; what a municipality adds begins with its own id."""
        return self.id.startswith(_NATIONAL)

    def fits(self, kind: DecisionTypeId, traits: frozenset[str]) -> bool:
        """Whether it is for this type of decision."""
        if not self.types and not self.traits:
            return True
        return kind in self.types or bool(traits & set(self.traits))

    def holds_on(self, day: date) -> bool:
        """Whether the day is within its own days."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


OWN_WORDS = "woordenlijst"
"""The id of the text that holds the words a user added to the spelling, one a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """A text that a user keeps to use again."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in a text that is still to be filled in: from `start` up to `end`."""

    start: int
    end: int
    what: str


def open_slots(text: str) -> tuple[Slot, ...]:
    """Every open slot of a text, in order."""
    return tuple(
        Slot(start=found.start(), end=found.end(), what=found[1]) for found in _SLOT.finditer(text)
    )


def slot_after(text: str, place: int) -> Slot | None:
    """The first open slot that begins at or after a place; None where there is none."""
    return next((slot for slot in open_slots(text) if slot.start >= place), None)
