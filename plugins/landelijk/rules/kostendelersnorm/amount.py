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
    norm = norm_on(context, law, period.start)
    limit = law.on(period.start, "kostendelers.leeftijd").count
    counted = household.counted_on(period.start, limit_is_27=limit is not None)
    care = law.on(period.start, "kostendelers.mantelzorg")
    if context.yes("kostendelers.mantelzorg") and _says_yes(care):
        return _plain(period, norm, "mantelzorg", counted, (care,))
    if norm.leefvorm in UNDER_21:
        return _plain(period, norm, "onder_21", counted)
    if counted == 0:
        return _plain(period, norm, "niemand", counted)
    form = FORMS.get(norm.leefvorm or "")
    if counted is None or form is None:
        return Stretch(period=period, norm=norm, variant="onbekend", counted=counted)
    own_base = context.amount("kostendelers.norm_samen")
    return _shared(_Facts(period=period, norm=norm, form=form, counted=counted), law, own_base)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What the formula is applied to."""

    period: Period
    norm: Norm
    form: Form
    counted: int


def _shared(facts: _Facts, law: Law, own_base: Money | None) -> Stretch:
    """The formula for each adult of 21, with what a younger partner has; an own entry wins."""
    day, form = facts.period.start, facts.form
    base = law.on(day, form.base)
    fixed, each = (
        law.on(day, "kostendelers.vast_deel"),
        law.on(day, "kostendelers.deel_per_persoon"),
    )
    younger = tuple(law.on(day, name) for name in ([form.younger] if form.younger else []))
    used = own_base or base.money
    share = share_of(used, fixed.fraction, each.fraction, facts.counted + form.adults)
    extra = [value.money for value in younger]
    parts = [Money(int(share) * form.adults) if share is not None else None, *extra]
    known = [part.cents for part in parts if part is not None]
    is_known = len(known) == len(parts)
    return Stretch(
        period=facts.period,
        norm=facts.norm,
        variant="gedeeld" if is_known else "onbekend",
        counted=facts.counted,
        amount=Money(sum(known)) if is_known else None,
        values=(*([] if own_base else [base]), fixed, each, *younger),
        adults=form.adults,
        base=used,
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
