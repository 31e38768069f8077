"""The norm for who shares costs: ((40 % + A x 30 %) / A) x B (Participatiewet 22a lid 1)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hardship_desk.plugin_api import AssessmentContext, Money, Period

from ..calendar_terms import cut, half_years
from ..law import DatedValue, Law
from ..norm import Norm, days_of, norm_on, norm_step, rounded
from ..step import Input, Step, euros, yes_no
from .housemates import Household


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a leefvorm enters the formula: its norm for two, its adults of 21, and who is younger."""

    base: str
    adults: int
    younger: str = ""


FORMS = {
    "alleenstaande_21_aow": Form(base="norm.gehuwden_21_aow", adults=1),
    "gehuwden_21_aow": Form(base="norm.gehuwden_21_aow", adults=2),
    "alleenstaande_aow": Form(base="norm.gehuwden_aow", adults=1),
    "gehuwden_aow": Form(base="norm.gehuwden_aow", adults=2),
    "gehuwden_een_aow": Form(base="norm.gehuwden_een_aow", adults=2),
    "gehuwden_18_20_en_21_plus": Form(
        base="norm.gehuwden_21_aow", adults=1, younger="norm.deel_18_20_zonder_kind"
    ),
    "gehuwden_18_20_en_21_plus_met_kind": Form(
        base="norm.gehuwden_21_aow", adults=1, younger="norm.deel_18_20_met_kind"
    ),
}
UNDER_21 = frozenset(
    {
        "alleenstaande_18_20",
        "alleenstaande_ouder_18_20",
        "gehuwden_beiden_18_20",
        "gehuwden_beiden_18_20_met_kind",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days in which norm and household stay the same: the plain norm, and what is to be paid."""

    period: Period
    norm: Norm
    variant: str
    counted: int | None = None
    amount: Money | None = None
    values: tuple[DatedValue, ...] = ()
    adults: int = 1
    base: Money | None = None

    @property
    def applies(self) -> bool | None:
        """Whether the norm is lowered in these days; None while that is not known."""
        if self.variant == "onbekend":
            return True if self.counted else None
        return self.variant == "gedeeld"


def stretches_of(
    context: AssessmentContext, household: Household, law: Law, whole: Period
) -> tuple[Stretch, ...]:
    """The period, cut where the norms or the household change, with the norm of each piece."""
    pieces = (piece for half_year in half_years(whole) for piece in cut(half_year, household.turns))
    return tuple(_stretch(context, household, law, piece) for piece in pieces)


def _stretch(context: AssessmentContext, household: Household, law: Law, period: Period) -> Stretch:
    norm, counted = norm_on(context, law, period.start), household.counted_on(period.start)
    care = law.on(period.start, "kostendelers.mantelzorg")
    if context.yes("kostendelers.mantelzorg") and _says_yes(care):
        return _plain(period, norm, "mantelzorg", counted, (care,))
    if norm.leefvorm in UNDER_21:
        return _plain(period, norm, "onder_21", counted)
    if counted == 0:
        return _plain(period, norm, "niemand", counted)
    form = FORMS.get(norm.leefvorm or "")
    if counted is None or form is None or norm.variant == "eigen":
        return Stretch(period=period, norm=norm, variant="onbekend", counted=counted)
    return _shared(period, norm, form, counted, law)


def _says_yes(value: DatedValue) -> bool:
    return value.parameter is not None and value.parameter.value is True


def _plain(
    period: Period,
    norm: Norm,
    variant: str,
    counted: int | None,
    values: tuple[DatedValue, ...] = (),
) -> Stretch:
    """The plain norm: nobody counts, or the article does not apply."""
    return Stretch(
        period=period,
        norm=norm,
        variant=variant,
        counted=counted,
        amount=norm.amount,
        values=(*norm.values, *values),
    )


def _shared(period: Period, norm: Norm, form: Form, counted: int, law: Law) -> Stretch:
    day = period.start
    base = law.on(day, form.base)
    fixed, each = (
        law.on(day, "kostendelers.vast_deel"),
        law.on(day, "kostendelers.deel_per_persoon"),
    )
    younger = (law.on(day, form.younger),) if form.younger else ()
    values = (base, fixed, each, *younger)
    share = share_of(base.money, fixed.fraction, each.fraction, counted + form.adults)
    extra = [value.money for value in younger]
    known = share is not None and None not in extra
    amount = (
        Money(int(share) * form.adults + sum(item.cents for item in extra if item is not None))
        if share is not None and known
        else None
    )
    return Stretch(
        period=period,
        norm=norm,
        variant="gedeeld" if known else "onbekend",
        counted=counted,
        amount=amount,
        values=values,
        adults=form.adults,
        base=base.money,
    )


def share_of(
    base: Money | None, fixed: Fraction | None, each: Fraction | None, people: int
) -> Fraction | None:
    """One person's norm in exact cents, to the nearest cent as the tables have it."""
    if base is None or fixed is None or each is None:
        return None
    return rounded((fixed + people * each) / people * base.fraction)


def steps_of(context: AssessmentContext, stretches: tuple[Stretch, ...]) -> tuple[Step, ...]:
    """Two lines for each piece: the plain norm, and the norm for who shares costs."""
    care = context.yes("kostendelers.mantelzorg")
    found: list[Step] = []
    for number, stretch in enumerate(stretches, start=1):
        found += [norm_step(stretch.norm, stretch.period, number), _line(stretch, care, number)]
    return tuple(found)


def _line(stretch: Stretch, care: bool | None, number: int) -> Step:
    people = (stretch.counted or 0) + stretch.adults
    return Step(
        rule="kostendelersnorm",
        variant=stretch.variant,
        basis="pw_22a",
        amount=stretch.amount.fraction if stretch.amount is not None else None,
        inputs=(
            days_of(stretch.period),
            Input(
                name="tellen_mee",
                value=str(stretch.counted) if stretch.counted is not None else None,
            ),
            Input(name="gehuwdennorm", value=euros(stretch.base)),
            yes_no("mantelzorg", care),
        ),
        values=stretch.values,
        slots={"personen": str(people), "volwassenen": str(stretch.adults)},
        part=number,
    )
