"""Bijzondere bijstand: costs, threshold, draagkracht by local policy, and what the tests mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.plugin_api import AssessmentContext, Certainty, Money, Parameter, Period
from tests.unit.plugins.bijstand_cases import (
    SEPTEMBER,
    Answers,
    Dates,
    case,
    drafted,
    found,
    letter,
    lines,
    percent_of_policy,
    policy,
    total,
)
from tests.unit.plugins.builders import rules

BB = "bijzondere_bijstand"
LOCAL = "draagkracht_bijzondere_bijstand"
ALL_MET: Answers = {
    f"{BB}.soort": "anders",
    f"{BB}.kosten": Money(50000),
    f"{BB}.voorliggend": "geen",
    f"{BB}.doen_zich_voor": "ja",
    f"{BB}.noodzakelijk": True,
    f"{BB}.bijzonder": True,
    f"{BB}.drempel": False,
    f"{BB}.draagkracht_wijze": "geen_ruimte",
}
MEANS: Answers = {
    f"{BB}.draagkracht_wijze": "berekenen",
    f"{BB}.huishouden": "alleenstaande",
    f"{BB}.leeftijd": "anders",
    f"{BB}.norm_bedrag": Money(140000),
    f"{BB}.inkomen": Money(150000),
    f"{BB}.vrij_bedrag": Money(5000),
    f"{BB}.percentage": 50,
    f"{BB}.draagkrachtperiode": 12,
    f"{BB}.vermogen": Money(0),
}
# Invented policy: 110 percent of the norm is free, then 50 percent, above 150 percent all of it.
BRACKETS = (
    percent_of_policy(f"{LOCAL}.draagkrachtvrij_pct_norm", 110),
    percent_of_policy(f"{LOCAL}.schijf_1.pct_van_meerinkomen", 50),
    percent_of_policy(f"{LOCAL}.schijf_2.vanaf_pct_norm", 150),
    percent_of_policy(f"{LOCAL}.schijf_2.pct_van_meerinkomen", 100),
    policy(f"{LOCAL}.draagkrachtperiode_maanden", 12, "maanden"),
)


def asked(
    changes: Answers | None = None, dates: Dates | None = None, local: tuple[Parameter, ...] = ()
) -> AssessmentContext:
    """A case in which all tests are met, with these changes."""
    return case(BB, {**ALL_MET, **(changes or {})}, dates, local)


def cents(changes: Answers | None = None, local: tuple[Parameter, ...] = ()) -> int | None:
    """The draagkracht where it is computed."""
    amount = lines(asked({**MEANS, **(changes or {})}, local=local))["08_draagkracht"].amount
    return amount.cents if amount else None


def test_that_without_room_all_costs_are_left() -> None:
    assert total(asked()) == Money(50000)


def test_that_what_was_set_before_is_taken_off() -> None:
    rest: Answers = {
        f"{BB}.draagkracht_wijze": "eerder_vastgesteld",
        f"{BB}.draagkracht_rest": Money(12000),
    }
    assert total(asked(rest)) == Money(38000)


def test_that_bijstand_is_never_below_nothing() -> None:
    rest: Answers = {
        f"{BB}.draagkracht_wijze": "eerder_vastgesteld",
        f"{BB}.draagkracht_rest": Money(90000),
    }
    assert total(asked(rest)) == Money(0)


@pytest.mark.parametrize(
    "missing",
    [
        {f"{BB}.draagkracht_wijze": None},
        {f"{BB}.draagkracht_wijze": "eerder_vastgesteld"},
        {f"{BB}.kosten": None},
    ],
)
def test_that_nothing_is_reckoned_with_what_is_unknown(missing: Answers) -> None:
    assert total(asked(missing)) is None


def test_that_nothing_is_reckoned_without_a_day() -> None:
    assert total(asked(MEANS, Dates(period=None, decided=None))) is None


def test_that_half_of_the_surplus_counts_for_a_year() -> None:
    # 1.500 - (1.400 + 50) = 50; half of it for twelve months.
    assert cents() == 30000


def test_that_used_draagkracht_and_assets_count() -> None:
    assert cents({f"{BB}.draagkracht_gebruikt": Money(10000)}) == 20000
    assert cents({f"{BB}.vermogen": Money(900000), f"{BB}.vermogen_telt": Money(10000)}) == 40000


def test_that_an_income_at_the_free_amount_gives_no_draagkracht() -> None:
    at = {
        f"{BB}.inkomen": Money(145000),
        f"{BB}.percentage": None,
        f"{BB}.draagkrachtperiode": None,
    }
    assert cents(at) == 0
    assert cents({f"{BB}.inkomen": Money(145001), f"{BB}.percentage": 100}) == 12


@pytest.mark.parametrize(
    ("missing", "line"),
    [
        (f"{BB}.norm_bedrag", "03_norm"),
        (f"{BB}.vrij_bedrag", "04_vrij_inkomen"),
        (f"{BB}.inkomen", "05_meerinkomen"),
        (f"{BB}.percentage", "06_per_maand"),
        (f"{BB}.vermogen", "07_vermogen"),
        (f"{BB}.draagkrachtperiode", "08_draagkracht"),
    ],
)
def test_that_what_policy_does_not_give_is_asked_and_never_assumed(missing: str, line: str) -> None:
    context = asked({**MEANS, missing: None})
    assert lines(context)[line].amount is None
    assert total(context) is None


def test_that_the_table_gives_the_norm_of_the_household() -> None:
    of_one = {f"{BB}.leeftijd": "tot_aow", f"{BB}.norm_bedrag": None}
    parent = {**of_one, f"{BB}.huishouden": "alleenstaande_ouder"}
    pair = {**of_one, f"{BB}.huishouden": "gehuwden"}
    amounts = [lines(asked({**MEANS, **item}))["03_norm"].amount for item in (of_one, parent, pair)]
    assert amounts[0] == amounts[1]
    assert amounts[0] is not None
    assert amounts[2] is not None
    assert amounts[0] < amounts[2]


def test_that_a_norm_outside_the_table_is_unknown() -> None:
    changes: Answers = {**MEANS, f"{BB}.leeftijd": "aow", f"{BB}.norm_bedrag": None}
    day = Period(date(2012, 1, 1), date(2012, 1, 31))
    context = asked(changes, Dates(period=day))
    assert lines(context)["03_norm"].amount is None


def test_that_an_amount_of_policy_stays_free() -> None:
    local = (policy(f"{LOCAL}.draagkrachtvrij_bedrag_boven_norm.alleenstaande", Money(10000)),)
    assert cents({f"{BB}.vrij_bedrag": None}, local) == 0


def test_that_brackets_of_policy_count_each_their_part() -> None:
    own = {f"{BB}.vrij_bedrag": None, f"{BB}.percentage": None, f"{BB}.draagkrachtperiode": None}
    # Norm 1.400: free to 1.540, half to 2.100, all above. 2.200: 280 + 100 = 380 a month.
    assert cents({**own, f"{BB}.inkomen": Money(220000)}, BRACKETS) == 12 * 38000
    assert cents({**own, f"{BB}.inkomen": Money(210000)}, BRACKETS) == 12 * 28000
    assert cents({**own, f"{BB}.inkomen": Money(154000)}, BRACKETS) == 0


def test_that_a_kind_of_cost_may_have_its_own_percentage() -> None:
    local = (
        percent_of_policy(f"{LOCAL}.schijf_1.pct_van_meerinkomen", 25),
        percent_of_policy(f"{LOCAL}.afwijkend_woonkosten.pct_van_meerinkomen", 100),
    )
    own = {f"{BB}.percentage": None}
    assert cents(own, local) == 12 * 1250
    assert cents({**own, f"{BB}.soort": "woonkosten"}, local) == 12 * 5000


def test_that_assets_above_the_limit_count_by_policy() -> None:
    local = (percent_of_policy(f"{LOCAL}.vermogen_boven_grens_pct", 100),)
    assert cents({f"{BB}.vermogen": Money(800000)}, local) == 30000
    assert cents({f"{BB}.vermogen": Money(800100)}, local) == 30100
    assert cents({f"{BB}.vermogen": Money(800100)}) is None


def test_that_the_lines_name_policy_as_their_source() -> None:
    local = (percent_of_policy(f"{LOCAL}.schijf_1.pct_van_meerinkomen", 25),)
    line = lines(asked({**MEANS, f"{BB}.percentage": None}, local=local))["06_per_maand"]
    assert line.source.title == "Beleidsregels (verzonnen)"
    assert line.certainty is Certainty.SECONDARY
    assert "25 procent" in line.outcome


@given(
    low=st.integers(0, 400_000),
    more=st.integers(0, 100_000),
    local=st.sampled_from([(), BRACKETS]),
)
def test_that_more_income_never_lowers_draagkracht(
    low: int, more: int, local: tuple[Parameter, ...]
) -> None:
    own: Answers = {f"{BB}.percentage": None, f"{BB}.vrij_bedrag": None} if local else {}
    first = cents({**own, f"{BB}.inkomen": Money(low)}, local)
    second = cents({**own, f"{BB}.inkomen": Money(low + more)}, local)
    assert first is not None
    assert second is not None
    assert first <= second


def yearly(amount: int | None, period: Period = SEPTEMBER) -> AssessmentContext:
    """A case with the threshold applied to these costs of a year."""
    costs = {f"{BB}.kosten_jaar": Money(amount) if amount is not None else None}
    return asked({f"{BB}.drempel": True, **costs}, Dates(period=period))


def test_that_the_threshold_lies_just_below_its_amount() -> None:
    assert "drempel_onder" in found(yearly(17599))
    assert "drempel_boven" in found(yearly(17600))
    assert {"drempel_onder", "drempel_boven"}.isdisjoint(found(yearly(None)))


@pytest.mark.parametrize(("year", "amount"), [(2023, 16700), (2025, 17000), (2026, 17600)])
def test_that_each_year_has_its_threshold(year: int, amount: int) -> None:
    period = Period(date(year, 3, 1), date(year, 3, 31))
    assert "drempel_boven" in found(yearly(amount, period=period))
    assert "drempel_onder" in found(yearly(amount - 1, period=period))


def test_that_the_threshold_of_2024_is_unknown() -> None:
    period = Period(date(2024, 3, 1), date(2024, 3, 31))
    line = lines(yearly(16000, period=period))["02_drempel"]
    assert "ontbreekt" in line.outcome


def test_that_policy_without_threshold_is_said() -> None:
    local = (policy(f"{LOCAL}.drempelbedrag_toegepast", value=False, unit="ja_nee"),)
    context = asked({f"{BB}.drempel": True, f"{BB}.kosten_jaar": Money(100)}, local=local)
    assert "drempel_niet_in_beleid" in found(context)
    with_it = (policy(f"{LOCAL}.drempelbedrag_toegepast", value=True, unit="ja_nee"),)
    context = asked({f"{BB}.drempel": True, f"{BB}.kosten_jaar": Money(100)}, local=with_it)
    assert "drempel_onder" in found(context)


def test_that_an_open_threshold_is_not_reckoned() -> None:
    assert "ontbreekt" in lines(asked({f"{BB}.drempel": None}))["02_drempel"].outcome


REFUSED: Answers = {"conclusie.uitkomst": "afwijzen"}
GRANTED: Answers = {"conclusie.uitkomst": "toekennen", "conclusie.bedrag": Money(50000)}


def test_that_a_refusal_with_all_tests_met_is_noticed() -> None:
    assert "afwijzing_zonder_grond" in found(asked(REFUSED))


@pytest.mark.parametrize(
    "reason",
    [
        {f"{BB}.soort": "schuld"},
        {f"{BB}.voorliggend": "passend"},
        {f"{BB}.voorliggend": "bewust_niet"},
        {f"{BB}.doen_zich_voor": "nee"},
        {f"{BB}.voor_melding": "kon_eerder"},
        {f"{BB}.noodzakelijk": False},
        {f"{BB}.bijzonder": False},
        {f"{BB}.drempel": True, f"{BB}.kosten_jaar": Money(17599)},
        {
            f"{BB}.draagkracht_wijze": "eerder_vastgesteld",
            f"{BB}.draagkracht_rest": Money(50000),
        },
    ],
)
def test_that_a_test_that_is_not_met_carries_a_refusal(reason: Answers) -> None:
    assert "afwijzing_zonder_grond" not in found(asked({**REFUSED, **reason}))


@pytest.mark.parametrize(
    "told",
    [
        {f"{BB}.voorliggend": "niet_onderzocht"},
        {f"{BB}.voor_melding": "kon_niet_eerder"},
        {f"{BB}.voor_melding": "niet_onderzocht"},
    ],
)
def test_that_a_flaw_with_a_flag_of_its_own_is_not_noticed_again(told: Answers) -> None:
    assert "afwijzing_zonder_grond" not in found(asked({**REFUSED, **told}))


def test_that_a_refusal_on_an_early_test_needs_no_draagkracht() -> None:
    early: Answers = {
        **REFUSED,
        f"{BB}.noodzakelijk": False,
        f"{BB}.draagkracht_wijze": "berekenen",
    }
    assert "draagkracht_onbekend" not in found(asked(early))


def test_that_draagkracht_that_was_not_reckoned_is_noticed_once() -> None:
    names = found(asked({**REFUSED, f"{BB}.draagkracht_wijze": "berekenen"}))
    assert "draagkracht_onbekend" in names
    assert "afwijzing_zonder_grond" not in names


def test_that_a_grant_against_a_test_is_noticed_unless_it_deviates() -> None:
    against: Answers = {**GRANTED, f"{BB}.bijzonder": False}
    assert "toekenning_ondanks_toets" in found(asked(against))
    deviating = {**against, "conclusie.uitkomst": "toekennen_in_afwijking"}
    assert "toekenning_ondanks_toets" not in found(asked(deviating))
    assert "toekenning_ondanks_toets" not in found(asked(GRANTED))


def test_that_what_has_a_flag_of_its_own_is_not_said_twice() -> None:
    excluded: Answers = {**GRANTED, f"{BB}.voorliggend": "bewust_niet"}
    assert "toekenning_ondanks_toets" not in found(asked(excluded))


@pytest.mark.parametrize(
    ("chosen", "name"), [(49999, "bedrag_lager"), (50000, None), (50001, "bedrag_hoger")]
)
def test_that_an_amount_beside_the_calculation_is_noticed(chosen: int, name: str | None) -> None:
    names = set(found(asked({**GRANTED, "conclusie.bedrag": Money(chosen)})))
    assert names & {"bedrag_lager", "bedrag_hoger"} == ({name} if name else set())


def test_that_no_amount_is_compared_while_one_is_unknown() -> None:
    unknown: Answers = {**GRANTED, f"{BB}.kosten": None}
    assert "bedrag_lager" not in found(asked(unknown))


TOESLAG: Answers = {
    f"{BB}.soort": "inkomenstoeslag",
    f"{BB}.toeslag_eerder": False,
    f"{BB}.toeslag_laag": True,
    f"{BB}.toeslag_uitzicht": False,
}


def test_that_the_inkomenstoeslag_has_tests_and_lines_of_its_own() -> None:
    context = case(BB, {**TOESLAG, **REFUSED})
    assert set(lines(context)) == {"10_toeslag_eisen", "11_toeslag"}
    assert set(found(context)) == {"afwijzing_zonder_grond"}
    assert letter(context, "afwijzen") == []


@pytest.mark.parametrize(
    "reason",
    [
        {f"{BB}.toeslag_eerder": True},
        {f"{BB}.toeslag_laag": False},
        {f"{BB}.toeslag_uitzicht": True},
    ],
)
def test_that_a_toeslag_is_refused_on_one_of_its_tests(reason: Answers) -> None:
    assert found(case(BB, {**TOESLAG, **REFUSED, **reason})) == {}


def test_that_a_toeslag_against_its_tests_is_noticed() -> None:
    granted: Answers = {**TOESLAG, **GRANTED, f"{BB}.toeslag_uitzicht": True}
    assert set(found(case(BB, granted))) == {"toekenning_ondanks_toets"}


REST: Answers = {f"{BB}.draagkracht_wijze": "eerder_vastgesteld"}


@pytest.mark.parametrize(
    ("rest", "outcome", "told"),
    [
        (10000, "deels_toekennen", "afgehaald"),
        (50000, "afwijzen", "betalen"),
        (10000, "afwijzen", ""),
        (50000, "toekennen", ""),
        (0, "toekennen", ""),
    ],
)
def test_that_the_letter_says_what_the_resident_pays(rest: int, outcome: str, told: str) -> None:
    context = asked({**REST, f"{BB}.draagkracht_rest": Money(rest)})
    text = " ".join(block.text for block in letter(context, outcome))
    assert bool(text) == bool(told)
    assert told in text


def test_that_the_motivation_cites_the_draagkracht() -> None:
    paragraphs = drafted(asked({**REST, f"{BB}.draagkracht_rest": Money(10000)}))
    assert "€ 100,00" in paragraphs["draagkracht_deel"].text
    assert paragraphs["draagkracht_deel"].findings == (f"{BB}.draagkracht_deel",)


def test_that_a_flaw_is_a_flag_and_no_paragraph() -> None:
    assert "afwijzing_zonder_grond" not in drafted(asked(REFUSED))


def test_that_a_paragraph_needs_its_finding() -> None:
    context = asked({**REST, f"{BB}.draagkracht_rest": Money(10000)})
    assert rules().hardship_considerations(context, ()) == ()


def reckoned_sentences() -> str:
    return " ".join(line.outcome for line in lines(asked(MEANS)).values())


def test_that_each_line_says_its_amount() -> None:
    assert "€ 1.450,00" in reckoned_sentences()
    assert "€ 25,00 per maand" in reckoned_sentences()
