"""What can be asked each month, how long paying takes, and the amount chosen beside it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.plugin_api import Direction, LetterView, Money, OutcomeId
from tests.unit.plugins.builders import Answers, rules
from tests.unit.plugins.theme_cases import case_of, computation_of, found_in, line_of

KIND = "invordering"
LOCAL = "terugvordering_invordering"
# Five percent of 1.401,50 (2026, first half) is 70,075.
PLAIN: Answers = {
    "invordering.soort": "schending",
    "invordering.krijgt_bijstand": True,
    "invordering.schuld": Money(1_000_000),
    "invordering.andere_inhoudingen": Money(0),
    "draagkracht.leefvorm": "alleenstaande_21_aow",
    "draagkracht.niveau": "bijstand",
    "conclusie.uitkomst": "verrekenen",
}
HIGHER: Answers = {
    **PLAIN,
    "draagkracht.niveau": "hoger",
    "draagkracht.inkomen": Money(200_000),
    "draagkracht.beslagvrije_voet": Money(180_000),
    "draagkracht.beslagvrije_voet_datum": date(2026, 1, 1),
}


def names(answers: Answers, **changed: object) -> set[str]:
    return set(found_in(case_of(KIND, answers, **changed)))  # type: ignore[arg-type]  # as named


def outcome(answers: Answers, rule: str, **changed: object) -> str:
    return line_of(case_of(KIND, answers, **changed), rule).outcome  # type: ignore[arg-type]  # as named


@pytest.mark.parametrize(
    ("kind", "bijstand", "words"),
    [
        ("schending", True, "moet verrekenen"),
        ("boete", True, "moet verrekenen"),
        ("andere_terugvordering", True, "mag verrekenen"),
        ("lening", True, "mag verrekenen"),
        ("schending", False, "geen bijstand"),
        (None, True, "nog niet te zeggen"),
        ("schending", None, "nog niet te zeggen"),
    ],
)
def test_that_the_duty_to_set_off_follows_the_debt(
    kind: str | None, bijstand: bool | None, words: str
) -> None:
    answers = {**PLAIN, "invordering.soort": kind, "invordering.krijgt_bijstand": bijstand}
    assert words in outcome(answers, "01_verrekenen")


@pytest.mark.parametrize(
    ("answers", "cents"),
    [
        (PLAIN, 7007),
        ({**PLAIN, "invordering.andere_inhoudingen": Money(2000)}, 5007),
        ({**PLAIN, "invordering.andere_inhoudingen": Money(9999)}, 0),
        ({**PLAIN, "invordering.andere_inhoudingen": None}, None),
        ({**PLAIN, "draagkracht.norm_bedrag": Money(100_000)}, 5000),
        ({**PLAIN, "draagkracht.leefvorm": "anders"}, None),
        ({**PLAIN, "draagkracht.niveau": None}, None),
        (HIGHER, 20_000),
        ({**HIGHER, "draagkracht.inkomen": Money(170_000)}, 0),
        ({**HIGHER, "draagkracht.beslagvrije_voet": None}, None),
    ],
)
def test_that_the_floor_stays_with_the_household(answers: Answers, cents: int | None) -> None:
    total = computation_of(case_of(KIND, answers)).total
    assert total == (Money(cents) if cents is not None else None)


def test_that_ten_percent_could_be_asked_until_august_2020() -> None:
    answers = {**PLAIN, "draagkracht.norm_bedrag": Money(100_000)}
    totals = [
        computation_of(case_of(KIND, answers, decided=day)).total
        for day in (date(2020, 8, 3), date(2020, 8, 4))
    ]
    assert totals == [Money(10_000), Money(5_000)]


def test_that_nothing_is_known_without_a_day_of_decision() -> None:
    case = case_of(KIND, PLAIN, decided=None)
    assert computation_of(case).total is None
    assert set(found_in(case)) == {"ruimte_onbekend"}


@pytest.mark.parametrize(
    ("limit", "cents", "words"),
    [
        (Money(5000), 5000, "lokale beleid"),
        (Money(7008), 7007, "Hoogstens"),
        (None, 7007, "Hoogstens"),
    ],
)
def test_that_local_policy_may_ask_less_and_never_more(
    limit: Money | None, cents: int, words: str
) -> None:
    local = {f"{LOCAL}.max_verrekening_per_maand": limit} if limit is not None else {}
    case = case_of(KIND, PLAIN, local=local)
    assert computation_of(case).total == Money(cents)
    assert words in line_of(case, "05_hoogstens").outcome


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"invordering.per_maand": Money(5000)}, "200 maanden, hoogstens 17 jaar"),
        ({"invordering.per_maand": Money(5001)}, "200 maanden"),
        ({"invordering.per_maand": Money(4999)}, "201 maanden"),
        ({}, "143 maanden"),
        ({"invordering.per_maand": Money(0)}, "niets betaald"),
        ({"invordering.andere_inhoudingen": Money(9999)}, "niets betaald"),
        ({"invordering.schuld": None}, "nog niet te zeggen"),
        ({"invordering.andere_inhoudingen": None}, "nog niet te zeggen"),
    ],
)
def test_that_the_duration_is_counted_in_whole_months(changed: Answers, words: str) -> None:
    assert words in outcome({**PLAIN, **changed}, "06_looptijd")


@pytest.mark.parametrize(
    ("changed", "words", "noticed"),
    [
        # 120 times 50,00 of 10.000,00.
        ({"invordering.per_maand": Money(5000)}, "€ 4.000,00", True),
        (
            {"invordering.per_maand": Money(5000), "invordering.eerste_maand": date(2026, 7, 1)},
            "01-07-2036",
            True,
        ),
        ({"invordering.per_maand": Money(8334)}, "binnen 10 jaar", False),
        ({"invordering.per_maand": Money(0)}, "nog niet te zeggen", False),
        ({"invordering.schuld": None}, "nog niet te zeggen", False),
        ({"invordering.soort": "boete"}, "geldt niet", False),
        (
            {"invordering.per_maand": Money(5000), "conclusie.uitkomst": "uitstel"},
            "€ 4.000,00",
            False,
        ),
    ],
)
def test_that_the_rest_after_ten_years_is_shown_after_a_breach(
    changed: Answers, words: str, noticed: bool
) -> None:
    answers = {**PLAIN, **changed}
    assert words in outcome(answers, "07_tien_jaar")
    assert ("rest_na_tien_jaar" in names(answers)) is noticed


def test_that_ten_years_need_a_day_to_start_from() -> None:
    answers = {**PLAIN, "invordering.per_maand": Money(5000)}
    assert "nog niet te zeggen" in outcome(answers, "07_tien_jaar", decided=None)


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({}, "ruimte"),
        ({"invordering.andere_inhoudingen": Money(9999)}, "geen_ruimte"),
        ({"draagkracht.niveau": None}, "ruimte_onbekend"),
        ({"draagkracht.niveau": None, "conclusie.uitkomst": "uitstel"}, None),
    ],
)
def test_that_the_room_is_accounted_for(changed: Answers, name: str | None) -> None:
    found = names({**PLAIN, **changed}) & {"ruimte", "geen_ruimte", "ruimte_onbekend"}
    assert found == ({name} if name else set())


@pytest.mark.parametrize(
    ("answers", "name", "noticed"),
    [
        ({**PLAIN, "draagkracht.peildatum": date(2026, 3, 15)}, "gegevens_oud", False),
        ({**PLAIN, "draagkracht.peildatum": date(2026, 3, 14)}, "gegevens_oud", True),
        (
            {**PLAIN, "draagkracht.peildatum": date(2020, 1, 1), "draagkracht.niveau": None},
            "gegevens_oud",
            False,
        ),
        ({**HIGHER, "draagkracht.beslagvrije_voet_datum": date(2025, 6, 15)}, "voet_oud", False),
        ({**HIGHER, "draagkracht.beslagvrije_voet_datum": date(2025, 6, 14)}, "voet_oud", True),
        ({**PLAIN, "draagkracht.beslagvrije_voet_datum": date(2025, 6, 14)}, "voet_oud", False),
    ],
)
def test_that_old_data_are_noticed(answers: Answers, name: str, noticed: bool) -> None:
    assert (name in names(answers)) is noticed


@pytest.mark.parametrize(
    ("changed", "noticed"),
    [
        ({"invordering.per_maand": Money(7007)}, False),
        ({"invordering.per_maand": Money(7008)}, True),
        ({"invordering.per_maand": Money(7008), "invordering.onder_voet": "anders"}, True),
        ({"invordering.per_maand": Money(7008), "invordering.onder_voet": "vrijwillig"}, False),
        ({"invordering.per_maand": Money(7008), "invordering.onder_voet": "inlichtingen"}, False),
        ({"invordering.per_maand": Money(7008), "conclusie.uitkomst": "uitstel"}, False),
        ({"invordering.per_maand": Money(7008), "draagkracht.niveau": None}, False),
        ({}, False),
    ],
)
def test_that_an_amount_below_the_floor_is_noticed(changed: Answers, noticed: bool) -> None:
    found = found_in(case_of(KIND, {**PLAIN, **changed}))
    assert ("onder_voet" in found) is noticed
    if noticed:
        assert found["onder_voet"].direction is Direction.PLEADS_FOR


@pytest.mark.parametrize(("monthly", "noticed"), [(5000, False), (5001, True), (None, False)])
def test_that_more_than_local_policy_takes_is_noticed(monthly: int | None, noticed: bool) -> None:
    answers = {**PLAIN, "invordering.per_maand": Money(monthly) if monthly is not None else None}
    local = {f"{LOCAL}.max_verrekening_per_maand": Money(5000)}
    assert ("boven_lokaal_maximum" in names(answers, local=local)) is noticed


@pytest.mark.parametrize(
    ("changed", "months", "noticed"),
    [
        ({"invordering.per_maand": Money(5000)}, 200, False),
        ({"invordering.per_maand": Money(5000)}, 199, True),
        ({"invordering.per_maand": Money(5000)}, None, False),
        ({"invordering.per_maand": Money(0)}, 24, False),
        ({"invordering.per_maand": Money(5000), "invordering.schuld": None}, 24, False),
        ({}, 24, False),
    ],
)
def test_that_paying_longer_than_policy_starts_from_is_noticed(
    changed: Answers, months: int | None, noticed: bool
) -> None:
    local = {f"{LOCAL}.terugbetaling_binnen_maanden": months} if months is not None else {}
    assert ("lange_looptijd" in names({**PLAIN, **changed}, local=local)) is noticed


@given(
    income=st.integers(0, 500_000),
    more=st.integers(0, 100_000),
    floor=st.integers(0, 300_000),
    others=st.integers(0, 100_000),
)
def test_that_a_higher_income_never_lowers_what_can_be_missed(
    income: int, more: int, floor: int, others: int
) -> None:
    answers: Answers = {
        **HIGHER,
        "draagkracht.beslagvrije_voet": Money(floor),
        "invordering.andere_inhoudingen": Money(others),
    }
    totals = [
        computation_of(case_of(KIND, {**answers, "draagkracht.inkomen": Money(each)})).total
        for each in (income, income + more)
    ]
    assert totals[0] is not None
    assert totals[1] is not None
    assert Money(0) <= totals[0] <= totals[1]


@pytest.mark.parametrize(("outcome", "told"), [("verrekenen", True), ("uitstel", False)])
def test_that_the_letter_names_the_day_after_ten_years(outcome: str, told: bool) -> None:
    case = case_of(KIND, {**PLAIN, "invordering.per_maand": Money(5000)})
    view = LetterView(outcome=OutcomeId(outcome), amount=None, decision_date=None)
    blocks = rules().hardship_letter(case, view)
    assert ["15-06-2036" in block.text for block in blocks] == ([True] if told else [])
