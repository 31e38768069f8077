"""One step of the calculation before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from hardship_desk.plugin_api import Money, round_half_up_to_cent

from .law import DatedValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One value that went into a step: the key of its name, and how it is shown.

    `word` is the key of a word such as "ja"; without word and value it is shown as unknown.
    """

    name: str
    value: str | None = None
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The result of one rule. `variant` picks the sentence; `amount` is in exact cents.

    `part` numbers the lines of a rule that is applied to more stretches of days; `sought` are local
    values that it asked for and that are not known.
    """

    rule: str
    variant: str
    basis: str
    amount: Fraction | None = None
    inputs: tuple[Input, ...] = ()
    values: tuple[DatedValue, ...] = ()
    slots: dict[str, str] = field(default_factory=dict)
    part: int = 0
    sought: tuple[DatedValue, ...] = ()

    @property
    def name(self) -> str:
        """What the line is called within its theme: the rule, and the part where there are more."""
        return f"{self.rule}_{self.part}" if self.part else self.rule


def euros(amount: Money | Fraction | None) -> str | None:
    """An amount as printed, to the nearest cent."""
    if amount is None:
        return None
    money = amount if isinstance(amount, Money) else round_half_up_to_cent(amount)
    return money.dutch()


def percent(part: Fraction) -> str:
    """A fraction as a number of percents, such as "50" or "37,5", to two decimals."""
    hundredths = round(part * 10_000)
    whole, rest = divmod(hundredths, 100)
    return f"{whole},{rest:02d}".rstrip("0").rstrip(",") if rest else str(whole)


def dutch_day(day: date | None) -> str | None:
    """A day as printed, such as "04-08-2020"."""
    return f"{day:%d-%m-%Y}" if day is not None else None


def yes_no(name: str, answer: bool | None) -> Input:
    """An answer to a yes-or-no question as an input."""
    if answer is None:
        return Input(name=name)
    return Input(name=name, word="ja" if answer else "nee")
