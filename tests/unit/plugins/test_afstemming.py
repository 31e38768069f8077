"""Afstemming: what lastingly differs for this person, added up (18 lid 1)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.plugin_api import (
    AssessmentContext,
    CaseWeight,
    LetterView,
    Money,
    OutcomeId,
    Period,
    Row,
)
from tests.unit.plugins.builders import Answers, rules
from tests.unit.plugins.theme_cases import case_of, computation_of, drafted_in, found_in, line_of

PERIOD = Period(date(2026, 1, 1), date(2026, 6, 30))


def post(kind: str, cents: int, *, lasting: bool | None = None) -> Row:
    cells = (("post", "x"), ("soort", kind), ("per_maand", Money(cents)))
    extra = (("blijvend", lasting),) if lasting is not None else ()
    return Row(id="1", cells=(*cells, *extra))


def afstemming(
    *posts: Row,
    outcome: str = "afgestemd_hoger",
    changed: Answers | None = None,
    period: Period | None = PERIOD,
    decided: date | None = date(2026, 5, 1),
) -> AssessmentContext:
    answers: Answers = {
        "norm.leefvorm": "alleenstaande_21_aow",
        "afstemming.posten": posts,
        "conclusie.uitkomst": outcome,
        **(changed or {}),
    }
    return case_of("afstemming", answers, rechtperiode=period, decided=decided)


def letter_of(case: AssessmentContext, outcome: str) -> list[str]:
    view = LetterView(outcome=OutcomeId(outcome), amount=None, decision_date=None)
    return [block.text for block in rules().hardship_letter(case, view)]


def test_that_the_posts_are_added_to_the_norm() -> None:
    case = afstemming(
        post("extra_kosten", 5000), post("gemis", 2504, lasting=True), post("voordeel", 1000)
    )
    assert computation_of(case).total == Money(6504)
    assert line_of(case, "02_bijstand").amount == Money(140150 + 6504)


def test_that_the_difference_of_a_ruling_comes_out() -> None:
    """ECLI:NL:RBOBR:2017:6437: 275,04 a month in 2016, of which no norm was read."""
    old = Period(date(2016, 1, 1), date(2016, 12, 31))
    case = afstemming(post("gemis", 27504), period=old)
    assert computation_of(case).total == Money(27504)
    assert line_of(case, "02_bijstand").amount is None
    assert "som_hoger_zonder_norm" in found_in(case)
    assert "€ 275,04" in letter_of(case, "afgestemd_hoger")[0]


def test_that_what_does_not_last_is_left_out() -> None:
    case = afstemming(post("extra_kosten", 5000), post("extra_kosten", 9900, lasting=False))
    assert computation_of(case).total == Money(5000)
    assert "1 post" in found_in(case)["niet_blijvend"].text


def test_that_a_smaller_need_is_an_amount_and_says_so() -> None:
    """A total below nothing is refused, and with it every rule of the plugin."""
    case = afstemming(post("minder_kosten", 5000), outcome="afgestemd_lager")
    assert computation_of(case).total == Money(5000)
    assert (
        line_of(case, "01_verschil").outcome == "De inwoner heeft € 50,00 per maand minder nodig."
    )


def test_that_the_bijstand_never_falls_below_nothing() -> None:
    case = afstemming(post("minder_kosten", 999900), outcome="afgestemd_lager")
    assert line_of(case, "02_bijstand").amount == Money(0)
    assert "€ 9.999,00" in letter_of(case, "afgestemd_lager")[0]


@pytest.mark.parametrize(
    ("kind", "outcome", "fits"),
    [
        ("extra_kosten", "afgestemd_hoger", True),
        ("extra_kosten", "afgestemd_lager", False),
        ("minder_kosten", "afgestemd_lager", True),
        ("minder_kosten", "afgestemd_hoger", False),
        ("minder_kosten", "niet_afgestemd", True),
    ],
)
def test_that_the_outcome_fits_the_sum(kind: str, outcome: str, fits: bool) -> None:
    found = found_in(afstemming(post(kind, 5000), outcome=outcome))
    assert ("past_niet_bij_posten" not in found) is fits


def test_that_posts_may_cancel_out() -> None:
    case = afstemming(post("extra_kosten", 5000), post("voordeel", 5000), outcome="niet_afgestemd")
    assert "som_gelijk" in found_in(case)
    assert "heffen elkaar op" in drafted_in(case)["som_gelijk"].text
    assert letter_of(case, "niet_afgestemd") == []


def test_that_a_row_without_kind_or_amount_counts_for_nothing() -> None:
    bare = Row(id="1", cells=(("post", "x"),))
    half = Row(id="2", cells=(("post", "x"), ("soort", "gemis")))
    assert computation_of(afstemming(bare, half)).total == Money(0)


def test_that_nothing_is_reckoned_without_posts_or_day_or_in_the_short_route() -> None:
    short = case_of(
        "afstemming", {"afstemming.posten": (post("gemis", 100),)}, weight=CaseWeight.KORT
    )
    for case in (afstemming(), afstemming(post("gemis", 1), period=None, decided=None), short):
        assert rules().hardship_computations(case) == ()


def test_that_without_a_period_the_day_of_the_decision_counts() -> None:
    case = afstemming(post("gemis", 100), period=None, decided=date(2026, 8, 1))
    assert line_of(case, "norm").amount == Money(141946)


@given(st.lists(st.integers(0, 500_000), max_size=6), st.integers(0, 500_000))
def test_that_more_costs_never_give_less(costs: list[int], more: int) -> None:
    posts = [post("extra_kosten", cents) for cents in costs]
    less = computation_of(afstemming(*posts, post("gemis", 0))).total
    total = computation_of(afstemming(*posts, post("gemis", more))).total
    assert less is not None
    assert total is not None
    assert less <= total
