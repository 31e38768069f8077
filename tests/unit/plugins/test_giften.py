"""Gifts and means: which version of the law holds, what is free, and what the outcome may not do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.plugin_api import AssessmentContext, Direction, Money, Parameter, Period
from tests.unit.plugins.bijstand_cases import (
    SEPTEMBER,
    Answers,
    Dates,
    case,
    drafted,
    found,
    lines,
    policy,
    total,
)

G = "giften_middelen"
POLICY = "giften_en_middelen.giften_vrij_per_kalenderjaar"
GIFT: Answers = {
    f"{G}.soort": "gift_geld",
    f"{G}.beschikken": True,
    f"{G}.waarde": Money(50000),
    f"{G}.eerder": Money(0),
}
ASSETS: Answers = {
    f"{G}.soort": "vermogen",
    f"{G}.beschikken": True,
    f"{G}.huishouden": "alleenstaande",
    f"{G}.bezit": Money(900000),
    f"{G}.vrij_bezit": Money(50000),
    f"{G}.schulden": Money(50000),
}
MAY_2025 = Period(date(2025, 5, 1), date(2025, 5, 31))
MAY_2026 = Period(date(2026, 5, 1), date(2026, 5, 31))


def gift(
    changes: Answers | None = None,
    period: Period | None = SEPTEMBER,
    local: tuple[Parameter, ...] = (),
) -> AssessmentContext:
    """A gift of 500 euros with these changes."""
    dates = Dates(period=period, decided=period.last_day if period else None)
    return case(G, {**GIFT, **(changes or {})}, dates, local)


def assets(changes: Answers | None = None, period: Period | None = SEPTEMBER) -> AssessmentContext:
    """Assets of 8.000 euros with these changes."""
    dates = Dates(period=period, decided=period.last_day if period else None)
    return case(G, {**ASSETS, **(changes or {})}, dates)


def test_that_the_act_names_an_amount_since_2026() -> None:
    assert "1.200,00" in lines(gift())["01_regime"].outcome
    first = Period(date(2026, 1, 1), date(2026, 1, 1))
    assert "1.200,00" in lines(gift(period=first))["01_regime"].outcome


def test_that_before_2026_policy_or_the_case_alone_decides() -> None:
    last = Period(date(2025, 12, 1), date(2025, 12, 31))
    assert "afweging" in lines(gift(period=last))["01_regime"].outcome
    local = (policy(POLICY, Money(180000)),)
    assert "1.800,00" in lines(gift(period=last, local=local))["01_regime"].outcome


def test_that_policy_gives_way_to_the_act() -> None:
    local = (policy(POLICY, Money(180000)),)
    assert "1.200,00" in lines(gift(local=local))["01_regime"].outcome


def test_that_an_amount_that_is_not_known_yet_is_not_assumed() -> None:
    later = Period(date(2027, 1, 1), date(2027, 1, 31))
    assert "niet bekend" in lines(gift(period=later))["01_regime"].outcome
    assert total(gift(period=later)) is None
    assert total(gift(period=None)) is None


@pytest.mark.parametrize(
    ("amount", "before", "above"), [(50000, 70000, 0), (50000, 70001, 1), (10000, 130000, 10000)]
)
def test_that_gifts_of_one_year_share_the_limit(amount: int, before: int, above: int) -> None:
    context = gift({f"{G}.waarde": Money(amount), f"{G}.eerder": Money(before)})
    assert lines(context)["04_boven"].amount == Money(above)
    assert ("boven_grens" in found(context)) == (above > 0)
    assert ("binnen_grens" in found(context)) == (above == 0)


@pytest.mark.parametrize("missing", [f"{G}.waarde", f"{G}.eerder"])
def test_that_an_open_amount_leaves_the_outcome_open(missing: str) -> None:
    context = gift({missing: None})
    assert total(context) is None
    assert not {"boven_grens", "binnen_grens"} & set(found(context))


ABOVE: Answers = {f"{G}.waarde": Money(150000)}


@pytest.mark.parametrize(
    ("justified", "counts", "name"),
    [
        (True, 0, "vrijgelaten"),
        (False, 30000, "niet_vrijgelaten"),
        (None, None, "oordeel_gevraagd"),
    ],
)
def test_that_above_the_limit_a_judgement_decides(
    justified: bool | None, counts: int | None, name: str
) -> None:
    context = gift({**ABOVE, f"{G}.verantwoord": justified})
    amount = total(context)
    assert (amount.cents if amount else None) == counts
    assert name in found(context)


def test_that_a_judgement_pleads_for_or_against() -> None:
    spared = found(gift({**ABOVE, f"{G}.verantwoord": True}))["vrijgelaten"]
    counted = found(gift({**ABOVE, f"{G}.verantwoord": False}))["niet_vrijgelaten"]
    assert spared.direction is Direction.PLEADS_FOR
    assert counted.direction is Direction.PLEADS_AGAINST
    assert "niet_vrijgelaten" in drafted(gift({**ABOVE, f"{G}.verantwoord": False}))


def test_that_counting_without_a_judgement_is_noticed() -> None:
    context = gift({**ABOVE, "conclusie.uitkomst": "meetellen"})
    assert "oordeel_ontbreekt" in found(context)


def test_that_without_a_fixed_amount_all_takes_a_judgement() -> None:
    context = gift(period=MAY_2025)
    assert "oordeel_gevraagd" in found(context)
    assert not {"boven_grens", "binnen_grens"} & set(found(context))


def test_that_what_is_out_of_reach_does_not_count() -> None:
    assert total(gift({**ABOVE, f"{G}.beschikken": False})) == Money(0)


def test_that_onderdeel_s_is_unsure_in_the_first_half_of_2026_only() -> None:
    last, first = (
        Period(date(2026, 6, 1), date(2026, 6, 30)),
        Period(date(2026, 7, 1), date(2026, 7, 1)),
    )
    assert "onderdeel_s_onzeker" in found(gift(ABOVE, period=last))
    assert "onderdeel_s_onzeker" not in found(gift(ABOVE, period=first))
    assert "onderdeel_s_onzeker" not in found(gift(period=MAY_2026))


def test_that_a_period_over_two_years_is_noticed() -> None:
    both = Period(date(2025, 12, 1), date(2026, 1, 31))
    assert "twee_kalenderjaren" in found(gift(period=both))
    assert "twee_kalenderjaren" not in found(gift())


COUNTED: Answers = {"conclusie.uitkomst": "meetellen"}


def test_that_a_gift_within_the_limit_may_not_count() -> None:
    assert "telt_vrij_gift" in found(gift({**COUNTED, f"{G}.eerder": Money(70000)}))
    assert "telt_vrij_gift" not in found(gift({**COUNTED, f"{G}.eerder": Money(70001)}))
    assert "telt_vrij_gift" not in found(gift(COUNTED, period=MAY_2025))
    assert "telt_vrij_gift" not in found(gift({"conclusie.uitkomst": "niet_meetellen"}))


@pytest.mark.parametrize("soort", ["voedselbank", "mantelzorg"])
def test_that_food_aid_and_care_may_not_count_since_2026(soort: str) -> None:
    given_now = case(G, {**COUNTED, f"{G}.soort": soort})
    assert f"telt_vrij_{soort}" in found(given_now)
    before = case(G, {**COUNTED, f"{G}.soort": soort}, Dates(period=MAY_2025))
    assert f"telt_vrij_{soort}" not in found(before)


def test_that_other_kinds_have_no_calculation() -> None:
    assert lines(case(G, {f"{G}.soort": "anders"})) == {}


@pytest.mark.parametrize(("possessions", "above"), [(900000, 0), (900001, 1)])
def test_that_assets_lie_beside_the_limit(possessions: int, above: int) -> None:
    context = assets({f"{G}.bezit": Money(possessions)})
    assert total(context) == Money(above)
    name = "vermogen_boven" if above else "vermogen_onder"
    assert name in found(context)


@pytest.mark.parametrize(
    ("household", "period", "limit"),
    [
        ("alleenstaande", SEPTEMBER, 800000),
        ("alleenstaande_ouder", SEPTEMBER, 1600000),
        ("gehuwden", SEPTEMBER, 1600000),
        ("alleenstaande", MAY_2025, 777000),
        ("gehuwden", Period(date(2023, 5, 1), date(2023, 5, 31)), 1521000),
    ],
)
def test_that_each_year_and_household_has_its_limit(
    household: str, period: Period, limit: int
) -> None:
    context = assets({f"{G}.huishouden": household}, period=period)
    assert lines(context)["12_grens"].amount == Money(limit)


def test_that_the_limit_of_2024_is_unknown() -> None:
    context = assets(period=Period(date(2024, 5, 1), date(2024, 5, 31)))
    assert total(context) is None
    assert "vermogen_onder" not in found(context)


@pytest.mark.parametrize("missing", ["bezit", "vrij_bezit", "schulden", "huishouden"])
def test_that_unknown_assets_stay_unknown(missing: str) -> None:
    assert total(assets({f"{G}.{missing}": None})) is None


def test_that_no_day_gives_no_limit() -> None:
    assert total(assets(period=None)) is None


def test_that_the_room_at_the_start_counted_until_2025() -> None:
    room: Answers = {f"{G}.ruimte_start": Money(100000)}
    assert total(assets(room, period=MAY_2025)) == Money(700000)
    assert total(assets(room)) == Money(0)


def test_that_assets_under_the_limit_may_not_count() -> None:
    assert "telt_vrij_vermogen" in found(assets(COUNTED))
    above: Answers = {**COUNTED, f"{G}.bezit": Money(900001)}
    assert "telt_vrij_vermogen" not in found(assets(above))


@pytest.mark.parametrize(("chosen", "noticed"), [(30000, False), (30001, True)])
def test_that_more_than_the_calculation_is_noticed(chosen: int, noticed: bool) -> None:
    context = gift({**ABOVE, **COUNTED, f"{G}.verantwoord": False, f"{G}.telt_mee": Money(chosen)})
    assert ("telt_mee_hoger" in found(context)) == noticed


@given(amount=st.integers(0, 300_000), more=st.integers(0, 100_000))
def test_that_a_larger_gift_never_counts_for_less(amount: int, more: int) -> None:
    answers: Answers = {f"{G}.verantwoord": False}
    less = total(gift({**answers, f"{G}.waarde": Money(amount)}))
    larger = total(gift({**answers, f"{G}.waarde": Money(amount + more)}))
    assert less is not None
    assert larger is not None
    assert less <= larger


def local_limit(cents: int, last: date | None = None) -> Parameter:
    """A yearly amount of local policy, to that last day."""
    value = replace(policy(POLICY, Money(cents)), plugin="verzonnen")
    return replace(value, valid=Period(date(2015, 1, 1), last))


@pytest.mark.parametrize(
    ("worth", "limit", "last", "noticed"),
    [
        (120_001, 180_000, None, True),
        (120_001, 180_000, date(2025, 12, 31), True),
        (120_000, 180_000, None, False),
        (120_001, 120_000, None, False),
    ],
)
def test_that_wider_policy_is_where_the_judgement_begins(
    worth: int, limit: int, last: date | None, noticed: bool
) -> None:
    context = gift({f"{G}.waarde": Money(worth)}, local=(local_limit(limit, last),))
    assert ("beleid_ruimer" in found(context)) is noticed
    assert lines(context)["04_boven"].amount == Money(worth - 120_000)


def test_that_wider_policy_says_nothing_while_the_gift_is_unknown() -> None:
    context = gift({f"{G}.waarde": None}, local=(local_limit(180_000),))
    assert "beleid_ruimer" not in found(context)
