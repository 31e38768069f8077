"""What a lowering of the bijstand means month by month: the norm, what goes off, what is left."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.letters.months import day_in, money_in, text_in, under_one_title
from hardship_desk.documents.model import Bar, Block, Figure, Paragraph, Part, Table
from hardship_desk.domain.money import Money
from hardship_desk.domain.snapshot import DecisionSnapshot

LOWERING = frozenset({"verlaging", "verlaging_aangepast"})
NORM, LESS, SPREAD = "maatregel.norm", "maatregel.02_verlaging", "maatregel.04_verdeling"
"""The lines of the calculation that are read here; the first two once for each half year."""
SPREAD_OVER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LoweredMonth:
    """One month: from which day, what goes off, and the norm where it is known."""

    first_day: date
    less: Money
    norm: Money | None

    @property
    def after(self) -> Money | None:
        """The norm without what goes off."""
        return self.norm - self.less if self.norm is not None else None


def lowering(material: LetterMaterial) -> tuple[Block, ...]:
    """A table with a row a month, with bars above it; nothing where no lowering was computed."""
    months = lowered_months(material.snapshot)
    if not months:
        return ()
    elsewhere = money_in(material.snapshot, "maatregel.elders")
    end = _months_later(months[-1].first_day, 1) - timedelta(days=1)
    closing = [material.say("verlaging.tot", datum=material.day(end, "datum"))]
    if all(month.norm is not None for month in months):
        closing.append(material.say("verlaging.norm_uitleg"))
    return (
        *under_one_title(_figure(material, months, elsewhere), _table(material, months, elsewhere)),
        Paragraph(text=" ".join(closing)),
    )


def lowered_months(snapshot: DecisionSnapshot) -> tuple[LoweredMonth, ...]:
    """The months of the lowering as computed; none where the decision sets another amount."""
    start, count = day_in(snapshot, "maatregel.ingang"), text_in(snapshot, "maatregel.maanden")
    if snapshot.outcome not in LOWERING or start is None or not count.isdigit():
        return ()
    found = _each_month(snapshot, start, int(count))
    total = sum(month.less.cents for month in found)
    if snapshot.amount is not None and snapshot.amount.cents != total:
        return ()
    return _spread(found, total) if SPREAD in _amounts(snapshot) and total else found


def _each_month(snapshot: DecisionSnapshot, start: date, count: int) -> tuple[LoweredMonth, ...]:
    """Each half year has a norm and so a line of its own, for all of its months together."""
    amounts = _amounts(snapshot)
    days = [_months_later(start, number) for number in range(count)]
    halves = Counter(_half(day) for day in days)
    found: dict[tuple[int, bool], tuple[Money, Money | None]] = {}
    for place, (half, months) in enumerate(halves.items(), start=1):
        less = amounts.get(f"{LESS}_{place}")
        if less is None or less.cents % months:
            return ()
        found[half] = (Money(less.cents // months), amounts.get(f"{NORM}_{place}"))
    return tuple(
        LoweredMonth(first_day=day, less=found[_half(day)][0], norm=found[_half(day)][1])
        for day in days
    )


def _spread(months: tuple[LoweredMonth, ...], total: int) -> tuple[LoweredMonth, ...]:
    """The same amount over three months, the rest of the division in the first (18 lid 5)."""
    norms = {_half(month.first_day): month.norm for month in months}
    each = total // SPREAD_OVER
    shares = (total - each * (SPREAD_OVER - 1), *[each] * (SPREAD_OVER - 1))
    days = (_months_later(months[0].first_day, number) for number in range(SPREAD_OVER))
    return tuple(
        LoweredMonth(first_day=day, less=Money(share), norm=norms.get(_half(day)))
        for day, share in zip(days, shares, strict=True)
    )


def _amounts(snapshot: DecisionSnapshot) -> dict[str, Money | None]:
    return {
        line.id: line.amount for computation in snapshot.computations for line in computation.lines
    }


def _half(day: date) -> tuple[int, bool]:
    return (day.year, day.month > 6)


def _months_later(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _figure(
    material: LetterMaterial, months: tuple[LoweredMonth, ...], elsewhere: Money | None
) -> tuple[Block, ...]:
    """Bars where every norm is known and nothing falls below zero."""
    bars, sentences = [], []
    others = elsewhere.dutch() if elsewhere is not None and elsewhere.cents else ""
    for month in months:
        left = _left(month, elsewhere)
        if month.norm is None or left is None or left.cents < 0:
            return ()
        name = _name(material, month)
        bars.append(Bar(name=name, parts=_parts(material, month, left, elsewhere)))
        slots = {"norm": month.norm.dutch(), "minder": month.less.dutch(), "over": left.dutch()}
        key = "beeld_met_anderen" if others else "beeld"
        sentences.append(material.say(f"verlaging.{key}", maand=name, elders=others, **slots))
    return (Figure(alt=" ".join(sentences), bars=tuple(bars)),)


def _parts(
    material: LetterMaterial, month: LoweredMonth, left: Money, elsewhere: Money | None
) -> tuple[Part, ...]:
    last = "over" if elsewhere is not None else "na"
    amounts = ((last, left), ("minder", month.less), ("elders", elsewhere))
    return tuple(
        Part(name=material.say(f"verlaging.{key}"), size=amount.cents, shown=amount.dutch())
        for key, amount in amounts
        if amount is not None
    )


def _left(month: LoweredMonth, elsewhere: Money | None) -> Money | None:
    return month.after - (elsewhere or Money(0)) if month.after is not None else None


def _table(
    material: LetterMaterial, months: tuple[LoweredMonth, ...], elsewhere: Money | None
) -> Table:
    """With the norm where all are known, and with what others withhold where that was told."""
    keys = ["maand", "minder"]
    if all(month.norm is not None for month in months):
        keys = ["maand", "norm", "minder", "na"]
        keys += ["elders", "over"] if elsewhere is not None else []
    return Table(
        title=material.say("verlaging.titel"),
        header=tuple(material.say(f"verlaging.{key}") for key in keys),
        rows=tuple(_row(material, month, elsewhere, keys) for month in months),
        right=tuple(range(1, len(keys))),
    )


def _row(
    material: LetterMaterial, month: LoweredMonth, elsewhere: Money | None, keys: list[str]
) -> tuple[str, ...]:
    amounts = {
        "norm": month.norm,
        "minder": month.less,
        "na": month.after,
        "elders": elsewhere,
        "over": _left(month, elsewhere),
    }
    shown = {key: amount.dutch() if amount is not None else "" for key, amount in amounts.items()}
    shown["maand"] = _name(material, month)
    return tuple(shown[key] for key in keys)


def _name(material: LetterMaterial, month: LoweredMonth) -> str:
    day = month.first_day
    if day.day > 1:
        return material.say("verlaging.vanaf_dag", datum=material.day(day, "datum"))
    name = material.say(f"maand.{day.month}").capitalize()
    return material.say("verlaging.maand_naam", maand=name, jaar=str(day.year))
