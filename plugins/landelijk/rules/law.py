"""The dated values of law that rules ask for, read by their type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hardship_desk.plugin_api import Certainty, Money, Parameter, ParameterTable

NOT_LOCAL = ("", "landelijk", "organisatie")
"""Whose values are not those of a municipality: nobody's, the law's, what an organisation found."""

WEAKEST_LAST = (
    Certainty.VERIFIED,
    Certainty.SECONDARY,
    Certainty.DERIVED,
    Certainty.UNVERIFIED,
    Certainty.UNKNOWN,
)


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value of law as it stood on one day; `parameter` is None where nothing is recorded.

    `ended` is the newest value that was known before, where none is known for the day itself.
    """

    parameter: Parameter | None
    on: date
    ended: Parameter | None = None

    @property
    def money(self) -> Money | None:
        """The amount, or None where it is unknown."""
        value = self.parameter.value if self.parameter else None
        return value if isinstance(value, Money) else None

    @property
    def fraction(self) -> Fraction | None:
        """The percentage as a fraction, or None where it is unknown."""
        value = self.parameter.value if self.parameter else None
        return value if isinstance(value, Fraction) else None

    @property
    def count(self) -> int | None:
        """The number of days, weeks, months or years, or None where it is unknown."""
        value = self.parameter.value if self.parameter else None
        return value if isinstance(value, int) else None

    @property
    def choice(self) -> str | None:
        """The chosen way, or None where it is unknown."""
        value = self.parameter.value if self.parameter else None
        return value if isinstance(value, str) else None

    @property
    def now_or_before(self) -> DatedValue:
        """The value of the day itself, else the one that was known before."""
        return DatedValue(self.ended, self.on) if self.ended is not None else self

    @property
    def is_local(self) -> bool:
        """Whether a municipality set it, and not the law."""
        return self.parameter is not None and self.parameter.plugin not in NOT_LOCAL

    @property
    def certainty(self) -> Certainty:
        """How sure the value is for that day."""
        return self.parameter.certainty_on(self.on) if self.parameter else Certainty.UNKNOWN

    @property
    def text_was_read(self) -> bool:
        """Whether a text that held on that day was read."""
        seen_from = self.parameter.seen_from if self.parameter else None
        return seen_from is None or self.on >= seen_from


@dataclass(frozen=True, slots=True)
class Law:
    """What the parameters of a case say on a day."""

    table: ParameterTable

    def on(self, day: date, name: str) -> DatedValue:
        """The value of that name on that day."""
        found = self.table.lookup(name, day)
        known = found is not None and found.value is not None
        return DatedValue(found, day, None if known else self.table.latest_known(name, day))

    def nearest_known(self, name: str, day: date) -> Money | None:
        """The known amount of the period nearest before the day, else of the first one after."""
        earlier = self.table.latest_known(name, day)
        if earlier is not None:
            return DatedValue(earlier, day).money
        later = [
            item
            for item in self.table.parameters
            if item.name == name and isinstance(item.value, Money)
        ]
        first = min(later, key=lambda item: item.valid.start, default=None)
        return DatedValue(first, day).money

    def has_regime(self, day: date) -> bool:
        """Whether any regime of fines is recorded for conduct on that day."""
        return self.table.lookup("boete.recidive.factor", day) is not None


def texts_of(values: Iterable[DatedValue]) -> str:
    """The texts that were read, each once; of a regulation of the municipality with its articles."""
    found: dict[str, list[str]] = {}
    known = ((value, value.parameter) for value in values if value.parameter is not None)
    for value, parameter in known:
        title, basis = parameter.source.title, parameter.basis
        articles = found.setdefault(title, [])
        if value.is_local and basis.law == title:
            article = basis.dutch().removeprefix(title).strip()
            articles += [article] if article not in articles else []
    return "; ".join(" ".join(filter(None, [name, ", ".join(of)])) for name, of in found.items())


def weakest(*certainties: Certainty) -> Certainty:
    """The least sure of these."""
    return max(certainties, key=WEAKEST_LAST.index)
