"""Dated, sourced facts of law: parameters and provisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hardship_desk.domain.legal_basis import Anchor, Certainty, LegalBasis, Source
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period

ParameterValue = Money | Fraction | int | str | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One value of law for one period.

    `value` is None where no source gives it: it is then asked once per organisation. `seen_from`
    is the oldest text that was read; before that date the value is at most `derived`.
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

    def certainty_on(self, day: date) -> Certainty:
        """How sure the value is for that day: at most derived before the oldest text read."""
        seen = self.seen_from is None or day >= self.seen_from
        return self.certainty if seen or self.certainty is Certainty.UNKNOWN else Certainty.DERIVED


@dataclass(frozen=True, slots=True)
class ParameterTable:
    """All parameters in force for a case, local and organisation values included."""

    parameters: tuple[Parameter, ...] = ()

    def lookup(self, name: str, on: date) -> Parameter | None:
        """The parameter of that name on that day.

        A known value wins over an unknown one, and a later entry over an earlier one, so that
        what an organisation filled in takes the place of "onbekend".
        """
        found: Parameter | None = None
        for item in self.parameters:
            if item.name != name or not item.valid.contains(on):
                continue
            if found is None or item.value is not None:
                found = item
        return found

    def latest_known(self, name: str, until: date) -> Parameter | None:
        """The newest known value whose period began on or before the day."""
        known = [
            item
            for item in self.parameters
            if item.name == name and item.value is not None and item.valid.start <= until
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
class Provision:
    """A provision of law: what it asks, whether it binds, what a motivation must hold."""

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
    seen_from: date
    valid_until: date | None
    source: Source
    certainty: Certainty
