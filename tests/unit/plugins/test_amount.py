"""From benadeling to the lowest amount, each step by amounts computed by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from hardship_desk.plugin_api import Money
from plugins.landelijk.rules.boete.draagkracht import apply_draagkracht
from plugins.landelijk.rules.boete.evenredigheid import (
    apply_evenredigheid,
    binding_of,
    show_dringende_reden,
    take_lowest,
)
from plugins.landelijk.rules.boete.facts import NO_BENADELING, Recidive
from plugins.landelijk.rules.boete.graad import apply_percentage, find_benadeling
from plugins.landelijk.rules.boete.maximum import apply_maximum, nearest_maximum
from plugins.landelijk.rules.boete.recidive import apply_recidive, counts_as_recidive, raised
from plugins.landelijk.rules.boete.termijn import apply_redelijke_termijn, apply_rounding
from plugins.landelijk.rules.boete.verwijtbaarheid import Verwijtbaarheid
from plugins.landelijk.rules.means import Means
from plugins.landelijk.rules.step import Step
from tests.unit.plugins.builders import facts, law

DAY = date(2022, 3, 31)
OPZET, GROVE_SCHULD = Verwijtbaarheid.OPZET, Verwijtbaarheid.GROVE_SCHULD
NORMAAL = Verwijtbaarheid.NORMALE_VERWIJTBAARHEID
VERMINDERD = Verwijtbaarheid.VERMINDERDE_VERWIJTBAARHEID
ON_LEVEL = Means(leefvorm="alleenstaande_21_aow", level="bijstand")


def said(step: Step) -> tuple[str, Fraction | int | None]:
    """What a step says, with its exact cents."""
    return step.variant, step.amount


@pytest.mark.parametrize(
    ("kind", "amount", "variant", "cents"),
    [
        ("ingevoerd", Money(100000), "ingevoerd", 100000),
        ("uit_terugvordering", Money(100000), "uit_terugvordering", 100000),
        ("ingevoerd", NO_BENADELING, "geen", 0),
        ("geen", NO_BENADELING, "geen", 0),
        ("uit_terugvordering", None, "zonder_terugvordering", None),
        ("ingevoerd", None, "onbekend", None),
        (None, None, "onbekend", None),
    ],
)
def test_that_the_benadeling_says_where_it_came_from(
    kind: str | None, amount: Money | None, variant: str, cents: int | None
) -> None:
    step = find_benadeling(facts(benadeling_kind=kind, benadeling=amount))
    assert said(step) == (variant, cents)


@pytest.mark.parametrize(
    ("past", "counts"),
    [
        ({}, True),
        ({"earlier": False}, False),
        ({"same_conduct": False}, False),
        ({"final": False}, False),
        ({"earlier": None}, None),
        ({"final": None}, None),
        ({"imposed_on": None}, None),
        # Five years before 1 January 2022.
        ({"imposed_on": date(2017, 1, 1)}, True),
        ({"imposed_on": date(2016, 12, 31)}, False),
        ({"imposed_on": date(2021, 12, 31)}, True),
        ({"imposed_on": date(2022, 1, 1)}, False),
        ({"imposed_on": date(2012, 1, 1), "prison": True}, True),
        ({"imposed_on": date(2011, 12, 31), "prison": True}, False),
    ],
)
def test_that_recidive_asks_the_same_conduct_final_and_in_the_window(
    past: dict[str, object], counts: bool | None
) -> None:
    given = {"earlier": True, "same_conduct": True, "final": True, "imposed_on": date(2020, 6, 1)}
    recidive = Recidive(**{**given, **past})  # type: ignore[arg-type]  # names are those of the fields
    case = facts(recidive=recidive)
    assert counts_as_recidive(case, law()) is counts
    step = apply_recidive(case, law(), Fraction(100000))
    assert step.amount == (150000 if counts else 100000)
    assert step.variant == {True: "ja", False: "nee", None: "onbekend"}[counts]


def test_that_recidive_without_day_or_window_is_unknown_and_raises_nothing() -> None:
    past = Recidive(earlier=True, same_conduct=True, final=True, imposed_on=date(2020, 6, 1))
    undated = facts(recidive=past, offence_day=None)
    assert counts_as_recidive(undated, law()) is None
    assert raised(undated, law(), Fraction(10)) == 10
    case = facts(recidive=past)
    assert counts_as_recidive(case, law(without="boete.recidive.tijdvak")) is None
    step = apply_recidive(case, law(without="boete.recidive.factor"), Fraction(10))
    assert said(step) == ("nee", 10)


def test_that_without_amount_there_is_nothing_to_raise() -> None:
    case = facts(recidive=Recidive(earlier=False))
    unknown, nothing = apply_recidive(case, law(), None), apply_recidive(case, law(), Fraction(0))
    assert said(unknown) == ("zonder_bedrag", None)
    assert said(nothing) == ("niet_van_toepassing", None)
    assert [item.name for item in nothing.inputs] == ["eerdere_sanctie"]


@pytest.mark.parametrize(
    ("grade", "cents", "procent"),
    [
        (OPZET, 100000, "100"),
        (GROVE_SCHULD, 75000, "75"),
        (NORMAAL, 50000, "50"),
        (VERMINDERD, 25000, "25"),
    ],
)
def test_that_each_grade_has_its_percentage(
    grade: Verwijtbaarheid, cents: int, procent: str
) -> None:
    step = apply_percentage(facts(verwijtbaarheid=grade), law(), DAY, Fraction(100000))
    assert said(step) == ("percentage", cents)
    assert step.slots == {"procent": procent}


def test_that_nothing_is_assumed_without_grade_amount_or_percentage() -> None:
    base = Fraction(100000)
    without_grade = apply_percentage(facts(verwijtbaarheid=None), law(), DAY, base)
    assert said(without_grade) == ("zonder_graad", None)
    without_amount = apply_percentage(facts(benadeling=None), law(), DAY, None)
    assert said(without_amount) == ("onbekend", None)
    missing = law(without="boete.percentage.normale_verwijtbaarheid")
    assert apply_percentage(facts(), missing, DAY, base).amount is None


@pytest.mark.parametrize("grade", [OPZET, GROVE_SCHULD, NORMAAL, VERMINDERD])
def test_that_without_benadeling_the_fine_starts_at_150_euro(grade: Verwijtbaarheid) -> None:
    case = facts(benadeling=NO_BENADELING, verwijtbaarheid=grade)
    step = apply_percentage(case, law(), DAY, Fraction(0))
    assert said(step) == ("uitgangspunt", 15000)
    missing = law(without="boete.geen_benadeling.uitgangspunt")
    assert apply_percentage(case, missing, DAY, Fraction(0)).amount is None


@pytest.mark.parametrize(
    ("grade", "benadeling", "day", "variant", "euros"),
    [
        (OPZET, 100000, DAY, "categorie", 90000),
        (GROVE_SCHULD, 100000, DAY, "categorie", 9000),
        (NORMAAL, 100000, DAY, "plafond", 6000),
        (VERMINDERD, 100000, DAY, "plafond", 3000),
        (NORMAAL, 0, DAY, "categorie", 4500),
        (OPZET, 0, DAY, "categorie", 4500),
        (None, 100000, DAY, "categorie", 9000),
        (GROVE_SCHULD, 100000, date(2015, 12, 31), "categorie", 8100),
        (GROVE_SCHULD, 100000, date(2016, 1, 1), "categorie", 8200),
        (GROVE_SCHULD, 100000, date(2018, 1, 1), "categorie", 8300),
        (GROVE_SCHULD, 100000, date(2020, 1, 1), "categorie", 8700),
        (GROVE_SCHULD, 100000, date(2013, 12, 31), "onbekend", None),
        (GROVE_SCHULD, 100000, date(2024, 1, 1), "onbekend", None),
        (OPZET, 100000, date(2026, 6, 1), "onbekend", None),
    ],
)
def test_that_the_maximum_follows_grade_benadeling_and_day(
    grade: Verwijtbaarheid | None, benadeling: int, day: date, variant: str, euros: int | None
) -> None:
    case = facts(verwijtbaarheid=grade, benadeling=Money(benadeling))
    step = apply_maximum(case, law(), day)
    assert step.variant == variant
    assert step.amount == (euros * 100 if euros is not None else None)


def test_that_the_ceiling_keeps_its_thirds_of_a_cent_until_the_end() -> None:
    step = apply_maximum(facts(), law(), date(2016, 6, 1))
    assert step.amount == Fraction(820000 * 2, 3)
    assert step.slots == {"deel": "2/3"}


def test_that_without_divisor_the_whole_category_is_the_ceiling() -> None:
    step = apply_maximum(facts(), law(without="boete.plafond.deler"), DAY)
    assert said(step) == ("categorie", 900000)


def test_that_the_nearest_known_maximum_shows_how_far_off_it_is() -> None:
    assert nearest_maximum(facts(), law(), date(2026, 6, 1)) == 600000
    assert nearest_maximum(facts(), law(), date(2013, 6, 1)) == 540000
    assert nearest_maximum(facts(), law(without="boete.categorie_3"), DAY) is None


@pytest.mark.parametrize(
    ("grade", "months"), [(OPZET, 24), (GROVE_SCHULD, 18), (NORMAAL, 12), (VERMINDERD, 6)]
)
def test_that_the_room_is_five_percent_of_the_norm_in_the_months_of_the_grade(
    grade: Verwijtbaarheid, months: int
) -> None:
    case = facts(verwijtbaarheid=grade, means=ON_LEVEL)
    step = apply_draagkracht(case, law(), date(2023, 3, 1))
    # Norm of 1 January 2023: € 1.195,66; five percent is € 59,783.
    assert step.amount == Fraction(59783, 10) * months
    assert step.slots == {"maanden": str(months), "procent": "5"}


@pytest.mark.parametrize(
    ("day", "monthly"),
    [(date(2020, 8, 3), 10000), (date(2020, 8, 4), 5000), (date(2026, 1, 1), 5000)],
)
def test_that_ten_percent_became_five_on_4_august_2020(day: date, monthly: int) -> None:
    own = Means(own_norm=Money(100000), level="bijstand", leefvorm="anders")
    step = apply_draagkracht(facts(means=own), law(), day)
    assert said(step) == ("van_eigen_norm", monthly * 12)


def test_that_room_rounded_each_month_is_a_choice() -> None:
    means = Means(leefvorm="alleenstaande_21_aow", level="bijstand", rounds_each_month=True)
    step = apply_draagkracht(facts(means=means), law(), date(2023, 3, 1))
    assert step.amount == 5978 * 12


@pytest.mark.parametrize(
    ("income", "floor", "assets", "cents"),
    [(180000, 150000, None, 360000), (180000, 150000, 50000, 410000), (100000, 150000, None, 0)],
)
def test_that_a_higher_income_pays_what_is_above_the_beslagvrije_voet(
    income: int, floor: int, assets: int | None, cents: int
) -> None:
    means = Means(
        level="hoger",
        income=Money(income),
        beslagvrije_voet=Money(floor),
        assets=Money(assets) if assets is not None else None,
    )
    step = apply_draagkracht(facts(means=means), law(), DAY)
    assert said(step) == ("boven_voet", cents)


@pytest.mark.parametrize(
    ("means", "variant"),
    [
        (Means(), "niet_onderzocht"),
        (Means(level="hoger", income=Money(1)), "niet_onderzocht"),
        (Means(level="hoger", beslagvrije_voet=Money(1)), "niet_onderzocht"),
        (Means(level="bijstand"), "norm_onbekend"),
        (Means(level="bijstand", leefvorm="anders"), "norm_onbekend"),
        (Means(level="bijstand", leefvorm="inrichting_alleenstaande"), "norm_onbekend"),
    ],
)
def test_that_unknown_means_bind_nothing(means: Means, variant: str) -> None:
    step = apply_draagkracht(facts(means=means), law(), DAY)
    assert said(step) == (variant, None)


def test_that_without_grade_there_are_no_months() -> None:
    step = apply_draagkracht(facts(verwijtbaarheid=None, means=ON_LEVEL), law(), DAY)
    assert said(step) == ("zonder_graad", None)


@pytest.mark.parametrize(
    ("amount", "computed", "variant", "cents"),
    [
        (None, 50000, "niet_lager", None),
        (40000, 50000, "lager", 40000),
        (50000, 50000, "hoger", None),
        (60000, 50000, "hoger", None),
        (40000, None, "hoger", None),
    ],
)
def test_that_the_own_amount_only_lowers(
    amount: int | None, computed: int | None, variant: str, cents: int | None
) -> None:
    case = facts(evenredig_bedrag=Money(amount) if amount is not None else None)
    step = apply_evenredigheid(case, Fraction(computed) if computed is not None else None)
    assert said(step) == (variant, cents)


@pytest.mark.parametrize(("answer", "variant"), [(True, "ja"), (False, "nee"), (None, "onbekend")])
def test_that_urgent_reasons_are_shown_and_never_computed(
    answer: bool | None, variant: str
) -> None:
    step = show_dringende_reden(facts(dringende_reden=answer))
    assert said(step) == (variant, None)


def test_that_the_lowest_amount_binds_and_the_first_of_equals() -> None:
    lowest = {"percentage": Fraction(3), "maximum": None, "draagkracht": Fraction(2)}
    step = take_lowest(lowest)
    assert said(step) == ("draagkracht", 2)
    assert [item.name for item in step.inputs] == ["uit_percentage", "uit_draagkracht"]
    assert binding_of({"percentage": Fraction(2), "maximum": Fraction(2)}) == "percentage"
    unknown = take_lowest({"percentage": None, "maximum": Fraction(2)})
    assert said(unknown) == ("onbekend", None)


@pytest.mark.parametrize(
    ("in_review", "percentage", "variant", "cents"),
    [
        (True, 10, "verlaagd", 45000),
        (True, 5, "verlaagd", 47500),
        (True, 0, "niet_verlaagd", 50000),
        (True, None, "niet_verlaagd", 50000),
        (False, 10, "niet_van_toepassing", 50000),
    ],
)
def test_that_delay_in_review_lowers_by_its_percentage(
    in_review: bool, percentage: int | None, variant: str, cents: int
) -> None:
    case = facts(in_review=in_review, delay_percentage=percentage)
    step = apply_redelijke_termijn(case, Fraction(50000))
    assert said(step) == (variant, cents)


def test_that_delay_and_rounding_leave_an_unknown_amount_unknown() -> None:
    late = apply_redelijke_termijn(facts(in_review=True, delay_percentage=10), None)
    assert said(late) == ("verlaagd", None)
    assert apply_rounding(law(), DAY, None).variant == "onbekend"


@pytest.mark.parametrize(
    ("day", "variant", "cents"),
    [
        (date(2016, 12, 31), "omhoog_op_tien_euro", 51000),
        (date(2017, 1, 1), "op_de_cent", 50013),
    ],
)
def test_that_the_end_amount_is_rounded_by_the_regime(day: date, variant: str, cents: int) -> None:
    step = apply_rounding(law(), day, Fraction(100025, 2))
    assert said(step) == (variant, cents)
