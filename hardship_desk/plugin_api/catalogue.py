"""Dated, sourced facts of law: parameters, provisions, conflicts of law and rulings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from hardship_desk.domain.legal_basis import Anchor, Certainty, LegalBasis, Source
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period

ParameterValue = Money | Fraction | int | str | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One value of law for one period.

    `value` is None where no source gives it: it is then asked once per organisation. `seen_from`
    is the oldest text that was read; before that date the value is at most `derived`. `local` marks
    a national value that a municipality may set itself.
    """

    name: str
    value: ParameterValue | None
    unit: str
    anchor: Anchor
    valid: Period
    basis: LegalBasis
    source: Source
    certainty: Certainty
    seen_from: date | None = None
    plugin: str = ""
    note: str = ""
    local: bool = False

    def certainty_on(self, day: date) -> Certainty:
        """How sure the value is for that day: at most derived before the oldest text read."""
        seen = self.seen_from is None or day >= self.seen_from
        return self.certainty if seen or self.certainty is Certainty.UNKNOWN else Certainty.DERIVED


@dataclass(frozen=True, slots=True)
class ParameterTable:
    """All parameters in force for a case, local and organisation values included."""

    parameters: tuple[Parameter, ...] = ()
    _by_name: Mapping[str, tuple[Parameter, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, list[Parameter]] = {}
        for item in self.parameters:
            by_name.setdefault(item.name, []).append(item)
        found = {name: tuple(items) for name, items in by_name.items()}
        object.__setattr__(self, "_by_name", MappingProxyType(found))

    def lookup(self, name: str, on: date) -> Parameter | None:
        """The parameter of that name on that day.

        A known value wins over an unknown one, and a later entry over an earlier one, so that
        what an organisation filled in takes the place of "onbekend".
        """
        found: Parameter | None = None
        for item in self._by_name.get(name, ()):
            if item.valid.contains(on) and (found is None or item.value is not None):
                found = item
        return found

    def latest_known(self, name: str, until: date) -> Parameter | None:
        """The newest known value whose period began on or before the day."""
        known = [
            item
            for item in self._by_name.get(name, ())
            if item.value is not None and item.valid.start <= until
        ]
        return max(known, key=lambda item: item.valid.start, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element that a provision asks to be established."""

    element: str
    question: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLaw:
    """A ruling that bears on a provision, in our own words."""

    ecli: str
    on: date | None
    gist: str
    source: Source
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedText:
    """A text of law in our own words, for the stretch of days in which it holds.

    `seen_from` is the oldest text that was read: before that day the entry is at most `derived`.
    `valid_from` is the first day of this version where a change of law is known, and None where
    the start was not looked up; `valid_until` is the last day, None while it still holds.
    """

    seen_from: date
    valid_from: date | None = None
    valid_until: date | None = None
    source: Source
    certainty: Certainty

    def holds_on(self, day: date) -> bool:
        """Whether this version is the one of that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)

    def certainty_on(self, day: date) -> Certainty:
        """How sure it is for that day: at most derived before the oldest text read."""
        seen = day >= self.seen_from
        return self.certainty if seen or not self.certainty.may_be_default else Certainty.DERIVED

    def overlaps(self, other: DatedText) -> bool:
        """Whether there is a day on which both hold."""
        starts = max(self.valid_from or date.min, other.valid_from or date.min)
        ends = min(self.valid_until or date.max, other.valid_until or date.max)
        return starts <= ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(DatedText):
    """A provision of law: what it asks, whether it binds, what a motivation must hold.

    Where the law changed, one id has several versions; never two hold on one day.
    """

    id: str
    basis: LegalBasis
    kind: str
    binding: str
    applies_to: tuple[str, ...]
    gist: str
    elements: tuple[Element, ...]
    motivation: tuple[str, ...]
    case_law: tuple[CaseLaw, ...]
    anchor: Anchor


def provision_on(provisions: Iterable[Provision], name: str, day: date) -> Provision | None:
    """The version of that provision on that day, or None where none held."""
    return next((item for item in provisions if item.id == name and item.holds_on(day)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(DatedText):
    """Two rules that get in each other's way, and what an official can do about it.

    `provisions` are ids of provisions that may help or that clash, `articles` what has no id here;
    `solved_by` says which change of law took the clash away, and is empty where it still exists.
    """

    id: str
    title: str
    provisions: tuple[str, ...]
    articles: tuple[str, ...]
    clash: str
    options: tuple[str, ...]
    contact: tuple[str, ...]
    applies_to: tuple[str, ...]
    anchor: Anchor
    solved_by: str = ""


class ReadHow(StrEnum):
    """What of a ruling was read; a ruling known by a summary is at most secondary."""

    FULL_TEXT = "volledig"
    START = "begin"
    SUMMARY = "samenvatting"


class RulingOutcome(StrEnum):
    """What a court did with the decision; `onbekend` where that was not in what was read."""

    IN_STAND = "in_stand"
    ZELF_VOORZIEN = "zelf_voorzien"
    DEELS_ZELF_VOORZIEN = "deels_zelf_voorzien"
    VERNIETIGD = "vernietigd"
    DEELS_VERNIETIGD = "deels_vernietigd"
    VERNIETIGD_NIEUW_BESLUIT = "vernietigd_nieuw_besluit"
    DEELS_GEGROND = "deels_gegrond"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingNumber:
    """One number that stood in what was read of a ruling."""

    name: str
    unit: str
    value: ParameterValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A ruling with its outcome and its lesson, in our own words.

    `reference` takes the place of the ECLI where none was found. `on` is None where only the year
    is known; `municipality` is empty where it was made unreadable or not seen.
    """

    ecli: str
    reference: str
    court: str
    on: date | None
    year: int
    municipality: str
    applies_to: tuple[str, ...]
    provisions: tuple[str, ...]
    articles: tuple[str, ...]
    outcome: RulingOutcome
    defect: str
    gist: str
    lesson: str
    numbers: tuple[RulingNumber, ...]
    read_how: ReadHow
    source: Source
    certainty: Certainty
