"""What the law and the verordening say of height and duration, before it is fitted to a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ..law import DatedValue, Law
from ..step import Input, Step, percent
from .facts import (
    ANDERE_PLICHT,
    ARBEIDSPLICHT,
    BESEF,
    FIRST,
    LATER,
    MISDRAGING,
    TAALEIS,
    MaatregelFacts,
)

LOCAL = "afstemming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """Height and duration by the book. None is unknown: the caseworker looks it up.

    `most_months` takes the place of a duration where the book names only the longest.
    """

    basis: str
    percentage: DatedValue | None = None
    months: DatedValue | None = None
    most_months: DatedValue | None = None

    @property
    def part(self) -> Fraction | None:
        """The part of the norm that goes, or None where it is unknown."""
        return self.percentage.fraction if self.percentage else None

    @property
    def duration(self) -> int | None:
        """The number of months, or None where it is unknown."""
        return self.months.count if self.months else None

    @property
    def longest(self) -> int | None:
        """The most months that the book allows, or None where it is unknown."""
        return self.most_months.count if self.most_months else self.duration

    @property
    def sought(self) -> tuple[DatedValue, ...]:
        """The values that were asked for and are not known."""
        asked = (
            (self.percentage, self.part),
            (self.months, self.duration),
            (self.most_months, self.longest),
        )
        return tuple(value for value, known in asked if value is not None and known is None)

    @property
    def values(self) -> tuple[DatedValue, ...]:
        """The dated values that are known."""
        found = (self.percentage, self.months, self.most_months)
        return tuple(value for value in found if value is not None and value.parameter is not None)


def standard_of(facts: MaatregelFacts, law: Law) -> Standard:
    """The book for this kind of lowering, on the last day of the conduct."""
    basis = {ARBEIDSPLICHT: "pw_18_4_8", TAALEIS: "pw_18b"}.get(facts.soort or "", "pw_18_2")
    day = facts.conduct_until
    if day is None:
        return Standard(basis=basis)
    match facts.soort:
        case "arbeidsplicht":
            return _for_work(facts, law, day, basis)
        case "taaleis":
            step = "derde" if facts.time in LATER else facts.time
            return Standard(basis=basis, percentage=law.on(day, f"maatregel.taaleis.{step}"))
        case _:
            return _local(facts, law, day, basis)


def _for_work(facts: MaatregelFacts, law: Law, day: date, basis: str) -> Standard:
    """Lid 5 to 8: the whole norm; how long is for the verordening, and three months from lid 7."""
    name = f"{LOCAL}.arbeidsplicht.{facts.time}.maanden"
    months = "maatregel.arbeidsplicht.vanaf_derde" if facts.time in LATER else name
    return Standard(
        basis=basis,
        percentage=law.on(day, "maatregel.arbeidsplicht.percentage"),
        months=law.on(day, months),
    )


def _local(facts: MaatregelFacts, law: Law, day: date, basis: str) -> Standard:
    """Lid 2: both are for the verordening."""
    if facts.soort == BESEF:
        return Standard(
            basis=basis,
            percentage=law.on(day, f"{LOCAL}.tekortschietend_besef_pct"),
            most_months=law.on(day, f"{LOCAL}.tekortschietend_besef_max_maanden"),
        )
    if facts.soort == MISDRAGING:
        head = f"{LOCAL}.misdraging"
        return Standard(
            basis=basis,
            percentage=_own_or_usual(law, day, head, facts.misconduct, "percentage"),
            months=_own_or_usual(law, day, head, facts.misconduct, "maanden"),
        )
    if facts.soort == ANDERE_PLICHT and facts.category is not None:
        return Standard(
            basis=basis,
            percentage=law.on(day, f"{LOCAL}.{facts.category}.percentage"),
            months=law.on(day, f"{LOCAL}.{facts.category}.maanden"),
        )
    return Standard(basis=basis)


def _own_or_usual(law: Law, day: date, head: str, kind: str | None, name: str) -> DatedValue:
    """The value for this kind of misconduct where the verordening tells them apart."""
    own = law.on(day, f"{head}.{kind}.{name}")
    return own if own.parameter is not None else law.on(day, f"{head}.{name}")


def standard_step(standard: Standard, facts: MaatregelFacts) -> Step:
    """Height and duration by the book as a line; it gives no money."""
    part, months = standard.part, standard.duration
    variant = {
        (True, True): "bekend",
        (True, False): "duur_onbekend",
        (False, True): "hoogte_onbekend",
        (False, False): "onbekend",
    }[(part is not None, months is not None)]
    if variant == "duur_onbekend" and facts.soort == ARBEIDSPLICHT and facts.time == FIRST:
        variant = "eerste_keer"
    if variant == "duur_onbekend" and standard.longest is not None:
        variant = "hoogstens"
    return Step(
        rule="01_standaard",
        variant=variant,
        basis=standard.basis,
        inputs=(
            Input(name="soort", word=facts.soort or ""),
            *([Input(name="keer", word=facts.time)] if facts.time else []),
        ),
        values=standard.values,
        sought=standard.sought,
        slots={
            "procent": percent(part) if part is not None else "",
            "maanden": str(months if months is not None else standard.longest or ""),
        },
    )
