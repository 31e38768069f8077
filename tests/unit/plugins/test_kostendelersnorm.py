"""The kostendelersnorm: who counts, the formula per half year, and proof of each day (22a)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.domain.answers import Scalar
from hardship_desk.plugin_api import (
    AssessmentContext,
    LetterView,
    Money,
    OutcomeId,
    Period,
    Row,
    Verification,
)
from plugins.landelijk.rules.calendar_terms import half_years
from plugins.landelijk.rules.kostendelersnorm.amount import share_of
from plugins.landelijk.rules.kostendelersnorm.housemates import covered
from tests.unit.plugins.builders import Answers, proof, rules
from tests.unit.plugins.theme_cases import case_of, computation_of, drafted_in, found_in, line_of

SECOND_HALF = Period(date(2026, 7, 1), date(2026, 12, 31))
FIRST_DAY, LAST_DAY = SECOND_HALF.start, SECOND_HALF.last_day


def housemate(**cells: Scalar | None) -> Row:
    plain: Mapping[str, Scalar | None] = {
        "wie": "zoon",
        "leeftijd": "vanaf_27",
        "hoofdverblijf": True,
        "uitzondering": "geen",
        **cells,
    }
    return Row(
        id="1", cells=tuple((key, value) for key, value in plain.items() if value is not None)
    )


def household(
    *housemates: Row,
    changed: Answers | None = None,
    period: Period | None = SECOND_HALF,
    decided: date | None = date(2026, 9, 1),
) -> AssessmentContext:
    answers: Answers = {
        "norm.leefvorm": "alleenstaande_21_aow",
        "kostendelers.huisgenoten": housemates,
        "conclusie.uitkomst": "kostendelersnorm",
        **(changed or {}),
    }
    return case_of("kostendelersnorm", answers, rechtperiode=period, decided=decided)


@pytest.mark.parametrize(("count", "cents"), [(1, 101390), (2, 87871), (3, 81112), (4, 77056)])
def test_that_the_table_of_july_2026_comes_out(count: int, cents: int) -> None:
    """The table of legal.yaml for two to five people."""
    case = household(*(housemate() for _ in range(count)))
    assert computation_of(case).total == Money(cents)


@pytest.mark.parametrize(
    ("people", "cents"), [(2, 77050), (3, 66777), (4, 61640), (5, 58558), (6, 56503), (7, 55036)]
)
def test_that_the_table_of_velsen_comes_out(people: int, cents: int) -> None:
    """The table of July 2021; for seven it has one cent less."""
    share = share_of(Money(154100), Fraction(40, 100), Fraction(30, 100), people)
    assert share == cents


@pytest.mark.parametrize(
    ("leefvorm", "cents"),
    [
        ("gehuwden_21_aow", 2 * 87871),
        ("alleenstaande_aow", 108805),
        ("gehuwden_een_aow", 2 * 94298),
        ("gehuwden_18_20_en_21_plus", 101390 + 35042),
        ("gehuwden_18_20_en_21_plus_met_kind", 101390 + 75598),
    ],
)
def test_that_a_couple_has_the_norm_of_each(leefvorm: str, cents: int) -> None:
    case = household(housemate(), changed={"norm.leefvorm": leefvorm})
    assert computation_of(case).total == Money(cents)


@pytest.mark.parametrize(
    "cells",
    [
        {"leeftijd": "onder_27"},
        {"hoofdverblijf": False},
        {"uitzondering": "partner"},
        {"uitzondering": "onderwijs"},
        {"uitzondering": "huurt_zakelijk", "bewijs_zakelijk": True},
        {"uitzondering": "zelfde_verhuurder", "bewijs_zakelijk": True},
        {"uitzondering": "kostganger", "bewijs_zakelijk": True},
        {"tot": date(2026, 6, 30)},
        {"van": date(2027, 1, 1)},
    ],
)
def test_that_who_is_exempt_does_not_count(cells: dict[str, Scalar]) -> None:
    case = household(housemate(**cells))
    assert computation_of(case).total == Money(141946)
    assert {"gewone_norm", "verlaagd_zonder_grond"} <= set(found_in(case))


@pytest.mark.parametrize(
    ("cells", "known"),
    [
        ({"leeftijd": "onder_27"}, False),
        ({"leeftijd": "onder_27", "hoofdverblijf": False}, True),
        ({"leeftijd": "vanaf_27"}, True),
    ],
)
def test_that_before_2023_nobody_says_who_under_27_counted(
    cells: dict[str, Scalar], known: bool
) -> None:
    old = Period(date(2022, 7, 1), date(2022, 12, 31))
    changed: Answers = {"kostendelers.norm_samen": Money(154100), "norm.bedrag": Money(100000)}
    case = household(housemate(**cells), changed=changed, period=old)
    assert (computation_of(case).total is not None) is known


def test_that_a_contract_without_proof_does_not_exempt() -> None:
    case = household(housemate(uitzondering="kostganger", bewijs_zakelijk=False))
    assert computation_of(case).total == Money(101390)
    assert "zakelijk_zonder_bewijs" in found_in(case)
    assert "19a" in drafted_in(case)["zakelijk_zonder_bewijs"].text


@pytest.mark.parametrize(
    "cells",
    [
        {"hoofdverblijf": None},
        {"leeftijd": None},
        {"uitzondering": None},
        {"uitzondering": "huurt_zakelijk"},
    ],
)
def test_that_what_is_unknown_gives_no_norm(cells: dict[str, Scalar | None]) -> None:
    case = household(housemate(**cells))
    assert computation_of(case).total is None
    assert "niet_berekend" in found_in(case)
    assert "verlaagd_zonder_grond" not in found_in(case)


@pytest.mark.parametrize("leefvorm", ["alleenstaande_18_20", "gehuwden_beiden_18_20_met_kind"])
def test_that_the_article_leaves_who_is_under_21_alone(leefvorm: str) -> None:
    case = household(housemate(), changed={"norm.leefvorm": leefvorm})
    assert "jonger is dan 21" in line_of(case, "kostendelersnorm_1").formula
    assert "verlaagd_zonder_grond" in found_in(case)


@pytest.mark.parametrize(
    "changed",
    [
        {"norm.leefvorm": "inrichting_alleenstaande"},
        {"norm.leefvorm": None},
        {"norm.leefvorm": "anders", "norm.bedrag": Money(100000)},
    ],
)
def test_that_another_norm_is_not_shared_by_the_formula(changed: Answers) -> None:
    assert computation_of(household(housemate(), changed=changed)).total is None


def test_that_after_2026_the_norms_are_unknown() -> None:
    later = Period(date(2027, 1, 1), date(2027, 1, 31))
    assert computation_of(household(housemate(), period=later)).total is None
    assert "niet_berekend" in found_in(household(housemate(), period=later))


def test_that_an_own_entry_takes_the_place_of_an_unknown_norm() -> None:
    """The table of Velsen of July 2021, of which no norm was read."""
    old = Period(date(2023, 7, 1), date(2023, 12, 31))
    case = household(housemate(), changed={"kostendelers.norm_samen": Money(154100)}, period=old)
    view = LetterView(outcome=OutcomeId("kostendelersnorm"), amount=None, decision_date=None)
    (block,) = rules().hardship_letter(case, view)
    assert computation_of(case).total == Money(77050)
    assert "€ 770,50" in drafted_in(case)["gedeelde_norm_alleen"].text
    assert "€ 770,50" in block.text


def test_that_an_own_norm_is_the_one_to_compare_with() -> None:
    case = household(housemate(), changed={"norm.bedrag": Money(150000)})
    assert "€ 1.500,00" in found_in(case)["gedeelde_norm"].text


def test_that_a_younger_partner_without_a_known_part_gives_no_norm() -> None:
    case = household(housemate(), changed={"norm.leefvorm": "gehuwden_18_20_en_21_plus"})
    kept = tuple(
        item for item in case.parameters.parameters if item.name != "norm.deel_18_20_zonder_kind"
    )
    case = replace(case, parameters=replace(case.parameters, parameters=kept))
    assert computation_of(case).total is None


@pytest.mark.parametrize(
    ("period", "name", "total"),
    [
        (SECOND_HALF, "mantelzorg", Money(141946)),
        (Period(date(2025, 7, 1), date(2025, 12, 31)), "mantelzorg_voor_2026", Money(97790)),
        (Period(date(2025, 12, 1), date(2026, 1, 31)), "mantelzorg_voor_2026", Money(140150)),
    ],
)
def test_that_care_exempts_since_2026(period: Period, name: str, total: Money) -> None:
    case = household(housemate(), changed={"kostendelers.mantelzorg": True}, period=period)
    assert name in found_in(case)
    assert computation_of(case).total == total


def test_that_without_care_nothing_is_said_of_it() -> None:
    case = household(housemate(), changed={"kostendelers.mantelzorg": False})
    assert not {"mantelzorg", "mantelzorg_voor_2026"} & set(found_in(case))


def test_that_the_period_is_cut_where_norm_or_household_changes() -> None:
    whole = Period(date(2026, 6, 1), date(2026, 9, 30))
    case = household(housemate(van=date(2026, 8, 1), tot=date(2026, 8, 31)), period=whole)
    amounts = [
        line.amount for line in computation_of(case).lines if ".kostendelersnorm_" in line.id
    ]
    assert amounts == [Money(140150), Money(141946), Money(101390), Money(141946)]


def test_that_an_open_period_runs_until_the_decision() -> None:
    running = Period(date(2026, 1, 1))
    case = household(housemate(), period=running)
    assert computation_of(case).total == Money(101390)
    before = household(housemate(), period=running, decided=date(2025, 1, 1))
    assert computation_of(before).total == Money(100107)
    undecided = household(housemate(), period=running, decided=None)
    assert computation_of(undecided).total == Money(100107)


def test_that_without_a_period_the_day_of_the_decision_counts() -> None:
    assert computation_of(household(housemate(), period=None)).total == Money(101390)
    nothing = household(housemate(), period=None, decided=None)
    assert rules().hardship_computations(nothing) == ()


@pytest.mark.parametrize(
    ("number", "total"), [(None, None), (0, Money(141946)), (1, Money(101390))]
)
def test_that_a_number_serves_until_the_housemates_are_named(
    number: int | None, total: Money | None
) -> None:
    changed: Answers = {"kostendelers.huisgenoten": None, "kostendelers.aantal": number}
    case = household(changed=changed)
    assert computation_of(case).total == total
    assert line_of(case, "norm_1").amount == Money(141946)


def test_that_who_was_named_counts_and_not_the_number() -> None:
    case = household(housemate(), changed={"kostendelers.aantal": 5})
    assert computation_of(case).total == Money(101390)


def test_that_living_alone_leaves_the_norm() -> None:
    assert computation_of(household()).total == Money(141946)


@pytest.mark.parametrize(
    ("covers", "fires"),
    [
        (SECOND_HALF, False),
        (Period(date(2026, 1, 1)), False),
        (Period(date(2026, 7, 2), LAST_DAY), True),
        (Period(FIRST_DAY, date(2026, 12, 30)), True),
        (None, True),
    ],
)
def test_that_the_proof_covers_each_day(covers: Period | None, fires: bool) -> None:
    """ECLI:NL:CRVB:2025:768."""
    case = replace(household(housemate()), evidence=(proof(covers),))
    assert ("bewijs_dekt_niet" in found_in(case)) is fires


def test_that_an_unverified_piece_proves_nothing() -> None:
    piece = proof(SECOND_HALF, verification=Verification.ALLEEN_VERKLARING)
    assert "bewijs_dekt_niet" in found_in(replace(household(housemate()), evidence=(piece,)))


def test_that_who_does_not_lower_needs_no_proof() -> None:
    case = household(housemate(), changed={"conclusie.uitkomst": "geen_kostendelersnorm"})
    assert "bewijs_dekt_niet" not in found_in(case)
    assert "niet_toegepast" in found_in(case)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ((Period(FIRST_DAY, date(2026, 9, 30)), Period(date(2026, 10, 1), LAST_DAY)), True),
        ((Period(FIRST_DAY, date(2026, 9, 29)), Period(date(2026, 10, 1), LAST_DAY)), False),
        ((), False),
    ],
)
def test_that_proofs_may_join(periods: tuple[Period, ...], expected: bool) -> None:
    assert covered(periods, SECOND_HALF) is expected


def test_that_the_motivation_and_letter_hold_both_norms() -> None:
    case = household(housemate())
    view = LetterView(outcome=OutcomeId("kostendelersnorm"), amount=None, decision_date=None)
    (block,) = rules().hardship_letter(case, view)
    for text in (block.text, drafted_in(case)["gedeelde_norm"].text):
        assert "€ 1.013,90" in text
        assert "€ 1.419,46" in text
    assert block.cites == ("kostendelersnorm.kostendelersnorm_1",)


@pytest.mark.parametrize(
    ("housemates", "outcome"),
    [((), "kostendelersnorm"), ((housemate(),), "geen_kostendelersnorm")],
)
def test_that_the_letter_names_no_norm_that_was_not_lowered(
    housemates: tuple[Row, ...], outcome: str
) -> None:
    view = LetterView(outcome=OutcomeId(outcome), amount=None, decision_date=None)
    assert list(rules().hardship_letter(household(*housemates), view)) == []


@given(count=st.integers(0, 12))
def test_that_one_more_housemate_never_raises_the_norm(count: int) -> None:
    def total(number: int) -> Money:
        found = computation_of(household(*(housemate() for _ in range(number)))).total
        assert found is not None
        return found

    assert total(count + 1) <= total(count)


@given(start=st.dates(date(2000, 1, 1), date(2090, 1, 1)), days=st.integers(0, 2000))
def test_that_half_years_join_without_a_gap(start: date, days: int) -> None:
    whole = Period(start, date.fromordinal(start.toordinal() + days))
    pieces = half_years(whole)
    assert pieces[0].start == whole.start
    assert pieces[-1].end == whole.end
    assert all(piece.start in (whole.start,) or piece.start.day == 1 for piece in pieces)
    assert covered(pieces, whole)
