"""Values that stated sentences name: as they hold on the day of the case, and in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hardship_desk.domain.money import Money
from hardship_desk.plugin_api.catalogue import Parameter, ParameterTable, ParameterValue
from hardship_desk.plugin_api.context import ContextDates


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueThen:
    """A value on the day that its anchor names: the known one, or the one that ended before it."""

    day: date | None = None
    held: Parameter | None = None
    ended: Parameter | None = None


def value_then(values: ParameterTable, dates: ContextDates, name: str) -> ValueThen:
    """The value of that name on its day; on that of the decision while its own is open."""
    known = [item for item in values.parameters if item.name == name and item.value is not None]
    if not known:
        return ValueThen()
    day = dates.anchor(known[-1].anchor) or dates.besluit
    if day is None:
        return ValueThen()
    held = values.lookup(name, day)
    if held is not None and held.value is not None:
        return ValueThen(day=day, held=held)
    return ValueThen(day=day, ended=values.latest_known(name, day))


def in_words(value: ParameterValue, unit: str) -> str:
    """A value as a sentence says it."""
    match value:
        case Money():
            return value.dutch()
        case Fraction():
            return f"{_percent(value * 100)} procent"
        case tuple():
            return ", ".join(value)
        case bool():
            return "ja" if value else "nee"
        case str():
            return value.replace("_", " ")
        case _:
            return f"{value} {_ONE.get(unit, unit) if value == 1 else unit}"


_ONE = {"maanden": "maand", "dagen": "dag", "weken": "week"}


def _percent(number: Fraction) -> str:
    if number.denominator == 1:
        return str(number.numerator)
    hundredths = round(number * 100)
    return f"{hundredths // 100},{hundredths % 100:02d}"
