"""The individuele inkomenstoeslag (36): what the verordening asks and gives, and what is unknown."""

from __future__ import annotations

import pytest

from hardship_desk.plugin_api import Money, Parameter
from tests.unit.plugins.bijstand_cases import (
    Answers,
    Dates,
    case,
    found,
    lines,
    percent_of_policy,
    policy,
    total,
)

BB = "bijzondere_bijstand"
LOCAL = "individuele_inkomenstoeslag"
ASKED: Answers = {
    f"{BB}.soort": "inkomenstoeslag",
    f"{BB}.toeslag_eerder": False,
    f"{BB}.toeslag_laag": True,
    f"{BB}.toeslag_uitzicht": False,
    f"{BB}.toeslag_huishouden": "gehuwden",
    f"{BB}.toeslag_kind": "geen",
}
MONTHS = policy(f"{LOCAL}.referteperiode_maanden", 36, "maanden")
LIMIT = percent_of_policy(f"{LOCAL}.inkomensgrens_pct_norm", 105)
AMOUNTS = (
    policy(f"{LOCAL}.bedragen.gehuwden", Money(50_000)),
    policy(f"{LOCAL}.bedragen.gehuwden_met_kind_12_18", Money(80_000)),
)


@pytest.mark.parametrize(("child", "cents"), [("geen", 50_000), ("12_18", 80_000)])
def test_that_the_amount_is_that_of_the_household(child: str, cents: int) -> None:
    context = case(BB, {**ASKED, f"{BB}.toeslag_kind": child}, local=AMOUNTS)
    assert total(context) == Money(cents)


def test_that_a_child_without_an_amount_of_its_own_gives_that_of_the_household() -> None:
    context = case(BB, {**ASKED, f"{BB}.toeslag_kind": "onder_12"}, local=AMOUNTS)
    assert total(context) == Money(50_000)


@pytest.mark.parametrize("missing", ["toeslag_huishouden", "toeslag_kind"])
def test_that_an_unknown_household_gives_no_amount(missing: str) -> None:
    assert total(case(BB, {**ASKED, f"{BB}.{missing}": None}, local=AMOUNTS)) is None


def test_that_an_unknown_amount_is_never_assumed() -> None:
    context = case(BB, ASKED)
    assert total(context) is None
    assert "hier niet bekend" in lines(context)["11_toeslag"].outcome


def test_that_without_a_day_nothing_is_known() -> None:
    context = case(BB, ASKED, Dates(period=None, decided=None), local=AMOUNTS)
    assert {line.amount for line in lines(context).values()} == {None}


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ((MONTHS, LIMIT), "36 maanden lang niet meer dan 105 procent"),
        ((MONTHS,), "36 maanden lang een laag inkomen"),
        ((LIMIT,), "Niet meer dan 105 procent"),
        ((), "lees haar na"),
    ],
)
def test_that_it_says_what_long_and_low_are(known: tuple[Parameter, ...], words: str) -> None:
    assert words in lines(case(BB, ASKED, local=known))["10_toeslag_eisen"].outcome


def test_that_an_amount_beside_the_verordening_is_noticed() -> None:
    granted: Answers = {
        **ASKED,
        "conclusie.uitkomst": "toekennen",
        "conclusie.bedrag": Money(40_000),
    }
    assert "bedrag_lager" in found(case(BB, granted, local=AMOUNTS))
