"""The reference: provisions, conflicts of law and rulings, found by words, with or without a case."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hardship_desk.assessment.clauses import EVERY_DECISION
from hardship_desk.assessment.reference import fold, folded_text, has_all
from hardship_desk.plugin_api.catalogue import Conflict, DatedText, Provision, Ruling
from hardship_desk.services.ports.rules import RuleBook


class EntryKind(StrEnum):
    """What an entry of the reference is."""

    PROVISION = "bepaling"
    CONFLICT = "botsing"
    RULING = "uitspraak"


_WORD = re.compile(r"[\w:]+")

Reference = Provision | Conflict | Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry; a provision of which the law changed has one entry for each version."""

    key: str
    kind: EntryKind
    item: Reference
    head: str
    text: str

    def holds_on(self, day: date) -> bool:
        """Whether it is the law of that day; a ruling holds whatever the day."""
        return not isinstance(self.item, DatedText) or self.item.holds_on(day)


class ReferenceService:
    """Searches what the plugins know of the law. Needs no case and saves nothing."""

    def __init__(self, rule_book: RuleBook) -> None:
        self._entries = (
            *(_provision(item) for item in rule_book.provisions()),
            *(_conflict(item) for item in rule_book.conflicts()),
            *(_ruling(item) for item in rule_book.rulings()),
        )
        self._versions: dict[str, list[Entry]] = {}
        """Of each provision, since the Kompas asks at every step."""
        for entry in self._entries:
            if isinstance(entry.item, Provision):
                self._versions.setdefault(entry.item.id, []).append(entry)
        self._known_until = rule_book.known_until()
        self._kinds = {kind for entry in self._entries for kind in entry.item.applies_to}

    def find(self, words: str, kind: EntryKind | None = None) -> tuple[Entry, ...]:
        """Every version of every entry that holds all these words.

        Entries with these words in their article, title or ECLI come first; a whole word counts
        for more than a part of one, so that "58 lid 8" does not begin with 58 lid 1.
        """
        wanted = fold(words).split()
        found = [
            entry
            for entry in self._entries
            if (kind is None or entry.kind is kind) and has_all(entry.text, wanted)
        ]
        return tuple(sorted(found, key=lambda entry: _rank(entry, wanted)))

    def entry(self, key: str) -> Entry | None:
        """The entry with this key, or None."""
        return next((entry for entry in self._entries if entry.key == key), None)

    def provision_on(self, name: str, day: date) -> Entry | None:
        """The version of a provision on that day, else its newest; None where the name is unknown."""
        versions = self._versions.get(name, [])
        holding = [entry for entry in versions if entry.holds_on(day)]
        return next(iter([*holding, *reversed(versions)]), None)

    def provision_for(self, name: str, day_of: Callable[[Reference], date]) -> Entry | None:
        """The version of a provision that holds on the day which its own anchor names."""
        some = self.provision_on(name, date.max)
        return self.provision_on(name, day_of(some.item)) if some is not None else None

    def ruling(self, ecli: str) -> Entry | None:
        """The ruling with this ECLI, or None where only its mention at a provision is known."""
        return self.entry(f"{EntryKind.RULING.value}:{ecli}")

    def versions_of(self, entry: Entry) -> tuple[Entry, ...]:
        """The other versions of the same provision or conflict, in their own order."""
        if isinstance(entry.item, Ruling):
            return ()
        name = entry.item.id
        return tuple(
            other
            for other in self._entries
            if other.kind is entry.kind
            and other.key != entry.key
            and not isinstance(other.item, Ruling)
            and other.item.id == name
        )

    def fits(self, item: Reference, kind: str) -> bool:
        """Whether an entry is meant for this kind of decision; unknown kinds fit everything."""
        if kind not in self._kinds or isinstance(item, Ruling):
            return True
        return kind in item.applies_to or EVERY_DECISION in item.applies_to

    def is_beyond_known(self, day: date) -> bool:
        """Whether the texts of law were not yet known for that day."""
        return self._known_until is not None and day > self._known_until

    def first_unknown_day(self) -> date | None:
        """The first day for which the texts were not yet known, or None."""
        return self._known_until + timedelta(days=1) if self._known_until else None


def _rank(entry: Entry, wanted: list[str]) -> int:
    """How far an entry comes down the list; entries of one rank keep their order."""
    if set(wanted) <= set(_WORD.findall(entry.head)):
        return 0
    return 1 if has_all(entry.head, wanted) else 2


def _provision(item: Provision) -> Entry:
    start = item.valid_from.isoformat() if item.valid_from else ""
    return Entry(
        key=f"{EntryKind.PROVISION.value}:{item.id}:{start}",
        kind=EntryKind.PROVISION,
        item=item,
        head=fold(f"{item.id} {item.basis.dutch()}"),
        text=folded_text(item),
    )


def _conflict(item: Conflict) -> Entry:
    return Entry(
        key=f"{EntryKind.CONFLICT.value}:{item.id}",
        kind=EntryKind.CONFLICT,
        item=item,
        head=fold(f"{item.id} {item.title}"),
        text=folded_text(item),
    )


def _ruling(item: Ruling) -> Entry:
    return Entry(
        key=f"{EntryKind.RULING.value}:{item.ecli or item.reference}",
        kind=EntryKind.RULING,
        item=item,
        head=fold(f"{item.ecli} {item.reference} {item.court} {item.year}"),
        text=folded_text(item),
    )
