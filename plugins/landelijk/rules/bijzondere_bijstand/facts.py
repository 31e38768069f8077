"""The answers that the rules on bijzondere bijstand look at, read from the context once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hardship_desk.plugin_api import AssessmentContext, Money

THEME = "bijzondere_bijstand"
INKOMENSTOESLAG = "inkomenstoeslag"
SCHULD = "schuld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What is known of the means of the household; the last four replace what policy says."""

    household: str | None = None
    norm_group: str | None = None
    own_norm: Money | None = None
    income: Money | None = None
    assets: Money | None = None
    used: Money | None = None
    own_free: Money | None = None
    own_percentage: int | None = None
    own_months: int | None = None
    own_assets: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BijstandFacts:
    """Everything the rules need. None means unknown or not answered, never "no"."""

    day: date | None = None
    soort: str | None = None
    costs: Money | None = None
    costs_of_year: Money | None = None
    applies_threshold: bool | None = None
    voorliggende_voorziening: str | None = None
    occurs: str | None = None
    noodzakelijk: bool | None = None
    bijzonder: bool | None = None
    before_melding: str | None = None
    way: str | None = None
    left_over: Money | None = None
    means: Means = Means()
    toeslag_household: str | None = None
    toeslag_child: str | None = None
    toeslag_before: bool | None = None
    toeslag_low_income: bool | None = None
    toeslag_prospect: bool | None = None
    outcome: str | None = None
    chosen: Money | None = None

    @property
    def is_toeslag(self) -> bool:
        """Whether it is about the individuele inkomenstoeslag (36), which knows other tests."""
        return self.soort == INKOMENSTOESLAG


def read_facts(context: AssessmentContext) -> BijstandFacts:
    """The facts of a case on its route."""
    period = context.dates.rechtperiode
    return BijstandFacts(
        day=period.last_day if period else context.dates.besluit,
        soort=context.choice(f"{THEME}.soort"),
        costs=context.amount(f"{THEME}.kosten"),
        costs_of_year=context.amount(f"{THEME}.kosten_jaar"),
        applies_threshold=context.yes(f"{THEME}.drempel"),
        voorliggende_voorziening=context.choice(f"{THEME}.voorliggend"),
        occurs=context.choice(f"{THEME}.doen_zich_voor"),
        noodzakelijk=context.yes(f"{THEME}.noodzakelijk"),
        bijzonder=context.yes(f"{THEME}.bijzonder"),
        before_melding=context.choice(f"{THEME}.voor_melding"),
        way=context.choice(f"{THEME}.draagkracht_wijze"),
        left_over=context.amount(f"{THEME}.draagkracht_rest"),
        means=_means(context),
        toeslag_household=context.choice(f"{THEME}.toeslag_huishouden"),
        toeslag_child=context.choice(f"{THEME}.toeslag_kind"),
        toeslag_before=context.yes(f"{THEME}.toeslag_eerder"),
        toeslag_low_income=context.yes(f"{THEME}.toeslag_laag"),
        toeslag_prospect=context.yes(f"{THEME}.toeslag_uitzicht"),
        outcome=context.choice("conclusie.uitkomst"),
        chosen=context.amount("conclusie.bedrag"),
    )


def _means(context: AssessmentContext) -> Means:
    return Means(
        household=context.choice(f"{THEME}.huishouden"),
        norm_group=context.choice(f"{THEME}.leeftijd"),
        own_norm=context.amount(f"{THEME}.norm_bedrag"),
        income=context.amount(f"{THEME}.inkomen"),
        assets=context.amount(f"{THEME}.vermogen"),
        used=context.amount(f"{THEME}.draagkracht_gebruikt"),
        own_free=context.amount(f"{THEME}.vrij_bedrag"),
        own_percentage=context.number(f"{THEME}.percentage"),
        own_months=context.number(f"{THEME}.draagkrachtperiode"),
        own_assets=context.amount(f"{THEME}.vermogen_telt"),
    )
