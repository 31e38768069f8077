"""The amount at which an answer begins to count for the total, or stops counting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from hardship_desk.domain.money import Money
from hardship_desk.services.cancelling import Cancellation

STEP = Money(100)
FURTHEST = Money(10_000_00)
TotalAt = Callable[[Money], Money | None]


class Effect(StrEnum):
    """What changes at a threshold."""

    COUNTS_ABOVE = "telt_vanaf"
    COUNTS_BELOW = "telt_onder"
    STOPS_ABOVE = "stopt_vanaf"
    STOPS_BELOW = "stopt_onder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """At `amount` the effect of an answer on the total changes; there the total is `total`."""

    amount: Money
    effect: Effect
    total: Money | None


def find_thresholds(
    now: Money, total_at: TotalAt, cancellation: Cancellation
) -> Iterator[Threshold]:
    """The nearest threshold above and below an answered amount, to the euro.

    Looks down to nothing and up to four times the amount, and takes one threshold on each side
    for granted: of several it finds one.
    """
    counts = _counts(now, total_at)
    top = max(Money(now.cents * 4), FURTHEST)
    above = _flip(now, top, counts, total_at, cancellation)
    if above is not None and not cancellation.is_cancelled:
        effect = Effect.STOPS_ABOVE if counts else Effect.COUNTS_ABOVE
        yield Threshold(amount=above, effect=effect, total=total_at(above))
    below = _flip(now, Money(0), counts, total_at, cancellation)
    if below is not None and not cancellation.is_cancelled:
        effect = Effect.STOPS_BELOW if counts else Effect.COUNTS_BELOW
        yield Threshold(amount=below, effect=effect, total=total_at(below))


def _counts(amount: Money, total_at: TotalAt) -> bool:
    """Whether a euro more or less would change the total."""
    here = total_at(amount)
    lower = max(amount - STEP, Money(0))
    return total_at(amount + STEP) != here or total_at(lower) != here


def _flip(
    start: Money, end: Money, counts: bool, total_at: TotalAt, cancellation: Cancellation
) -> Money | None:
    """The amount between both where counting begins or ends; None where it is the same at both."""
    if _counts(end, total_at) is counts:
        return None
    same, other = start, end
    while abs(other.cents - same.cents) > STEP.cents and not cancellation.is_cancelled:
        middle = Money((same.cents + other.cents) // 2)
        if _counts(middle, total_at) is counts:
            same = middle
        else:
            other = middle
    return other
