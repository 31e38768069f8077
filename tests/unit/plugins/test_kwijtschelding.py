"""Ten years or half at once after a breach, local years beside it, and the truth table of a fine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product

import pytest

from hardship_desk.plugin_api import (
    Anchor,
    Certainty,
    Direction,
    LegalBasis,
    LetterView,
    Money,
    OutcomeId,
    Parameter,
    ParameterTable,
    Period,
    Source,
)
from plugins.landelijk.rules.kwijtschelding.debt import what_lapses
from plugins.landelijk.rules.kwijtschelding.facts import KwijtscheldingFacts
from tests.unit.plugins.builders import Answers, parameters, rules
from tests.unit.plugins.theme_cases import case_of, computation_of, found_in, line_of

KIND = "kwijtschelding"
LOCAL = "terugvordering_invordering"
BREACH: Answers = {
    "kwijtschelding.soort": "schending",
    "kwijtschelding.grond": "pw_58_7_a",
    "kwijtschelding.verzocht": True,
    "kwijtschelding.schuld": Money(250_000),
    "kwijtschelding.begin": date(2016, 6, 15),
    "kwijtschelding.betaald": "volledig",
}
OTHER: Answers = {
    **BREACH,
    "kwijtschelding.soort": "andere",
    "kwijtschelding.grond": "beleid",
    "kwijtschelding.begin": date(2021, 6, 15),
}
AT_ONCE: Answers = {
    **BREACH,
    "kwijtschelding.grond": "pw_58_7_d",
    "kwijtschelding.ineens": Money(125_000),
}
FINE: Answers = {
    "kwijtschelding.soort": "boete",
    "kwijtschelding.grond": "pw_18a_13",
    "kwijtschelding.verzocht": True,
    "kwijtschelding.schuld": Money(50_000),
    "schuldregeling.graad": "lichter",
    "kwijtschelding.boete_op": date(2025, 6, 15),
    "kwijtschelding.herhaling": False,
    "kwijtschelding.schuldregeling": True,
}
BACK: Answers = {
    "kwijtschelding.soort": "boete",
    "kwijtschelding.grond": "pw_18a_14",
    "kwijtschelding.kwijtgescholden_op": date(2021, 6, 15),
    "kwijtschelding.nieuwe_schending_op": date(2026, 6, 15),
    "kwijtschelding.zelfde_overtreding": True,
}
FIVE = {f"{LOCAL}.kwijtschelding_na_jaren.zonder_schending": 5}


def names(answers: Answers, **changed: object) -> set[str]:
    return set(found_in(case_of(KIND, answers, **changed)))  # type: ignore[arg-type]  # as named


def verdict(answers: Answers, **changed: object) -> str:
    """What the conditions say together, by the name of the finding."""
    found = {item for item in names(answers, **changed) if item.startswith("voorwaarden_")}
    return found.pop().removeprefix("voorwaarden_") if found else "onbekend"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, "mogelijk"),
        ({"kwijtschelding.begin": date(2016, 6, 16)}, "nog_niet"),
        ({"kwijtschelding.begin": None}, "onbekend"),
        ({"kwijtschelding.betaald": "ingehaald"}, "niet_mogelijk"),
        ({"kwijtschelding.betaald": None}, "onbekend"),
        ({"kwijtschelding.grond": "pw_58_7_b"}, "mogelijk"),
        (
            {"kwijtschelding.grond": "pw_58_7_b", "kwijtschelding.betaald": "ingehaald"},
            "mogelijk",
        ),
        (
            {"kwijtschelding.grond": "pw_58_7_b", "kwijtschelding.betaald": "achterstand"},
            "niet_mogelijk",
        ),
        ({"kwijtschelding.grond": "pw_58_7_c"}, "niet_mogelijk"),
        ({"kwijtschelding.grond": "pw_58_7_c", "kwijtschelding.betaald": "niets"}, "onbekend"),
        (
            {
                "kwijtschelding.grond": "pw_58_7_c",
                "kwijtschelding.betaald": "niets",
                "kwijtschelding.uitzicht": False,
            },
            "mogelijk",
        ),
        (
            {
                "kwijtschelding.grond": "pw_58_7_c",
                "kwijtschelding.betaald": "niets",
                "kwijtschelding.uitzicht": True,
            },
            "niet_mogelijk",
        ),
    ],
)
def test_that_ten_years_and_the_way_of_paying_decide_after_a_breach(
    changed: Answers, expected: str
) -> None:
    answers = {**BREACH, **changed}
    assert verdict(answers) == expected
    total = computation_of(case_of(KIND, answers)).total
    assert total == (Money(250_000) if expected == "mogelijk" else None)


def test_that_without_a_day_of_decision_nothing_is_said() -> None:
    for answers in (BREACH, AT_ONCE, FINE):
        assert verdict(answers, decided=None) == "onbekend"


def test_that_the_day_from_which_it_can_be_asked_is_named() -> None:
    found = found_in(case_of(KIND, {**BREACH, "kwijtschelding.begin": date(2018, 2, 1)}))
    assert "01-02-2028" in found["kan_vanaf"].text
    case = case_of(KIND, {**FINE, "kwijtschelding.boete_op": date(2026, 1, 10)})
    assert "10-01-2027" in found_in(case)["kan_vanaf"].text
    view = LetterView(outcome=OutcomeId("nog_niet"), amount=None, decision_date=None)
    (block,) = rules().hardship_letter(case, view)
    assert block.text == "U kunt het opnieuw vragen vanaf 10-01-2027."


@pytest.mark.parametrize(
    ("cents", "expected"), [(125_000, "mogelijk"), (124_999, "niet_mogelijk"), (None, "onbekend")]
)
def test_that_half_at_once_needs_no_ten_years(cents: int | None, expected: str) -> None:
    answers: Answers = {
        **AT_ONCE,
        "kwijtschelding.ineens": Money(cents) if cents is not None else None,
        "kwijtschelding.begin": date(2026, 6, 1),
    }
    assert verdict(answers) == expected
    total = computation_of(case_of(KIND, answers)).total
    assert total == (Money(125_000) if expected == "mogelijk" else None)


def test_that_what_lapses_is_never_below_nothing() -> None:
    facts = KwijtscheldingFacts(ground="pw_58_7_d", debt=Money(100), at_once=Money(300))
    assert what_lapses(facts) == Money(0)
    assert what_lapses(KwijtscheldingFacts(ground="pw_58_7_d", debt=Money(100))) is None
    assert what_lapses(KwijtscheldingFacts()) is None


def test_that_a_verdict_needs_no_debt() -> None:
    found = found_in(case_of(KIND, {**BREACH, "kwijtschelding.schuld": None}))
    assert "de rest" in found["voorwaarden_mogelijk"].text


@pytest.mark.parametrize(
    ("changed", "local", "expected"),
    [
        ({}, FIVE, "mogelijk"),
        ({"kwijtschelding.begin": date(2021, 6, 16)}, FIVE, "nog_niet"),
        ({}, {f"{LOCAL}.kwijtschelding_na_jaren.standaard": 10}, "nog_niet"),
        ({}, {}, "onbekend"),
        ({"kwijtschelding.betaald": "achterstand"}, FIVE, "niet_mogelijk"),
        (
            {"kwijtschelding.betaald": "niets", "kwijtschelding.uitzicht": False},
            {f"{LOCAL}.afzien_na_jaren_zonder_betaling.zonder_schending": 5},
            "mogelijk",
        ),
        ({"kwijtschelding.betaald": "niets", "kwijtschelding.uitzicht": False}, FIVE, "onbekend"),
    ],
)
def test_that_local_years_count_for_a_debt_without_breach(
    changed: Answers, local: dict[str, int], expected: str
) -> None:
    answers = {**OTHER, **changed}
    assert verdict(answers, local=local) == expected
    assert ("lokale_termijn_onbekend" in names(answers, local=local)) is (expected == "onbekend")


@pytest.mark.parametrize(
    "changed",
    [
        {"kwijtschelding.begin": None},
        {"kwijtschelding.soort": None},
        {"kwijtschelding.soort": "schending"},
    ],
)
def test_that_unknown_local_years_are_named_only_where_they_count(changed: Answers) -> None:
    assert "lokale_termijn_onbekend" not in names({**OTHER, **changed})


@pytest.mark.parametrize(
    ("years", "words", "noticed"),
    [
        (5, "noemt 5 jaar, de wet 10 jaar", True),
        (10, "hetzelfde aantal jaren", False),
        (None, "geen lokale termijn", False),
    ],
)
def test_that_local_years_after_a_breach_stand_beside_the_act(
    years: int | None, words: str, noticed: bool
) -> None:
    local = {f"{LOCAL}.kwijtschelding_na_jaren.met_schending": years} if years is not None else {}
    case = case_of(KIND, {**BREACH, "kwijtschelding.begin": date(2020, 1, 1)}, local=local)
    assert words in line_of(case, "02_naast_beleid").outcome
    assert ("lokale_termijn_anders" in found_in(case)) is noticed
    # Whatever policy says, ten years count after a breach.
    assert "voorwaarden_nog_niet" in found_in(case)


@pytest.mark.parametrize(("share", "noticed"), [(80, True), (50, False), (None, False)])
def test_that_a_stricter_local_share_at_once_is_noticed(share: int | None, noticed: bool) -> None:
    name = f"{LOCAL}.kwijtschelding_afkoop_pct_restant"
    local = {name: Fraction(share, 100)} if share is not None else {}
    assert ("afkoop_strenger" in names(AT_ONCE, local=local)) is noticed
    assert "afkoop_strenger" not in names(BREACH, local=local)
    assert "afkoop_strenger" not in names(AT_ONCE, local=local, decided=None)


TRUTH = (True, False, None)


@pytest.mark.parametrize(
    ("asked", "grade", "repeated", "settlement"),
    list(
        product(
            TRUTH,
            ("lichter", "niet_vastgesteld", "opzet_of_grove_schuld", "onbekend"),
            TRUTH,
            TRUTH,
        )
    ),
)
def test_that_a_fine_is_waived_only_when_all_four_conditions_are_met(
    asked: bool | None, grade: str, repeated: bool | None, settlement: bool | None
) -> None:
    answers = {
        **FINE,
        "kwijtschelding.verzocht": asked,
        "schuldregeling.graad": grade,
        "kwijtschelding.herhaling": repeated,
        "kwijtschelding.schuldregeling": settlement,
    }
    fails = asked is False or grade == "opzet_of_grove_schuld" or repeated or settlement is False
    open_still = None in (asked, repeated, settlement) or grade == "onbekend"
    expected = "niet_mogelijk" if fails else "onbekend" if open_still else "mogelijk"
    assert verdict(answers) == expected


@pytest.mark.parametrize(
    ("fined_on", "expected"),
    [
        (date(2025, 6, 15), "mogelijk"),
        (date(2025, 6, 16), "nog_niet"),
        (None, "onbekend"),
    ],
)
def test_that_the_year_after_a_fine_must_have_passed(fined_on: date | None, expected: str) -> None:
    assert verdict({**FINE, "kwijtschelding.boete_op": fined_on}) == expected


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({}, "terugdraaien"),
        ({"kwijtschelding.nieuwe_schending_op": date(2026, 6, 16)}, "blijft_staan"),
        ({"kwijtschelding.nieuwe_schending_op": date(2021, 6, 14)}, "blijft_staan"),
        ({"kwijtschelding.zelfde_overtreding": False}, "blijft_staan"),
        (
            {"kwijtschelding.zelfde_overtreding": False, "conclusie.uitkomst": "terugdraaien"},
            "terugdraaien_kan_niet",
        ),
        ({"kwijtschelding.zelfde_overtreding": None}, None),
        ({"kwijtschelding.kwijtgescholden_op": None}, None),
        ({"kwijtschelding.nieuwe_schending_op": None}, None),
    ],
)
def test_that_a_waiver_is_taken_back_within_five_years(changed: Answers, name: str | None) -> None:
    case = case_of(KIND, {**BACK, **changed})
    assert set(found_in(case)) == ({name} if name else set())
    assert computation_of(case).total is None


@pytest.mark.parametrize(
    ("changed", "outcome", "name"),
    [
        ({}, "kwijtschelden", None),
        ({}, "afwijzen", "mogelijk_maar_afgewezen"),
        ({}, "nog_niet", "mogelijk_maar_afgewezen"),
        ({"kwijtschelding.begin": date(2020, 1, 1)}, "kwijtschelden", "voorwaarde_niet_vervuld"),
        ({"kwijtschelding.betaald": "niets"}, "kwijtschelden_deels", "voorwaarde_niet_vervuld"),
        ({"kwijtschelding.betaald": None}, "kwijtschelden", "voorwaarde_onbekend"),
        ({"kwijtschelding.begin": date(2020, 1, 1)}, "nog_niet", None),
    ],
)
def test_that_the_choice_stands_beside_the_conditions(
    changed: Answers, outcome: str, name: str | None
) -> None:
    found = names({**BREACH, **changed, "conclusie.uitkomst": outcome})
    about = {"voorwaarde_niet_vervuld", "voorwaarde_onbekend", "mogelijk_maar_afgewezen"}
    assert found & about == ({name} if name else set())
    assert ("kan_vanaf" in found) is (outcome == "nog_niet" and name is None)


def test_that_met_conditions_plead_for_and_others_against() -> None:
    met = found_in(case_of(KIND, BREACH))["voorwaarden_mogelijk"]
    not_met = found_in(case_of(KIND, {**BREACH, "kwijtschelding.betaald": "niets"}))
    assert met.direction is Direction.PLEADS_FOR
    assert not_met["voorwaarden_niet_mogelijk"].direction is Direction.PLEADS_AGAINST


@pytest.mark.parametrize("ground", ["awb_4_94a", "schuldregeling", None])
def test_that_there_is_nothing_to_compute_on_other_grounds(ground: str | None) -> None:
    case = case_of(KIND, {**BREACH, "kwijtschelding.grond": ground})
    assert rules().hardship_computations(case) == ()
    assert found_in(case) == {}


def test_that_the_years_of_the_act_are_recorded() -> None:
    found = {
        item.name: item.value
        for item in parameters().parameters
        if item.name.startswith("kwijtschelding.")
    }
    assert found["kwijtschelding.jaren"] == 10


def test_that_years_of_policy_that_ended_give_one_warning() -> None:
    case = case_of(KIND, OTHER)
    old = Parameter(
        name=f"{LOCAL}.kwijtschelding_na_jaren.standaard",
        value=10,
        unit="jaren",
        anchor=Anchor.BESLUIT,
        valid=Period(date(2022, 2, 15), date(2024, 8, 31)),
        basis=LegalBasis(law="Beleidsregels (verzonnen)", article="14"),
        source=Source(title="Beleidsregels (verzonnen)"),
        certainty=Certainty.VERIFIED,
        plugin="verzonnen",
    )
    known = replace(case, parameters=ParameterTable((*case.parameters.parameters, old)))
    found = set(found_in(known))
    assert "waarde_afgelopen" in found
    assert "lokale_termijn_onbekend" not in found
    assert "lokale_termijn_onbekend" in set(found_in(case))
