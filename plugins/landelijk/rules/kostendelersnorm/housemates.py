"""Who lives at the address, and who of them counts (Participatiewet 19a)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hardship_desk.plugin_api import AssessmentContext, Period, Row

UNDER_27 = "onder_27"
BUSINESSLIKE = frozenset({"huurt_zakelijk", "zelfde_verhuurder", "kostganger"})
"""Exceptions that lid 2 wants a written contract and proof of payment for."""


class Standing(StrEnum):
    """Whether a housemate counts; unknown while an answer that decides it is open."""

    COUNTS = "telt_mee"
    EXEMPT = "telt_niet_mee"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Housemate:
    """One person at the address; `since` and `until` are None where no day was given.

    `standing` leaves age aside for who is under 27: before 2023 the limit was lower.
    """

    standing: Standing
    is_under_27: bool = False
    without_proof: bool = False
    since: date | None = None
    until: date | None = None

    def is_there(self, day: date) -> bool:
        """Whether the person lives at the address on that day."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)

    def standing_under(self, limit_is_27: bool) -> Standing:
        """Whether the person counts; under another limit than 27 a younger one is unknown."""
        if not self.is_under_27 or self.standing is Standing.EXEMPT:
            return self.standing
        return Standing.EXEMPT if limit_is_27 else Standing.UNKNOWN

    @property
    def turns(self) -> tuple[date, ...]:
        """The days on which the household changes: of coming, and the one after leaving."""
        left = self.until + timedelta(days=1) if self.until is not None else None
        return tuple(day for day in (self.since, left) if day is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """Everybody who was named. `number` is how many count while nobody was named yet."""

    housemates: tuple[Housemate, ...]
    answered: bool
    number: int | None = None

    def counted_on(self, day: date, *, limit_is_27: bool) -> int | None:
        """How many count on that day, or None where that is not known."""
        present = [
            item.standing_under(limit_is_27) for item in self.housemates if item.is_there(day)
        ]
        if not self.answered:
            return self.number
        if Standing.UNKNOWN in present:
            return None
        return present.count(Standing.COUNTS)

    @property
    def turns(self) -> tuple[date, ...]:
        """Every day on which the household changes."""
        return tuple(day for item in self.housemates for day in item.turns)

    @property
    def has_contract_without_proof(self) -> bool:
        """Whether a businesslike relation was named without the proof that lid 2 asks."""
        return any(item.without_proof for item in self.housemates)


def read_household(context: AssessmentContext) -> Household:
    """Everybody in the answer on housemates."""
    question = "kostendelers.huisgenoten"
    return Household(
        housemates=tuple(_housemate(row) for row in context.rows(question)),
        answered=context.is_settled(question),
        number=context.number("kostendelers.aantal"),
    )


def _housemate(row: Row) -> Housemate:
    exception, proof = row.cell("uitzondering"), row.cell("bewijs_zakelijk")
    since, until = row.cell("van"), row.cell("tot")
    return Housemate(
        standing=_standing(row),
        is_under_27=row.cell("leeftijd") == UNDER_27,
        without_proof=exception in BUSINESSLIKE and proof is False,
        since=since if isinstance(since, date) else None,
        until=until if isinstance(until, date) else None,
    )


def _standing(row: Row) -> Standing:
    """Lid 1: living there, and no exception; age is looked at with the limit of the day."""
    age, lives_there = row.cell("leeftijd"), row.cell("hoofdverblijf")
    exempt = _is_exempt(row)
    if exempt or lives_there is False:
        return Standing.EXEMPT
    if None in (exempt, age, lives_there):
        return Standing.UNKNOWN
    return Standing.COUNTS


def _is_exempt(row: Row) -> bool | None:
    """Lid 2: a businesslike relation exempts with a written contract and proof of payment."""
    exception, proof = row.cell("uitzondering"), row.cell("bewijs_zakelijk")
    if exception in BUSINESSLIKE:
        return proof if isinstance(proof, bool) else None
    return exception != "geen" if exception is not None else None


def covered(periods: Iterable[Period], whole: Period) -> bool:
    """Whether the periods together leave no day of the whole open."""
    next_day = whole.start
    for period in sorted(periods, key=lambda item: item.start):
        if period.start > next_day:
            break
        if period.end is None:
            return True
        next_day = max(next_day, period.end + timedelta(days=1))
    return next_day > whole.last_day
